"""Disagreements that have been argued: the register's text and article against the other coding, with the reason.

The list is a file of the project, ``excuses.yaml``. At most one unit in twenty of a variable counts as excused; the
rest of the list is told and changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, RootModel

from foedus._base.documents import Document, read_file
from foedus._base.errors import BadInput, Fault
from foedus._base.validation import check
from foedus.measures.concordance.coding import PLEDGES, VARIABLES
from foedus.register.file_model import ActorName, ArticleText, FileModel, Text, Word
from foedus.register.register import Register

EXCUSES = Path(__file__).parent / "excuses.yaml"
OF_TREATIES = (*VARIABLES, "signed")
OF_MEMBERS = (*(f"member_{pledge}" for pledge in PLEDGES), "member_entry", "member_exit")
MOST = 0.05
"""The largest share of a variable's units that may be excused."""


class ExcuseIn(FileModel):
    """One disagreement: which treaty, which variable (and which member), by which article, and why."""

    treaty: Word
    variable: Word
    member: ActorName | None = None
    article: ArticleText
    reason: Text


class ExcusesIn(RootModel[Annotated[list[ExcuseIn], Field(max_length=500)]]):
    """A list of excuses."""


@dataclass(frozen=True, slots=True)
class Excuse:
    """A disagreement that has been argued; `member` is empty for one about the whole treaty."""

    treaty: str
    variable: str
    member: str
    article: str
    reason: str


def read_excuses(register: Register, document: Document | None = None) -> tuple[Excuse, ...]:
    """Return the excuses of a document, or of the project's own file, in their order.

    Raises
    ------
    BadInput
        With every fault: a treaty or member that the register does not know.
    """
    read = document or read_file(EXCUSES)
    parts: Any = check(ExcusesIn, read)
    excuses: list[Excuse] = []
    faults: list[Fault] = []
    for at, part in enumerate(parts):
        try:
            excuses.append(_excuse(part, register))
        except BadInput as error:
            faults.extend(error.inside(read.where((at,))).faults)
    if faults:
        raise BadInput(faults)
    return tuple(excuses)


def _excuse(part: Mapping[str, str], register: Register) -> Excuse:
    treaty = register.treaty(part["treaty"])
    known = OF_MEMBERS if part.get("member") else OF_TREATIES
    if part["variable"] not in known:
        raise BadInput(Fault(f"{part['variable']!r} is not a variable", "variable", ", ".join(known)))
    member = register.actors.find(part["member"], treaty.signed).id if part.get("member") else ""
    return Excuse(treaty.id, part["variable"], member, part["article"], part["reason"])


def counted(excused: Iterable[int], units: int) -> frozenset[int]:
    """Return which excused units count: the first of them, up to one unit in twenty."""
    return frozenset(list(excused)[: int(units * MOST)])

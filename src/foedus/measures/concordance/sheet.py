"""A second reader's codings of treaties, one entry a treaty, and the cells in which they stand beside the register's.

Words are ``yes``, ``no`` and ``unknown``; a field that is left out is unknown. Conditions on the defence pledge are
null, or left out, where there is none. ``def_demand`` is the reader's word for a pledge that holds only if the victim
asks (``def_request`` here).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Final, Literal

from pydantic import BeforeValidator, Field, RootModel

from foedus._base.dates import Day
from foedus._base.documents import Document
from foedus._base.errors import BadInput, Fault
from foedus._base.validation import check
from foedus.domain.treaty import Treaty
from foedus.measures.concordance.agreement import Cell, cell, date_cell
from foedus.measures.concordance.coding import CONDITIONS, PLEDGES, Value, code_treaty
from foedus.register.file_model import DateText, FileModel, Text, Word
from foedus.register.register import Register

UNKNOWN: Final = "unknown"
_IN_READERS_WORDS = {"def_request": "def_demand"}
PROVISIONS = ("organisation", "military_contact", "integrated_command", "bases", "military_aid", "renunciation")


def _as_word(value: object) -> object:
    """Take true and false for yes and no."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value


YesNo = Annotated[Literal["yes", "no", "unknown"], BeforeValidator(_as_word)]
Years = Annotated[int, Field(ge=0, le=1000)]


class CodedIn(FileModel):
    """What one reader found in one treaty."""

    id: Word
    signed: DateText = UNKNOWN
    in_force: DateText | Literal["never"] = UNKNOWN
    ended: DateText | None = UNKNOWN
    defense: YesNo = "unknown"
    offense: YesNo = "unknown"
    neutrality: YesNo = "unknown"
    nonaggression: YesNo = "unknown"
    consultation: YesNo = "unknown"
    def_adversary: YesNo | None = None
    def_location: YesNo | None = None
    def_conflict: YesNo | None = None
    def_number: YesNo | None = None
    def_demand: YesNo | None = None
    def_provocation: YesNo | None = None
    asymmetric: YesNo = "unknown"
    secret: Literal["open", "secret", "partly", "unknown"] = UNKNOWN
    organisation: YesNo = "unknown"
    military_contact: YesNo = "unknown"
    integrated_command: YesNo = "unknown"
    bases: YesNo = "unknown"
    military_aid: YesNo = "unknown"
    term_years: Years | Literal["unknown"] = "unknown"
    renunciation: YesNo = "unknown"
    known: Literal["text", "secondary", "knowledge"] | None = None
    note: Text | None = None


class SheetIn(RootModel[Annotated[list[CodedIn], Field(min_length=1, max_length=10_000)]]):
    """A reader's sheet: a list of codings."""


def sheet_cells(register: Register, document: Document) -> Iterator[Cell]:
    """Yield every cell of a sheet beside the register.

    Raises
    ------
    BadInput
        With every fault of the sheet: its form, treaties the register does not have, and one that is coded twice.
    """
    parts: Any = check(SheetIn, document)
    for part, treaty in zip(parts, _treaties(register, parts, document), strict=True):
        yield from _cells(part, treaty, document.name)


def _treaties(register: Register, parts: list[Mapping[str, Any]], document: Document) -> list[Treaty]:
    treaties: list[Treaty] = []
    faults: list[Fault] = []
    seen: set[str] = set()
    for at, part in enumerate(parts):
        try:
            treaties.append(register.treaty(part["id"]))
        except BadInput as error:
            faults.extend(error.inside(document.where((at, "id"))).faults)
            continue
        if treaties[-1].id in seen:
            faults.append(Fault(f"{treaties[-1].id} is coded twice", document.where((at, "id")), remedy="keep one"))
        seen.add(treaties[-1].id)
    if faults:
        raise BadInput(faults)
    return treaties


def _cells(part: Mapping[str, Any], treaty: Treaty, sheet: str) -> Iterator[Cell]:
    ours = code_treaty(treaty).whole
    for variable in (*PLEDGES, "asymmetric", *PROVISIONS):
        yield cell(treaty.id, sheet, "", variable, (ours[variable], _answer(part.get(variable))))
    secret = part.get("secret", UNKNOWN)
    yield cell(treaty.id, sheet, "", "secret", (ours["secret"], None if secret == UNKNOWN else secret))
    if ours["defense"] and part.get("defense") == "yes":
        for variable in CONDITIONS:
            written = _IN_READERS_WORDS.get(variable, variable)
            if variable != "def_demand":
                yield cell(treaty.id, sheet, "", variable, (ours[variable], _answer(part.get(written))))
    years = part.get("term_years", UNKNOWN)
    yield cell(treaty.id, sheet, "", "term_years", (ours["term_years"], None if years == UNKNOWN else years))
    yield from _dates(part, treaty, sheet)


def _answer(word: str | None) -> Value:
    return {"yes": True, "no": False}.get(word or "")


def _dates(part: Mapping[str, Any], treaty: Treaty, sheet: str) -> Iterator[Cell]:
    yield date_cell(treaty.id, sheet, "", "signed", (treaty.signed, _day(part.get("signed", UNKNOWN))))
    in_force = part.get("in_force", UNKNOWN)
    theirs = None if in_force == "never" else _day(in_force)
    yield date_cell(treaty.id, sheet, "", "in_force", (treaty.in_force, theirs))
    if treaty.in_force is not None and theirs is not None:
        yield date_cell(treaty.id, sheet, "", "ended", (treaty.ended, _day(part.get("ended", UNKNOWN))))


def _day(text: str | None) -> Day | None:
    return None if text is None else Day.parse(text)

"""Read the files on organs, structures, nuclear standing and stationed forces: checked, with actors by id."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from foedus._base.dates import Day
from foedus._base.documents import Document, Path_, read_file
from foedus._base.errors import BadInput, Fault
from foedus._base.validation import check
from foedus.register.file_model import without_empty
from foedus.register.folder import DATA
from foedus.register.gazetteer import Gazetteer
from foedus.register.membership_schema import HeadingIn
from foedus.register.nuclear_schema import NuclearFile
from foedus.register.organ_schema import OrgansFile, StructuresFile
from foedus.register.stationing_schema import StationedFile

MODELS: dict[str, type[HeadingIn]] = {
    "organs": OrgansFile,
    "structures": StructuresFile,
    "nuclear": NuclearFile,
    "stationed": StationedFile,
}
"""The folders, and the form of their files."""

_MARKS = {
    "organs": "organs",
    "structures": "structures",
    "presences": "stationed",
    "status": "nuclear",
    "sharing": "nuclear",
    "umbrellas": "nuclear",
    "zones": "nuclear",
}
"""Keys by which a file that lies elsewhere is told apart."""

_ONE = frozenset({"state", "host", "owner", "by", "sender"})
_SEVERAL = frozenset({"states", "except", "vetoes", "contributors"})


@dataclass(frozen=True, slots=True)
class ArrangementFile:
    """A file that has passed its schema, actors named by id; `kind` is the folder it belongs in."""

    kind: str
    document: Document
    checked: dict[str, Any]


def arrangement_files(folder: Path = DATA) -> list[Path]:
    """Return every file on organs, structures, nuclear standing and stationed forces, sorted."""
    return [path for kind in MODELS for path in sorted((folder / kind).rglob("*.yaml"))]


def kind_of(document: Document) -> str | None:
    """Return the folder a document belongs in, by its keys; None if it is of another form."""
    keys = document.value if isinstance(document.value, dict) else {}
    return next((kind for key, kind in _MARKS.items() if key in keys), None)


def is_arrangement(path: Path) -> bool:
    """Whether a file is of this kind, by its keys; one that cannot be read is of none."""
    try:
        return kind_of(read_file(path)) is not None
    except BadInput:
        return False


def read_arrangement(path: Path, actors: Gazetteer) -> ArrangementFile:
    """Return one file, checked, with actors by id.

    Raises
    ------
    BadInput
        With every fault of the file.
    """
    document = read_file(path)
    kind = kind_of(document)
    if kind is None:
        allowed = "a file with organs, structures, presences, status, sharing, umbrellas or zones"
        raise BadInput(Fault("it is not clear what this file holds", document.name, allowed))
    return arrangement_of(document, kind, actors)


def arrangement_of(document: Document, kind: str, actors: Gazetteer) -> ArrangementFile:
    """Return what a document of a kind holds, checked, with actors by id.

    Raises
    ------
    BadInput
        With every fault of the document.
    """
    checked: dict[str, Any] = without_empty(check(MODELS[kind], document))
    faults: list[Fault] = []
    for holder, key, path, day in list(_names(checked, (), Day.parse("unknown"))):
        try:
            holder[key] = actors.find(holder[key], day).id
        except BadInput as error:
            faults.extend(error.inside(document.where(path)).faults)
    if faults:
        raise BadInput(faults)
    return ArrangementFile(kind, document, checked)


def _names(part: Any, path: Path_, day: Day) -> Iterator[tuple[Any, Any, Path_, Day]]:
    """Yield where each actor is named, with the day on which the name is meant: when the statement begins to hold."""
    if isinstance(part, list):
        for at, child in enumerate(part):
            yield from _names(child, (*path, at), day)
    elif isinstance(part, dict):
        start = part.get("from")
        day = Day.parse(start) if start and start != "never" else day
        for key, child in part.items():
            if key in _ONE and isinstance(child, str):
                yield part, key, (*path, key), day
            elif key in _SEVERAL and isinstance(child, list):
                yield from ((child, at, (*path, key, at), day) for at in range(len(child)))
            else:
                yield from _names(child, (*path, key), day)


def read_arrangements(actors: Gazetteer, folder: Path = DATA) -> dict[str, list[dict[str, Any]]]:
    """Return all files as plain mappings by folder, ready to be written as JSON.

    Raises
    ------
    BadInput
        With all faults of all files.
    """
    faults: list[Fault] = []
    held: dict[str, list[dict[str, Any]]] = {kind: [] for kind in MODELS}
    for path in arrangement_files(folder):
        kind = path.relative_to(folder).parts[0]
        try:
            held[kind].append(arrangement_of(read_file(path), kind, actors).checked)
        except BadInput as error:
            faults.extend(error.faults)
    if faults:
        raise BadInput(faults)
    return held

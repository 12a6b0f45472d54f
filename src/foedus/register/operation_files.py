"""Read operation files: checked, and every actor named by its id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from foedus._base.dates import Day
from foedus._base.documents import Document, Path_, read_file
from foedus._base.errors import BadInput, Fault
from foedus._base.validation import check
from foedus.register.file_model import without_empty
from foedus.register.gazetteer import Gazetteer
from foedus.register.operation_schema import OperationIn


@dataclass(frozen=True, slots=True)
class OperationFile:
    """An operation file that has passed its schema, actors named by id."""

    document: Document
    checked: dict[str, Any]


def is_operation(document: Document) -> bool:
    """Whether a document is meant as an operation: it has participants, where a treaty has parties."""
    return isinstance(document.value, dict) and "participants" in document.value and "parties" not in document.value


def read_operations(paths: Iterable[Path], actors: Gazetteer) -> list[OperationFile]:
    """Return operation files with the names of actors replaced by their ids.

    Raises
    ------
    BadInput
        With all faults of all files, names used twice among them.
    """
    faults: list[Fault] = []
    read: list[OperationFile] = []
    for path in paths:
        try:
            read.append(operation_of(read_file(path), actors))
        except BadInput as error:
            faults.extend(error.faults)
    faults.extend(names_used_twice(read))
    if faults:
        raise BadInput(faults)
    return read


def operation_of(document: Document, actors: Gazetteer) -> OperationFile:
    """Return the operation a document holds, checked, with actors by id.

    Raises
    ------
    BadInput
        With every fault of the document.
    """
    checked: dict[str, Any] = without_empty(check(OperationIn, document))
    faults: list[Fault] = []
    for path, day in list(_mentions(checked)):
        holder: Any = checked
        for step in path[:-1]:
            holder = holder[step]
        try:
            holder[path[-1]] = actors.find(holder[path[-1]], Day.parse(day)).id
        except BadInput as error:
            faults.extend(error.inside(document.where(path)).faults)
    if faults:
        raise BadInput(faults)
    return OperationFile(document, checked)


def names_used_twice(files: Iterable[OperationFile]) -> Iterator[Fault]:
    """Yield each id or alias by which two operations, or one twice, are called."""
    seen: dict[str, str] = {}
    for file in files:
        for path, name in names_of(file.checked):
            where = file.document.where(path)
            if name in seen:
                yield Fault(f"the id {name!r} is used twice", where, remedy=f"first used at {seen[name]}")
            seen.setdefault(name, where)


def names_of(checked: dict[str, Any]) -> Iterator[tuple[Path_, str]]:
    """Yield the id and the aliases of an operation, each with its place."""
    yield ("id",), checked["id"]
    for at, alias in enumerate(checked.get("aliases", ())):
        yield ("aliases", at), alias


_LISTS = {"participants": "states", "opponents": "actors"}
_SINGLE = {"leads": ("actor", "from"), "mandates": ("by", "date")}


def _mentions(checked: dict[str, Any]) -> Iterator[tuple[Path_, str]]:
    """Yield the place of every actor's name, with the day on which it is meant."""
    began = checked["began"]
    for at, _ in enumerate(checked.get("hosts", ())):
        yield ("hosts", at), began
    for key, names in _LISTS.items():
        for position, part in enumerate(checked.get(key, ())):
            for at, _ in enumerate(part.get(names, ())):
                yield (key, position, names, at), part.get("from", began)
    for key, (name, date) in _SINGLE.items():
        for position, part in enumerate(checked[key]):
            if name in part:
                yield (key, position, name), part.get(date, began)

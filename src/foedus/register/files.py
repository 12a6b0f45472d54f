"""Read the register's YAML files: every fault of every file is gathered before anything is refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from foedus._base.dates import Day
from foedus._base.documents import Document, read_file
from foedus._base.errors import BadInput, Fault
from foedus._base.validation import check
from foedus.register.actor_schema import ActorsFile, ClassesFile
from foedus.register.conditions_file import term_faults
from foedus.register.decode import decode_actor
from foedus.register.file_model import without_empty
from foedus.register.folder import DATA, content_hash, operation_files, treaty_files
from foedus.register.gazetteer import Gazetteer
from foedus.register.mentions import Mention, replace_mentions
from foedus.register.operation_files import read_operations
from foedus.register.place_schema import AreasFile, DisputedFile
from foedus.register.schema import RegisterFile, TreatyIn


@dataclass(frozen=True, slots=True)
class TreatyFile:
    """A treaty file that has passed its schema, actors named by id."""

    document: Document
    checked: dict[str, Any]


def read_actors(folder: Path = DATA) -> list[dict[str, Any]]:
    """Return every actor, checked.

    Raises
    ------
    BadInput
        With all faults of all files, ids used twice among them.
    """
    faults: list[Fault] = []
    actors: list[dict[str, Any]] = []
    seen: dict[str, str] = {}
    for path in sorted((folder / "actors").glob("*.yaml")):
        document = _gather(faults, lambda path=path: read_file(path))
        checked = document and _gather(faults, lambda doc=document: _checked_actors(doc))
        for position, actor in enumerate((checked or {}).get("actors", ())):
            where = document.where(("actors", position, "id"))
            if actor["id"] in seen:
                faults.append(
                    Fault(f"the id {actor['id']!r} is used twice", where, remedy=f"first used at {seen[actor['id']]}")
                )
            seen[actor["id"]] = where
            actors.append(actor)
    _raise_any(faults)
    return actors


def _checked_actors(document: Document) -> dict[str, Any]:
    checked: dict[str, Any] = without_empty(check(ActorsFile, document))
    return checked


def read_treaties(paths: Iterable[Path], actors: Gazetteer) -> Iterator[TreatyFile]:
    """Yield treaty files with the names of actors replaced by their ids.

    Raises
    ------
    BadInput
        After the last file, with all faults of all files.
    """
    faults: list[Fault] = []
    for path in paths:
        treaty = _gather(faults, lambda path=path: read_treaty(path, actors))
        if treaty is not None:
            yield treaty
    _raise_any(faults)


def read_treaty(path: Path, actors: Gazetteer) -> TreatyFile:
    """Return one treaty file, checked, with actors by id.

    Raises
    ------
    BadInput
        With every fault of the file.
    """
    return treaty_of(read_file(path), actors)


def treaty_of(document: Document, actors: Gazetteer) -> TreatyFile:
    """Return the treaty a document holds, checked, with actors by id.

    Raises
    ------
    BadInput
        With every fault of the document.
    """
    checked = without_empty(check(TreatyIn, document))
    faults = [Fault(what, document.where(place)) for place, what in term_faults(checked)]

    def find(mention: Mention) -> str:
        try:
            return actors.find(mention.name, Day.parse(mention.day)).id
        except BadInput as error:
            faults.extend(error.inside(document.where(mention.path)).faults)
            return mention.name

    replace_mentions(checked, find)
    _raise_any(faults)
    return TreatyFile(document, checked)


def read_contents(folder: Path = DATA) -> dict[str, Any]:
    """Return the whole register as one plain mapping, ready to be written as JSON.

    Raises
    ------
    BadInput
        With all faults found.
    """
    about = check(RegisterFile, read_file(folder / "register.yaml"))
    actors = read_actors(folder)
    gazetteer = Gazetteer(map(decode_actor, actors))
    treaties: dict[str, dict[str, Any]] = {}
    for file in read_treaties(treaty_files(folder), gazetteer):
        if file.checked["id"] in treaties:
            twice = f"the id {file.checked['id']!r} is used by another file too"
            raise BadInput(Fault(twice, file.document.where(("id",))))
        treaties[file.checked["id"]] = file.checked
    operations = {file.checked["id"]: file.checked for file in read_operations(operation_files(folder), gazetteer)}
    return {
        **about,
        "hash": content_hash(folder),
        "actors": actors,
        "classes": check(ClassesFile, read_file(folder / "classes.yaml"))["classes"],
        "areas": check(AreasFile, read_file(folder / "areas.yaml"))["areas"],
        "disputed": check(DisputedFile, read_file(folder / "disputed.yaml"))["disputed"],
        "treaties": treaties,
        "operations": operations,
        "aliases": {alias: key for key, part in treaties.items() for alias in part.get("aliases", ())},
    }


def _gather(faults: list[Fault], read: Any) -> Any:
    try:
        return read()
    except BadInput as error:
        faults.extend(error.faults)
        return None


def _raise_any(faults: list[Fault]) -> None:
    if faults:
        raise BadInput(faults)

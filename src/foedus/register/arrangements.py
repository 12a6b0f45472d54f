"""What alliances are made of beside clauses: organs, structures, nuclear standing, stationed forces.

They lie in a compiled file of their own, a line a folder, so that a command which does not ask for them neither reads
nor decodes them. The file is sound as long as the register it was compiled with is the one in hand.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from foedus._base.dates import Day
from foedus._base.files import replacing
from foedus.domain.membership import Heading
from foedus.domain.nuclear import NuclearOrder
from foedus.domain.organ import Organ
from foedus.domain.stationing import Presence
from foedus.domain.structure import Structure
from foedus.register.compiled import load_register
from foedus.register.decode_arrangements import (
    decode_heading,
    decode_nuclear,
    decode_organs,
    decode_stationed,
    decode_structures,
)
from foedus.register.folder import DATA
from foedus.register.gazetteer import Gazetteer
from foedus.register.register import Register

COMPILED = DATA / "_compiled" / "arrangements.jsonl"
FOLDERS = ("organs", "structures", "nuclear", "stationed")


@dataclass(frozen=True, eq=False, repr=False)
class Arrangements:
    """The organs, structures, nuclear standing and stationed forces of one edition of the register.

    Parameters
    ----------
    checked : mapping of str to list
        The checked files of each folder; each folder is decoded when it is first asked for.
    """

    checked: Mapping[str, Any]

    @cached_property
    def organs(self) -> tuple[Organ, ...]:
        """Every body that decides."""
        return tuple(organ for file in self.checked["organs"] for organ in decode_organs(file))

    @cached_property
    def structures(self) -> tuple[Structure, ...]:
        """Every standing structure."""
        return tuple(structure for file in self.checked["structures"] for structure in decode_structures(file))

    @cached_property
    def nuclear(self) -> NuclearOrder:
        """All that is held about nuclear weapons."""
        return decode_nuclear(self.checked["nuclear"])

    @cached_property
    def presences(self) -> tuple[Presence, ...]:
        """Every presence of forces on another state's soil."""
        return tuple(presence for file in self.checked["stationed"] for presence in decode_stationed(file))

    def organs_of(self, alliance: str) -> tuple[Organ, ...]:
        """Return the bodies of an alliance, by the id of a treaty it rests on or by that of its file."""
        return tuple(organ for organ in self.organs if belongs_to(organ.heading, alliance))

    def structures_of(self, alliance: str) -> tuple[Structure, ...]:
        """Return the structures of an alliance, by the id of a treaty it rests on or by that of its file."""
        return tuple(structure for structure in self.structures if belongs_to(structure.heading, alliance))

    @cached_property
    def alliances(self) -> dict[str, Heading]:
        """The headings of the files on organs and structures, by id."""
        headings: dict[str, Heading] = {}
        for kind in ("organs", "structures"):
            for file in self.checked[kind]:
                headings.setdefault(file["id"], decode_heading(file, kind))
        return headings


def belongs_to(heading: Heading, alliance: str) -> bool:
    """Whether a file is about an alliance, called by the file's id or a treaty's."""
    return alliance == heading.id or alliance in heading.treaties


@dataclass(frozen=True, slots=True)
class BoundBy:
    """Whom the treaties of a register bind on a day."""

    register: Register

    def __call__(self, treaty: str, day: Day) -> Iterator[str]:
        """Yield the states a treaty may bind on a day."""
        held = self.register.treaty(treaty)
        if held.life is not None and held.life.possibly(day):
            yield from (party.state for party in held.parties if party.may_be_bound_on(day))


class _Lines(Mapping[str, Any]):
    """The folders, each read from its line of JSON when it is asked for."""

    def __init__(self, lines: list[bytes]) -> None:
        self._lines = dict(zip(FOLDERS, lines, strict=True))

    def __getitem__(self, folder: str) -> Any:
        return json.loads(self._lines[folder])

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)


def compiled(content_hash: str, checked: Mapping[str, Any]) -> bytes:
    """Return the compiled file: the hash of the register's files, then a line for each folder."""
    parts = ({"hash": content_hash}, *(checked[folder] for folder in FOLDERS))
    return b"\n".join(json.dumps(part, ensure_ascii=False).encode() for part in parts)


def from_compiled(text: bytes) -> Arrangements:
    """Return the arrangements a compiled file holds."""
    _, *lines = text.split(b"\n")
    return Arrangements(_Lines(lines))


def build_arrangements(register: Register, target: Path = COMPILED, folder: Path = DATA) -> bytes:
    """Read the YAML files, write the compiled file atomically, and return it.

    Raises
    ------
    BadInput
        With all faults of the files.
    """
    text = compiled(register.edition.content_hash, _read(register.actors, folder))
    target.parent.mkdir(parents=True, exist_ok=True)
    with replacing(target) as place:
        place.write_bytes(text)
    return text


@cache
def load_arrangements() -> Arrangements:
    """Return what the embedded register holds beside treaties, compiling it first if its files have changed.

    Raises
    ------
    BadInput
        If a file is at fault (only after it was edited by hand).
    """
    register = load_register()
    held = _held(register.edition.content_hash)
    return from_compiled(_built(register) if held is None else held)


def _built(register: Register) -> bytes:
    try:
        return build_arrangements(register)
    except OSError:  # a read-only installation without a compiled file
        return compiled(register.edition.content_hash, _read(register.actors, DATA))


def _read(actors: Gazetteer, folder: Path) -> Mapping[str, Any]:
    """Read the YAML files; the schema that checks them is imported only when they have changed."""
    from foedus.register.arrangement_files import read_arrangements  # noqa: PLC0415

    return read_arrangements(actors, folder)


def _held(content_hash: str) -> bytes | None:
    """Return the compiled file if it is whole and belongs to the register of that hash."""
    try:
        text = COMPILED.read_bytes()
        first, *lines = text.split(b"\n")
        sound = len(lines) == len(FOLDERS) and json.loads(first)["hash"] == content_hash
    except (OSError, ValueError, KeyError, TypeError):  # not there, cut short, or of another form
        return None
    return text if sound else None

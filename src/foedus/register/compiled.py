"""The register in one file: built from the YAML, kept beside it, and rebuilt when a file has changed.

The compiled file holds what has passed every check, as lines of JSON: a head with everything but those and an
index of when each may be in force, then a line for each treaty and a line for each operation, decoded into domain
objects when they are first asked for. A wheel carries it. Nothing depends on its presence.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from foedus._base.dates import Day
from foedus._base.files import replacing
from foedus.domain.treaty import Treaty
from foedus.register.decode import (
    decode_actor,
    decode_area,
    decode_class,
    decode_disputed,
    decode_treaty,
)
from foedus.register.folder import DATA, content_hash
from foedus.register.gazetteer import Gazetteer
from foedus.register.operations import Operations
from foedus.register.register import DatedTreaties, Edition, Register

COMPILED = DATA / "_compiled" / "register.jsonl"

Opened = tuple[dict[str, Any], dict[str, bytes], dict[str, bytes]]
"""A compiled file: its head, and the line of each treaty and of each operation."""

Life = tuple[int, int | None]
"""The first and the last day on which a treaty may be in force, as day numbers; None while it has not ended."""


class _DecodedOnDemand(Mapping[str, Treaty]):
    """Treaties by id, each decoded when it is first asked for."""

    def __init__(self, checked: Mapping[str, Any]) -> None:
        self._checked = checked
        self._decoded: dict[str, Treaty] = {}

    def __getitem__(self, treaty_id: str) -> Treaty:
        if treaty_id not in self._decoded:
            self._decoded[treaty_id] = decode_treaty(self._checked[treaty_id])
        return self._decoded[treaty_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._checked)

    def __len__(self) -> int:
        return len(self._checked)

    def __contains__(self, treaty_id: object) -> bool:
        return treaty_id in self._checked


class _Lines(Mapping[str, Any]):
    """Checked treaties or operations by id, each read from its line of JSON."""

    def __init__(self, lines: Mapping[str, bytes]) -> None:
        self._lines = lines

    def __getitem__(self, key: str) -> Any:
        return json.loads(self._lines[key])

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)


class _Indexed(_DecodedOnDemand, DatedTreaties):
    """Treaties with an index of their lives."""

    def __init__(self, lines: _Lines, lives: Mapping[str, Life | None]) -> None:
        super().__init__(lines)
        self._lives = lives

    def may_live_on(self, day: Day) -> Iterator[str]:
        for treaty_id, life in self._lives.items():
            if life is not None and life[0] <= day.last and (life[1] is None or day.first <= life[1]):
                yield treaty_id


def from_contents(contents: Mapping[str, Any]) -> Register:
    """Return the register held in one plain mapping (see `read_contents`)."""
    return _register(contents, _DecodedOnDemand(contents["treaties"]), contents["operations"])


def from_compiled(text: bytes) -> Register:
    """Return the register held in a compiled file."""
    return _of_lines(_opened(text))


def _of_lines(opened: Opened) -> Register:
    head, treaties, operations = opened
    return _register(head, _Indexed(_Lines(treaties), head["lives"]), _Lines(operations))


def contents_of(text: bytes) -> dict[str, Any]:
    """Return what a compiled file holds as one plain mapping, as `read_contents` would."""
    head, treaties, operations = _opened(text)
    del head["lives"]
    return {**head, "treaties": dict(_Lines(treaties)), "operations": dict(_Lines(operations))}


def _register(head: Mapping[str, Any], treaties: Mapping[str, Treaty], operations: Mapping[str, Any]) -> Register:
    return Register(
        actors=Gazetteer(map(decode_actor, head["actors"])),
        treaties=treaties,
        classes={key: decode_class(key, part) for key, part in head["classes"].items()},
        areas={key: decode_area(key, part) for key, part in head["areas"].items()},
        disputed=tuple(decode_disputed(*item) for item in head["disputed"].items()),
        edition=Edition(head["version"], head["hash"], head["cutoff"], head.get("covers_since") or ""),
        known_aliases=head["aliases"],
        operations=Operations(operations),
    )


def _opened(text: bytes) -> Opened:
    """Return the head, the line of each treaty and the line of each operation."""
    first, *lines = text.split(b"\n")
    head: dict[str, Any] = json.loads(first)
    keys, at = (*head["lives"], *head["operations"]), len(head["lives"])
    if len(keys) != len(lines):
        message = f"{len(lines)} lines for {len(keys)} treaties and operations"
        raise ValueError(message)
    return head, dict(zip(keys[:at], lines[:at], strict=True)), dict(zip(keys[at:], lines[at:], strict=True))


def compiled(contents: Mapping[str, Any]) -> bytes:
    """Return the compiled file of a register."""
    treaties, operations = contents["treaties"], contents["operations"]
    head = {key: part for key, part in contents.items() if key not in {"treaties", "operations"}}
    head["lives"] = {key: _life(decode_treaty(part)) for key, part in treaties.items()}
    head["operations"] = list(operations)
    parts = (head, *treaties.values(), *operations.values())
    return b"\n".join(json.dumps(part, ensure_ascii=False).encode() for part in parts)


def _life(treaty: Treaty) -> Life | None:
    if treaty.in_force is None:
        return None
    return treaty.in_force.first, treaty.ended.last if treaty.ended else None


def build(target: Path = COMPILED, folder: Path = DATA) -> bytes:
    """Read the YAML files, write the compiled file atomically, and return it.

    Raises
    ------
    BadInput
        With all faults of the files.
    """
    text = compiled(_read(folder))
    target.parent.mkdir(parents=True, exist_ok=True)
    with replacing(target) as place:
        place.write_bytes(text)
    return text


@cache
def load_register() -> Register:
    """Return the embedded register, compiling it first if its files have changed.

    Raises
    ------
    BadInput
        If a file of the register is at fault (only after it was edited by hand).
    """
    held = _held()
    return from_compiled(_built()) if held is None else _of_lines(held)


def _built() -> bytes:
    try:
        return build()
    except OSError:  # a read-only installation without a compiled file
        return compiled(_read(DATA))


def _read(folder: Path) -> Mapping[str, Any]:
    """Read the YAML files; the schema that checks them is imported only when they have changed."""
    from foedus.register.files import read_contents  # noqa: PLC0415

    return read_contents(folder)


def _held() -> Opened | None:
    """Return the compiled file if it is whole and its files have not changed since."""
    try:
        opened = _opened(COMPILED.read_bytes())
    except (OSError, ValueError, KeyError, TypeError):  # not there, cut short, or of another form
        return None
    return opened if opened[0].get("hash") == content_hash() else None

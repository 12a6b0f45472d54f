"""The register in one file: built from the YAML, kept beside it, and rebuilt when a file has changed.

The compiled file holds what has passed every check, as JSON; treaties are decoded into domain objects when they are
first asked for. A wheel carries it. Nothing depends on its presence.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

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
from foedus.register.register import Edition, Register

COMPILED = DATA / "_compiled" / "register.json"


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


def from_contents(contents: Mapping[str, Any]) -> Register:
    """Return the register held in one plain mapping (see `read_contents`)."""
    return Register(
        actors=Gazetteer(map(decode_actor, contents["actors"])),
        treaties=_DecodedOnDemand(contents["treaties"]),
        classes={key: decode_class(key, part) for key, part in contents["classes"].items()},
        areas={key: decode_area(key, part) for key, part in contents["areas"].items()},
        disputed=tuple(decode_disputed(*item) for item in contents["disputed"].items()),
        edition=Edition(contents["version"], contents["hash"], contents["cutoff"]),
        known_aliases=contents["aliases"],
    )


def build(target: Path = COMPILED, folder: Path = DATA) -> Mapping[str, Any]:
    """Read the YAML files, write the compiled file atomically, and return its contents.

    Raises
    ------
    BadInput
        With all faults of the files.
    """
    contents = _read(folder)
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", dir=target.parent, delete=False, encoding="utf-8") as file:
        json.dump(contents, file, ensure_ascii=False, separators=(",", ":"))
    written = Path(file.name)
    written.chmod(0o644)
    written.replace(target)
    return contents


@cache
def load_register() -> Register:
    """Return the embedded register, compiling it first if its files have changed.

    Raises
    ------
    BadInput
        If a file of the register is at fault (only after it was edited by hand).
    """
    return from_contents(current_contents())


def current_contents() -> Mapping[str, Any]:
    """Return the register as one plain mapping, compiled again first if its files have changed."""
    held = _held()
    if held is not None and held["hash"] == content_hash():
        return held
    try:
        return build()
    except OSError:  # a read-only installation without a compiled file
        return _read(DATA)


def _read(folder: Path) -> Mapping[str, Any]:
    """Read the YAML files; the schema that checks them is imported only when they have changed."""
    from foedus.register.files import read_contents  # noqa: PLC0415

    return read_contents(folder)


def _held() -> Mapping[str, Any] | None:
    try:
        held: Mapping[str, Any] = json.loads(COMPILED.read_bytes())
    except (OSError, ValueError):
        return None
    return held

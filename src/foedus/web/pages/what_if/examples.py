"""The bundled contingencies as filled forms."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from foedus._base.documents import read_bytes
from foedus._base.errors import Fault, UnknownName
from foedus.web.pages.what_if.asked import Pairs, asked
from foedus.web.pages.what_if.document import LISTS
from foedus.web.pages.what_if.fields import FIELDS

_PLAIN = re.compile(r"[A-Za-zÀ-ž0-9][A-Za-zÀ-ž0-9 .'/()-]*")
_WORDS = frozenset({"true", "false", "null"})


@dataclass(frozen=True, slots=True)
class Example:
    """A bundled contingency."""

    name: str
    title: str
    date: str
    pairs: Pairs


@cache
def examples() -> Mapping[str, Example]:
    """Return the bundled contingencies by name, the earliest first."""
    held = []
    for path in (files("foedus") / "examples").iterdir():
        if path.name.endswith(".yaml"):
            value = read_bytes(path.read_bytes(), path.name).value
            name = path.name.removesuffix(".yaml")
            title = str(value.get("title") or name)
            held.append(Example(name, title, str(value.get("date", "")), filled(value)))
    return {one.name: one for one in sorted(held, key=lambda one: (one.date, one.name))}


def example(name: str) -> Example:
    """Return a bundled contingency.

    Raises
    ------
    UnknownName
        If there is none of that name.
    """
    if name not in examples():
        raise UnknownName(Fault(f"no example is called {name[:60]!r}", "example", ", ".join(examples())))
    return examples()[name]


def filled(value: Mapping[str, Any]) -> Pairs:
    """Return the form filled with a contingency, as `contingency_document` reads it back.

    Parameters
    ----------
    value : mapping
        A contingency as a file states it.
    """
    return asked(_filled(value))


def _filled(value: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    more = {key: held for key, held in value.items() if key in LISTS}
    resists, targets = value.get("resists", {}), value.get("targets", [])
    if len(set(resists.values())) == 1 and list(resists) == ([targets] if isinstance(targets, str) else targets):
        yield "resists", _text(next(iter(resists.values())))
        del more["resists"]
    for key, held in value.items():
        if key in {"place", "act"}:
            for part, inner in held.items():
                yield from _pairs(f"{key}.{part}", inner)
        else:
            yield from _pairs(key, held)
    if more:
        yield "more", "\n".join(_yaml(more))


def _pairs(name: str, held: Any) -> Iterator[tuple[str, str]]:
    if name in FIELDS and name not in {"resists", "more"}:
        for one in held if isinstance(held, list) else [held]:
            yield name, _text(one)


def _text(value: Any) -> str:
    if value is None:
        return "none"
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)


def _yaml(held: Mapping[str, Any]) -> Iterator[str]:
    for key, value in held.items():
        if isinstance(value, list):
            yield f"{key}:"
            yield from (f"  - {_flow(one)}" for one in value)
        else:
            yield f"{key}: {_flow(value)}"


def _flow(value: Any) -> str:
    match value:
        case dict():
            return "{" + ", ".join(f"{_flow(key)}: {_flow(inner)}" for key, inner in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(_flow, value)) + "]"
        case str() if _PLAIN.fullmatch(value) and value.casefold() not in _WORDS and not value.isdigit():
            return value
        case _:
            return json.dumps(value, ensure_ascii=False)

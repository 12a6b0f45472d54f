"""Conditions as they stand in a treaty file: checked with Pydantic, and read back into the domain without it.

Each condition of `foedus.domain.condition` is named by its only field, so the file form is generated from the domain:
``gravity: armed_attack`` is checked against the type of `GravityAtLeast.gravity`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from foedus._base.dates import ALWAYS, Day, Spell
from foedus._base.documents import Path_
from foedus.domain import condition as conditions

Checked = Mapping[str, Any]
"""A part of a document that has passed its schema."""

LEAVES: dict[str, type] = {fields(leaf)[0].name: leaf for leaf in get_args(conditions.Condition)}
"""Every condition by its key in the file."""

FILE_NAMES = {"for": "purpose"}
"""Keys of the file that are reserved words in Python, and their field."""


def spell_of(checked: Checked) -> Spell:
    """Return the spell written as ``from`` and ``until``."""
    start, end = checked.get("from"), checked.get("until")
    if start is None and end is None:
        return ALWAYS
    return Spell(Day.parse(start) if start else None, Day.parse(end) if end else None)


def decode_tree(nodes: Sequence[Checked], terms: Mapping[str, Checked]) -> conditions.Tree:
    """Return the tree for a step; a list means all of its conditions, and a term stands for its definition."""
    branches = tuple(_decode_node(node, terms) for node in nodes)
    return branches[0] if len(branches) == 1 else conditions.AllOf(branches)


def _decode_node(node: Checked, terms: Mapping[str, Checked]) -> conditions.Tree:
    def branches(nodes: Sequence[Checked]) -> tuple[conditions.Tree, ...]:
        return tuple(_decode_node(part, terms) for part in nodes)

    origin = (node.get("article", ""), spell_of(node), node.get("instrument", ""))
    called = node.get("called", "")
    if "term" in node:
        term = terms[node["term"]]
        article = term.get("article", origin[0])
        return conditions.AllOf(branches(term["when"]), article, *origin[1:], term["called"])
    if "all" in node:
        return conditions.AllOf(branches(node["all"]), *origin, called)
    if "any" in node:
        return conditions.AnyOf(branches(node["any"]), *origin, called)
    if "not" in node:
        return conditions.Not(_decode_node(node["not"], terms), *origin, called)
    key = next(key for key in node if key in LEAVES)
    return conditions.Leaf(decode_leaf(key, node[key]), *origin)


def decode_leaf(key: str, value: object) -> conditions.Condition:
    """Return the condition written under that key."""
    leaf = LEAVES[key]
    condition: conditions.Condition = leaf(_decode_value(_hints(leaf)[key], value))
    return condition


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _decode_value(hint: Any, value: Any) -> Any:
    if isinstance(value, list):
        return tuple(value)
    if isinstance(value, Mapping):
        kind = _nested(hint)
        named = {FILE_NAMES.get(str(key), str(key)): part for key, part in value.items()}
        hints = _hints(kind)
        return kind(**{key: _decode_value(hints[key], part) for key, part in named.items()})
    return value


def _nested(hint: Any) -> type:
    """Return the dataclass within a type such as ``RoleWord | ActorSet``."""
    if is_dataclass(hint) and isinstance(hint, type):
        return hint
    if get_origin(hint) in (Union, UnionType):
        return next(part for part in get_args(hint) if is_dataclass(part) and isinstance(part, type))
    message = f"{hint} holds no mapping"
    raise TypeError(message)


def term_faults(checked: Checked) -> Iterator[tuple[Path_, str]]:
    """Yield every use of a term that is not defined, and every term within a term."""
    defined = checked.get("terms", {})
    for path, term in (*_uses(checked["clauses"], ("clauses",)), *_uses(defined, ("terms",))):
        if path[0] == "terms":
            yield path, "a term may not use another term"
        elif term not in defined:
            yield path, f"no term is called {term!r} (terms: {', '.join(defined) or 'none'})"


def _uses(part: Any, path: Path_) -> Iterator[tuple[Path_, str]]:
    if isinstance(part, Mapping):
        for key, child in part.items():
            if key == "term" and isinstance(child, str):
                yield (*path, key), child
            else:
                yield from _uses(child, (*path, key))
    elif isinstance(part, list):
        for position, child in enumerate(part):
            yield from _uses(child, (*path, position))

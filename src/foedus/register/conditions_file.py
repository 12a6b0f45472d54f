"""Conditions as they stand in a treaty file: checked with Pydantic, and read back into the domain without it.

Each condition of `foedus.domain.condition` is named by its only field, so the file form is generated from the domain:
``gravity: armed_attack`` is checked against the type of `GravityAtLeast.gravity`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from foedus._base.dates import ALWAYS, Day, Spell
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

    article, spell = str(node.get("article", "")), spell_of(node)
    called = node.get("called", "")
    if "term" in node:
        term = terms[node["term"]]
        return conditions.AllOf(branches(term["when"]), term.get("article", article), spell, term["called"])
    if "all" in node:
        return conditions.AllOf(branches(node["all"]), article, spell, called)
    if "any" in node:
        return conditions.AnyOf(branches(node["any"]), article, spell, called)
    if "not" in node:
        return conditions.Not(_decode_node(node["not"], terms), article, spell, called)
    key = next(key for key in node if key in LEAVES)
    return conditions.Leaf(decode_leaf(key, node[key]), article, spell)


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

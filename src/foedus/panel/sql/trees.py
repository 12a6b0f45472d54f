"""Conditions of clauses as a query meets them: as a sentence, as JSON as in a treaty file, and leaf by leaf."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from foedus._base.dates import Spell
from foedus.domain.condition import AllOf, AnyOf, Condition, Leaf, Not, Tree
from foedus.register.conditions_file import FILE_NAMES

_KEYS_OF_FILES = {field: key for key, field in FILE_NAMES.items()}


@dataclass(frozen=True, slots=True)
class FoundLeaf:
    """A single condition, and how it stands in its tree.

    Attributes
    ----------
    is_denied : bool
        It must not hold.
    is_alternative : bool
        It is one of several of which one is enough.
    """

    leaf: Leaf
    is_denied: bool
    is_alternative: bool


def leaves(tree: Tree, *, is_denied: bool = False, is_alternative: bool = False) -> Iterator[FoundLeaf]:
    """Yield the conditions of a tree, as they stand in the text."""
    match tree:
        case Leaf():
            yield FoundLeaf(tree, is_denied, is_alternative)
        case Not(branch):
            yield from leaves(branch, is_denied=not is_denied, is_alternative=is_alternative)
        case AllOf(branches) | AnyOf(branches):
            one_is_enough = isinstance(tree, AllOf) == is_denied and len(branches) > 1
            for branch in branches:
                yield from leaves(branch, is_denied=is_denied, is_alternative=is_alternative or one_is_enough)


def key_of(condition: Condition) -> str:
    """Return the name of a condition, as in a treaty file."""
    return fields(condition)[0].name


def value_of(condition: Condition) -> Any:
    """Return what a condition asks for, as plain values."""
    return _plain(getattr(condition, key_of(condition)))


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        held = {_KEYS_OF_FILES.get(one.name, one.name): _plain(getattr(value, one.name)) for one in fields(value)}
        return {key: part for key, part in held.items() if part not in ([], False)}
    return list(value) if isinstance(value, tuple) else value


def words_of(value: Any) -> list[str]:
    """Return every word in a value, flat."""
    match value:
        case Mapping():
            return [word for part in value.values() for word in words_of(part)]
        case list():
            return [word for part in value for word in words_of(part)]
        case bool():
            return ["true" if value else "false"]
        case _:
            return [str(value)]


def tree_json(tree: Tree) -> dict[str, Any]:
    """Return a tree in the form of a treaty file, its terms spelled out."""
    called = "" if isinstance(tree, Leaf) else tree.called
    origin = {"article": tree.article, "instrument": tree.instrument, "called": called, **_dates(tree.spell)}
    return _bare(tree) | {key: part for key, part in origin.items() if part}


def _bare(tree: Tree) -> dict[str, Any]:
    match tree:
        case Leaf(condition):
            return {key_of(condition): value_of(condition)}
        case AllOf(branches):
            return {"all": [tree_json(branch) for branch in branches]}
        case AnyOf(branches):
            return {"any": [tree_json(branch) for branch in branches]}
        case Not(branch):
            return {"not": tree_json(branch)}


def _dates(spell: Spell) -> dict[str, str]:
    ends = {"from": spell.start, "until": spell.end}
    return {key: day.text for key, day in ends.items() if day is not None}


def sentence(tree: Tree) -> str:
    """Return a tree as a reader would say it."""
    match tree:
        case Leaf(condition):
            return _leaf_sentence(key_of(condition).replace("_", " "), value_of(condition))
        case AllOf(called=called) | AnyOf(called=called) | Not(called=called) if called:
            return called
        case Not(branch):
            return f"not ({sentence(branch)})"
        case AllOf(branches):
            return _joined(branches, " and ") or "nothing further"
        case AnyOf(branches):
            return _joined(branches, " or ") or "never"


def _leaf_sentence(key: str, value: Any) -> str:
    if isinstance(value, bool):
        return key if value else f"not {key}"
    return f"{key}: {_said(value)}"


def _said(value: Any) -> str:
    match value:
        case Mapping():
            said = {key.replace("_", " "): part for key, part in value.items()}
            return ", ".join(key if part is True else f"{key} {_said(part)}" for key, part in said.items())
        case list():
            return " or ".join(map(_said, value))
        case _:
            return str(value).replace("_", " ")


def _joined(branches: tuple[Tree, ...], word: str) -> str:
    def said(branch: Tree) -> str:
        is_list = isinstance(branch, AllOf | AnyOf) and not branch.called and len(branch.branches) > 1
        return f"({sentence(branch)})" if is_list and len(branches) > 1 else sentence(branch)

    return word.join(map(said, branches))

"""Conditions as sentences, as JSON and leaf by leaf."""

from __future__ import annotations

from typing import Any

import pytest

from foedus.domain.condition import AllOf, AnyOf, GravityAtLeast, InRegion, Leaf, Not, Tree, Unprovoked
from foedus.panel.sql.trees import key_of, leaves, sentence, tree_json, value_of, words_of
from foedus.register.conditions_file import decode_tree

EUROPE, GRAVE, UNPROVOKED = Leaf(InRegion(("europe",))), Leaf(GravityAtLeast("armed_attack")), Leaf(Unprovoked(True))


def all_trees(register: Any) -> list[Tree]:
    clauses = [clause for _, clause in register.clauses()]
    steps = [clause.steps for clause in clauses] + [one.steps for clause in clauses for one in clause.readings]
    held = [getattr(step, name) for step in steps for name in ("act", "place", "adversary", "procedure")]
    return [tree for tree in held if tree is not None] + [one.when for clause in clauses for one in clause.exceptions]


def test_the_json_of_every_condition_reads_back_as_the_same_condition(register: Any) -> None:
    trees = all_trees(register)
    assert len(trees) > 1000
    assert [tree for tree in trees if decode_tree([tree_json(tree)], {}) != tree] == []


def test_every_condition_can_be_said(register: Any) -> None:
    assert all(sentence(tree) for tree in all_trees(register))


@pytest.mark.parametrize(
    ("tree", "said"),
    [
        (EUROPE, "region: europe"),
        (UNPROVOKED, "unprovoked"),
        (Leaf(Unprovoked(False)), "not unprovoked"),
        (Not(GRAVE), "not (gravity: armed attack)"),
        (AllOf((GRAVE, AnyOf((EUROPE, UNPROVOKED)))), "gravity: armed attack and (region: europe or unprovoked)"),
        (AnyOf((EUROPE, UNPROVOKED), called="an attack on Europe"), "an attack on Europe"),
        (AllOf(()), "nothing further"),
        (AnyOf(()), "never"),
    ],
)
def test_a_tree_is_said_as_a_reader_would(tree: Tree, said: str) -> None:
    assert sentence(tree) == said


@pytest.mark.parametrize(
    ("tree", "told"),
    [
        (EUROPE, [(False, False)]),
        (Not(EUROPE), [(True, False)]),
        (AllOf((EUROPE, GRAVE)), [(False, False), (False, False)]),
        (AnyOf((EUROPE, GRAVE)), [(False, True), (False, True)]),
        (AnyOf((EUROPE,)), [(False, False)]),
        (Not(AllOf((EUROPE, GRAVE))), [(True, True), (True, True)]),
        (Not(AnyOf((EUROPE, GRAVE))), [(True, False), (True, False)]),
        (Not(Not(EUROPE)), [(False, False)]),
    ],
)
def test_a_leaf_knows_whether_it_is_denied_and_whether_it_alone_decides(tree: Tree, told: list[Any]) -> None:
    assert [(found.is_denied, found.is_alternative) for found in leaves(tree)] == told


def test_the_words_of_a_value_are_flat() -> None:
    assert (key_of(EUROPE.condition), value_of(EUROPE.condition)) == ("region", ["europe"])
    assert words_of({"states": ["a", "b"], "count": 2, "each": True}) == ["a", "b", "2", "true"]

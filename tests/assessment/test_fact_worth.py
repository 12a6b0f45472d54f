"""The value of information: worked by hand, by brute force, and what must hold of any table."""

from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.assessment.fact_table import FactTable, Who
from foedus.assessment.fact_worth import Worth, worths
from foedus.obligations.fact_words import Value
from foedus.obligations.unknown_facts import UnknownFact

STATES = 3


def table(due: Any, may: Any = None) -> FactTable:
    """Return a table by hand; the last axis is the states, each other one a fact."""
    held = np.asarray(due, np.bool_)
    facts = tuple(
        UnknownFact(f"fact {axis}", tuple(Value(str(number), number) for number in range(size)))
        for axis, size in enumerate(held.shape[:-1])
    )
    who: tuple[Who, ...] = tuple((f"state {number}", "targets") for number in range(held.shape[-1]))
    return FactTable(facts, who, held, held if may is None else held | np.asarray(may, np.bool_))


def of(found: tuple[Worth, ...], field: str) -> Worth:
    return next(one for one in found if one.fact.field == field)


@st.composite
def tables(draw: st.DrawFn) -> FactTable:
    shape = (*draw(st.lists(st.integers(1, 3), min_size=1, max_size=3)), STATES)
    flags = st.lists(st.booleans(), min_size=int(np.prod(shape)), max_size=int(np.prod(shape)))
    return table(np.reshape(draw(flags), shape), np.reshape(draw(flags), shape))


def test_by_hand() -> None:
    """Grave and unprovoked binds three, grave but provoked one, anything else nobody."""
    grave_by_provoked = [[[1, 1, 1], [1, 0, 0]], [[0, 0, 0], [0, 0, 0]]]
    grave, provoked = worths(table(grave_by_provoked), None, {})
    assert (grave.fact.field, grave.width, grave.on_average, grave.at_worst, grave.turns) == ("fact 0", 3, 1.0, 2, 3)
    assert (provoked.on_average, provoked.at_worst, provoked.turns) == (2.0, 3, 2)


def test_by_a_prior_the_average_is_weighted() -> None:
    grave_by_provoked = [[[1, 1, 1], [1, 0, 0]], [[0, 0, 0], [0, 0, 0]]]
    found = worths(table(grave_by_provoked), None, {"fact 0": np.array([0.9, 0.1])})
    assert of(found, "fact 0").on_average == pytest.approx(0.9 * 2 + 0.1 * 0)


def test_a_fact_that_changes_the_verdict_comes_first() -> None:
    due = [[[1, 1], [0, 0]], [[1, 1], [0, 0]]]  # only the second fact binds anybody
    verdicts = np.array([[[0, 0], [0, 0]], [[1, 1], [1, 1]]])
    found = worths(table(due), verdicts, {})
    assert [(one.fact.field, one.turns_verdict) for one in found] == [("fact 0", True), ("fact 1", False)]


@given(tables())
def test_knowing_a_fact_never_leaves_more_open(held: FactTable) -> None:
    for one in worths(held, None, {}):
        assert one.on_average <= one.at_worst <= one.width


@given(tables())
def test_the_widths_are_those_of_listing_the_scenarios(held: FactTable) -> None:
    cells = [
        (where, int(held.due[where].sum()), int(held.may[where].sum()))
        for where in product(*map(range, held.due.shape[:-1]))
    ]

    def width(chosen: list[tuple[tuple[int, ...], int, int]]) -> int:
        return max(most for _, _, most in chosen) - min(least for _, least, _ in chosen)

    for axis, fact in enumerate(held.facts):
        left = [width([one for one in cells if one[0][axis] == at]) for at in range(len(fact.values))]
        found = of(worths(held, None, {}), fact.field)
        assert (found.width, found.at_worst) == (width(cells), max(left))
        assert found.on_average == pytest.approx(sum(left) / len(left))


@given(tables(), st.integers(2, 3))
def test_a_fact_on_which_nothing_hangs_has_no_value(held: FactTable, size: int) -> None:
    idle = UnknownFact("idle", tuple(Value(str(number), number) for number in range(size)))
    due, may = (np.repeat(flags[None], size, 0) for flags in (held.due, held.may))
    found = of(
        worths(FactTable((idle, *held.facts), held.who, due, may), np.zeros((*due.shape[:-1], 2), int), {}), "idle"
    )
    assert (found.turns, found.turns_verdict) == (0, False)
    assert found.on_average == found.at_worst == found.width


@given(tables(), st.randoms(use_true_random=False))
def test_the_order_of_the_facts_does_not_matter(held: FactTable, random: Any) -> None:
    axes = list(range(len(held.facts)))
    random.shuffle(axes)
    turned = FactTable(
        tuple(held.facts[axis] for axis in axes),
        held.who,
        held.due.transpose(*axes, len(axes)),
        held.may.transpose(*axes, len(axes)),
    )
    assert worths(turned, None, {}) == worths(held, None, {})

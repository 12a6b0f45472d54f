"""Who is essential: worked cases of the theory, and every coalition tried."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus import BadInput
from foedus.measures.system.balance_of_power import balance_of_power

resources = st.lists(st.integers(1, 30), min_size=1, max_size=7)


def test_one_with_exactly_half_makes_the_system_stable() -> None:
    found = balance_of_power(np.array([50.0, 30.0, 20.0]))
    assert found.is_stable
    assert found.essential == (True, True, True)
    assert found.winning == ((0, 1), (0, 2))


def test_where_every_pair_wins_all_are_essential() -> None:
    found = balance_of_power(np.array([45.0, 35.0, 20.0]))
    assert not found.is_stable
    assert found.essential == (True, True, True)
    assert found.winning == ((0, 1), (0, 2), (1, 2))


def test_one_with_more_than_half_needs_nobody() -> None:
    found = balance_of_power(np.array([60.0, 30.0, 10.0]))
    assert (found.dominant, found.essential) == (0, (True, False, False))


@given(resources)
def test_essential_is_that_some_coalition_wins_only_with_it(held: list[int]) -> None:
    states = range(len(held))

    def wins(coalition: Iterable[int]) -> bool:
        return 2 * sum(held[state] for state in coalition) > sum(held)

    every = list(chain.from_iterable(combinations(states, size) for size in range(len(held) + 1)))
    expected = tuple(
        any(state in one and wins(one) and not wins(set(one) - {state}) for one in every) for state in states
    )
    found = balance_of_power(np.array(held, float))
    assert found.essential == expected
    minimal = [one for one in every if wins(one) and not any(wins(set(one) - {state}) for state in one)]
    assert sorted(found.winning) == sorted(minimal)
    assert found.is_stable == any(2 * one == sum(held) for one in held)


@pytest.mark.parametrize("held", [[], [1.0, 0.0], [1.0, np.nan], [1.0] * 16])
def test_what_makes_no_sense_is_refused(held: list[float]) -> None:
    with pytest.raises(BadInput):
        balance_of_power(np.array(held))

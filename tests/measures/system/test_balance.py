"""Balance against counting by hand, and the theorem that balance is two camps."""

from __future__ import annotations

from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.measures.system.networks import symmetric

from foedus.measures.system.balance import balance, signs


@st.composite
def signed(draw: st.DrawFn) -> np.ndarray:
    states = draw(st.integers(1, 8))
    one, other = np.triu_indices(states, 1)
    held = np.zeros((states, states), np.int8)
    held[one, other] = draw(st.lists(st.integers(-1, 1), min_size=len(one), max_size=len(one)))
    return held + held.T


@given(signed())
def test_triads_are_those_one_counts(held: np.ndarray) -> None:
    counts = [0, 0, 0, 0]
    for one, two, three in combinations(range(len(held)), 3):
        ties = held[one, two], held[two, three], held[one, three]
        if all(ties):
            counts[sum(tie < 0 for tie in ties)] += 1
    found = balance(held)
    assert found.by_enemies == tuple(counts)
    assert (found.triads, found.balanced) == (sum(counts), counts[0] + counts[2])
    assert found.share == pytest.approx((counts[0] + counts[2]) / sum(counts) if sum(counts) else np.nan, nan_ok=True)


@given(signed())
def test_camps_are_there_just_if_some_division_has_all_friends_inside_and_all_enemies_across(held: np.ndarray) -> None:
    def fits(camp: tuple[int, ...]) -> bool:
        together = np.equal.outer(camp, camp)
        return bool(np.all(together[held > 0]) and not np.any(together[held < 0]))

    found = balance(held).camps
    assert (found is not None) == any(fits(camp) for camp in product((0, 1), repeat=len(held)))
    if found is not None:
        assert fits(found)
        assert [one >= 0 for one in found] == held.any(axis=1).tolist()


@given(signed(), st.data())
def test_names_do_not_matter(held: np.ndarray, data: st.DataObject) -> None:
    order = data.draw(st.permutations(range(len(held))))
    mixed = balance(held[np.ix_(order, order)])
    assert mixed.by_enemies == balance(held).by_enemies
    assert (mixed.camps is None) == (balance(held).camps is None)


@given(symmetric(most=6), st.data())
def test_allies_that_are_enemies_count_as_enemies(tied: np.ndarray, data: st.DataObject) -> None:
    size = len(tied)
    hostile = np.array(
        data.draw(st.lists(st.lists(st.booleans(), min_size=size, max_size=size), min_size=size, max_size=size))
    )
    held = signs(tied, hostile)
    for one, other in product(range(size), repeat=2):
        enemies = hostile[one, other] or hostile[other, one]
        assert held[one, other] == (0 if one == other else -1 if enemies else int(tied[one, other]))

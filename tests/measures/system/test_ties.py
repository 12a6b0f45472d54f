"""Allies, survival and rates, counted by hand and by sets; the published figures of ATOP's defence pacts."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.measures.system.networks import symmetric

from foedus.measures.system.ties import Network, allies_per_state, rate, survival, ties


def network(year: int, states: list[int], *pairs: tuple[int, int]) -> Network:
    tied = np.zeros((len(states), len(states)), np.bool_)
    for one, other in pairs:
        at = states.index(one), states.index(other)
        tied[at] = tied[at[::-1]] = True
    return Network(year, np.array(states), tied)


def test_allies_are_pooled_over_states_and_years() -> None:
    held = [network(1900, [2, 20, 200], (2, 20)), network(1901, [2, 20], (2, 20))]
    assert allies_per_state(held) == pytest.approx(4 / 5)
    assert rate(held) == pytest.approx(2 / 4)
    assert np.isnan(allies_per_state([]))
    assert np.isnan(rate([]))


def test_ties_of_states_that_are_gone_are_left_out() -> None:
    held = [
        network(1900, [2, 20, 200], (2, 20), (2, 200), (20, 200)),
        network(1905, [2, 20, 220], (2, 20), (2, 220)),
    ]
    found = survival(held, 5)
    assert (found.began, found.lasted, found.gone, found.share) == (1, 1, 2, 1)
    assert found.share_of_all == pytest.approx(1 / 3)
    assert np.isnan(survival(held, 4).share)


@given(symmetric(least=2), st.data())
def test_survival_is_that_of_sets_of_pairs(tied: np.ndarray, data: st.DataObject) -> None:
    size = len(tied)
    numbers = sorted(data.draw(st.sets(st.integers(1, 12), min_size=size, max_size=size)))
    later = data.draw(symmetric(least=2))
    others = sorted(data.draw(st.sets(st.integers(1, 12), min_size=len(later), max_size=len(later))))
    one, other = Network(1900, np.array(numbers), tied), Network(1903, np.array(others), later)
    before, after = ({frozenset(held.states[at].tolist()) for at in np.argwhere(held.tied)} for held in (one, other))
    live = {pair for pair in before if pair <= set(others)}
    found = survival([one, other], 3)
    assert (found.began, found.lasted, found.gone) == (len(live), len(live & after), len(before - live))
    assert ties(one) == len(before)

"""Concentration, movement and transition against published cases, bounds and what must not change them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus import BadInput
from foedus.measures.system.polarity import concentration, movement, poles, shares, transition

ROUNDING = 1e-9
held = st.lists(st.floats(0.01, 100), min_size=2, max_size=12).map(np.array)


@st.composite
def two_years(draw: st.DrawFn) -> tuple[np.ndarray, np.ndarray]:
    states = draw(st.integers(2, 10))
    one, other = (draw(st.lists(st.floats(0.01, 100), min_size=states, max_size=states)) for _ in range(2))
    return np.array(one), np.array(other)


def test_the_reference_case() -> None:
    assert concentration(np.array([0.5, 0.3, 0.2])) == pytest.approx(0.2646, abs=5e-5)  # four printed digits


@given(held)
def test_concentration_is_the_spread_of_shares_by_the_largest_there_can_be(capabilities: np.ndarray) -> None:
    states = len(capabilities)
    largest = np.std(np.eye(states)[0])
    expected = np.std(shares(capabilities)) / largest
    assert concentration(capabilities) == pytest.approx(expected, abs=1e-7)  # a root of a difference near zero


@given(held, st.floats(0.1, 1000), st.randoms(use_true_random=False))
def test_neither_unit_nor_order_matters(capabilities: np.ndarray, unit: float, chance: np.random.Generator) -> None:
    mixed = list(capabilities * unit)
    chance.shuffle(mixed)
    assert concentration(np.array(mixed)) == pytest.approx(concentration(capabilities), abs=1e-7)


@given(st.integers(2, 12))
def test_equal_states_and_a_single_holder_are_the_ends(states: int) -> None:
    assert concentration(np.ones(states)) == pytest.approx(0, abs=1e-7)  # a root of what rounding leaves
    assert concentration(np.eye(states)[0]) == pytest.approx(1, abs=ROUNDING)
    assert poles(np.ones(states)).all()


@given(held)
def test_taking_from_the_weakest_for_the_strongest_concentrates(capabilities: np.ndarray) -> None:
    more = np.sort(capabilities)
    taken = more[0] / 2
    more[[0, -1]] += [-taken, taken]
    assert concentration(more) >= concentration(capabilities) - 1e-7


@given(two_years())
def test_movement_is_a_share_of_what_could_move(years: tuple[np.ndarray, np.ndarray]) -> None:
    before, after = years
    assert 0 <= movement(before, after) <= 1 + ROUNDING
    assert movement(before, before * 7) == pytest.approx(0, abs=ROUNDING)
    everything = np.zeros(len(before))
    everything[before.argmin()] = 1
    assert movement(before, everything) == pytest.approx(1, abs=ROUNDING)


def test_movement_by_hand() -> None:
    assert movement(np.array([0.5, 0.3, 0.2]), np.array([0.4, 0.4, 0.2])) == pytest.approx(0.2 / 1.6)


@given(two_years())
def test_transition_counts_the_pairs_that_changed_places(years: tuple[np.ndarray, np.ndarray]) -> None:
    before, after = years
    count = of = 0
    for one in range(len(before)):
        for other in range(one):
            of += before[one] != before[other]
            count += (before[one] - before[other]) * (after[one] - after[other]) < 0
    assert transition(before, after) == pytest.approx(count / of if of else np.nan, nan_ok=True)


def test_poles_have_half_of_what_the_strongest_has() -> None:
    assert poles(np.array([10.0, 5.0, 4.9, 1.0])).tolist() == [True, True, False, False]


def test_one_state_is_not_spread() -> None:
    assert np.isnan(concentration(np.array([3.0])))
    assert np.isnan(movement(np.array([3.0]), np.array([4.0])))
    assert np.isnan(transition(np.array([3.0]), np.array([4.0])))


@pytest.mark.parametrize("bad", [[1.0, np.nan], [1.0, -1.0], [0.0, 0.0]])
def test_what_is_missing_is_refused(bad: list[float]) -> None:
    with pytest.raises(BadInput, match="a capability is missing or negative"):
        concentration(np.array(bad))

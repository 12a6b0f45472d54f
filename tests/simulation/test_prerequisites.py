"""Prerequisites: who waits for another comes only where one of those came, by the rule spelled out state by state."""

from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from foedus.simulation.prerequisites import After, Flags, are_earlier, asked, called, distinct

ALL = np.ones(4, bool)
CHAINS = st.tuples(*(st.sets(st.integers(0, max(ally - 1, 0)), max_size=ally).map(tuple) for ally in range(4)))
ABLE = st.lists(st.booleans(), min_size=4, max_size=4).map(np.array)


def every_set(allies: int) -> Flags:
    return np.array(list(product((False, True), repeat=allies)))


def spelled_out(willing: NDArray[np.bool_], after: After, able: NDArray[np.bool_]) -> set[int]:
    """Return who comes, by following the rule from nobody on until nothing changes."""
    come: set[int] = set()
    while True:
        ready = {ally for ally in range(4) if willing[ally] and able[ally]}
        more = {ally for ally in ready if not after[ally] or come & set(after[ally])}
        if more == come:
            return come
        come = more


@given(CHAINS, ABLE)
def test_who_comes_is_who_the_rule_lets_come(after: After, able: NDArray[np.bool_]) -> None:
    willing = every_set(4)
    found = called(willing, after, able)
    assert [set(np.flatnonzero(one)) for one in found] == [spelled_out(one, after, able) for one in willing]


@given(CHAINS, ABLE)
def test_who_was_asked_and_did_not_come_was_not_willing(after: After, able: NDArray[np.bool_]) -> None:
    willing = every_set(4)
    come = called(willing, after, able)
    absent = asked(come, after, able) & ~come
    assert not np.any(absent & willing)
    assert np.array_equal(come | absent, asked(come, after, able))


def test_without_prerequisites_all_who_are_willing_come() -> None:
    willing = every_set(4)
    assert np.array_equal(called(willing, ()), willing)
    assert called(willing, ()) is not willing


def test_nobody_waits_for_one_that_does_not_stand_before_it() -> None:
    assert are_earlier(((), (0,), (0, 1)), 3)
    assert not are_earlier(((), (1,)), 2)
    assert not are_earlier(((1,), ()), 2)
    assert not are_earlier(((),), 2)


@given(st.integers(1, 70), st.integers(1, 40), st.integers(0, 9))
def test_sets_told_apart_are_those_that_numpy_tells_apart(allies: int, draws: int, seed: int) -> None:
    sets = np.random.default_rng(seed).random((draws, allies)) < 0.5
    expected, counts = np.unique(sets, axis=0, return_counts=True)
    found, counted = distinct(sets)
    assert np.array_equal(found, expected)
    assert np.array_equal(counted, counts)

"""Rivals: counted by hand over windows of years, and known ones in the data."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.measures.system.history import History, SystemYear
from foedus.measures.system.rivalry import DISPUTES, WINDOW, rivals

STATES = np.array([2, 20, 200, 365])


def year(
    when: int, quarrels: AbstractSet[tuple[int, int]] | None, owes: AbstractSet[tuple[int, int]] = frozenset()
) -> SystemYear:
    matrices = []
    for pairs in (quarrels or set(), owes):
        held = np.zeros((4, 4), np.bool_)
        for one, other in pairs:
            held[one, other] = True
        matrices.append(held)
    return SystemYear(when, STATES, matrices[1], disputes_begun=None if quarrels is None else matrices[0])


pairs = st.sets(st.sampled_from([(0, 1), (0, 2), (1, 2), (2, 3), (0, 3)]), max_size=3)


@given(st.lists(pairs, min_size=WINDOW, max_size=WINDOW + 8))
def test_rivals_are_those_that_one_counts(quarrels: list[set[tuple[int, int]]]) -> None:
    found = rivals([year(1900 + at, held) for at, held in enumerate(quarrels)])
    assert found[: WINDOW - 1] == [None] * (WINDOW - 1)
    for at in range(WINDOW - 1, len(quarrels)):
        window = quarrels[at - WINDOW + 1 : at + 1]
        every = {pair for held in window for pair in held}
        enough = {pair for pair in every if sum(pair in held for held in window) >= DISPUTES}
        one = found[at]
        assert one is not None
        assert one.pairs == {(STATES[a], STATES[b]) for a, b in enough}


def test_a_year_without_data_starts_the_count_anew() -> None:
    years = [year(1900 + at, {(0, 1)}) for at in range(WINDOW)]
    assert rivals(years)[-1] is not None
    years[3] = year(1903, None)
    assert rivals(years)[-1] is None


def test_allied_and_backed_rivals() -> None:
    years = [year(1900 + at, {(0, 1)}, {(0, 2), (3, 1)}) for at in range(WINDOW)]
    found = rivals(years)[-1]
    assert found is not None
    assert (found.allied, found.backed) == (0, 1)
    years[-1] = year(1914, {(0, 1)}, {(0, 1), (0, 2)})
    found = rivals(years)[-1]
    assert found is not None
    assert (found.allied, found.backed) == (1, 0)  # an ally against whom it would fight is no help


@pytest.mark.data
def test_known_rivals(since_1816: History) -> None:
    by_year = dict(zip((one.year for one in since_1816.years), rivals(since_1816.years), strict=True))
    assert by_year[1829] is None
    assert by_year[1975] is not None
    assert {(651, 666), (750, 770), (350, 640)} <= by_year[
        1975
    ].pairs  # Egypt and Israel, India and Pakistan, Greece and Turkey
    assert (2, 200) not in by_year[1975].pairs

"""The time until enough have approved: harmonic numbers, simulation, and what must hold of any paces."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus import BadInput
from foedus.response.decision.delay import QUANTILES, delay, expected_time

PACES = st.lists(st.floats(0.05, 20), min_size=1, max_size=12)
INTEGRAL = 1e-9  # relative: the trapezoid over the logarithm of time is nearly exact


@pytest.mark.parametrize(("members", "time"), [(2, 1.5), (28, 3.927), (32, 4.058)])
def test_consensus_of_members_alike_takes_a_harmonic_number(members: int, time: float) -> None:
    assert expected_time(members, members, 1) == pytest.approx(time, abs=5e-4)  # three printed decimals


@pytest.mark.parametrize("needed", [1, 3, 7])
def test_the_integral_agrees_with_the_closed_form(needed: int) -> None:
    assert delay([0.5] * 7, needed).expected == pytest.approx(expected_time(7, needed, 0.5), rel=INTEGRAL)


@pytest.mark.parametrize("ratio", [10.0, 1e4, 1e8])
def test_two_of_most_unlike_pace_agree_with_the_closed_form(ratio: float) -> None:
    slower = 1 / ratio
    first, both = delay([1.0, slower], 1), delay([1.0, slower], 2)
    assert first.expected == pytest.approx(1 / (1 + slower), rel=INTEGRAL)
    assert both.expected == pytest.approx(1 + ratio - 1 / (1 + slower), rel=INTEGRAL)
    assert first.quantiles == pytest.approx(-np.log1p(-np.array(QUANTILES)) / (1 + slower), rel=1e-3)  # interpolated


def test_where_one_has_no_vote_the_others_take_as_long_as_they_would_alone() -> None:
    assert delay([0.5] * 21, 20, is_one_out=True).expected == pytest.approx(expected_time(20, 20, 0.5), rel=INTEGRAL)


@given(PACES.filter(lambda paces: len(paces) > 1))
def test_where_one_has_no_vote_each_is_as_likely_to_be_the_one(paces: list[float]) -> None:
    needed = len(paces) - 1
    without = [delay([*paces[:one], *paces[one + 1 :]], needed).expected for one in range(len(paces))]
    assert delay(paces, needed, is_one_out=True).expected == pytest.approx(np.mean(without), rel=1e-7)


def test_members_of_unlike_pace_agree_with_a_simulation() -> None:
    paces, needed, draws = np.array([0.2, 0.5, 1.0, 3.0]), 3, 200_000
    times = np.sort(np.random.default_rng(7).exponential(1 / paces, (draws, 4)), axis=1)[:, needed - 1]
    found = delay(list(paces), needed)
    error = times.std() / np.sqrt(draws)
    assert abs(found.expected - times.mean()) < 4 * error
    assert np.allclose(found.quantiles, np.quantile(times, QUANTILES), rtol=0.02)


@given(PACES, st.data())
def test_more_needed_takes_longer_and_a_quicker_member_never_slows(paces: list[float], data: st.DataObject) -> None:
    needed = data.draw(st.integers(1, len(paces)))
    found = delay(paces, needed)
    assert found.quantiles == tuple(sorted(found.quantiles))
    assert all(share > -1e-3 for share in found.speeding)
    if needed < len(paces):
        assert delay(paces, needed + 1).expected > found.expected


@given(PACES.filter(lambda paces: len(paces) > 1))
def test_order_of_members_does_not_matter(paces: list[float]) -> None:
    one, other = delay(paces, 2), delay(paces[::-1], 2)
    assert one.expected == pytest.approx(other.expected, rel=1e-9)
    assert one.speeding == pytest.approx(other.speeding[::-1], rel=1e-6, abs=1e-9)


@pytest.mark.parametrize(("paces", "needed"), [([], 1), ([1.0, 0.0], 1), ([1.0], 2), ([1.0], 0), ([float("nan")], 1)])
def test_what_makes_no_sense_is_refused(paces: list[float], needed: int) -> None:
    with pytest.raises(BadInput):
        delay(paces, needed)


def test_who_has_no_vote_cannot_be_needed() -> None:
    with pytest.raises(BadInput, match="2 of 1 members"):
        delay([1.0, 1.0], 2, is_one_out=True)

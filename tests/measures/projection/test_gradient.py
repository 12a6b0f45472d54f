"""Boulding's gradient and the discount of The War Trap: worked values, closed forms and what theory says."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from foedus import FoedusError
from foedus.measures.projection.gradient import boundary, discount_exponent, discounted, miles_a_day, strength_at

SHARES = st.floats(0.0001, 0.9999)
MILES = st.floats(0, 13_000)
YEARS = st.integers(1816, 2024)
POSITIVE = st.floats(0.01, 1000)


def test_the_worked_boundary_of_two_parties() -> None:
    assert boundary((10, 8), (1, 1), 10) == 6


@given(POSITIVE, POSITIVE, POSITIVE, POSITIVE, POSITIVE)
def test_at_the_boundary_both_are_as_strong(one: float, other: float, k1: float, k2: float, apart: float) -> None:
    found = boundary((one, other), (k1, k2), apart)
    if found is None:  # one is the stronger at the other's home too
        assert one < other - k2 * apart or other < one - k1 * apart
    else:
        assert one - k1 * found == pytest.approx(other - k2 * (apart - found), rel=1e-6, abs=1e-6)
        turned = boundary((other, one), (k2, k1), apart)
        assert turned is None or turned == pytest.approx(apart - found, rel=1e-6, abs=1e-6)


def test_strength_is_never_less_than_nothing() -> None:
    assert strength_at(10, 2, [0, 1, 5, 6]).tolist() == [10, 8, 0, 0]


NAN, INF = float("nan"), float("inf")


@pytest.mark.parametrize(
    ("case", "said"),
    [
        (((-1, 1), (1, 1), 1), "no number of 0 or more"),
        (((1, 1), (1, 1), -1), "no number of 0 or more"),
        (((NAN, 1), (1, 1), 1), "no number of 0 or more"),
        (((1, 1), (1, NAN), 1), "no number of 0 or more"),
        (((1, 1), (1, 1), INF), "no number of 0 or more"),
        (((1, 1), (0, 0), 1), "neither party loses"),
    ],
)
def test_no_boundary_is_told_of_nonsense(
    case: tuple[tuple[float, float], tuple[float, float], float], said: str
) -> None:
    with pytest.raises(FoedusError, match=said):
        boundary(*case)


@pytest.mark.parametrize(
    ("miles", "year", "left"),
    [(0, 1950, 0.13733), (0, 1900, 0.13733), (5000, 1950, 0.05786), (5000, 1930, 0.04851), (5000, 1900, 0.03665)],
)
def test_the_worked_values_of_a_tenth_of_the_world(miles: float, year: int, left: float) -> None:
    """Five printed digits, so half of the last."""
    assert float(discounted(0.1, miles, year)) == pytest.approx(left, abs=0.5e-5)


def test_each_era_has_its_pace() -> None:
    asked = [1815, 1816, 1918, 1919, 1945, 1946, 2024]
    assert miles_a_day(asked).tolist()[1:] == [250, 250, 375, 375, 500, 500]
    assert np.isnan(miles_a_day(1815))


def test_the_exponent_at_no_distance_and_at_one() -> None:
    assert float(discount_exponent(0, 1950)) == pytest.approx(0.862234, abs=1e-6)  # log10(10 - e)
    assert float(discount_exponent(np.e * 500, 1950)) == pytest.approx(1, abs=1e-12)


@given(SHARES, MILES, MILES, YEARS)
def test_farther_is_weaker(share: float, near: float, far: float, year: int) -> None:
    near, far = sorted((near, far))
    assert discounted(share, far, year) <= discounted(share, near, year)


@given(SHARES, SHARES, MILES, YEARS)
def test_the_larger_share_stays_the_larger(one: float, other: float, miles: float, year: int) -> None:
    assume(one != other)
    assert (one < other) == bool(discounted(one, miles, year) < discounted(other, miles, year))


@given(SHARES, MILES)
def test_a_later_era_loses_no_more(share: float, miles: float) -> None:
    early, middle, late = discounted(share, miles, [1900, 1930, 1950])
    assert early <= middle <= late


def test_what_is_not_known_stays_so() -> None:
    assert np.isnan(discounted([np.nan, 0.1], [10, np.nan], 1950)).all()
    assert np.isnan(discounted(0.1, 10, 1700))


@pytest.mark.parametrize(("share", "miles"), [(1.5, 0), (-0.1, 0), (0.5, -1)])
def test_what_is_no_share_is_refused(share: float, miles: float) -> None:
    with pytest.raises(FoedusError, match="no share"):
        discounted(share, miles, 1950)

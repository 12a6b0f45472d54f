"""Concentration: the worked example of the literature, extremes, and what must not matter."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus import FoedusError
from foedus.measures.capability.concentration import effective_number, herfindahl, ray_singer, shares_of_group

values = st.lists(st.floats(0.01, 1e6), min_size=2, max_size=40)


def test_the_worked_example() -> None:
    """Shares of a half, three tenths and a fifth: .2646 to four digits."""
    assert ray_singer([0.5, 0.3, 0.2]) == pytest.approx(0.2646, abs=5e-5)


def test_it_is_the_standard_deviation_by_its_largest_value() -> None:
    """CON is also the spread of the shares by the spread where one member has everything."""
    shares = np.array([0.4, 0.25, 0.2, 0.1, 0.05])
    everything = np.array([1, 0, 0, 0, 0])
    assert ray_singer(shares) == pytest.approx(shares.std() / everything.std())


def test_extremes() -> None:
    assert ray_singer([7, 7, 7]) == pytest.approx(0, abs=1e-7)
    assert ray_singer([7, 0, 0]) == 1
    assert herfindahl([7, 7, 7]) == pytest.approx(1 / 3)
    assert herfindahl([7, 0, 0]) == 1
    assert effective_number([7, 7, 7]) == pytest.approx(3)


def test_missing_is_left_out_and_not_none() -> None:
    assert herfindahl([1, 1, math.nan]) == 0.5
    assert np.isnan(shares_of_group([1, math.nan])[1])
    assert math.isnan(ray_singer([5, math.nan]))
    assert math.isnan(herfindahl([math.nan]))
    assert np.isnan(shares_of_group([0.0, 0.0])).all()


@pytest.mark.parametrize("bad", [[-1.0, 2.0], [math.inf, 1.0]])
def test_what_is_no_capability_is_refused(bad: list[float]) -> None:
    with pytest.raises(FoedusError, match="not negative and finite"):
        ray_singer(bad)


@given(values)
def test_bounds(held: list[float]) -> None:
    assert 0 <= ray_singer(held) <= 1 + 1e-12
    assert 1 / len(held) - 1e-12 <= herfindahl(held) <= 1 + 1e-12
    assert 1 - 1e-9 <= effective_number(held) <= len(held) + 1e-9


@given(values, st.floats(0.001, 1000), st.randoms())
def test_order_and_unit_do_not_matter(held: list[float], unit: float, random: object) -> None:
    turned = [value * unit for value in held[::-1]]
    assert ray_singer(turned) == pytest.approx(ray_singer(held), abs=1e-7)
    assert herfindahl(turned) == pytest.approx(herfindahl(held))


@given(values)
def test_two_groups_alike_are_half_as_concentrated(held: list[float]) -> None:
    assert herfindahl(held + held) == pytest.approx(herfindahl(held) / 2)


@given(values, st.floats(0, 0.49))
def test_giving_from_the_largest_to_the_smallest_lowers_it(held: list[float], part: float) -> None:
    ordered = sorted(held)
    gift = part * (ordered[-1] - ordered[0])
    given_away = [ordered[0] + gift, *ordered[1:-1], ordered[-1] - gift]
    assert ray_singer(given_away) <= ray_singer(held) + 1e-9

"""Tables of two by two: Wallace's published table, and scipy's chi-squared."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from foedus import BadInput
from foedus.measures.system.association import Table

counts = st.integers(0, 60)


def test_wallace_s_disputes_with_and_without_an_arms_race() -> None:
    """Wallace (1979): of 28 disputes with an arms race 23 became wars, of 71 without one 3 did."""
    found = Table(both=23, first_only=5, second_only=3, neither=68)
    assert found.cases == 99
    assert found.yule_q == pytest.approx(0.981, abs=5e-4)  # printed digits
    assert found.phi == pytest.approx(0.797, abs=5e-4)
    assert found.chi_squared == pytest.approx(62.95, abs=5e-3)


@given(counts, counts, counts, counts)
def test_chi_squared_is_that_of_scipy(both: int, first: int, second: int, neither: int) -> None:
    held = Table(both, first, second, neither)
    square = np.array([[both, first], [second, neither]])
    if square.sum(axis=0).all() and square.sum(axis=1).all():
        assert held.chi_squared == pytest.approx(stats.chi2_contingency(square, correction=False).statistic)
        facts = np.repeat([[1, 1], [1, 0], [0, 1], [0, 0]], square.ravel(), axis=0)
        assert held.phi == pytest.approx(np.corrcoef(facts.T)[0, 1], abs=1e-9)
    else:
        assert np.isnan(held.phi)


@given(counts, counts, counts, counts)
def test_to_deny_one_fact_turns_the_sign_and_to_deny_both_turns_it_back(a: int, b: int, c: int, d: int) -> None:
    held, turned, back = Table(a, b, c, d), Table(b, a, d, c), Table(d, c, b, a)
    assert turned.yule_q == pytest.approx(-held.yule_q, nan_ok=True)
    assert back.yule_q == pytest.approx(held.yule_q, nan_ok=True)
    assert turned.phi == pytest.approx(-held.phi, nan_ok=True)
    assert np.isnan(held.yule_q) or -1 <= held.yule_q <= 1


def test_rates_and_their_ratio() -> None:
    held = Table(1, 9, 2, 88)
    assert (held.with_first, held.without_first) == pytest.approx((0.1, 2 / 90))
    assert held.ratio == pytest.approx(4.5)
    assert np.isnan(Table(0, 0, 0, 5).ratio)


def test_a_negative_count_is_refused() -> None:
    with pytest.raises(BadInput, match="a count is negative"):
        Table(-1, 0, 0, 0)

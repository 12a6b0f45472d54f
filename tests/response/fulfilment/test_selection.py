"""From tested promises to all: nothing changes without selection, and a simulation agrees with it."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from foedus import BadInput
from foedus.response.fulfilment.selection import both_below, reliability

SHARES = st.floats(0.05, 0.95)


@given(SHARES, SHARES)
def test_without_selection_the_tested_are_like_the_rest(rate: float, share: float) -> None:
    assert reliability(rate, share, 0) == rate


@settings(max_examples=15)
@given(SHARES, SHARES, st.floats(0.05, 0.9))
def test_the_stronger_the_selection_the_more_reliable_are_the_untested(
    rate: float, share: float, together: float
) -> None:
    slack = 1e-4  # of the bivariate normal integral
    assert reliability(rate, share, together) >= rate - slack
    assert reliability(rate, share, together) >= reliability(rate, share, together / 2) - slack


def test_a_simulation_with_that_reliability_shows_that_rate_among_the_tested() -> None:
    rate, share, together, draws = 0.5, 0.2, 0.6, 400_000
    found = reliability(rate, share, together)
    both = np.random.default_rng(3).multivariate_normal([0, 0], [[1, together], [together, 1]], draws)
    kept = both[:, 0] > stats.norm.ppf(1 - found)
    is_tested = both[:, 1] < stats.norm.ppf(share)
    error = 0.5 / np.sqrt(is_tested.sum())
    assert abs(kept[is_tested].mean() - rate) < 4 * error


@pytest.mark.parametrize(("rate", "share", "together"), [(0, 0.5, 0.1), (0.5, 1.2, 0.1), (0.5, 0.5, 1.0)])
def test_what_is_no_share_is_refused(rate: float, share: float, together: float) -> None:
    with pytest.raises(BadInput):
        reliability(rate, share, together)


@pytest.mark.parametrize("correlation", [-0.9, -0.5, 0.0, 0.3, 0.8])
def test_the_bivariate_normal_is_that_of_scipy(correlation: float) -> None:
    bounds = (-2.0, -0.4, 0.0, 0.7, 3.0)
    for one, other in product(bounds, bounds):
        wanted = stats.multivariate_normal.cdf([one, other], cov=[[1, correlation], [correlation, 1]])
        assert both_below(one, other, correlation) == pytest.approx(
            float(wanted), abs=1e-5
        )  # as far as SciPy integrates

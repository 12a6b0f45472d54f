"""Wilcoxon's test against every pattern of signs, against SciPy, and against a table of critical values."""

from __future__ import annotations

import math
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from foedus import FoedusError
from foedus.measures.burden.matched_pairs import wilcoxon

differences = st.lists(st.integers(-4, 4).filter(bool), min_size=1, max_size=9)


@given(differences)
def test_every_pattern_of_signs_is_counted(apart: list[int]) -> None:
    """With ties among the differences too, where tables of critical values do not hold."""
    ranks = stats.rankdata(np.abs(apart))
    sums = np.array(
        [sum(rank for rank, up in zip(ranks, ups, strict=True) if up) for ups in product((0, 1), repeat=len(apart))]
    )
    observed = ranks[np.array(apart) > 0].sum()
    expected = min(1.0, 2 * min((sums <= observed + 1e-9).mean(), (sums >= observed - 1e-9).mean()))
    found = wilcoxon(apart, np.zeros(len(apart)))
    assert found.two_sided == pytest.approx(expected)
    assert found.positive == pytest.approx(observed)
    assert found.positive + found.negative == pytest.approx(len(apart) * (len(apart) + 1) / 2)


@given(st.lists(st.floats(-1e3, 1e3).filter(lambda x: abs(x) > 1e-6), min_size=3, max_size=40, unique_by=abs))
def test_it_is_scipys_exact_test(apart: list[float]) -> None:
    oracle = stats.wilcoxon(apart, method="exact")
    found = wilcoxon(apart, np.zeros(len(apart)))
    assert found.two_sided == pytest.approx(oracle.pvalue, rel=1e-9)
    assert min(found.positive, found.negative) == pytest.approx(oracle.statistic)


def test_the_table_of_critical_values() -> None:
    """Six members all to one side: twice 1/64, the least that six can show."""
    assert wilcoxon([1, 2, 3, 4, 5, 6], [0] * 6).two_sided == pytest.approx(2 / 64)


def test_pairs_alike_and_missing_ones_are_left_out() -> None:
    assert wilcoxon([1, 2, 3, math.nan], [0, 0, 3, 1]) == wilcoxon([1, 2], [0, 0])
    none = wilcoxon([1, 2], [1, 2])
    assert none.pairs == 0
    assert math.isnan(none.two_sided)


def test_series_of_two_lengths_are_refused() -> None:
    with pytest.raises(FoedusError, match="no pairs"):
        wilcoxon([1, 2], [1])


@given(differences)
def test_the_sides_are_alike(apart: list[int]) -> None:
    zeros = np.zeros(len(apart))
    one, other = wilcoxon(apart, zeros), wilcoxon(zeros, apart)
    assert (one.positive, one.two_sided) == pytest.approx((other.negative, other.two_sided))

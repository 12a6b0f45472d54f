"""Rank tests against every order tried one by one, against SciPy, and against Olson and Zeckhauser's NATO of 1964."""

from __future__ import annotations

import csv
import math
from itertools import permutations
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from foedus import FoedusError
from foedus.measures.burden.rank_tests import MOST_EXACT, RankTest, kendall, spearman

EXACT = 1e-9  # counts by their total: nothing but rounding

pairs = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=3, max_size=6)
distinct = st.integers(3, 7).flatmap(lambda n: st.permutations(range(n)))


def brute(measure: Any, x: list[float], y: list[float]) -> tuple[float, float]:
    """Return both probabilities by trying every order."""
    observed = measure(x, y)
    tried = np.array([measure(x, list(order)) for order in permutations(y)])
    return float((tried >= observed - 1e-9).mean()), float((np.abs(tried) >= abs(observed) - 1e-9).mean())


def rho(x: Any, y: Any) -> float:
    return float(np.corrcoef(stats.rankdata(x), stats.rankdata(y))[0, 1])


def tau_b(x: Any, y: Any) -> float:
    """Agreeing less disagreeing pairs, by the geometric mean of the pairs that are not tied on either side."""
    signs = np.array([[np.sign(a - b), np.sign(c - d)] for a, c in zip(x, y) for b, d in zip(x, y)])  # noqa: B905
    return float((signs[:, 0] * signs[:, 1]).sum() / math.sqrt((signs[:, 0] ** 2).sum() * (signs[:, 1] ** 2).sum()))


@pytest.mark.parametrize(("test", "measure"), [(spearman, rho), (kendall, tau_b)], ids=["spearman", "kendall"])
@given(held=pairs)
def test_every_order_is_counted(test: Any, measure: Any, held: list[tuple[int, int]]) -> None:
    x, y = [float(one) for one, _ in held], [float(other) for _, other in held]
    found = test(x, y)
    if len(set(x)) == 1 or len(set(y)) == 1:
        assert math.isnan(found.coefficient)
        assert math.isnan(found.two_sided)
        return
    assert found.method == "exact"
    assert found.coefficient == pytest.approx(measure(x, y), abs=1e-12)
    assert (found.greater, found.two_sided) == pytest.approx(brute(measure, x, y), abs=EXACT)


@given(distinct)
def test_kendall_without_ties_is_counted_as_well(order: list[int]) -> None:
    x, y = list(range(len(order))), [float(one) for one in order]
    found = kendall(x, y)
    assert (found.greater, found.two_sided) == pytest.approx(brute(tau_b, [float(one) for one in x], y), abs=EXACT)


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=15, max_size=30, unique=True))
def test_a_long_series_has_scipys_approximation(held: list[tuple[float, float]]) -> None:
    x, y = zip(*held, strict=True)
    if len(set(x)) == 1 or len(set(y)) == 1:
        return
    found, oracle = spearman(x, y), stats.spearmanr(x, y, alternative="greater")
    assert found.method == "approximate"
    assert (found.coefficient, found.greater) == pytest.approx((oracle.statistic, oracle.pvalue))


@given(distinct)
def test_turning_one_side_round_turns_the_sign(order: list[int]) -> None:
    x = list(range(len(order)))
    for test in (spearman, kendall):
        one, other = test(x, order), test(x, [-value for value in order])
        assert one.coefficient == pytest.approx(-other.coefficient)
        assert one.two_sided == pytest.approx(other.two_sided)


@given(pairs)
def test_only_ranks_count(held: list[tuple[int, int]]) -> None:
    x, y = np.array(held, float).T
    for test in (spearman, kendall):
        assert repr(test(np.exp(x), y**3 + 2)) == repr(test(x, y))


def test_the_exact_count_meets_the_approximation_where_both_will_do() -> None:
    """At fourteen members, the most that are counted, the two are a few thousandths apart."""
    random = np.random.default_rng(1964)
    x, y = random.permutation(MOST_EXACT), random.permutation(MOST_EXACT)
    assert spearman(x, y).two_sided == pytest.approx(stats.spearmanr(x, y).pvalue, abs=0.01)


def test_the_table_of_critical_values() -> None:
    """With five pairs only complete agreement is significant at one per cent one-sided: 1/120."""
    assert spearman([1, 2, 3, 4, 5], [1, 2, 3, 4, 5]).greater == pytest.approx(1 / 120)
    assert kendall([1, 2, 3, 4, 5], [1, 2, 3, 4, 5]).greater == pytest.approx(1 / 120)


def test_missing_pairs_are_left_out() -> None:
    assert spearman([1, 2, math.nan, 3], [1, 2, 9, 3]) == spearman([1, 2, 3], [1, 2, 3])


@pytest.mark.parametrize(("x", "y"), [([1, 2], [1, 2]), ([1, 2, 3], [1, 2]), ([1, math.nan, 3], [1, 2, 3])])
def test_too_little_is_refused(x: list[float], y: list[float]) -> None:
    for test in (spearman, kendall):
        with pytest.raises(FoedusError):
            test(x, y)


@pytest.fixture(scope="module")
def nato_of_1964(shared_data: Path) -> dict[str, list[float]]:
    file = shared_data / "published" / "olson_zeckhauser_1964_from_memory.csv"
    rows = list(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))
    return {name: [float(row[name]) for row in rows] for name in rows[0] if name != "country"}


@pytest.mark.data
def test_olson_and_zeckhauser(nato_of_1964: dict[str, list[float]]) -> None:
    """Published: .490, significant at five per cent one-sided. The table is from memory and recomputes to it."""
    found = spearman(nato_of_1964["gnp_bn_usd_1964"], nato_of_1964["defence_pct_gnp"])
    assert found.coefficient == pytest.approx(0.490, abs=5e-4)
    assert found.coefficient == pytest.approx(0.4901, abs=5e-5)
    assert found.pairs == 14
    assert found.greater < 0.05
    approximate = stats.spearmanr(nato_of_1964["gnp_bn_usd_1964"], nato_of_1964["defence_pct_gnp"])
    assert approximate.pvalue == pytest.approx(0.0752, abs=5e-5)
    assert found.two_sided == pytest.approx(approximate.pvalue, abs=0.003)  # counted: .0779
    assert found.greater == pytest.approx(0.038, abs=0.0015)  # counted: .0390


@pytest.mark.data
def test_income_a_head_does_not_explain_the_burden(nato_of_1964: dict[str, list[float]]) -> None:
    found = spearman(nato_of_1964["gnp_per_capita_usd"], nato_of_1964["defence_pct_gnp"])
    assert found.coefficient == pytest.approx(-0.128, abs=5e-4)
    assert found.two_sided > 0.5


@pytest.mark.data
def test_kendall_on_the_same_table(nato_of_1964: dict[str, list[float]]) -> None:
    found: RankTest = kendall(nato_of_1964["gnp_bn_usd_1964"], nato_of_1964["defence_pct_gnp"])
    assert found.coefficient == pytest.approx(0.385, abs=5e-4)
    assert found.method == "exact"

"""How often promises were kept: the published counts, and intervals against their closed forms."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from foedus import BadInput
from foedus.response.fulfilment.rates import SIZES, rates
from foedus.response.fulfilment.tested import cases_tested
from foedus.response.rate import rate

PUBLISHED = {
    "all": (73, 146),
    "1816-1944": (61, 92),
    "1945-2003": (12, 54),
    "defence": (42, 102),
    "offence": (31, 42),
    "neutrality": (35, 45),
    "non-aggression": (18, 49),
    "defence, 1816-1944": (36, 59),
    "defence, 1945-2003": (6, 43),
}


@pytest.mark.data
def test_the_counts_are_those_of_berkemeier_and_fuhrmann(berkemeier_fuhrmann: pl.DataFrame) -> None:
    found = {one.name: (one.happened, one.cases) for one in rates(cases_tested(berkemeier_fuhrmann))}
    assert {name: found[name] for name in PUBLISHED} == PUBLISHED


@pytest.mark.data
def test_pacts_of_two_and_of_more_make_up_their_pledge_and_era(berkemeier_fuhrmann: pl.DataFrame) -> None:
    found = {one.name: one for one in rates(cases_tested(berkemeier_fuhrmann))}
    for name in [one for one in found if one.count(",") == 1]:
        cells = [found[f"{name}, {size}"] for size in SIZES if f"{name}, {size}" in found]
        assert sum(one.cases for one in cells) == found[name].cases
        assert sum(one.happened for one in cells) == found[name].happened


@pytest.mark.data
def test_of_defence_pacts_of_more_than_two_none_was_kept_since_1945(berkemeier_fuhrmann: pl.DataFrame) -> None:
    """Counted in the file itself: rows that the war called for, of the later sample, that flag defence and many."""
    held = berkemeier_fuhrmann.filter(
        (pl.col("dnaLLM").fill_null(0) != 1) & (pl.col("sample") == 0) & (pl.col("defense") == 1)
    ).filter(pl.col("multilateral") == 1)
    found = {one.name: one for one in rates(cases_tested(berkemeier_fuhrmann))}
    cell = found["defence, 1945-2003, more than two parties"]
    assert (cell.cases, cell.happened) == (held.height, held.filter(pl.col("honorLLM") == 1).height) == (21, 0)


@pytest.mark.data
def test_cases_of_few_wars_are_less_sure_than_their_number(berkemeier_fuhrmann: pl.DataFrame) -> None:
    whole = rates(cases_tested(berkemeier_fuhrmann))[0]
    alone = stats.binomtest(73, 146).proportion_ci(method="exact")
    assert whole.wars == 45
    assert whole.high - whole.low > alone.high - alone.low


@given(st.integers(5, 60), st.integers(5, 60))
def test_where_every_case_is_its_own_war_the_interval_is_that_of_clopper_and_pearson(kept: int, broken: int) -> None:
    cases = np.arange(kept + broken) < kept
    found = rate("made up", cases, np.arange(len(cases)))
    exact = stats.binomtest(kept, kept + broken).proportion_ci(method="exact")
    slack = 0.025  # the variance between wars has n - 1 for n: of ten cases, nine count
    assert found.low == pytest.approx(exact.low, abs=slack)
    assert found.high == pytest.approx(exact.high, abs=slack)


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 5)), min_size=1, max_size=60))
def test_a_rate_lies_within_its_interval(cases: list[tuple[bool, int]]) -> None:
    found = rate("made up", np.array([kept for kept, _ in cases]), np.array([war for _, war in cases]))
    assert 0 <= found.low <= found.share <= found.high <= 1


def test_a_variance_learnt_from_few_wars_counts_for_less() -> None:
    """Four of seven cases in five wars, worked by hand.

    The sums of residuals by war are 2a, a, -b, a - b and -b with a = 3/7 and b = 4/7.
    """
    kept, war = np.array([1, 1, 1, 0, 1, 0, 0], bool), np.array([1, 1, 2, 3, 4, 4, 5])
    a, b = 3 / 7, 4 / 7
    variance = 5 / 4 * ((2 * a) ** 2 + a**2 + b**2 + (a - b) ** 2 + b**2) / 49
    few = (2.446912 / 2.776445) ** 2  # Student's t at 0.975 with 6 and with 4 degrees of freedom, from tables
    effective = a * b / variance * few
    found = rate("made up", kept, war)
    assert found.low == pytest.approx(stats.beta.ppf(0.025, b * effective, a * effective + 1), abs=1e-6)
    assert found.high == pytest.approx(stats.beta.ppf(0.975, b * effective + 1, a * effective), abs=1e-6)


def test_no_case_is_no_rate() -> None:
    with pytest.raises(BadInput, match="there is no case"):
        rate("none", np.zeros(0, bool), np.zeros(0, np.int64))

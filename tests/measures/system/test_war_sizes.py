"""The tail of war sizes: Clauset's published fit from the same file, and samples of known laws."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from foedus import BadInput
from foedus.measures.system.history import war_sizes
from foedus.measures.system.war_sizes import power_law, tail
from foedus.sources.reading import load
from foedus.sources.registry import source


@pytest.mark.data
def test_clauset_s_tail_of_inter_state_wars(shared_data: Path) -> None:
    """Clauset (2018): 95 wars 1823 to 2003, alpha 1.53 +- .07, least size 7,061."""
    files = [shared_data / "cow" / "Inter-StateWarData_v4.0.csv"]
    sizes = war_sizes(load(source("inter-state-war"), files).tables["participants"])
    found = power_law(sizes["deaths"].to_numpy().astype(float))
    assert (found.cases, found.tail, found.least) == (95, 51, 7061)
    assert found.alpha == pytest.approx(1.525, abs=5e-4)  # printed digits; the paper's 1.53 is the same rounded
    assert found.error == pytest.approx(0.0735, abs=5e-5)


@given(st.floats(1.4, 3.5), st.integers(0, 2**32 - 1))
def test_the_exponent_of_a_drawn_law_is_found_within_chance(alpha: float, seed: int) -> None:
    sizes = np.sort(5 * (1 - np.random.default_rng(seed).random(2000)) ** (-1 / (alpha - 1)))
    found = tail(sizes, float(sizes[0]))
    assert abs(found.alpha - alpha) < 5 * found.error  # one in two million by chance


@given(st.lists(st.floats(1, 1e6), min_size=3, max_size=40, unique=True))
def test_the_exponent_is_the_most_likely_and_the_distance_is_scipy_s(sizes: list[float]) -> None:
    held = np.sort(sizes)
    found = tail(held, float(held[0]))

    def likelihood(alpha: float) -> float:
        return float(len(held) * np.log((alpha - 1) / found.least) - alpha * np.log(held / found.least).sum())

    assert likelihood(found.alpha) >= max(likelihood(1 + (found.alpha - 1) * by) for by in (0.9, 0.99, 1.01, 1.1))
    law = stats.pareto(found.alpha - 1, scale=found.least)
    theirs = stats.kstest(held, law.cdf).statistic
    assert found.distance <= theirs + 1e-9  # scipy also looks from above each step
    assert found.distance >= theirs - 1 / len(held) - 1e-9
    assert found.larger(held[-1]) == pytest.approx(law.sf(held[-1]), abs=1e-9)


@given(st.lists(st.integers(1, 500), min_size=3, max_size=30), st.integers(2, 9))
def test_the_unit_does_not_matter(sizes: list[int], unit: int) -> None:
    held = np.array(sizes, float)
    if len(set(sizes)) > 1:
        one, other = power_law(held), power_law(held * unit)
        assert other.alpha == pytest.approx(one.alpha)
        assert other.least == one.least * unit
        assert np.isnan(one.larger(one.least / 2))


@pytest.mark.parametrize("sizes", [[3.0, 3.0], [1.0, 0.0], [1.0, np.nan], []])
def test_sizes_that_tell_nothing_are_refused(sizes: list[float]) -> None:
    with pytest.raises(BadInput, match="a size is missing or not above zero"):
        power_law(np.array(sizes))

"""Random numbers by position: the same however the draws are cut, and even."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from foedus._base.streams import uniforms


@given(st.integers(0, 2**40), st.integers(1, 11), st.lists(st.integers(1, 30), min_size=1, max_size=5))
def test_draws_are_the_same_however_they_are_cut(seed: int, width: int, parts: list[int]) -> None:
    ends = np.cumsum([0, *parts])
    whole = uniforms(seed, "a", 0, int(ends[-1]), width)
    cut = [uniforms(seed, "a", int(start), int(end), width) for start, end in pairwise(ends)]
    assert np.array_equal(np.concatenate(cut), whole)


def test_purposes_and_seeds_have_numbers_of_their_own() -> None:
    held = [uniforms(seed, purpose, 0, 50, 3) for seed in (1, 2) for purpose in ("a", "b")]
    assert all(not np.array_equal(one, other) for place, one in enumerate(held) for other in held[:place])


def test_they_are_even_and_independent() -> None:
    drawn = uniforms(11, "even", 0, 50_000, 2)
    assert all(stats.kstest(column, "uniform").pvalue > 1e-3 for column in drawn.T)
    assert abs(stats.pearsonr(drawn[:, 0], drawn[:, 1]).statistic) < 4 / np.sqrt(50_000)

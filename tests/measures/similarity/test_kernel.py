"""The kernel of similarity is its specification, pair by pair; the specification is what others compute."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy import stats

from foedus import BadInput
from foedus.measures.similarity.coefficients import Similarity, similarity, weighted_s
from foedus.measures.similarity.kernel import all_pairs
from foedus.measures.similarity.packed import pack

EXACT = 1e-12  # counts are whole numbers; what is left is rounding of one division
SHAPES = st.tuples(st.integers(1, 6), st.integers(1, 140))


def portfolios(highest: int, *, missing: bool = True) -> st.SearchStrategy[np.ndarray]:
    return arrays(np.int8, SHAPES, elements=st.integers(-1 if missing else 0, highest))


@given(st.integers(1, 3), st.data())
def test_the_kernel_is_its_specification(highest: int, data: st.DataObject) -> None:
    held = data.draw(portfolios(highest))
    found = all_pairs(pack(held, highest), highest)
    for one in range(len(held)):
        for other in range(len(held)):
            expected = similarity(held[one], held[other], highest)
            assert found[one, other] == pytest.approx(expected, abs=1e-9, nan_ok=True)


@given(portfolios(3, missing=False))
def test_tau_b_is_that_of_scipy(held: np.ndarray) -> None:
    found = all_pairs(pack(held, 3), 3)
    theirs = stats.kendalltau(held[0], held[-1], variant="b").statistic if held.shape[1] > 1 else np.nan
    assert found[0, -1, 4] == pytest.approx(theirs, abs=1e-9, nan_ok=True)


@given(portfolios(3))
def test_it_is_symmetric_within_its_bounds_and_one_for_a_portfolio_with_itself(held: np.ndarray) -> None:
    found = all_pairs(pack(held, 3), 3)
    assert np.array_equal(found, found.transpose(1, 0, 2), equal_nan=True)
    assert np.nanmin(found, initial=1) >= -1 - EXACT
    assert np.nanmax(found, initial=-1) <= 1 + EXACT
    own = found[np.arange(len(held)), np.arange(len(held))]
    assert np.all(np.isnan(own) | (np.abs(own - 1) < EXACT))


@given(portfolios(3), st.randoms(use_true_random=False))
def test_the_order_of_the_others_does_not_matter(held: np.ndarray, chance: np.random.Generator) -> None:
    order = list(range(held.shape[1]))
    chance.shuffle(order)
    assert np.array_equal(all_pairs(pack(held, 3), 3), all_pairs(pack(held[:, order], 3), 3), equal_nan=True)


@given(portfolios(1))
def test_of_yes_and_no_absolute_and_squared_distances_are_the_same(held: np.ndarray) -> None:
    found = all_pairs(pack(held, 1), 1)
    assert found[..., 0] == pytest.approx(found[..., 1], abs=EXACT, nan_ok=True)


def test_of_yes_and_no_with_equal_shares_all_corrections_agree() -> None:
    one, other = np.array([1, 1, 1, 0, 0, 0, 0], np.int8), np.array([1, 0, 1, 1, 0, 0, 0], np.int8)
    found = similarity(one, other, 1)
    phi = np.corrcoef(one, other)[0, 1]
    assert (found.kappa, found.pi, found.tau_b) == pytest.approx((phi, phi, phi), abs=EXACT)


def test_what_has_no_value_is_missing() -> None:
    nothing = Similarity(*all_pairs(pack(np.full((1, 3), -1, np.int8), 3), 3)[0, 0])
    assert all(np.isnan(nothing))
    alike = Similarity(*all_pairs(pack(np.zeros((1, 3), np.int8), 3), 3)[0, 0])
    assert alike.s == 1
    assert np.isnan(alike.kappa)
    assert np.isnan(alike.tau_b)


@pytest.mark.parametrize("highest", [1, 2, 3])
def test_of_portfolios_that_are_all_one_level_chance_has_no_value_whatever_their_length(highest: int) -> None:
    for others in range(1, 260):
        levels = np.repeat(np.arange(highest + 1, dtype=np.int8)[:, None], others, axis=1)
        own = all_pairs(pack(levels, highest), highest)[np.arange(highest + 1), np.arange(highest + 1)]
        assert np.isnan(own[:, 2:]).all()


def test_a_level_too_high_is_refused() -> None:
    with pytest.raises(BadInput, match="a level of 4"):
        pack(np.full((1, 3), 4, np.int8), 3)
    with pytest.raises(BadInput, match="a level of -2"):
        pack(np.full((1, 3), -2, np.int8), 3)
    with pytest.raises(BadInput, match="a highest level of 4"):
        pack(np.zeros((1, 3), np.int8), 4)


@given(portfolios(3), st.data())
def test_weighted_s_is_s_where_all_weigh_the_same_and_a_mean_of_its_parts(
    held: np.ndarray, data: st.DataObject
) -> None:
    others = held.shape[1]
    even = weighted_s(held, np.full(others, 0.25), 3)
    assert even == pytest.approx(all_pairs(pack(held, 3), 3)[..., 0], abs=1e-9, nan_ok=True)
    weight = data.draw(arrays(float, others, elements=st.floats(0.1, 5)))
    known = (held[0] >= 0) & (held[-1] >= 0)
    if known.any():
        apart = np.abs(held[0].astype(float) - held[-1])[known]
        expected = 1 - 2 * np.average(apart, weights=weight[known]) / 3
        assert weighted_s(held, weight, 3)[0, -1] == pytest.approx(expected, abs=1e-9)

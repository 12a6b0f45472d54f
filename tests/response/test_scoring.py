"""Scores: against scikit-learn's definitions worked by hand, and what must hold of any probabilities."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.response.scoring import average_precision, calibration, left_out, scores

CASES = st.lists(st.tuples(st.booleans(), st.floats(0.01, 0.99)), min_size=2, max_size=40)


def split(cases: list[tuple[bool, float]]) -> tuple[np.ndarray, np.ndarray]:
    return np.array([one for one, _ in cases], float), np.array([chance for _, chance in cases])


def test_a_worked_example() -> None:
    outcome, chance = np.array([0.0, 0, 1, 1]), np.array([0.1, 0.4, 0.35, 0.8])
    found = scores(outcome, chance)
    assert found.log == pytest.approx(-(np.log(0.9) + np.log(0.6) + np.log(0.35) + np.log(0.8)) / 4)
    assert found.brier == pytest.approx((0.01 + 0.16 + 0.4225 + 0.04) / 4)
    assert found.precision == pytest.approx(0.5 * 1 + 0.5 * 2 / 3)


@given(CASES)
def test_the_share_itself_is_the_best_constant(cases: list[tuple[bool, float]]) -> None:
    outcome, chance = split(cases)
    share = np.full(len(outcome), outcome.mean())
    other = np.full(len(outcome), chance[0])
    assert scores(outcome, share).log <= scores(outcome, other).log + 1e-4  # a share of 0 or 1 is clipped
    assert scores(outcome, share).brier <= scores(outcome, other).brier + 1e-9


@given(CASES)
def test_precision_lies_between_the_share_of_a_blind_guess_and_one(cases: list[tuple[bool, float]]) -> None:
    outcome, chance = split(cases)
    assert 0 <= average_precision(outcome, chance) <= 1 + 1e-12
    assert average_precision(outcome, np.full(len(outcome), 0.5)) == pytest.approx(outcome.mean())
    if outcome.any():
        assert average_precision(outcome, outcome) == pytest.approx(1)


@given(CASES)
def test_bins_hold_every_case_once(cases: list[tuple[bool, float]]) -> None:
    outcome, chance = split(cases)
    held = calibration(outcome, chance)
    assert sum(one.cases for one in held) == len(cases)
    assert sum(one.happened for one in held) == outcome.sum()
    assert all(one.low <= one.high for one in held)


def test_a_cluster_is_told_by_the_others_alone() -> None:
    clusters = np.array([1, 1, 2, 3])
    seen = left_out(clusters, lambda out: np.full(int(out.sum()), float(clusters[~out].sum())))
    assert seen.tolist() == [5, 5, 5, 4]

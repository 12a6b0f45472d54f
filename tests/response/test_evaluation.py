"""Comparing candidates: the clustered gap against formulas, and the rule of one standard error by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.response.evaluation import Compared, Gap, gap, losses, simplest_of_the_best


def compared(name: str, terms: int, mean: float, error: float) -> Compared:
    return Compared(name, terms, 0, Gap(mean, error, mean - 2 * error, mean + 2 * error), ())


def test_with_every_case_its_own_war_the_error_is_that_of_a_mean() -> None:
    loss = np.random.default_rng(7).normal(0.3, 1.0, 400)
    found = gap(loss, np.zeros(400), np.arange(400))
    assert found.mean == pytest.approx(loss.mean())
    assert found.error == pytest.approx(loss.std(ddof=1) / 20, rel=0.06)
    assert found.low < found.mean < found.high


def test_cases_that_repeat_their_war_tell_no_more_than_the_war() -> None:
    by_war = np.random.default_rng(8).normal(0.0, 1.0, 40)
    once = gap(by_war, np.zeros(40), np.arange(40))
    often = gap(np.repeat(by_war, 9), np.zeros(360), np.repeat(np.arange(40), 9))
    assert often.error == pytest.approx(once.error)


@given(st.lists(st.floats(0.01, 0.99), min_size=2, max_size=30))
def test_nothing_is_worse_than_itself(chances: list[float]) -> None:
    loss, _ = losses(np.resize([0.0, 1.0], len(chances)), np.array(chances))
    assert gap(loss, loss, np.arange(len(chances))) == Gap(0, 0, 0, 0)


def test_the_losses_of_a_case_are_those_of_their_formulas() -> None:
    log, brier = losses(np.array([1.0, 0.0]), np.array([0.8, 0.8]))
    assert log == pytest.approx([-np.log(0.8), -np.log(0.2)])
    assert brier == pytest.approx([0.04, 0.64])


def test_the_simplest_within_one_error_of_the_best_is_taken() -> None:
    held = [
        compared("best", 12, 0.0, 0.0),
        compared("near and simple", 3, 0.02, 0.03),
        compared("near", 5, 0.01, 0.03),
        compared("simplest, too far", 1, 0.04, 0.03),
    ]
    assert simplest_of_the_best(held).name == "near and simple"


def test_of_two_as_simple_the_better_is_taken() -> None:
    held = [compared("best", 9, 0.0, 0.0), compared("one", 3, 0.02, 0.03), compared("other", 3, 0.01, 0.03)]
    assert simplest_of_the_best(held).name == "other"

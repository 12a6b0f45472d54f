"""The challenger's calculation: worked by hand, by simulation, and by what more allies must do."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from foedus import BadInput
from foedus.response.deterrence.calculation import (
    NOT_MODELLED,
    Assumptions,
    Balance,
    attack,
    calculate,
    coalitions,
    sensitivity,
)

CHANCES = st.floats(0, 1)
STRONG = st.floats(0.01, 10)
EXACT = 1e-9


@st.composite
def balances(draw: st.DrawFn) -> Balance:
    allies = draw(st.lists(st.tuples(STRONG, CHANCES), max_size=6))
    return Balance(draw(STRONG), draw(STRONG), tuple(one for one, _ in allies), tuple(p for _, p in allies))


def test_two_of_equal_strength_by_hand() -> None:
    found = calculate(Balance(1, 1, (2,), (0.5,)), Assumptions(stake=1, status_quo=0.2, cost=0.1))
    alone, together = 0.5 - 0.2 * 0.5, 0.25 - 0.2 * 0.75
    assert (found.alone, found.sure) == pytest.approx((alone, together), abs=EXACT)
    assert found.expected == pytest.approx((alone + together) / 2, abs=EXACT)
    assert found.needed == pytest.approx((alone - 0.2) / (alone - together), abs=2e-6)  # the interval is halved to 1e-6
    assert found.verdict == "not deterred"


def test_a_simulation_agrees() -> None:
    held, draws = Balance(1, 0.4, (0.5, 0.3, 0.8), (0.2, 0.7, 0.4)), 200_000
    come = np.random.default_rng(5).random((draws, 3)) < np.array(held.coming)
    against = 0.4 + come @ np.array(held.allies)
    share = against / (1 + against)
    worth = (1 - share) - 2 * 0.2 * share
    assert abs(attack(held, Assumptions()) - worth.mean()) < 4 * worth.std() / np.sqrt(draws)


@given(balances(), STRONG, CHANCES)
def test_another_ally_never_makes_attack_worth_more(held: Balance, ally: float, comes: float) -> None:
    more = replace(held, allies=(*held.allies, ally), coming=(*held.coming, comes))
    assert attack(more, Assumptions()) <= attack(held, Assumptions()) + EXACT


@given(balances())
def test_the_expected_lies_between_none_and_all_and_what_is_needed_deters(held: Balance) -> None:
    found = calculate(held, Assumptions())
    assert found.sure - EXACT <= found.expected <= found.alone + EXACT
    if found.needed is not None:
        enough = replace(held, coming=(found.needed,) * len(held.allies))
        assert calculate(enough, Assumptions()).verdict == "deterred"
    else:
        assert found.sure > found.status_quo


@given(balances())
def test_coalitions_are_a_distribution_whose_mean_is_the_sum_of_the_allies_means(held: Balance) -> None:
    strength, chance = coalitions(held.allies, held.coming)
    assert chance.sum() == pytest.approx(1)
    assert strength @ chance == pytest.approx(sum(a * p for a, p in zip(held.allies, held.coming, strict=True)))


def test_of_many_allies_the_weakest_count_by_their_mean() -> None:
    strength, chance = coalitions([1.0] * 20, [0.5] * 20)
    assert len(strength) == 2**16
    assert strength @ chance == pytest.approx(10)


@pytest.mark.parametrize("count", [17, 31, 60])
@pytest.mark.parametrize("together", [0.5, 1.0, 3.0, 10.0])
def test_counting_the_weakest_by_their_mean_makes_attack_look_worth_hardly_less(count: int, together: float) -> None:
    """Of allies alike, how many come is binomial, which needs no coalitions."""
    held = Balance(1, 0.3, (together / count,) * count, (0.5,) * count)
    against = 0.3 + np.arange(count + 1) * together / count
    share = against / (1 + against)
    exact = (1 - share - 2 * 0.2 * share) @ stats.binom.pmf(np.arange(count + 1), count, 0.5)
    assert -0.003 < attack(held, Assumptions()) - exact < 0


def test_the_widest_swing_comes_first_and_says_whether_it_decides() -> None:
    held = Balance(1, 0.5, (1,), (0.5,))
    swings = sensitivity(held, Assumptions(), {"cost": (0.19, 0.21), "status_quo": (0.0, 0.9)})
    assert [one.assumption for one in swings] == ["status_quo", "cost"]
    assert swings[0].decides
    assert not swings[1].decides


@pytest.mark.parametrize(
    "wrong",
    [
        {"stake": 0.0},
        {"stake": float("inf")},
        {"status_quo": float("nan")},
        {"cost": -1.0},
        {"cost": float("inf")},
        {"effectiveness": 1.5},
    ],
    ids=lambda wrong: "{} {}".format(*next(iter(wrong.items()))),
)
def test_assumptions_that_make_no_sense_are_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(BadInput, match=next(iter(wrong))):
        calculate(Balance(1, 1), Assumptions(**wrong))


def test_numbers_that_make_no_sense_are_refused() -> None:
    with pytest.raises(BadInput, match="missing or below 0"):
        Balance(float("nan"), 1)
    with pytest.raises(BadInput, match="not every ally"):
        Balance(1, 1, (1,), ())
    with pytest.raises(BadInput, match="no assumption"):
        sensitivity(Balance(1, 1), Assumptions(), {"luck": (0, 1)})


def test_what_is_not_modelled_is_named() -> None:
    assert {"fait accompli", "nuclear umbrella", "entrapment"} <= set(NOT_MODELLED)

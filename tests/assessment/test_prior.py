"""Priors: read with every fault told, weighed exactly, and no probability without one."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus import BadInput
from foedus.assessment.fact_bounds import FactBounds
from foedus.assessment.fact_table import FactTable
from foedus.assessment.fact_worth import chances
from foedus.assessment.prior import Prior, on_values, priors_given, refuse_unused
from foedus.obligations.fact_words import Value
from foedus.obligations.unknown_facts import UnknownFact

GRAVITY = UnknownFact("act.gravity", (Value("below_armed_attack", 0), Value("armed_attack", 1, ("major",))))
DRAWS = 40_000


def test_a_yes_or_no_has_the_probability_of_yes() -> None:
    assert priors_given(["act.provoked=0.25"]) == (Prior("act.provoked", (("true", 0.25), ("false", 0.75))),)


def test_words_have_one_probability_each() -> None:
    (prior,) = priors_given(["act.gravity=below_armed_attack:0.3, armed_attack:0.5, major:0.2"])
    assert dict(prior.weights) == {"below_armed_attack": 0.3, "armed_attack": 0.5, "major": 0.2}
    assert on_values(prior, GRAVITY) == pytest.approx([0.3, 0.7])


@pytest.mark.parametrize(
    "text",
    [
        "act.provoked",
        "act.provoked=",
        "=0.2",
        "act.provoked=1.2",
        "act.provoked=-0.1",
        "act.provoked=nan",
        "act.provoked=maybe",
        "act.gravity=major:0.5",
        "act.gravity=major:0.5,major:0.5",
        "act.gravity=major:x",
    ],
)
def test_what_is_no_prior_is_bad_input(text: str) -> None:
    with pytest.raises(BadInput, match="no prior"):
        priors_given([text])


def test_two_priors_on_a_field_are_bad_input() -> None:
    with pytest.raises(BadInput, match="two priors"):
        priors_given(["act.provoked=0.2", "act.provoked=0.3"])


def test_a_word_that_is_no_value_is_bad_input_and_the_values_are_named() -> None:
    with pytest.raises(BadInput) as raised:
        on_values(Prior("act.gravity", (("huge", 1.0),)), GRAVITY)
    assert raised.value.faults[0].allowed == "below_armed_attack, armed_attack, major"


def test_a_prior_on_what_nothing_hangs_on_is_bad_input() -> None:
    with pytest.raises(BadInput, match=r"act\.provoked"):
        refuse_unused(priors_given(["act.provoked=0.2"]), ["act.gravity"])


def table(due: Any, facts: int) -> FactTable:
    values = (Value("true", True), Value("false", False))
    made = np.asarray(due, np.bool_)
    named = tuple(UnknownFact(f"fact {number}", values) for number in range(facts))
    return FactTable(named, tuple((f"state {n}", "targets") for n in range(made.shape[-1])), made, made)


@given(
    st.lists(st.lists(st.booleans(), min_size=2, max_size=2), min_size=8, max_size=8),
    st.lists(st.floats(0, 1), min_size=3, max_size=3),
    st.integers(0, 2**32),
)
def test_probabilities_are_those_of_drawing_the_facts_many_times(
    due: list[list[bool]], priors: list[float], seed: int
) -> None:
    """Within five standard errors of the share of draws, each fact drawn by its own prior."""
    made = np.array(due).reshape(2, 2, 2, 2)
    low, high = chances(table(made, 3), {f"fact {n}": np.array([p, 1 - p]) for n, p in enumerate(priors)})
    drawn = np.random.default_rng(seed).random((DRAWS, 3)) >= priors  # 0 is true
    share = made[tuple(drawn.astype(int).T)].mean(0)
    assert low == pytest.approx(high)
    assert np.all(np.abs(low - share) <= 5 * np.sqrt(low * (1 - low) / DRAWS) + 1e-3)


def test_a_fact_without_a_prior_may_have_any_value() -> None:
    either = table([[[True], [False]], [[False], [False]]], 2)  # due if both are true
    low, high = chances(either, {"fact 0": np.array([0.3, 0.7])})
    assert (low[0], high[0]) == pytest.approx((0.0, 0.3))


BALTIC: dict[str, Any] = {
    "date": "2026-01-15",
    "attackers": ["Russia"],
    "targets": ["Estonia"],
    "place": {"lat": 59.38, "lon": 28.19, "kind": "metropolitan", "sovereign": "Estonia"},
    "act": {"kind": "armed_attack", "first_use_of_force": "Russia", "provoked": False},
}


def test_without_a_prior_there_is_no_probability(ahead: Any) -> None:
    held = ahead(BALTIC).unknown_facts
    assert isinstance(held, FactBounds)
    assert held.states
    assert [one.chance for one in held.states if one.chance is not None] == []


def test_with_a_prior_each_duty_has_the_probability_that_follows(ahead: Any) -> None:
    priors = priors_given(["act.gravity=armed_attack:0.5,major:0.2,below_armed_attack:0.3"])
    held = ahead(BALTIC, priors=priors).unknown_facts
    assert isinstance(held, FactBounds)
    assert {round(end, 9) for one in held.states for end in one.chance or ()} == {0.7}
    assert held.priors == priors

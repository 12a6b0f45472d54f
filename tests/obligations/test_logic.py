"""Three-valued logic, against Kleene's tables written out and brute force."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.obligations.logic import (
    MET,
    NOT_MET,
    UNKNOWN,
    Outcome,
    Question,
    Truth,
    all_of,
    any_of,
    awaiting,
    decided,
    disputed,
    negated,
    unknown,
)

F, U, T = NOT_MET, UNKNOWN, MET

# Kleene, Introduction to Metamathematics (1952), section 64, the strong tables.
AND = {(F, F): F, (F, U): F, (F, T): F, (U, F): F, (U, U): U, (U, T): U, (T, F): F, (T, U): U, (T, T): T}
OR = {(F, F): F, (F, U): U, (F, T): T, (U, F): U, (U, U): U, (U, T): T, (T, F): T, (T, U): T, (T, T): T}
NOT = {F: T, U: U, T: F}

outcomes = st.builds(
    lambda now, later, name: Outcome(now, later, name, (f"field-{name}",), (f"event-{name}",), ()),
    st.sampled_from(Truth),
    st.sampled_from(Truth),
    st.sampled_from("abcde"),
)


@pytest.mark.parametrize("pair", list(product(Truth, Truth)))
def test_and_or_follow_kleenes_strong_tables(pair: tuple[Truth, Truth]) -> None:
    """§2.1."""
    parts = [Outcome(value, value, "") for value in pair]
    assert all_of(parts).now is AND[pair]
    assert any_of(parts).now is OR[pair]


@pytest.mark.parametrize("value", list(Truth))
def test_not_turns_the_scale_round(value: Truth) -> None:
    """§2.1."""
    assert negated(Outcome(value, value, "")).now is NOT[value]


def test_nothing_is_all_met_and_none_met() -> None:
    assert all_of([]).now is MET
    assert any_of([]).now is NOT_MET


@given(st.lists(outcomes, max_size=5))
def test_a_conjunction_is_what_folding_the_table_gives(parts: list[Outcome]) -> None:
    expected_now, expected_later = MET, MET
    for part in parts:
        expected_now = AND[expected_now, part.now]
        expected_later = AND[expected_later, part.later]
    joint = all_of(parts)
    assert (joint.now, joint.later) == (expected_now, expected_later)


@given(st.lists(outcomes, max_size=5))
def test_a_disjunction_is_the_dual_of_a_conjunction(parts: list[Outcome]) -> None:
    dual = negated(all_of([negated(part) for part in parts]))
    joint = any_of(parts)
    assert (joint.now, joint.later) == (dual.now, dual.later)


@given(st.lists(outcomes, max_size=5), st.randoms())
def test_the_order_of_tests_does_not_matter(parts: list[Outcome], random: object) -> None:
    shuffled = list(parts)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    for combine in (all_of, any_of):
        one, other = combine(parts), combine(shuffled)
        assert (one.now, one.later, set(one.fields)) == (other.now, other.later, set(other.fields))


def test_an_open_event_is_not_met_now_and_met_later() -> None:
    """§2.2."""
    joint = all_of([decided(True, "attacked"), awaiting("a request", "nobody asked")])
    assert (joint.now, joint.later, joint.awaits) == (NOT_MET, MET, ("a request",))
    assert joint.result == "open"


def test_a_failed_test_hides_what_is_open_unknown_or_disputed_beside_it() -> None:
    """§2.4."""
    question = Question("title", (("a", "A's"), ("b", "B's")))
    joint = all_of(
        [
            decided(False, "outside the area"),
            unknown("act.gravity", "not given"),
            awaiting("a request", "nobody asked"),
            disputed(question, "two claims"),
        ]
    )
    assert (joint.fields, joint.awaits, joint.questions) == ((), (), ())
    assert joint.why == "outside the area"


def test_one_branch_met_hides_what_the_others_lack() -> None:
    """§2.4."""
    joint = any_of([decided(True, "on territory"), unknown("place.object", "not given")])
    assert (joint.result, joint.fields) == ("met", ())


def test_a_dispute_is_not_folded_into_the_unknown() -> None:
    """§2.3."""
    question = Question("title", (("a", "A's"), ("b", "B's")))
    joint = all_of([disputed(question, "two claims"), decided(True, "attacked")])
    assert (joint.result, joint.questions) == ("disputed", (question,))

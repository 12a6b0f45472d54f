"""Treaties: groups, suspensions, and what a treaty answers of itself."""

from __future__ import annotations

from typing import get_args

import pytest

from foedus._base.dates import ALWAYS, Day
from foedus.domain.evidence import Evidence
from foedus.domain.group import Group
from foedus.domain.treaty import Instrument, Party, Suspension, Treaty
from foedus.domain.vocabulary import FORCE, Character, Obligation

SIGNED = Day.parse("1912-03-13")


def treaty(character: Character = "treaty", in_force: Day | None = SIGNED, ended: Day | None = None) -> Treaty:
    return Treaty(
        id="t",
        name="T",
        aliases=(),
        character=character,
        summary="",
        signed=SIGNED,
        in_force=in_force,
        ended=ended,
        instruments=(Instrument("main", "T", character, SIGNED, ALWAYS, {}),),
        parties=(
            Party("france", "party", SIGNED, ALWAYS),
            Party("serbia", "party", SIGNED, ALWAYS),
            Party("france", "guarantor", SIGNED, None),
        ),
        clauses=(),
        sources=(),
        dates_evidence=Evidence("knowledge"),
    )


@pytest.mark.parametrize(
    ("group", "state", "role", "held"),
    [
        (Group(roles=("party",)), "france", "party", True),
        (Group(roles=("party",)), "france", "guarantor", False),
        (Group(states=("france",)), "france", "guarantor", True),
        (Group(states=("france",)), "serbia", "party", False),
        (Group(roles=("party",), excepted=("france",)), "france", "party", False),
        (Group(anyone=True), "siam", "", True),
        (Group(anyone=True, excepted=("siam",)), "siam", "", False),
        (Group(), "france", "party", False),
    ],
)
def test_a_group_holds_roles_or_states_less_exceptions(group: Group, state: str, role: str, held: bool) -> None:
    assert group.holds(state, role) is held


@pytest.mark.parametrize(
    ("one", "other", "stands"),
    [("a", "c", True), ("c", "a", True), ("a", "b", False), ("c", "d", False), ("a", "x", False)],
)
def test_a_suspension_stands_between_its_two_sides_in_either_order(one: str, other: str, stands: bool) -> None:
    assert Suspension(("a", "b"), ("c", "d"), ALWAYS).between(one, other) is stands


def test_a_treaty_lives_from_entry_into_force_to_its_end() -> None:
    end = Day.parse("1913-06-29")
    life = treaty(ended=end).life
    assert life is not None
    assert (life.start, life.end) == (SIGNED, end)


def test_a_treaty_that_never_came_into_force_has_no_life() -> None:
    assert treaty(in_force=None).life is None


@pytest.mark.parametrize("character", get_args(Character))
def test_an_instrument_binds_unless_it_is_political_domestic_or_a_draft(character: Character) -> None:
    free = {"political_declaration", "domestic_law", "executive_order", "draft"}
    assert treaty(character).binds is (character not in free)


def test_a_state_may_hold_several_places() -> None:
    assert [place.role for place in treaty().places_of("france")] == ["party", "guarantor"]


def test_a_state_outside_the_treaty_holds_none() -> None:
    assert treaty().places_of("siam") == ()


def test_instruments_are_found_by_id() -> None:
    assert treaty().instrument_of["main"].title == "T"


def test_the_duties_to_fight_are_obligations() -> None:
    assert set(get_args(Obligation)) >= FORCE

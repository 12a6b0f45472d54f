"""How far a treaty goes: every word of the vocabulary has its rung, and nothing is estimated that was not counted."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, get_args

import pytest

from foedus.assessment.ladder import PROVIDED, RUNGS, TOLD, Ladder, rung_of
from foedus.assessment.outlook import Outlook
from foedus.assessment.responses import Responses
from foedus.domain.vocabulary import NO_HELP_IN_ARMS, Obligation, Strength

EXAMPLES = ("august-1914", "baltic-2026", "falklands-1982", "september-1939")


def ladder_of(outlook: Outlook, treaty: str) -> Ladder:
    assert isinstance(outlook.responses, Responses)
    return outlook.responses.ladders[treaty]


@pytest.mark.parametrize("obligation", get_args(Obligation))
@pytest.mark.parametrize("strength", get_args(Strength))
def test_every_duty_of_every_strength_has_a_rung(obligation: Obligation, strength: Strength) -> None:
    assert rung_of(obligation, strength).rung in RUNGS


@pytest.mark.parametrize("strength", sorted(NO_HELP_IN_ARMS))
def test_what_is_no_help_in_arms_lies_below_combat(strength: Strength) -> None:
    assert RUNGS.index(rung_of("defend", strength).rung) < RUNGS.index("limited_combat")


def test_all_thirteen_rungs_are_named_from_staying_out_to_the_other_side() -> None:
    assert len(RUNGS) == 13
    assert (RUNGS[0], RUNGS[-1]) == ("none", "other_side")
    assert set(PROVIDED.values()) < set(RUNGS)


def test_the_north_atlantic_treaty_leaves_it_to_the_ally_how_far_to_go(ahead: Any) -> None:
    nato = ladder_of(ahead("baltic-2026"), "nato")
    assert nato.named[-1] == "full_combat"
    assert "full_combat" in nato.left_open


def test_a_pledge_to_stay_out_is_estimated_as_staying_out(ahead: Any) -> None:
    pact = ladder_of(ahead("september-1939"), "molotov-ribbentrop")
    assert pact.estimated == ("none",)


@pytest.mark.parametrize("case", EXAMPLES)
def test_only_what_was_counted_is_estimated_and_all_else_is_said_not_to_be(case: str, ahead: Any) -> None:
    found = ahead(case).responses
    assert isinstance(found, Responses)
    for held in found.ladders.values():
        assert set(held.estimated) <= TOLD & set(held.named)
        assert sorted((*held.estimated, *held.not_estimated)) == sorted(RUNGS)
        for field in fields(held):
            rungs = getattr(held, field.name)
            assert list(rungs) == sorted(rungs, key=RUNGS.index)


def test_facilities_go_as_far_as_bases_and_transit(ahead: Any) -> None:
    found = ahead("september-1939").responses
    assert isinstance(found, Responses)
    assert [(one.treaty, one.reaches) for one in found.below] == [("fr-pl-1921", "bases_and_transit")]

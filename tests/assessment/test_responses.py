"""Likely responses: one a treaty, every duty with its states, nothing of what was not counted."""

from __future__ import annotations

from typing import Any

import pytest

from foedus.assessment.likelihood import Likelihood
from foedus.assessment.outlook import Outlook
from foedus.assessment.responses import Response, Responses
from foedus.assessment.unknown import Unknown
from foedus.domain.vocabulary import NO_HELP_IN_ARMS

EXAMPLES = ("august-1914", "baltic-2026", "falklands-1982", "july-1914", "september-1939")


def held(outlook: Outlook) -> Responses:
    assert isinstance(outlook.responses, Responses)
    return outlook.responses


def of(outlook: Outlook, treaty: str) -> Response:
    return next(one for one in held(outlook).held if one.treaty == treaty)


@pytest.mark.parametrize("case", EXAMPLES)
def test_a_treaty_stands_once_and_a_state_once_in_each_of_its_duties(case: str, ahead: Any) -> None:
    found = held(ahead(case)).held
    assert len({one.treaty for one in found}) == len(found)
    for one in found:
        owed = [(duty.obligation, duty.side, state) for duty in one.duties for state in duty.obligors]
        assert len(owed) == len(set(owed))


@pytest.mark.parametrize("case", EXAMPLES)
def test_duties_to_fight_stand_before_duties_to_stay_out(case: str, ahead: Any) -> None:
    fights = [one.fights for one in held(ahead(case)).held]
    assert fights == sorted(fights, reverse=True)


def test_the_alliance_is_the_unit_and_its_obligors_are_named(ahead: Any) -> None:
    nato = of(ahead("baltic-2026"), "nato")
    (duty,) = nato.duties
    assert (duty.obligation, duty.status, duty.side, len(duty.obligors)) == ("defend", "due", "targets", 31)
    assert nato.terms.parties == 32
    assert "estonia" not in duty.obligors


def test_a_duty_that_waits_says_for_what(ahead: Any) -> None:
    fight, stay_out = of(ahead("falklands-1982"), "anglo-portuguese").duties
    assert (fight.status, fight.waits_for) == ("conditional", ("a request for assistance by United Kingdom",))
    assert (stay_out.obligation, stay_out.status) == ("neutrality", "due")


def test_a_duty_to_the_attacker_stands_on_its_side(ahead: Any) -> None:
    (duty,) = of(ahead("september-1939"), "pact-of-steel").duties
    assert (duty.obligation, duty.side, duty.obligors) == ("offense", "attackers", ("italy",))


@pytest.mark.parametrize("case", EXAMPLES)
def test_what_lies_below_full_combat_is_named_and_not_estimated(case: str, ahead: Any) -> None:
    for one in held(ahead(case)).below:
        assert one.strength in NO_HELP_IN_ARMS or one.obligation == "discretionary_action"


def test_facilities_are_below_full_combat(ahead: Any) -> None:
    below = held(ahead("september-1939")).below
    assert [(one.treaty, one.strength, one.obligors) for one in below] == [
        ("fr-pl-1921", "facilities_only", ("france",))
    ]


def test_treaties_that_practice_has_dropped_are_named_apart(ahead: Any) -> None:
    found = held(ahead("september-1939"))
    assert "covenant" in found.dropped
    assert all(one.treaty != "covenant" for one in found.held)


def test_the_league_was_no_alliance_of_the_cases(ahead: Any) -> None:
    found = ahead(
        {"date": "1935-10-03", "attackers": ["Italy"], "targets": ["Ethiopia"], "act": {"kind": "armed_attack"}}
    )
    likelihood = of(found, "covenant").likelihood
    assert isinstance(likelihood, Unknown)
    assert "League" in likelihood.reason


def test_before_the_cases_every_treaty_is_unknown(ahead: Any) -> None:
    found = ahead(
        {"date": "1807-11-17", "attackers": ["France"], "targets": ["Portugal"], "act": {"kind": "armed_attack"}}
    )
    likelihood = of(found, "anglo-portuguese").likelihood
    assert likelihood == Unknown("the tested cases begin in 1816")


def test_where_nobody_is_bound_to_fight_or_stay_out_that_is_said(ahead: Any) -> None:
    found = ahead(
        {"date": "1805-09-08", "attackers": ["France"], "targets": ["Austria"], "act": {"kind": "armed_attack"}}
    )
    assert isinstance(found.responses, Unknown)
    assert "no treaty in force" in found.responses.reason


@pytest.mark.parametrize("case", EXAMPLES)
def test_every_estimate_is_a_band_with_its_cases(case: str, ahead: Any) -> None:
    for one in held(ahead(case)).held:
        assert isinstance(one.likelihood, Likelihood)
        assert one.likelihood.band.low < one.likelihood.band.high
        assert one.likelihood.reference.cases > 0
        assert one.likelihood.changes

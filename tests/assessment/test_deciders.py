"""What decides it: facts first, then readings, then an assumption; nothing that is settled."""

from __future__ import annotations

from typing import Any

import pytest

from foedus.assessment.deciders import Deciders
from foedus.assessment.outlook import Outlook
from foedus.assessment.unknown import Unknown


def deciding(outlook: Outlook) -> Deciders:
    assert isinstance(outlook.deciders, Deciders)
    return outlook.deciders


def test_a_fact_left_out_is_asked_for_and_once_given_no_more(ahead: Any) -> None:
    case: dict[str, Any] = {
        "date": "1914-08-01",
        "attackers": ["Germany"],
        "targets": ["Russia"],
        "act": {"kind": "armed_attack"},
    }
    asked = {fact.field for fact in deciding(ahead(case)).facts}
    assert "act.provoked" in asked
    given = ahead(case | {"act": {"kind": "armed_attack", "provoked": False}})
    facts = () if isinstance(given.deciders, Unknown) else given.deciders.facts
    assert "act.provoked" not in {fact.field for fact in facts}


def test_facts_on_which_a_duty_to_fight_hangs_stand_first(ahead: Any) -> None:
    facts = deciding(ahead({"date": "2025-06-01", "attackers": ["Russia"], "targets": ["Estonia"]})).facts
    order = [(not fact.turns, not fact.to_fight) for fact in facts]
    assert len(facts) > 1
    assert order == sorted(order)


def test_of_facts_that_decide_a_duty_to_fight_the_one_worth_most_stands_first(ahead: Any) -> None:
    facts = deciding(ahead({"date": "2025-06-01", "attackers": ["Russia"], "targets": ["Estonia"]})).facts
    ranks = [fact.worth.rank for fact in facts if fact.worth is not None and fact.turns]
    assert len(ranks) > 1
    assert ranks == sorted(ranks)


def test_a_disputed_reading_says_where_each_reading_leads(ahead: Any) -> None:
    disputes = deciding(ahead("july-1914")).disputes
    assert {one.treaty for one in disputes} == {"greece-serbia-1913"}
    for one in disputes:
        assert one.obligors == ("greece",)
        assert {each.status for each in one.readings} == {"due", "not_due"}


@pytest.mark.parametrize("status_quo", [0.3, -1.0])
def test_the_assumption_is_the_widest_of_those_that_change_the_verdict_if_any_does(
    status_quo: float, ahead: Any
) -> None:
    outlook = ahead("baltic-2026", status_quo=status_quo)
    swings = outlook.deterrence.swings
    telling = [one for one in swings if one.decides] or swings
    assert deciding(outlook).swing == max(telling, key=lambda one: one.width)


def test_where_nothing_is_open_that_is_said(ahead: Any) -> None:
    held = ahead("falklands-1982").deciders
    assert isinstance(held, Unknown)

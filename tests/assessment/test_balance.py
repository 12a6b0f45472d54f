"""Capability at hand: sums by hand, every state once, lenses that differ, and what is missing."""

from __future__ import annotations

from typing import Any

import pytest

from foedus.assessment.balance import DISPUTES, STANDS, Balance, balance, camps_of
from foedus.assessment.lens import NAMES, Lens
from foedus.assessment.outlook import Outlook
from foedus.assessment.owing import owing
from foedus.assessment.responses import Responses
from foedus.assessment.unknown import Unknown
from foedus.measures.capability.figures import bundled

EXAMPLES = ("august-1914", "baltic-2026", "falklands-1982", "july-1914", "september-1939")


def seen(outlook: Outlook) -> Balance:
    assert isinstance(outlook.balance, Balance)
    return outlook.balance


def lens(outlook: Outlook, name: str) -> Lens:
    return next(one for one in seen(outlook).lenses if one.name == name)


def test_our_own_figures_are_summed_by_camp(ahead: Any) -> None:
    found = lens(ahead("baltic-2026"), "personnel")
    figures = bundled()
    assert found.attackers.total == figures["russia"].figures["personnel"].value
    assert found.targets.total == figures["estonia"].figures["personnel"].value
    assert found.owing["due"].total == pytest.approx(
        sum(figures[state].figures["personnel"].value for state in found.owing["due"].states), rel=1e-12
    )
    assert found.years[0] >= 2021
    assert found.times([found.targets]) == found.targets.total / found.attackers.total


def test_states_without_a_figure_are_named_and_not_in_the_sum(ahead: Any) -> None:
    found = lens(ahead("baltic-2026"), "personnel")
    owed = {*found.owing["due"].states, *found.owing["due"].missing}
    assert len(owed) == len(found.owing["due"].states) + len(found.owing["due"].missing)
    assert all(
        "personnel" not in bundled()[state].figures for state in found.owing["due"].missing if state in bundled()
    )


@pytest.mark.parametrize("case", EXAMPLES)
@pytest.mark.parametrize("side", ["targets", "attackers"])
def test_a_state_stands_once_and_none_on_both_sides_of_its_own_war(case: str, side: Any, ahead: Any) -> None:
    outlook = ahead(case)
    assert isinstance(outlook.responses, Responses)
    camps = owing(outlook.responses.held, outlook.event, side)
    states = [state for group in camps.values() for state in group]
    assert len(states) == len(set(states))
    assert {*outlook.event.attackers, *outlook.event.targets}.isdisjoint(states)


def test_a_duty_to_stay_out_puts_nobody_into_a_camp(ahead: Any) -> None:
    camps = camps_of(ahead("baltic-2026").responses, ahead("baltic-2026").event)
    assert camps.behind == {"due": (), "contested": (), "conditional": ()}
    assert "china" not in camps.states


@pytest.mark.parametrize("case", ["july-1914", "september-1939", "falklands-1982"])
def test_without_data_nothing_is_said_of_years_long_past(case: str, ahead: Any) -> None:
    found = ahead(case).balance
    assert isinstance(found, Unknown)
    assert "no figure of" in found.reason
    assert "foedus data pull nmc" in found.remedy


@pytest.mark.parametrize(("year", "is_seen"), [(2014, False), (2020, True), (2030, True), (2040, False)])
def test_our_figures_answer_for_years_near_theirs_only(year: int, is_seen: bool, ahead: Any) -> None:
    found = ahead(
        {"date": f"{year}-06-01", "attackers": ["Russia"], "targets": ["Estonia"], "act": {"kind": "armed_attack"}}
    )
    assert isinstance(found.balance, Balance) is is_seen


def test_of_an_attacker_that_is_no_state_there_is_no_balance(ahead: Any) -> None:
    found = ahead(
        {
            "date": "2025-06-01",
            "attackers": ["Free Riders"],
            "targets": ["Estonia"],
            "act": {"kind": "non_state_attack"},
            "non_state": {"name": "Free Riders"},
        }
    )
    assert isinstance(found.balance, Unknown)
    assert "Free Riders" in found.balance.reason


@pytest.mark.data
def test_shares_of_the_world_are_those_the_publisher_worked_out(ahead_with_data: Any, with_data: Any) -> None:
    """The file holds the index too, worked out by its publisher; ours is worked out again from the components."""
    found = lens(ahead_with_data("september-1939"), "cinc")
    table, _ = with_data.table("nmc", "state_years")
    published = dict(table.filter(table["year"] == 1939).select("ccode", "cinc").iter_rows())
    codes = {"germany": 255, "poland": 290, "france": 220, "united-kingdom": 200, "romania": 360, "italy": 325}
    assert found.of == pytest.approx({state: published[code] for state, code in codes.items()}, abs=1e-6)
    assert found.behind["due"].total == found.of["italy"]
    assert found.years == (1939, 1939)


@pytest.mark.data
def test_lenses_that_differ_on_who_is_ahead_are_said_to(ahead_with_data: Any) -> None:
    found = seen(ahead_with_data("september-1939"))
    due = {one.name: one.times([one.targets, one.owing["due"]]) > 1 for one in found.lenses}
    assert due["cinc"] is False
    alone = {one.times([one.targets]) > 1 for one in found.lenses}
    assert (STANDS[0] in found.disagree) is (len(alone) == 2)
    assert (STANDS[1] in found.disagree) is (len(set(due.values())) == 2)


@pytest.mark.data
def test_expenditure_is_read_from_the_users_own_data_first(ahead_with_data: Any) -> None:
    assert lens(ahead_with_data("falklands-1982"), "expenditure").source.startswith("sipri")


def test_lenses_stand_in_their_order_and_each_is_seen_or_not(ahead: Any) -> None:
    found = seen(ahead("baltic-2026"))
    names = [one.name for one in found.lenses] + [name for name, _ in found.unseen]
    assert sorted(names) == sorted((*NAMES, "expenditure-at-place", DISPUTES))
    order = [one.name for one in found.lenses]
    assert order[:-1] == [name for name in NAMES if name in order]
    assert order[-1] == "expenditure-at-place"


def test_without_duties_the_parties_are_weighed_alone(ahead: Any, register: Any, no_data: Any) -> None:
    outlook = ahead("baltic-2026")
    found = balance(register, Unknown("nobody is bound"), outlook.event, no_data)
    assert isinstance(found, Balance)
    for one in found.lenses:
        assert one.owing["due"].states == ()
        assert one.times([one.targets, *one.owing.values()]) == one.times([one.targets])

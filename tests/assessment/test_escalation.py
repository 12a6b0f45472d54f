"""The second round and the alliances that wait for it: two rounds of the cascade, sides, wars, weapons."""

from __future__ import annotations

from typing import Any

import pytest

from foedus import Register, assess, read_contingency
from foedus._base.dates import Day
from foedus._base.documents import Document
from foedus.assessment.coalitions import Coalitions
from foedus.assessment.escalation import Course, Escalation
from foedus.assessment.outlook import Outlook, outlooks
from foedus.assessment.unknown import Unknown

EXAMPLES = ("august-1914", "baltic-2026", "falklands-1982", "july-1914", "september-1939")


def after(outlook: Outlook) -> Escalation:
    assert isinstance(outlook.escalation, Escalation)
    return outlook.escalation


def together(outlook: Outlook) -> Coalitions:
    assert isinstance(outlook.coalitions, Coalitions)
    return outlook.coalitions


def joining(course: Course) -> dict[str, tuple[str, ...]]:
    """Return who joins in the second round, by side."""
    return {
        side: tuple(sorted(state for one in course.next if one.side == side for state in one.states))
        for side in ("targets", "attackers")
    }


def attack(day: str, attacker: str, target: str) -> dict[str, Any]:
    act = {"kind": "armed_attack", "gravity": "major", "first_use_of_force": attacker, "provoked": False}
    place = {"kind": "metropolitan", "sovereign": target, "administered_by": target, "within_recognised_borders": True}
    return {"date": day, "attackers": [attacker], "targets": [target], "act": act, "place": place}


def test_once_nato_comes_in_russias_own_allies_become_bound(ahead: Any) -> None:
    held = after(ahead("baltic-2026"))
    (letter,), (pledges,) = held.letter, held.all_pledges
    assert joining(letter) == {"targets": (), "attackers": ("abkhazia", "kazakhstan", "south-ossetia", "uzbekistan")}
    assert {"belarus", "north-korea"} == set(joining(pledges)["attackers"]) - set(joining(letter)["attackers"])
    assert held.adds


def test_pairs_at_war_are_counted_from_who_turns_on_whom(ahead: Any) -> None:
    """By the letter all 36 fight Russia, and its four allies turn on the 35 that attacked it."""
    (letter,) = after(ahead("baltic-2026")).letter
    assert (len(letter.sides["targets"]), len(letter.sides["attackers"]), letter.pairs) == (36, 5, 36 + 4 * 35)


def test_nuclear_states_at_war_are_named(ahead: Any) -> None:
    held = after(ahead("baltic-2026"))
    assert held.letter[0].nuclear == ("france", "russia", "united-kingdom", "united-states")
    assert "north-korea" in held.all_pledges[0].nuclear


def test_a_state_bound_to_both_sides_is_named_and_each_choice_is_a_course(ahead: Any) -> None:
    courses = after(ahead("september-1939")).all_pledges
    assert {one.choices for one in courses} == {("Italy stands by Germany",), ("Italy stands by Poland",)}
    assert all(one.torn == ("Italy is bound to Germany and to Poland",) for one in courses)


def test_help_below_full_combat_is_marked_and_not_drawn(ahead: Any) -> None:
    outlook = ahead("september-1939")
    (letter,) = after(outlook).letter
    assert joining(letter)["targets"] == ("egypt", "iraq")
    assert not any(one.in_arms for one in letter.next)
    assert all("egypt" not in one.states for one in together(outlook).alliances)


def test_where_the_second_round_binds_nobody_that_is_one_line(ahead: Any) -> None:
    held = after(ahead(attack("2022-02-24", "Russia", "Ukraine")))
    assert not held.adds
    assert all(len(one.rounds) <= 1 and one.pairs == 1 for one in (*held.letter, *held.all_pledges))


@pytest.mark.parametrize("case", EXAMPLES)
def test_what_waits_stands_behind_what_it_waits_for_and_a_state_stands_once(case: str, ahead: Any) -> None:
    held = together(ahead(case)).alliances
    states = [state for one in held for state in one.states]
    assert len(states) == len(set(states))
    assert all(earlier < number for number, one in enumerate(held) for earlier in one.after)
    assert all(one.after for one in held if one.second)


def test_an_ally_of_the_attacker_comes_no_likelier_than_what_calls_it_up(ahead: Any) -> None:
    held = together(ahead("august-1914"))
    france, austria = held.alliances
    assert (france.states, austria.states, austria.after) == (("france",), ("austria-hungary",), (0,))
    assert held.coming[1].low < held.coming[0].low
    assert held.coming[1].high < held.coming[0].high


def test_a_duty_that_waits_for_another_ally_can_be_kept_only_once_that_one_came(ahead: Any) -> None:
    """By the protocol of 1935 the Soviet Union owed help to Czechoslovakia only if France gave it."""
    held = together(ahead(attack("1938-09-25", "Germany", "Czechoslovakia")))
    number = {state: place for place, one in enumerate(held.alliances) for state in one.states}
    soviet = held.alliances[number["russia"]]
    assert (soviet.due, soviet.second, soviet.after) == (False, False, (number["france"],))
    assert not any(number["russia"] in one.alliances and number["france"] not in one.alliances for one in held.held)


def test_under_the_law_of_another_day_the_chain_is_not_followed(register: Register, no_data: Any) -> None:
    case = read_contingency(Document("case", attack("1939-09-01", "Germany", "Poland")), register).contingency
    law = Day.parse("1939-08-01")
    for options in ({"law_on": law}, {"public_only": True}):
        (outlook,) = outlooks(register, assess(register, case, **options), tables=no_data)
        assert isinstance(outlook.escalation, Unknown)
        assert not any(one.second for one in getattr(outlook.coalitions, "alliances", ()))

"""Bodies and their rules: who must approve, and what a veto or a slow member does."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from foedus import BadInput, Day, Register
from foedus.domain.evidence import Evidence
from foedus.domain.organ import DecisionRule, Majority, Subject
from foedus.register.arrangements import Arrangements, load_arrangements
from foedus.response.decision.body import Decision, Paces, decisions, needed
from foedus.response.decision.delay import delay, expected_time

EVEN = Paces(7.0, {})
QUALIFIED = DecisionRule("made-up", "all", "qualified_majority", "", Evidence("knowledge"))


@pytest.fixture(scope="module")
def held() -> Arrangements:
    return load_arrangements()


def decide(
    register: Register, held: Arrangements, alliance: str, on: str, paces: Paces = EVEN, subject: Subject = "all"
) -> Decision:
    return decisions(alliance, subject, Day.parse(on), paces, (register, held))[0]


@pytest.mark.parametrize(("on", "members"), [("1950-01-01", 12), ("2003-02-01", 19), ("2025-01-01", 32)])
def test_consensus_in_the_council_needs_every_ally(
    register: Register, held: Arrangements, on: str, members: int
) -> None:
    found = decide(register, held, "nato", on)
    assert (found.needed, len(found.members)) == (members, members)
    assert found.delay.expected == pytest.approx(expected_time(members, members, 1 / 7), rel=1e-4)


def test_the_security_council_needs_nine_and_none_of_the_five_against(register: Register, held: Arrangements) -> None:
    found = decide(register, held, "united-nations", "1990-08-02")
    assert (found.needed, len(found.delay.speeding), len(found.vetoes)) == (9, 15, 5)
    assert "seats that the register does not hold, such as those of elected members, have the common pace" in found.note
    assert "abstention" in found.note


def test_a_slow_member_of_a_consensus_is_the_one_to_quicken(register: Register, held: Arrangements) -> None:
    found = decide(register, held, "nato", "2023-06-01", Paces(30.0, {"turkey": 400.0}))
    assert found.members[int(np.argmax(found.delay.speeding))] == "turkey"


def test_a_lead_nation_takes_its_own_time(register: Register, held: Arrangements) -> None:
    paces = Paces(7.0, {"united-kingdom": 30.0})
    found = decide(register, held, "jef", "2024-01-01", paces, "operation")
    assert found.vetoes == ("united-kingdom",)
    assert found.delay.expected == pytest.approx(30)


def test_nothing_is_told_of_a_lead_that_is_not_on_record(register: Register, held: Arrangements) -> None:
    found = decisions("us-korea", "nuclear", Day.parse("2024-01-01"), EVEN, (register, held))
    assert [one.rule.rule for one in found] == ["unanimity"]


def test_all_but_the_party_concerned_must_approve(register: Register, held: Arrangements) -> None:
    found = decide(register, held, "arab-league", "1990-08-10", EVEN, "casus_foederis")
    assert (found.needed, len(found.members)) == (20, 21)
    assert found.delay.expected == pytest.approx(expected_time(20, 20, 1 / 7))
    assert "party concerned" in found.note


def test_where_each_judges_for_itself_the_time_is_that_of_the_first(register: Register, held: Arrangements) -> None:
    found = decide(register, held, "nato", "2025-01-01", EVEN, "consultation")
    assert found.delay.expected == pytest.approx(7 / 32)
    assert "needs nobody's leave" in found.note


def test_a_population_is_spoken_of_only_where_the_rule_counts_it(register: Register, held: Arrangements) -> None:
    found = decide(register, held, "european-union", "2022-03-01", EVEN, "sanctions")
    assert found.rule.rule == "unanimity"
    assert found.note == "if that leads to nothing, qualified majority decides: not counted"


def test_seats_whose_number_is_not_known_either_are_left_out(register: Register, held: Arrangements) -> None:
    found = decide(register, held, "league-of-nations", "1935-10-07")
    assert len(found.delay.speeding) == len(found.members)
    assert found.note.endswith("are left out")


@pytest.mark.parametrize(("members", "count"), [(20, 11), (27, 15), (40, 22), (100, 55)])
def test_a_share_of_members_is_rounded_up_and_no_further(members: int, count: int) -> None:
    rule = replace(QUALIFIED, majority=Majority(members=0.55))
    assert needed(rule, members) == count


@pytest.mark.parametrize("days", [0.0, -3.0, float("nan"), float("inf"), 1e308, 1e-320])
def test_a_pace_that_makes_no_sense_is_refused(days: float) -> None:
    with pytest.raises(BadInput, match=r"--days: .* days"):
        Paces(days, {})
    with pytest.raises(BadInput, match=r"--pace: .* days for turkey"):
        Paces(7.0, {"turkey": days})


def test_what_the_alliance_has_rules_for_is_told(register: Register, held: Arrangements) -> None:
    with pytest.raises(BadInput, match="allowed: operation"):
        decide(register, held, "jef", "2024-01-01")


def test_vetoes_agree_with_a_simulation() -> None:
    paces, draws = np.array([0.2, 0.5, 1.0, 3.0, 0.7]), 200_000
    times = np.random.default_rng(2).exponential(1 / paces, (draws, 5))
    expected = np.maximum(np.sort(times, axis=1)[:, 2], times[:, 0])
    found = delay(list(paces), 3, vetoes=[0])
    assert abs(found.expected - expected.mean()) < 4 * expected.std() / np.sqrt(draws)


def test_a_body_that_was_not_there_and_a_state_without_a_seat_are_told(register: Register, held: Arrangements) -> None:
    with pytest.raises(BadInput, match="on record"):
        decide(register, held, "nato", "1940-01-01")
    with pytest.raises(BadInput, match="had no seat"):
        decide(register, held, "nato", "2025-01-01", Paces(7.0, {"brazil": 3.0}))

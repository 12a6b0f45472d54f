"""Bodies and their rules: who must approve, and what a veto or a slow member does."""

from __future__ import annotations

import numpy as np
import pytest

from foedus import BadInput, Day, Register
from foedus.register.arrangements import Arrangements, load_arrangements
from foedus.response.decision.body import Decision, Paces, decisions
from foedus.response.decision.delay import delay, expected_time

EVEN = Paces(7.0, {})


@pytest.fixture(scope="module")
def held() -> Arrangements:
    return load_arrangements()


def decide(register: Register, held: Arrangements, alliance: str, on: str, paces: Paces = EVEN) -> Decision:
    return decisions(alliance, "all", Day.parse(on), paces, (register, held))[0]


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
    assert "do not hold" in found.note or "does not hold" in found.note


def test_a_slow_member_of_a_consensus_is_the_one_to_quicken(register: Register, held: Arrangements) -> None:
    found = decide(register, held, "nato", "2023-06-01", Paces(30.0, {"turkey": 400.0}))
    assert found.members[int(np.argmax(found.delay.speeding))] == "turkey"


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
    with pytest.raises(BadInput, match="days"):
        decide(register, held, "nato", "2025-01-01", Paces(0.0, {}))

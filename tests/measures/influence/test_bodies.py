"""Bodies of textbooks and of the register as voting games."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

from foedus import FoedusError, Register
from foedus._base.dates import Day
from foedus.measures.influence.bodies import BODIES, Occasion, body_of_register, lisbon
from foedus.measures.influence.indices import power
from foedus.register.arrangements import BoundBy, load_arrangements

Asked = Callable[..., Any]


@pytest.fixture
def ask(register: Register) -> Asked:
    def asked(name: str, on: str, subject: Any = "all", **more: Any) -> Any:
        day = Day.parse(on)
        occasion = Occasion(day, subject, BoundBy(register), lambda one: register.actors[one].name_on(day), **more)
        return body_of_register(name, load_arrangements(), occasion)

    return asked


@pytest.mark.parametrize("name", BODIES)
def test_a_textbook_body_has_as_many_votes_as_its_rule_says(name: str) -> None:
    body = BODIES[name]()
    assert body.id == name
    assert sum(power(body.game).shapley) == 1
    held = {"eec-1958": 17, "eu-15": 87, "eu-27-nice": 345}
    if name in held:
        assert sum(body.game.ways[0][0].weights) == held[name]


def test_the_council_of_27_by_the_treaty_of_lisbon_can_act_about_as_often_as_reported() -> None:
    """Reported is "about 12.9 per cent" by populations of another year: half a point is allowed."""
    assert float(power(BODIES["eu-27-lisbon"]().game).acting) == pytest.approx(0.129, abs=0.005)


def test_the_council_of_28_by_the_treaty_of_lisbon() -> None:
    body = BODIES["eu-28-2016"]()
    assert [quota.needed for quota in body.game.ways[0]] == [16, 6501]  # 65 per cent of 10,001 rounded shares
    assert [quota.needed for quota in body.game.ways[1]] == [25]
    found = power(body.game)
    assert list(found.shapley) == sorted(found.shapley, reverse=True)


def test_with_few_members_the_double_majority_is_found_by_looking() -> None:
    people = {"a": 50, "b": 30, "c": 10, "d": 5, "e": 5, "f": 5}
    game = lisbon(people, "x", "x", "x").game
    every = [frozenset(at for at in range(6) if mask >> at & 1) for mask in range(64)]
    names, held = list(people), list(people.values())
    for coalition in every:
        against = [names[at] for at in range(6) if at not in coalition]
        both = len(coalition) >= 4 and sum(held[at] for at in coalition) * 100 >= 65 * 105
        assert game.wins(coalition) == (both or len(against) < 4)


def test_the_council_of_nato_is_a_body_of_consensus(ask: Asked) -> None:
    body = ask("nato/council", "2024-06-01")
    assert len(body.game.players) == 32
    assert power(body.game).shapley[0] == Fraction(1, 32)
    assert len(ask("nato", "1949-10-01").game.players) == 12


def test_the_security_council_of_the_register_is_that_of_the_textbook(ask: Asked) -> None:
    ours, theirs = ask("united-nations/security-council", "2024-06-01"), BODIES["un-security-council"]()
    assert sorted(power(ours.game).shapley) == sorted(power(theirs.game).shapley)
    early = ask("united-nations/security-council", "1950-06-25")
    assert sorted(power(early.game).shapley) == sorted(power(BODIES["un-security-council-1946"]().game).shapley)


def test_an_observer_has_no_vote(ask: Asked) -> None:
    assert "Iceland" not in ask("nato/nuclear-planning-group", "2024-06-01", "nuclear").game.players


def test_a_rule_that_follows_when_unanimity_fails_decides(ask: Asked, register: Register) -> None:
    day = Day.parse("2024-06-01")
    people = {state: 1000 + at for at, state in enumerate(sorted(BoundBy(register)("teu-42-7", day)))}
    body = ask("european-union/council", "2024-06-01", "sanctions", populations=people)
    assert len(body.game.players) == 27
    assert body.game.ways[0][0].needed == 15
    assert "qualified majority" in body.rule


def test_populations_that_are_not_given_are_asked_for(ask: Asked) -> None:
    with pytest.raises(FoedusError, match="counts populations, and those of"):
        ask("european-union/council", "2024-06-01", "sanctions")


def test_who_is_concerned_must_be_said_where_the_rule_leaves_it_out(ask: Asked) -> None:
    with pytest.raises(FoedusError, match="leaves out the party concerned"):
        ask("csto", "2024-06-01", "suspension")
    full = ask("csto", "2024-06-01")
    less = ask("csto", "2024-06-01", "suspension", concerned=("armenia",))
    assert len(less.game.players) == len(full.game.players) - 1


@pytest.mark.parametrize(
    ("name", "on", "subject", "said"),
    [
        ("atlantis", "2024-06-01", "all", "no body is called 'atlantis'"),
        ("nato/council", "1930-01-01", "all", "has no rule or no seats of North Atlantic Council"),
        ("nato/council", "2024-06-01", "consultation", "decides by self judging: that is no vote"),
    ],
)
def test_what_is_no_game_is_told(ask: Asked, name: str, on: str, subject: str, said: str) -> None:
    with pytest.raises(FoedusError, match=said):
        ask(name, on, subject)

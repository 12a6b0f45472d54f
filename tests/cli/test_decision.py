"""``foedus decision``: how long a decision takes, told in words, and what is refused."""

from __future__ import annotations

import json

import pytest
from tests.conftest import Command


def words(text: str) -> str:
    """Return a text without the line breaks of a narrow screen."""
    return " ".join(text.split())


def test_consensus_is_told_in_words(foedus: Command) -> None:
    said = foedus("decision", "nato", "--on", "2024-06-01", "--days", "3")
    assert said.status == 0
    assert "32 of 32 must approve" in said.out
    assert "12.2 days on average: in one of ten cases less than 8.0" in words(said.out)
    assert "An assumption, not a forecast" in said.out


def test_who_would_gain_most_by_being_quicker_is_named_and_nobody_without_gain(foedus: Command) -> None:
    said = foedus("decision", "jef", "--for", "operation", "--on", "2024-06-01")
    assert "decided by United Kingdom; 10 have a seat" in said.out
    assert "per cent of that gained: United Kingdom 0.99" in words(said.out)
    assert "Sweden" not in said.out


def test_where_nobody_needs_leave_nobody_must_approve(foedus: Command) -> None:
    said = foedus("decision", "nato", "--for", "consultation", "--on", "2024-06-01")
    assert "must approve" not in said.out
    assert "none of 32 needs the others' approval" in words(said.out)


def test_a_pace_of_its_own_shows_in_the_answer(foedus: Command) -> None:
    said = foedus("decision", "nato", "--on", "2023-06-01", "--pace", "Turkey=500", "--pace", "HUN=400", "--json")
    members = json.loads(said.out)["decisions"][0]["members"]
    quickest = sorted(members, key=lambda one: -one["speeding"])
    assert [one["id"] for one in quickest[:2]] == ["turkey", "hungary"]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--days", "nan"), "--days: nan days"),
        (("--days", "-3"), "0.001 to 100,000 days"),
        (("--days", "1e308"), "--days: 1e+308 days"),
        (("--pace", "Hungary=nan"), "--pace: nan days for hungary"),
        (("--pace", "Hungary=1e300"), "0.001 to 100,000 days"),
        (("--pace", "Hungary"), "'Hungary' is no pace"),
        (("--pace", "=4"), "--pace: no actor is called"),
        (("--pace", "Narnia=4"), "--pace: no actor is called 'Narnia'"),
        (("--pace", "Turkey=4", "--pace", "TUR=400"), "--pace: turkey has two paces"),
        (("--pace", "Brazil=4"), "--pace: brazil had no seat"),
        (("--for", "dance"), "casus_foederis"),
        (("--for", "peacekeeping", "--on", "1940-01-01"), "no body of nato is on record on 1940-01-01"),
        (("--on", "someday"), "--on: 'someday' is not a date"),
    ],
)
def test_what_makes_no_sense_is_told_where_it_stands(foedus: Command, options: tuple[str, ...], told: str) -> None:
    said = foedus("decision", "nato", *options)
    assert said.status == 2
    assert told in words(said.err)
    assert not said.out


def test_a_body_without_a_rule_for_everything_says_what_it_has_rules_for(foedus: Command) -> None:
    said = foedus("decision", "jef")
    assert said.status == 2
    assert "allowed: operation" in said.err

"""A body's rule for a subject on a day: its own, or the one for everything else."""

from __future__ import annotations

from typing import Any

import pytest

from foedus._base.dates import Day, Spell
from foedus.domain.evidence import Evidence
from foedus.domain.membership import Heading, Membership
from foedus.domain.organ import DecisionRule, Organ

KNOWN = Evidence("knowledge")
LIFE = Spell(Day.parse("1945-05-10"), Day.parse("2020-01-01"))


def rule(subject: Any, word: Any, start: str = "", end: str = "") -> DecisionRule:
    spell = Spell(Day.parse(start) if start else None, Day.parse(end) if end else None)
    return DecisionRule(id=subject, subject=subject, rule=word, summary="", evidence=KNOWN, spell=spell)


def nobody(treaty: str, day: Day) -> tuple[str, ...]:
    return ()


COUNCIL = Organ(
    heading=Heading("league", "League"),
    id="council",
    name="Council",
    seats=(Membership(KNOWN, states=("egypt", "syria")), Membership(KNOWN, states=("libya",), part="suspended")),
    rules=(
        rule("all", "unanimity", end="2005-03-22"),
        rule("all", "consensus", start="2005-03-23"),
        rule("settlement", "simple_majority"),
    ),
    evidence=KNOWN,
    spell=LIFE,
)


@pytest.mark.parametrize(
    ("subject", "day", "word"),
    [
        ("operation", "1990-01-01", "unanimity"),
        ("operation", "2005-03-22", "unanimity"),
        ("operation", "2005-03-23", "consensus"),
        ("settlement", "1990-01-01", "simple_majority"),
        ("settlement", "2010-01-01", "simple_majority"),
    ],
)
def test_the_rule_of_the_day(subject: Any, day: str, word: str) -> None:
    found = COUNCIL.rule_on(subject, Day.parse(day))
    assert found is not None
    assert found.rule == word


@pytest.mark.parametrize("day", ["1945-05-09", "2020-01-02"])
def test_a_body_that_does_not_sit_has_neither_rules_nor_members(day: str) -> None:
    assert COUNCIL.rule_on("all", Day.parse(day)) is None
    assert COUNCIL.members_on(Day.parse(day), nobody) == {}


def test_a_suspended_member_does_not_sit() -> None:
    assert set(COUNCIL.members_on(Day.parse("2012-01-01"), nobody)) == {"egypt", "syria"}


def test_no_rule_is_no_guess() -> None:
    silent = Organ(COUNCIL.heading, "o", "O", (), (rule("settlement", "unanimity"),), KNOWN)
    assert silent.rule_on("operation", Day.parse("1990-01-01")) is None

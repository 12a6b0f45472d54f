"""Who takes part on a day: named states stand as named, the parties of a treaty fill the rest."""

from __future__ import annotations

from typing import Any

import pytest

from foedus._base.dates import Day, Spell
from foedus.domain.evidence import Evidence
from foedus.domain.membership import Membership, members_on, present_on

KNOWN = Evidence("knowledge")
DAY = Day.parse("1975-01-01")


def membership(start: str = "", end: str = "", **parts: Any) -> Membership:
    spell = Spell(Day.parse(start) if start else None, Day.parse(end) if end else None)
    return Membership(evidence=KNOWN, spell=spell, **parts)


def parties(treaty: str, day: Day) -> list[str]:
    return {"pact": ["france", "greece", "italy"]}[treaty]


ALL = membership(parties_of="pact")


def test_the_parties_of_a_treaty_take_part_in_full() -> None:
    assert {state: one.part for state, one in members_on([ALL], DAY, parties).items()} == {
        "france": "full",
        "greece": "full",
        "italy": "full",
    }


def test_an_exception_takes_a_party_out() -> None:
    assert set(members_on([membership(parties_of="pact", excepted=("italy",))], DAY, parties)) == {"france", "greece"}


@pytest.mark.parametrize("order", [1, -1])
def test_a_named_state_stands_as_named_wherever_it_is_written(order: int) -> None:
    out = membership("1966-07-01", "2009-04-03", states=("france",), part="outside")
    assert members_on([ALL, out][::order], DAY, parties)["france"].part == "outside"


def test_a_named_spell_that_is_over_leaves_the_state_among_the_parties() -> None:
    out = membership("1966-07-01", "1970-01-01", states=("france",), part="outside")
    assert members_on([ALL, out], DAY, parties)["france"].part == "full"


def test_a_state_that_is_no_party_takes_part_if_it_is_named() -> None:
    assert members_on([ALL, membership(states=("spain",), part="observer")], DAY, parties)["spain"].part == "observer"


def test_of_two_spells_that_may_hold_the_one_that_surely_does_is_taken() -> None:
    sure = membership("1970", "1980", states=("italy",), part="partial")
    doubtful = membership("1975", states=("italy",), part="lead")
    assert members_on([sure, doubtful], DAY, parties)["italy"].part == "partial"
    assert members_on([sure, doubtful], Day.parse("1981-01-01"), parties)["italy"].part == "lead"


@pytest.mark.parametrize("part", ["outside", "suspended"])
def test_an_empty_place_is_no_presence(part: Any) -> None:
    away = membership(states=("france",), part=part)
    assert "france" in members_on([ALL, away], DAY, parties)
    assert "france" not in present_on([ALL, away], DAY, parties)

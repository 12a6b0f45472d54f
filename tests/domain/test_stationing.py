"""Stationed forces on a day: abroad, on one's soil, what they rest on, and how large they were."""

from __future__ import annotations

import pytest

from foedus._base.dates import Day, Spell
from foedus.domain.evidence import Evidence
from foedus.domain.membership import Heading
from foedus.domain.stationing import Basis, Presence, Size, abroad_on, on_soil_of

KNOWN = Evidence("knowledge")


def spell(start: str, end: str = "") -> Spell:
    return Spell(Day.parse(start), Day.parse(end) if end else None)


BATTLEGROUP = Presence(
    heading=Heading("germany", "Germany"),
    id="lithuania",
    sender="germany",
    host="lithuania",
    kind="battlegroup",
    consent="agreed",
    evidence=KNOWN,
    spell=spell("2017-01", "2025-12-31"),
    bases=(Basis("nato", "", spell("2017-01", "2020-12-31")), Basis("", "Road map", spell("2021-01-01"))),
    sizes=(Size(2018, "thousands", KNOWN), Size(2024, "hundreds", KNOWN)),
    contributors=("norway",),
)
ALL = (BATTLEGROUP,)


@pytest.mark.parametrize(("day", "there"), [("2016-12-31", False), ("2017-01-15", True), ("2026-01-01", False)])
def test_forces_of_sender_and_contributors_are_abroad_and_on_the_host_s_soil(day: str, there: bool) -> None:
    on = Day.parse(day)
    expected = ALL if there else ()
    assert abroad_on(ALL, "germany", on) == abroad_on(ALL, "norway", on) == on_soil_of(ALL, "lithuania", on) == expected
    assert on_soil_of(ALL, "germany", on) == abroad_on(ALL, "lithuania", on) == ()


@pytest.mark.parametrize(("day", "rests"), [("2019-01-01", True), ("2022-01-01", False), ("2026-06-01", False)])
def test_it_rests_on_a_treaty_only_while_that_is_its_basis(day: str, rests: bool) -> None:
    assert BATTLEGROUP.rests_on("nato", Day.parse(day)) is rests


@pytest.mark.parametrize(("day", "year"), [("2017-06-01", 2018), ("2021-06-01", 2018), ("2022-06-01", 2024)])
def test_the_size_is_that_of_the_nearest_year_the_earlier_of_two_as_near(day: str, year: int) -> None:
    size = BATTLEGROUP.size_on(Day.parse(day))
    assert size is not None
    assert size.year == year


def test_a_presence_without_a_source_for_its_size_has_none() -> None:
    bare = Presence(BATTLEGROUP.heading, "x", "a", "b", "base", "agreed", KNOWN)
    assert bare.size_on(Day.parse("2000-01-01")) is None

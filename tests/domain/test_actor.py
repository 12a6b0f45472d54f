"""An actor on a day: its name, its codes, its capital, its life."""

from __future__ import annotations

import pytest

from foedus._base.dates import Day, Spell
from foedus.domain.actor import Actor, Capital, IsoCode, Name, SystemMembership


def spell(start: str | None, end: str | None) -> Spell:
    return Spell(Day.parse(start) if start else None, Day.parse(end) if end else None)


RURITANIA = Actor(
    id="ruritania",
    kind="state",
    names=(Name("Streslau", spell(None, "1869-12-31")), Name("Ruritania", spell("1870-01-01", None))),
    cow=SystemMembership(7, "RUR", (spell("1870-01-01", "1939-03-15"), spell("1945-05-08", None))),
    gw=(
        SystemMembership(7, "RUR", (spell("1860-01-01", "1939-03-15"),)),
        SystemMembership(8, "RUI", (spell("1945-05-08", None),)),
    ),
    iso3=(IsoCode("RUR", spell("1974-01-01", None)),),
    exists=(spell("1800-01-01", "1939-03-15"), spell("1945-05-08", None)),
    capitals=(Capital("Streslau", 50.0, 15.0, spell(None, "1939-03-15")), Capital("Zenda", 49.0, 14.0)),
)


@pytest.mark.parametrize(
    ("day", "name"),
    [("1850-01-01", "Streslau"), ("1869-12-31", "Streslau"), ("1870-01-01", "Ruritania"), ("2020-01-01", "Ruritania")],
)
def test_the_name_is_that_of_the_day(day: str, name: str) -> None:
    assert RURITANIA.name_on(Day.parse(day)) == name


def test_between_two_names_the_latest_is_shown() -> None:
    actor = Actor("a", "state", (Name("Old", spell(None, "1900-01-01")), Name("New", spell("1910-01-01", None))))
    assert actor.name_on(Day.parse("1905-01-01")) == "New"


@pytest.mark.parametrize(("day", "code"), [("1973-12-31", None), ("1974-01-01", "RUR")])
def test_the_iso_code_is_that_of_the_day(day: str, code: str | None) -> None:
    assert RURITANIA.iso3_on(Day.parse(day)) == code


@pytest.mark.parametrize(("day", "capital"), [("1939-03-15", "Streslau"), ("1950-01-01", "Zenda")])
def test_the_capital_is_that_of_the_day(day: str, capital: str) -> None:
    found = RURITANIA.capital_on(Day.parse(day))
    assert found is not None
    assert found.name == capital


def test_an_actor_without_a_seat_has_no_capital() -> None:
    assert Actor("a", "non_state", (Name("A"),)).capital_on(Day.parse("1900-01-01")) is None


@pytest.mark.parametrize(
    ("day", "existed"),
    [("1799-12-31", False), ("1800-01-01", True), ("1940-01-01", False), ("1945-05-08", True), ("1939", True)],
)
def test_an_actor_existed_if_one_of_its_lives_may_hold_the_day(day: str, existed: bool) -> None:
    assert RURITANIA.existed_on(Day.parse(day)) is existed


def test_an_actor_without_dates_may_always_have_existed() -> None:
    assert Actor("a", "non_state", (Name("A"),)).existed_on(Day.parse("-0479"))


@pytest.mark.parametrize(
    ("system", "day", "member"),
    [
        ("cow", "1865-01-01", False),
        ("gw", "1865-01-01", True),
        ("cow", "1870-01-01", True),
        ("cow", "1940-01-01", False),
        ("gw", "1950-01-01", True),
        ("cow", "1939", False),  # not surely: it left in March
    ],
)
def test_membership_of_a_state_system_is_sure(system: str, day: str, member: bool) -> None:
    assert RURITANIA.in_system_on(Day.parse(day), system) is member


@pytest.mark.parametrize(
    ("system", "day", "number"),
    [("gw", "1900-01-01", 7), ("gw", "1950-01-01", 8), ("gw", "1940-01-01", 8), ("cow", "1800-01-01", 7)],
)
def test_the_number_is_that_of_the_day_or_the_latest(system: str, day: str, number: int) -> None:
    assert RURITANIA.number_on(system, Day.parse(day)) == number


def test_an_actor_outside_the_state_systems_has_no_number() -> None:
    assert Actor("a", "polity", (Name("A"),)).number_on("cow", Day.parse("1900-01-01")) is None

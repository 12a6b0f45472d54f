"""Codes and spells of the actors, against the state system lists of others and among themselves.

The lists end with 2016; a spell that was open then must be open, or closed later, in the register.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from foedus import Day, Register
from foedus._base.dates import Spell
from foedus.domain.actor import Actor

LAST_DAY_OF_THE_LISTS = "2016-12-31"

Spells = dict[tuple[int, str], list[tuple[str, str]]]


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def system_of(register: Register, system: str) -> Spells:
    """Return the spells of every member of a state system, cut off where the lists end."""
    held: Spells = {}
    for actor in register.actors:
        for member in actor.memberships(system):
            spells = [
                (str(spell.start), min(str(spell.end or LAST_DAY_OF_THE_LISTS), LAST_DAY_OF_THE_LISTS))
                for spell in member.spells
            ]
            held[member.number, member.abbreviation] = sorted(spells)
    return held


def published(spells: list[tuple[int, str, str, str]]) -> Spells:
    listed: Spells = defaultdict(list)
    for number, abbreviation, start, end in spells:
        listed[number, abbreviation].append((start, end))
    return {key: sorted(value) for key, value in listed.items()}


def day_of(row: dict[str, str], which: str) -> str:
    return f"{int(row[f'{which}year']):04d}-{int(row[f'{which}month']):02d}-{int(row[f'{which}day']):02d}"


@pytest.mark.data
def test_cow_codes_and_spells_are_those_of_the_state_system_list(register: Register, shared_data: Path) -> None:
    listed = published(
        [
            (int(row["ccode"]), row["stateabb"], day_of(row, "st"), day_of(row, "end"))
            for row in rows(shared_data / "cow" / "states2016.csv")
        ]
    )
    assert system_of(register, "cow") == listed


@pytest.mark.data
def test_cow_codes_and_spells_are_those_of_the_isard_copy(register: Register, shared_data: Path) -> None:
    listed = published(
        [
            (int(row["ccode"]), row["cw_abb"], row["start"], row["end"])
            for row in rows(shared_data / "gw" / "isard_cw_system.csv")
        ]
    )
    assert system_of(register, "cow") == listed


@pytest.mark.data
def test_great_powers_since_1816_are_the_major_powers_of_the_list(register: Register, shared_data: Path) -> None:
    numbers = {actor.id: actor.cow.number for actor in register.actors if actor.cow}
    listed = {
        (int(row["ccode"]), day_of(row, "st"), day_of(row, "end"))
        for row in rows(shared_data / "cow" / "majors2016.csv")
    }
    held = {
        (
            numbers[state],
            max(str(spell.start), "1816-01-01"),
            min(str(spell.end or LAST_DAY_OF_THE_LISTS), LAST_DAY_OF_THE_LISTS),
        )
        for state, spell in register.classes["great_power"].members
    }
    assert held == listed


def members(register: Register, system: str) -> list[tuple[Actor, int, str]]:
    return [
        (actor, member.number, member.abbreviation) for actor in register.actors for member in actor.memberships(system)
    ]


@pytest.mark.parametrize("system", ["cow", "gw"])
def test_a_code_leads_to_one_actor_on_each_day_it_was_in_use(register: Register, system: str) -> None:
    for actor, number, _ in members(register, system):
        for member in actor.memberships(system):
            if member.number == number:
                day = member.spells[0].start
                assert day is not None
                assert register.actors.find(f"{system}:{number}", day) is actor


@pytest.mark.parametrize("system", ["cow", "gw"])
def test_spells_in_a_state_system_follow_one_another(register: Register, system: str) -> None:
    for actor in register.actors:
        for member in actor.memberships(system):
            for earlier, later in pairwise(member.spells):
                assert earlier.end, actor.id
                assert later.start, actor.id
                assert earlier.end < later.start, actor.id


@pytest.mark.parametrize("system", ["cow", "gw"])
def test_no_two_actors_hold_a_number_at_a_time(register: Register, system: str) -> None:
    holders: dict[int, list[tuple[str, Spell]]] = defaultdict(list)
    for actor in register.actors:
        for member in actor.memberships(system):
            holders[member.number] += [(actor.id, spell) for spell in member.spells]
    for held in holders.values():
        assert not [(one, two) for (one, a), (two, b) in combinations(held, 2) if a.overlaps(b)]


def test_no_two_actors_hold_an_iso_code_today(register: Register) -> None:
    today = Day.parse("2025-01-01")
    codes = [actor.iso3_on(today) for actor in register.actors if actor.exists and actor.existed_on(today)]
    held = [code for code in codes if code]
    assert sorted(held) == sorted(set(held))


def test_an_actor_existed_while_it_was_in_a_state_system(register: Register) -> None:
    for actor in register.actors:
        for system in ("cow", "gw"):
            for member in actor.memberships(system):
                starts = [spell.start for spell in member.spells if spell.start]
                assert all(actor.existed_on(day) for day in starts), (actor.id, system)


def test_links_between_actors_lead_to_actors(register: Register) -> None:
    for actor in register.actors:
        for link in (*actor.predecessors, *actor.successors):
            assert link.actor in register.actors, actor.id

"""Bonds between states: what the engine calls in force, day by day."""

from __future__ import annotations

import random
from functools import cache

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus import Day, Register, load_register
from foedus.domain.treaty import Clause, Treaty
from foedus.obligations.in_force import clause_alive, held, pauses, place_held
from foedus.obligations.logic import MET, NOT_MET, all_of, any_of, negated
from foedus.obligations.situation import Law
from foedus.panel.membership import System
from foedus.panel.panel import create
from foedus.panel.pledges import ALL_TIME, Reading, bonds, pledge_of


@cache
def pledged(reading: Reading) -> dict[tuple[str, str, str, str], list[tuple[int, int]]]:
    held: dict[tuple[str, str, str, str], list[tuple[int, int]]] = {}
    for bond in bonds(load_register(), reading, ALL_TIME):
        held.setdefault((bond.treaty, bond.pledge, bond.debtor, bond.creditor), []).append((bond.first, bond.last))
    return held


def holds(reading: Reading, treaty: str, pledge: str, debtor: str, creditor: str, day: Day) -> bool:
    days = pledged(reading).get((treaty, pledge, debtor, creditor), [])
    return any(first <= day.first <= last for first, last in days)


def no_other_clause(treaty: Treaty, clause: Clause, pledge: str) -> bool:
    return not any(other is not clause and pledge_of(other) == pledge for other in treaty.clauses)


@given(st.randoms(use_true_random=False))
def test_a_bond_holds_on_the_days_on_which_the_engine_has_the_clause_in_force(chance: random.Random) -> None:
    register = load_register()
    clauses = [one for one in register.clauses() if one[0].binds]
    treaty, clause = chance.choice([one for one in clauses if one[0].suspensions] if chance.random() < 0.3 else clauses)
    pledge = pledge_of(clause)
    parties = [party.state for party in treaty.parties if party.bound]
    if pledge is None or len(set(parties)) < 2:
        return
    debtor, creditor = chance.sample(sorted(set(parties)), 2)
    day = Day.from_number(treaty.signed.first + chance.randrange(0, 30_000))
    now = all_of(
        [
            clause_alive(treaty, clause, Law(day)),
            any_of(
                place_held("", place, day)
                for place in treaty.places_of(debtor)
                if clause.owes.holds(debtor, place.role)
            ),
            any_of(
                place_held("", place, day)
                for place in treaty.places_of(creditor)
                if clause.to.holds(creditor, place.role)
            ),
            *(
                negated(held(pause.spell, day, "suspended"))
                for pause in pauses(treaty, clause, day)
                if pause.between(debtor, creditor)
            ),
        ]
    ).now
    if now is MET:
        assert holds("surely", treaty.id, pledge, debtor, creditor, day)
    if now is not NOT_MET:
        assert holds("possibly", treaty.id, pledge, debtor, creditor, day)
    if now is NOT_MET and no_other_clause(treaty, clause, pledge):
        assert not holds("possibly", treaty.id, pledge, debtor, creditor, day)


@pytest.mark.parametrize(
    ("treaty", "pledge", "debtor", "creditor", "day", "is_bound"),
    [
        ("nato", "defense", "united-states", "united-kingdom", "1949-08-23", False),
        ("nato", "defense", "united-states", "united-kingdom", "1949-08-24", True),
        ("nato", "defense", "finland", "estonia", "2023-04-03", False),
        ("nato", "defense", "finland", "estonia", "2023-04-04", True),
        ("anzus", "defense", "united-states", "new-zealand", "1980-01-01", True),
        ("anzus", "defense", "united-states", "new-zealand", "1990-01-01", False),
        ("anzus", "defense", "australia", "new-zealand", "1990-01-01", True),
    ],
)
def test_bonds_begin_end_and_are_suspended(
    treaty: str, pledge: str, debtor: str, creditor: str, day: str, is_bound: bool
) -> None:
    assert holds("possibly", treaty, pledge, debtor, creditor, Day.parse(day)) == is_bound


def test_while_a_suspension_may_not_have_begun_the_bond_may_hold() -> None:
    """The first term of Romania's treaty ran out in November 1891, nobody says on which day; the next began in 1892."""
    at = ("romania-1883", "defense", "austria-hungary", "romania")
    days = {text: tuple(holds(reading, *at, Day.parse(text)) for reading in READINGS) for text in SUSPENSION}
    assert days == SUSPENSION


READINGS: tuple[Reading, ...] = ("surely", "possibly")
SUSPENSION = {
    "1891-10-31": (True, True),
    "1891-11-15": (False, True),
    "1891-12-01": (False, False),
    "1892-07-25": (True, True),
}


def test_what_holds_surely_holds_possibly(register: Register) -> None:
    maybe = pledged("possibly")
    for key, stretches in pledged("surely").items():
        for first, last in stretches:
            assert any(start <= first and last <= end for start, end in maybe[key]), key


def test_a_guarantee_binds_the_guarantor_alone() -> None:
    frame = create("dyad-years", first=1952, last=2020, directed=True).add("alliances").frame()
    owed = frame.filter(ccode1=2, ccode2=740, year=1955)["reg_defense"].item()
    owing = frame.filter(ccode1=740, ccode2=2, year=1955)["reg_defense"].item()
    assert owing == 0
    assert owed in {0, 1}


def test_outside_the_registers_coverage_nothing_is_zero() -> None:
    frame = create("dyad-years", first=1940, last=1946).add("alliances").frame()
    before = frame.filter(frame["year"] < 1945)
    assert 0 not in set(before["reg_defense"])
    assert before.filter(ccode1=200, ccode2=365, year=1943)["reg_defense"].to_list() == [1]
    after = frame.filter(year=1946)
    assert after["reg_defense"].null_count() < 0.01 * after.height


def test_what_may_stand_in_articles_nobody_has_read_is_missing_and_not_zero() -> None:
    """Of the treaty of Poland and Italy of 1991 only the preamble was read."""
    frame = create("dyad-years", first=1995, last=1995).add("alliances").frame().filter(ccode1=290, ccode2=325)
    assert frame.select("reg_nonaggression", "reg_consultation", "reg_defense").row(0) == (1, None, 0)


def test_the_day_of_the_year_matters() -> None:
    def owed(on: str, year: int) -> int | None:
        frame = create("dyad-years", first=year, last=year).add("alliances", on=on).frame()
        found: int | None = frame.filter(ccode1=2, ccode2=325)["reg_defense"].item()
        return found

    assert owed("any", 1949) == 1
    assert owed("dec31", 1949) == 1
    assert owed("jan1", 1949) == 0
    assert owed("jan1", 1950) == 1


def test_defenders_are_those_whom_the_engine_finds() -> None:
    frame = create("dyad-years", first=2024, last=2024, directed=True).add("defenders").frame()
    at = frame.filter(ccode1=366, ccode2=365)  # Estonia, attacked by Russia on 1 January 2024
    assert at["reg_defenders1"].item() >= 30
    assert frame.filter(ccode1=365, ccode2=366)["reg_defenders1"].item() < 10


def test_defenders_are_members_of_the_system() -> None:
    """Abkhazia and South Ossetia owe Russia defence; they are members for Gleditsch and Ward alone."""

    def against_georgia(system: System) -> int:
        frame = create("dyad-years", first=2012, last=2012, system=system).add("defenders").frame()
        count: int = frame.filter(pl.nth(0) == 365, pl.nth(1) == 372)["reg_defenders1"].item()
        return count

    assert against_georgia("gw") == against_georgia("cow") + 2


def test_allies_are_the_pairs_counted_for_each_state() -> None:
    pairs = create("dyad-years", first=1950, last=1960, directed=True).add("alliances").frame()
    counted = pairs.group_by(pl.col("ccode2").alias("ccode"), "year").agg(
        pl.col("reg_defense").sum().cast(pl.Int64).alias("owed"), pl.col("reg_defense").null_count().alias("open")
    )
    states = create("state-years", first=1950, last=1960).add("allies").frame()
    beside = states.join(counted, on=["ccode", "year"], how="left")
    settled = beside.filter(pl.col("open") == 0)
    assert settled.height > 0.8 * beside.height
    assert settled["reg_allies_defense"].equals(settled["owed"].rename("reg_allies_defense"))
    assert beside.filter(pl.col("open") > 0)["reg_allies_defense"].null_count() == (beside["open"] > 0).sum()

"""Which rows there are: against loops over days and sets, on made-up systems of states."""

from __future__ import annotations

import tracemalloc
from itertools import combinations, permutations
from math import comb

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus import BadInput, Register, load_register
from foedus._base.dates import civil_date, day_number
from foedus.panel.intervals import collapsed, expanded
from foedus.panel.membership import Membership, MemberSpell, membership
from foedus.panel.panel import Kads, create
from foedus.panel.universes import dyad_years, kad_years, sets_of_ranks, state_years
from foedus.panel.years_of_units import state_days

FIRST, LAST = 1900, 1903
DAYS = st.integers(day_number(FIRST, 1, 1) - 300, day_number(LAST, 12, 31) + 300)


@st.composite
def systems(draw: st.DrawFn) -> Membership:
    """Return a system of up to five states, some with two spells that do not touch."""
    spells = []
    count = draw(st.integers(1, 5))
    for place in range(count):
        days = sorted(draw(st.lists(DAYS, min_size=2, max_size=2, unique=True)))
        spells.append(MemberSpell(place, f"s{place}", *days))
        if draw(st.booleans()):
            start = days[1] + draw(st.integers(2, 400))
            spells.append(MemberSpell(place, f"s{place}", start, start + draw(st.integers(0, 400))))
    numbers = np.array([2 + 10 * place for place in range(count)])
    return Membership("cow", FIRST, LAST, numbers, tuple("" for _ in range(count)), tuple(spells))


def days_of(system: Membership, place: int) -> set[int]:
    """Return every day on which a state is a member, within the years."""
    held = (range(spell.first, spell.last + 1) for spell in system.spells if spell.place == place)
    within = range(day_number(FIRST, 1, 1), day_number(LAST, 12, 31) + 1)
    return {day for days in held for day in days if day in within}


def years_of(days: set[int]) -> set[int]:
    return {civil_date(day)[0] for day in days}


@given(systems())
def test_a_state_has_a_row_in_every_year_it_touches(system: Membership) -> None:
    expected = [
        (int(number), year)
        for place, number in enumerate(system.numbers)
        for year in sorted(years_of(days_of(system, place)))
    ]
    assert state_years(system).frame().rows() == expected


@given(systems(), st.booleans())
def test_two_states_have_a_row_in_every_year_with_a_day_that_both_saw(system: Membership, directed: bool) -> None:
    pairs = permutations if directed else combinations
    expected = [
        (int(system.numbers[one]), int(system.numbers[other]), year)
        for one, other in pairs(range(len(system.numbers)), 2)
        for year in sorted(years_of(days_of(system, one) & days_of(system, other)))
    ]
    assert dyad_years(system, directed=directed).frame().rows() == expected


@given(systems())
def test_triads_are_every_set_of_three_that_met_pair_by_pair(system: Membership) -> None:
    expected = sorted(
        (*(int(system.numbers[place]) for place in chosen), year)
        for chosen in combinations(range(len(system.numbers)), 3)
        for year in range(FIRST, LAST + 1)
        if all(
            year in years_of(days_of(system, one) & days_of(system, other)) for one, other in combinations(chosen, 2)
        )
    )
    assert kad_years(system, 3).frame().rows() == expected


def test_larger_sets_are_those_of_the_library() -> None:
    panel = create("k-ads", first=1820, last=1820, kads=Kads(4)).frame()
    states = create("state-years", first=1820, last=1820).frame()["ccode"].to_list()
    assert panel.drop("year").rows() == list(combinations(states, 4))


def test_a_sample_of_sets_weighs_what_it_stands_for() -> None:
    every = create("k-ads", first=1900, last=1901).frame()
    drawn = create("k-ads", first=1900, last=1901, kads=Kads(3, sample=100, seed=7)).frame()
    assert drawn.height == 200
    assert drawn.drop("weight").join(every, on=every.columns, how="semi").height == 200
    assert drawn.drop("weight").is_duplicated().sum() == 0
    totals = every.group_by("year").len().sort("year")["len"].to_list()
    assert drawn.group_by("year").agg(pl.col("weight").sum()).sort("year")["weight"].to_list() == pytest.approx(totals)


@given(st.integers(1, 9), st.integers(1, 9))
def test_every_rank_is_one_set_and_every_set_has_a_rank(n: int, k: int) -> None:
    sets = sets_of_ranks(n, k, np.arange(comb(n, k)))
    assert sorted(map(tuple, sets.tolist())) == list(combinations(range(n), k))


def test_weighted_sums_estimate_totals_without_bias() -> None:
    """A Horvitz-Thompson estimate: over many draws its mean lies within four of its standard errors of the total.

    1918 has pairs that never met, so that some drawn sets are no rows; the total is over those that are.
    """
    every = create("k-ads", first=1918, last=1918).frame()
    total = every.filter(pl.col("ccode2") < 300).height
    sums = []
    for seed in range(200):
        drawn = create("k-ads", first=1918, last=1918, kads=Kads(3, sample=150, seed=seed)).frame()
        sums.append(drawn.filter(pl.col("ccode2") < 300)["weight"].to_numpy().sum())
    assert abs(np.mean(sums) - total) < 4 * np.std(sums, ddof=1) / np.sqrt(len(sums))


def test_a_large_sample_takes_little_memory(register: Register) -> None:
    """Sets that were drawn by a row of random numbers for all states took 1.6 GB for half a million of them."""
    members = membership(register, "cow", 2000, 2000)
    tracemalloc.start()
    rows = len(kad_years(members, 3, sample=500_000))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert rows == 500_000
    assert peak < 200 * rows  # bytes; a row of three numbers, a year and a weight has 40


def test_a_sample_is_drawn_again_by_its_seed() -> None:
    def draw(seed: int) -> pl.DataFrame:
        return create("k-ads", first=1950, last=1950, kads=Kads(5, sample=50, seed=seed)).frame()

    assert draw(1).equals(draw(1))
    assert not draw(1).equals(draw(2))


def test_too_many_sets_are_refused_with_a_way_out() -> None:
    with pytest.raises(BadInput, match="sample"):
        create("k-ads", first=2000, last=2000, kads=Kads(6)).frame()
    with pytest.raises(BadInput, match="seed"):
        create("k-ads", kads=Kads(3, 5, -1))


@given(systems())
def test_days_of_membership_are_the_same_expanded_and_collapsed(system: Membership) -> None:
    intervals = state_days(system)
    apart = all(
        one["ccode"] != other["ccode"] or (other["start"] - one["end"]).days > 1
        for one, other in zip(intervals.rows(named=True), intervals.rows(named=True)[1:], strict=False)
    )
    assert apart
    assert collapsed(expanded(intervals), ["ccode"]).equals(intervals.filter(pl.col("start") <= pl.col("end")))


def test_treaties_have_a_row_in_each_year_of_their_lives() -> None:
    rows = create("alliance-years", first=1945, last=2000).frame()
    assert rows.filter(treaty="warsaw-pact")["year"].to_list() == list(range(1955, 1992))
    assert rows.equals(rows.sort("treaty", "year"))


def test_a_treaty_whose_entry_into_force_is_unknown_has_no_rows_before_its_signature() -> None:
    rows = create("alliance-years").frame().group_by("treaty").agg(pl.col("year").min())
    signed = {treaty.id: treaty.signed.year for treaty in load_register().treaties.values()}
    assert [treaty for treaty, year in rows.rows() if year < signed[treaty]] == []


def test_members_have_rows_while_they_are_bound() -> None:
    france = create("member-years", first=1990, last=2025).frame().filter(treaty="nato")
    assert france.filter(ccode=385)["year"].to_list() == list(range(1990, 2026))
    assert france.filter(ccode=375)["year"].to_list() == [2023, 2024, 2025]


def test_years_outside_the_systems_are_refused() -> None:
    for years in ((1700, 1800), (1900, 1899), (1900, 2999)):
        with pytest.raises(BadInput, match="years"):
            create("state-years", first=years[0], last=years[1])

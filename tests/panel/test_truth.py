"""Cell by cell against tables that the field's own tool made from the same files; every difference has a named rule."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from foedus.panel.additions.disputes import of_states
from foedus.panel.additions.time import rows_since
from foedus.panel.panel import Panel, create
from foedus.sources.formats.content import read_content
from foedus.sources.formats.r import read_r
from foedus.sources.store import Store

pytestmark = pytest.mark.data

PAIR = ["ccode1", "ccode2", "year"]
TOLERANCE = 1e-9  # of the larger: the last digits of sums and sines differ between libraries

MISSING_NOT_MINUS_NINE = ("fatality1", "fatality2", "fatalpre1", "fatalpre2", "fatality")
"""Theirs keeps the publisher's -9 for what is not known; here it is missing."""

MONTH_13 = ("stmon",)
"""A slip of the file, which has a month 13; here it is missing."""


def stocked(panel: Panel, store: Store) -> Panel:
    return replace(panel, store=store)


@pytest.fixture(scope="session")
def truth(shared_data: Path) -> Any:
    @cache
    def read(name: str) -> pl.DataFrame:
        path = shared_data / "truth" / name
        if path.suffix == ".csv":
            return pl.read_csv(path, null_values=["NA"], infer_schema_length=None)
        return pl.read_parquet(path)

    return read


@pytest.fixture(scope="session")
def dyads(published: Store) -> pl.DataFrame:
    names = ("nmc", "contiguity", "capital-distance", "minimum-distance", "atop", "democracy", "cow-majors", "gml-mid")
    return stocked(create("dyad-years", last=2016), published).add(*names).frame()


@pytest.fixture(scope="session")
def theirs(truth: Any) -> pl.DataFrame:
    table: pl.DataFrame = truth("truth_dyadyears_cow_nondirected_1816_2016.parquet")
    return table.sort(PAIR)


def unlike(ours: pl.Series, others: pl.Series) -> pl.Series:
    """Return where two columns differ: one missing, or further apart than rounding explains."""
    one, other = ours.cast(pl.Float64), others.cast(pl.Float64)
    apart = ((one - other).abs() > TOLERANCE * (1 + other.abs())).fill_null(value=False)
    return (one.is_null() != other.is_null()) | apart


def test_the_dyad_years_are_the_same_rows(dyads: pl.DataFrame, theirs: pl.DataFrame) -> None:
    assert dyads.height == 956_145
    assert dyads.select(PAIR).equals(theirs.select(PAIR))


def test_every_column_is_there(dyads: pl.DataFrame, theirs: pl.DataFrame) -> None:
    assert set(dyads.columns) == set(theirs.columns)


def test_every_cell_is_the_same_but_for_named_rules(dyads: pl.DataFrame, theirs: pl.DataFrame) -> None:
    ruled = {"conttype", *MISSING_NOT_MINUS_NINE, *MONTH_13}
    differing = {name: int(unlike(dyads[name], theirs[name]).sum()) for name in dyads.columns if name not in ruled}
    assert {name: count for name, count in differing.items() if count} == {}


@pytest.mark.parametrize("name", MISSING_NOT_MINUS_NINE)
def test_what_is_not_known_is_missing_and_not_minus_nine(name: str, dyads: pl.DataFrame, theirs: pl.DataFrame) -> None:
    differs = unlike(dyads[name], theirs[name])
    assert differs.any()
    assert set(theirs[name].filter(differs)) == {-9}
    assert dyads[name].filter(differs).null_count() == differs.sum()


def test_a_thirteenth_month_is_missing(dyads: pl.DataFrame, theirs: pl.DataFrame) -> None:
    differs = unlike(dyads["stmon"], theirs["stmon"])
    assert set(theirs["stmon"].filter(differs)) == {13}


def test_contiguity_is_that_of_the_published_file(dyads: pl.DataFrame, theirs: pl.DataFrame, published: Store) -> None:
    """Theirs lacks pairs that the file lists, and takes another of two kinds in a year of change; ours the nearest."""
    listed = published.read("contiguity", "directed_dyad_years").group_by(PAIR).agg(pl.col("conttype").alias("kinds"))
    beside = dyads.select(*PAIR, pl.col("conttype").alias("ours")).with_columns(theirs["conttype"].alias("theirs"))
    differing = beside.filter(pl.col("ours") != pl.col("theirs")).join(listed, on=PAIR, how="left")
    assert differing.height == 705
    nearest = pl.col("ours") == pl.col("kinds").list.min()
    lacking = pl.col("theirs") == 0
    other_kind = pl.col("kinds").list.contains(pl.col("theirs"))
    assert differing.select((nearest & (lacking | other_kind)).all()).item()


def test_spells_count_observed_rows_as_theirs_do(published: Store, truth: Any) -> None:
    ours = stocked(create("dyad-years", last=2010), published).add("gml-mid", "spells").frame()
    spells = truth("truth_dyadyears_cow_nondirected_mid_spells_1816_2010.parquet").sort(PAIR)
    assert ours.select(PAIR).equals(spells.select(PAIR))
    assert ours["gmlmidspell"].equals(spells["gmlmidspell_add_spells"].rename("gmlmidspell"))
    assert ours["gmlmidspell"].equals(spells["gmlmidspell_add_peace_years"].rename("gmlmidspell"))


@pytest.fixture(scope="session")
def states(published: Store) -> pl.DataFrame:
    names = ("nmc", "neighbours", "democracy", "cow-majors", "gml-mid")
    return stocked(create("state-years", last=2016), published).add(*names).frame()


def test_state_years_are_the_same_but_for_named_rules(states: pl.DataFrame, truth: Any) -> None:
    table = truth("truth_stateyears_cow_1816_2016.csv").sort("ccode", "year")
    assert states.select("ccode", "year").equals(table.select("ccode", "year"))
    ruled = {"cw_name", "land", "sea", *(name for name in table.columns if name.startswith("gmlmid"))}
    differing = {name: int(unlike(states[name], table[name]).sum()) for name in table.columns if name not in ruled}
    assert {name: count for name, count in differing.items() if count} == {}


def test_neighbours_follow_from_the_contiguity_of_the_dyads(published: Store, states: pl.DataFrame) -> None:
    dyads = stocked(create("dyad-years", last=2016, directed=True), published).add("contiguity").frame()
    counted = dyads.group_by(pl.col("ccode1").alias("ccode"), "year").agg(
        (pl.col("conttype") == 1).sum().alias("by_land"), (pl.col("conttype") > 1).sum().alias("by_sea")
    )
    beside = states.join(counted, on=["ccode", "year"], how="left").fill_null(0)
    # the file lists a few neighbours in years in which they were no members; these stand in the count of states
    assert beside.filter(pl.col("land") < pl.col("by_land")).is_empty()
    assert beside.filter(pl.col("land") != pl.col("by_land")).height < 0.02 * beside.height


EVENTS = ("gmlmidongoing", "gmlmidonset", "gmlmidongoing_init", "gmlmidonset_init")


@pytest.fixture(scope="session")
def state_table(truth: Any) -> pl.DataFrame:
    table: pl.DataFrame = truth("truth_stateyears_cow_1816_2016.csv")
    return table.sort("ccode", "year")


def test_after_the_disputes_end_nothing_is_zero(states: pl.DataFrame, state_table: pl.DataFrame) -> None:
    """After 2010 theirs says 0 and ours nothing."""
    after = pl.col("year") > 2010
    assert state_table.filter(after).select((pl.col("gmlmidongoing") == 0).all()).item()
    assert states.filter(after).select(pl.col(EVENTS).is_null().all()).row(0) == (True,) * len(EVENTS)


def test_without_the_disputes_that_theirs_lacks_those_of_states_are_the_same(
    published: Store, state_table: pl.DataFrame
) -> None:
    """Theirs lacks 99 early disputes of the table; and it counts a second stretch of taking part as an onset."""
    theirs = state_table.filter(pl.col("year") <= 2010).select("ccode", "year", *EVENTS)
    disputes = published.read("gml-mid", "directed_dispute_years")
    beside = disputes.join(theirs.rename({"ccode": "ccode1"}), on=["ccode1", "year"])
    lacking = beside.filter(pl.col("gmlmidongoing") == 0)["dispnum"].unique()
    assert len(lacking) == 99
    kept = disputes.filter(~pl.col("dispnum").is_in(lacking.implode()))
    ours = theirs.select("ccode", "year").join(of_states(kept, "sidea-all-joiners"), on=["ccode", "year"], how="left")
    ours = ours.with_columns(pl.col(EVENTS).fill_null(0))
    unequal = {name: theirs.filter(theirs[name] != ours[name]) for name in EVENTS}
    assert {name: rows.height for name, rows in unequal.items()} == dict(zip(EVENTS, (0, 10, 0, 13), strict=True))
    for name in ("gmlmidonset", "gmlmidonset_init"):
        assert unequal[name].select((pl.col(name) == 1).all()).item()


def test_spells_of_states_count_as_theirs_from_the_same_events(truth: Any) -> None:
    table = truth("truth_stateyears_cow_1816_2010_spells.csv").sort("ccode", "year")
    first = (table["ccode"] != table["ccode"].shift(1)).fill_null(value=True).to_numpy()
    for event, spell in (("gmlmidongoing", "gmlmidspell"), ("gmlmidongoing_init", "gmlmidinitspell")):
        counted, known = rows_since(table[event].cast(pl.Float64).to_numpy(), first)
        assert known.all()
        assert counted.tolist() == table[spell].to_list()


def test_gleditsch_and_wards_states_and_dyads_are_the_same_rows(truth: Any) -> None:
    states = truth("truth_stateyears_gw.csv").select("gwcode", "year").sort("gwcode", "year")
    assert create("state-years", last=2020, system="gw").frame().equals(states)
    pair = ["gwcode1", "gwcode2", "year"]
    dyads = truth("truth_dyadyears_gw_nondirected.parquet").select(pair).sort(pair)
    assert create("dyad-years", last=2020, system="gw").frame().equals(dyads)


def test_the_pairs_that_never_met_are_those_known_to_the_field(truth: Any) -> None:
    plan = create("state-years", last=2016)
    members = plan.membership()
    found = {
        (int(members.numbers[one]), int(members.numbers[other]), members.first + year)
        for one, other, year in members.strangers
    }
    listed = {row for row in truth("false_cow_dyads.csv").select(PAIR).iter_rows() if row[0] < row[1]}
    assert found == listed


DIRECTED = ("nmc", "contiguity", "capital-distance", "minimum-distance", "atop", "cow-majors", "gml-mid")


def test_directed_dyads_are_the_undirected_ones_mirrored(published: Store, dyads: pl.DataFrame) -> None:
    directed = stocked(create("dyad-years", last=2016, directed=True), published).add(*DIRECTED).frame()
    assert directed.height == 1_912_290
    swap = {f"{name}{one}": f"{name}{other}" for name in SIDED for one, other in (("1", "2"), ("2", "1"))}
    mirror = directed.rename(swap).select(directed.columns).sort(PAIR)
    symmetric = [name for name in directed.columns if not name.startswith("atop_") or name == "atop_alliance"]
    for name in symmetric:
        assert not unlike(directed[name], mirror[name]).any(), name
    lower = directed.filter(pl.col("ccode1") < pl.col("ccode2"))
    for name in symmetric:
        if name in dyads.columns:
            assert not unlike(lower[name], dyads[name]).any(), name


SIDED = (
    *("ccode", "milex", "milper", "irst", "pec", "tpop", "upop", "cinc", "cowmaj", "init", "sidea", "fatality"),
    *("fatalpre", "hiact", "hostlev", "orig"),
)


def test_what_a_state_owes_is_directed_as_in_the_published_file(published: Store, shared_data: Path) -> None:
    directed = stocked(create("dyad-years", last=2016, directed=True), published).add("atop").frame()
    file = read_r(read_content(shared_data / "atop" / "atop5_1ddyr.rda")).frame.cast(pl.Int64)
    pledges = [name for name in file.columns if name.startswith("atop_")]
    beside = directed.select(PAIR).join(file, on=PAIR, how="left").fill_null(0)
    for name in pledges:
        assert directed[name].cast(pl.Int64).equals(beside[name]), name
    reverse = directed.rename({"ccode1": "ccode2", "ccode2": "ccode1"}).sort(PAIR)
    assert (directed["atop_defense"] != reverse["atop_defense"]).sum() == 916


def test_wars_are_those_of_the_packaged_table_and_two_that_it_lacks(published: Store, shared_data: Path) -> None:
    """The list has France in the Second World War again in 1944, and Serbia in the First Balkan War again in 1913."""
    ours = stocked(create("dyad-years", last=2007, directed=True), published).add("inter-state-war").frame()
    file = read_r(read_content(shared_data / "cow" / "cow_war_inter.rda"), "cow_war_inter").frame
    fought = file.cast(dict.fromkeys(PAIR, pl.Int64)).filter(pl.col("cowinterongoing") == 1).select(PAIR).unique()
    found = ours.filter(pl.col("cowinterongoing") == 1).select(PAIR)
    assert fought.join(found, on=PAIR, how="anti").is_empty()
    more = found.join(fought, on=PAIR, how="anti").filter(pl.col("ccode1") < pl.col("ccode2"))
    free_french = [(220, enemy, year) for enemy in (255, 310, 740) for year in (1944, 1945)]
    assert sorted(more.rows()) == [*free_french, (345, 640, 1913)]


def test_wars_begin_for_pairs_as_in_the_packaged_table_but_for_two_that_came_back(
    published: Store, shared_data: Path
) -> None:
    """Theirs counts the fighting of 1849 as a new onset for two pairs that had fought in the same war in 1848."""
    ours = stocked(create("dyad-years", last=2007), published).add("inter-state-war").frame().filter(cowinterongoing=1)
    file = read_r(read_content(shared_data / "cow" / "cow_war_inter.rda"), "cow_war_inter").frame
    theirs = file.cast(dict.fromkeys(PAIR, pl.Int64)).group_by(PAIR).agg(pl.exclude(PAIR).max())
    beside = ours.join(theirs, on=PAIR, suffix="_theirs")
    unlike_onset = beside.filter(pl.col("cowinteronset") != pl.col("cowinteronset_theirs"))
    assert sorted(unlike_onset.select(PAIR).rows()) == [(255, 390, 1849), (300, 325, 1849)]
    for place in "12":
        assert beside.filter(pl.col(f"cowinterinit{place}") != pl.col(f"initiator{place}")).is_empty()


def test_wars_of_states_are_those_of_days_counted_one_by_one(published: Store) -> None:
    """Every stretch of the list as a set of years, opponents side against side, without a join."""
    stretches = []
    for row in published.read("inter-state-war", "participants").iter_rows(named=True):
        for part in ("1", "2"):
            day = [row[f"{end}_{unit}{part}"] for end in ("start", "end") for unit in ("year", "month", "day")]
            if day[0] is not None and day[3] is not None:
                first = (day[0], day[1] or 1, day[2] or 1)
                last = (day[3], day[4] or 12, day[5] or 31)
                stretches.append((row["warnum"], row["ccode"], row["side"], first, last))
    fought: dict[tuple[int, int], set[int]] = {}
    for war, state, side, first, last in stretches:
        for enemy in stretches:
            begin, end = max(first, enemy[3]), min(last, enemy[4])
            if enemy[0] == war and enemy[2] != side and enemy[1] != state and begin <= end:
                fought.setdefault((war, state), set()).update(range(begin[0], end[0] + 1))
    ongoing = {(state, year) for (_, state), years in fought.items() for year in years}
    onset = {(state, min(years)) for (_, state), years in fought.items()}
    frame = stocked(create("state-years", last=2007), published).add("inter-state-war").frame()
    members = set(frame.select("ccode", "year").rows())
    for name, expected in (("cowinterongoing", ongoing), ("cowinteronset", onset)):
        assert set(frame.filter(pl.col(name) == 1).select("ccode", "year").rows()) == expected & members

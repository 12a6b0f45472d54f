"""Tables in the numbers of one state system beside rows of the other, against look-ups of our own."""

from __future__ import annotations

from dataclasses import replace

import polars as pl
import pytest

from foedus.panel.panel import Panel, create
from foedus.sources.store import Store

GERMANY, YEMEN, MONACO = 260, 678, 221


def gw(store: Store, universe: str, first: int, last: int) -> Panel:
    return replace(create(universe, system="gw", first=first, last=last), store=store)


@pytest.mark.parametrize("name", ["contiguity", "atop", "gml-mid", "inter-state-war"])
def test_a_pair_with_a_state_that_the_tables_system_lacks_is_missing_and_not_zero(small: Store, name: str) -> None:
    """Monaco is independent for Gleditsch and Ward in 1950, and enters the Correlates of War system in 1993."""
    frame = gw(small, "dyad-years", 1951, 1951).add(name).frame()
    monaco = frame.filter((pl.col("gwcode1") == MONACO) | (pl.col("gwcode2") == MONACO))
    assert monaco.height > 50
    assert monaco.select(pl.col(frame.columns[3:]).is_null().all()).row(0) == (True,) * (frame.width - 3)
    first_flag = {"gml-mid": "gmlmidongoing"}.get(name, frame.columns[3])
    assert frame.filter(gwcode1=2, gwcode2=200)[first_flag].item() == 0


@pytest.mark.parametrize("name", ["neighbours", "gml-mid", "inter-state-war", "cow-majors"])
def test_a_state_that_the_tables_system_lacks_is_missing_and_not_zero(small: Store, name: str) -> None:
    frame = gw(small, "state-years", 1951, 1951).add(name).frame()
    assert frame.filter(gwcode=MONACO).drop("gwcode", "year").row(0) == (None,) * (frame.width - 2)
    assert None not in frame.filter(gwcode=200).drop("gwcode", "year").row(0)


def test_in_a_year_of_union_the_row_of_the_state_that_was_there_first_counts(small: Store) -> None:
    """In 1990 the numbers 260 and 255 fall onto one Germany, 678 and 679 onto one Yemen."""
    states = gw(small, "state-years", 1990, 1990).add("nmc").frame()
    assert states.filter(gwcode=GERMANY)["milex"].item() == 35
    assert states.filter(gwcode=YEMEN)["milex"].item() == 1
    pair = gw(small, "dyad-years", 1990, 1990).add("contiguity").frame().filter(gwcode1=GERMANY, gwcode2=290)
    assert pair["conttype"].item() == 4


PAIR = ["ccode1", "ccode2", "year"]


@pytest.fixture(scope="session")
def coded(published: Store) -> pl.DataFrame:
    """Return Gleditsch-Ward dyads with the numbers that each state has in the other system."""
    names = ("codes", "contiguity", "minimum-distance", "capital-distance", "gml-mid", "inter-state-war", "nmc", "atop")
    return gw(published, "dyad-years", 1990, 2006).add(*names).frame()


@pytest.mark.data
@pytest.mark.parametrize(
    ("name", "table", "value"),
    [
        ("contiguity", "directed_dyad_years", "conttype"),
        ("minimum-distance", "dyad_years", "mindist"),
        ("gml-mid", "directed_dispute_years", "gmlmidongoing"),
    ],
)
def test_each_pair_has_what_the_published_table_has_of_it(
    coded: pl.DataFrame, published: Store, name: str, table: str, value: str
) -> None:
    """By joins on the numbers that `codes` gives, in whichever order the table has the pair.

    Left out are 1990 and 2006, in which two numbers fall onto one state.
    """
    raw = (
        published.read(name, table)
        .with_columns(pl.col(PAIR).cast(pl.Int64))
        .rename({"midongoing": value}, strict=False)
    )
    either = pl.concat(
        [
            raw.select(*PAIR, value),
            raw.select(*PAIR, value).rename({"ccode1": "ccode2", "ccode2": "ccode1"}).select(*PAIR, value),
        ]
    )
    least = either.group_by(PAIR).agg(pl.col(value).min().alias("expected"))
    beside = coded.filter(pl.col("year").is_between(1991, 2005)).join(least, on=PAIR, how="left")
    if value != "mindist":
        both = pl.col("ccode1").is_not_null() & pl.col("ccode2").is_not_null()
        beside = beside.with_columns(pl.when(both).then(pl.col("expected").fill_null(0)).otherwise(None))
    assert beside["expected"].null_count() < 0.1 * beside.height
    assert beside.filter(pl.col(value).ne_missing(pl.col("expected"))).is_empty()


@pytest.mark.data
def test_in_the_year_of_union_the_capital_is_the_first_of_the_year(coded: pl.DataFrame) -> None:
    """Bonn lies some 400 km from Paris, Berlin 880: nobody measures from the same square of either."""
    pair = coded.filter(gwcode1=220, gwcode2=GERMANY)
    assert pair.filter(year=1990)["capdist"].item() == pytest.approx(399, abs=8)
    assert pair.filter(year=2000)["capdist"].item() == pytest.approx(878, abs=8)


def test_of_a_part_what_it_does_not_have_is_missing(parts: Store) -> None:
    """A part does not say what else there was, so that only what it has stands beside the rows."""
    plan = replace(create("dyad-years", first=1950, last=1952), store=parts)
    frame = plan.add("contiguity", "cow-majors", "atop", "gml-mid", "inter-state-war").frame()
    columns = [
        name for name in frame.columns if name in {"conttype", "atop_defense", "gmlmidongoing", "cowinterongoing"}
    ]
    for name in (*columns, "cowmaj1"):
        assert set(frame[name].drop_nulls()) == {1}, name


def test_of_two_numbers_of_one_state_in_a_year_one_has_no_pledges_and_not_none(small: Store) -> None:
    """Serbia is 345 for Gleditsch and Ward to June 2006 and 340 from then on; the register has one Serbia."""
    frame = gw(small, "dyad-years", 2006, 2007).add("alliances").frame()
    serbia = frame.filter((pl.col("gwcode1") == 340) | (pl.col("gwcode2") == 340))
    assert serbia.filter(year=2006)["reg_nonaggression"].null_count() == serbia.filter(year=2006).height > 100
    assert serbia.filter(year=2007)["reg_nonaggression"].null_count() < 10
    states = gw(small, "state-years", 2006, 2007).add("allies").frame().filter(gwcode=340)
    assert [value is None for value in states["reg_allies_nonaggression"]] == [True, False]

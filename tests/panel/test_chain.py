"""The chain: some columns of an addition, some rows of a panel, names and codes; and rows that stand twice."""

from __future__ import annotations

from dataclasses import replace

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus import BadInput
from foedus.panel.duplicates import duplicates
from foedus.panel.panel import Kads, Panel, create
from foedus.sources.store import Store


def panel(store: Store, universe: str = "dyad-years", *, directed: bool = False) -> Panel:
    return replace(create(universe, directed=directed, first=1949, last=1951), store=store)


def test_some_columns_of_an_addition_may_be_kept(small: Store) -> None:
    whole = panel(small).add("nmc").frame()
    some = panel(small).add("nmc", keep="cinc, milex").frame()
    assert some.columns[3:] == ["milex1", "cinc1", "milex2", "cinc2"]
    assert some.equals(whole.select(some.columns))
    assert panel(small).add("nmc", keep="cinc2").frame().columns[3:] == ["cinc2"]
    assert (
        panel(small)
        .add("nmc", keep="milex")
        .add("nmc", keep="cinc")
        .frame()
        .equals(whole.select("ccode1", "ccode2", "year", "milex1", "milex2", "cinc1", "cinc2"))
    )


def test_a_name_that_ends_in_a_digit_is_told_from_the_place_of_a_state() -> None:
    kept = create("dyad-years").add("democracy", keep="polity2")
    assert [column.name for column in kept.columns] == ["polity21", "polity22"]


def test_what_is_not_kept_cannot_be_needed(small: Store) -> None:
    with pytest.raises(BadInput, match="cowmaj1"):
        panel(small).add("contiguity").add("cow-majors", keep="cowmaj2").add("relevance")


def test_a_column_that_an_addition_lacks_cannot_be_kept(small: Store) -> None:
    with pytest.raises(BadInput, match="no column 'gdp'") as raised:
        panel(small).add("nmc", keep="cinc,gdp")
    assert "cinc1" in str(raised.value)


def test_only_rows_with_a_flag_stay_and_counts_have_seen_the_others(small: Store) -> None:
    plan = panel(small).add("contiguity", "cow-majors", "relevance").add("gml-mid", keep="gmlmidongoing").add("spells")
    whole, relevant = plan.frame(), plan.only("prd").frame()
    assert 0 < relevant.height < whole.height
    assert relevant.equals(whole.filter(prd=1))


def test_only_a_flag_that_is_there_chooses_rows(small: Store) -> None:
    with pytest.raises(BadInput, match="contiguity, cow-majors and relevance"):
        panel(small).only("prd")
    with pytest.raises(BadInput, match="no flag"):
        panel(small).add("contiguity").only("conttype")


def test_states_have_the_name_and_codes_of_the_year() -> None:
    frame = create("state-years", first=1989, last=1991).add("codes").frame()
    germany = frame.filter(pl.col("ccode").is_in([255, 260])).select("ccode", "year", "gwcode", "iso_alpha")
    assert germany.rows() == [
        *((255, year, 260, "DEU") for year in (1990, 1991)),
        *((260, year, 260, "DEU") for year in (1989, 1990)),
    ]
    russia = create("state-years", first=1989, last=1992).add("codes").frame().filter(ccode=365)
    assert dict(russia.select("year", "name").rows())[1989] == "Soviet Union"
    assert dict(russia.select("year", "name").rows())[1992].startswith("Russia")
    assert frame["name"].null_count() == 0


def test_numbers_of_the_other_system_lead_back() -> None:
    """Where the systems know the same state in the year, its number there has its number here."""
    theirs = create("state-years", last=2016, system="gw").add("codes", keep="ccode").frame().drop_nulls("ccode")
    ours = create("state-years", last=2016).add("codes", keep="gwcode").frame().drop_nulls("gwcode")
    back = ours.join(theirs, on=["gwcode", "year"], how="inner", suffix="_back")
    unlike = back.filter(pl.col("ccode") != pl.col("ccode_back"))
    assert back.height > 0.99 * ours.height
    assert unlike.height <= 10, "years in which a number passed from one state to another"


@settings(max_examples=20)
@given(st.lists(st.tuples(st.integers(2, 4), st.integers(1900, 1903)), max_size=8))
def test_rows_with_the_same_key_are_found(rows: list[tuple[int, int]]) -> None:
    table = pl.DataFrame(rows, schema={"ccode": pl.Int64, "year": pl.Int64}, orient="row").with_row_index("place")
    assert sorted(duplicates(table).select("ccode", "year").rows()) == sorted(
        row for row in rows if rows.count(row) > 1
    )


def test_a_panel_has_no_duplicates_and_a_table_without_keys_is_refused() -> None:
    assert duplicates(create("dyad-years", first=1914, last=1920, directed=True).frame()).is_empty()
    assert duplicates(create("k-ads", first=1914, last=1914, kads=Kads(4, sample=500)).frame()).is_empty()
    assert duplicates(create("state-days").frame()).is_empty()
    with pytest.raises(BadInput, match="no key"):
        duplicates(pl.DataFrame({"x": [1]}))
    with pytest.raises(BadInput, match="no column 'country'"):
        duplicates(pl.DataFrame({"x": [1]}), ["country"])

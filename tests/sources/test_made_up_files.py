"""Every data set reads a made-up file in its publisher's format, without the real ones."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from tests.sources.made_up import FILES

from foedus.sources.reading import Loaded, load
from foedus.sources.registry import NAMES, all_sources, source


def read(name: str, folder: Path) -> Loaded:
    make, _ = FILES[name]
    return load(source(name), make(folder), is_part=True)


@pytest.mark.parametrize("name", NAMES)
def test_the_tables_have_their_rows_and_exactly_their_columns(name: str, tmp_path: Path) -> None:
    loaded = read(name, tmp_path)
    assert {table: frame.height for table, frame in loaded.tables.items()} == FILES[name][1]
    for table, frame in loaded.tables.items():
        assert frame.columns == [column.name for column in source(name).table(table).columns]


@pytest.mark.parametrize("one", all_sources(), ids=lambda one: one.name)
def test_an_entry_is_complete(one: Any) -> None:
    assert one.title
    assert one.terms
    assert one.page.startswith(("http://", "https://"))
    assert str(one.citation.year) in one.citation.text
    assert re.match(r"@\w+\{\w+,\n", one.citation.bibtex)
    tables = {table.name for table in one.tables}
    for version in one.versions:
        assert {file.table for file in version.files} <= tables
        assert set(version.rows) <= tables
        assert version.years[0] <= version.years[1]
        assert all(address.startswith(("http://", "https://")) for address in version.addresses)
    for table in one.tables:
        names = [column.name for column in table.columns]
        assert len(set(names)) == len(names)
        assert set(table.key) <= set(names)
        assert all(column.meaning for column in table.columns)


def test_the_names_are_those_of_the_design() -> None:
    assert list(NAMES) == sorted(NAMES)
    assert len(NAMES) == 31


@pytest.mark.parametrize(
    ("name", "table", "wanted"),
    [
        ("capitals", "spells", {"start": pl.date(1900, 1, 1), "lon": 2.0}),
        ("cow-states", "spells", {"start": pl.date(1850, 8, 3), "end": pl.date(1900, 12, 31)}),
        ("dcad", "agreements", {"signed_day": None, "in_force_year": None, "span": None, "terminated": None}),
        ("democracy", "state_years", {"ccode": 2, "polity2": None, "v2x_polyarchy": 0.4}),
        ("doe", "directed_dyad_years", {"ccode_a": 365, "ccode_b": 2, "pr_win_a": 0.25, "pr_win_b": 0.125}),
        ("geo-pko", "contributors", {"contributor": "Korea (ROK)", "troops": None, "ccode": 732}),
        ("geo-pko", "contributors", {"contributor": "Ghana", "troops": 120.5, "ccode": 452}),
        ("gml-mid", "directed_dyad_years", {"fatality2": None, "maxdur": 100, "stmon": None}),
        ("gw-states", "spells", {"gwcode": 20, "start": pl.date(1867, 7, 1)}),
        ("icb", "crises", {"crisname": "CAFÉ WAR", "datrig": None, "daterm": 1}),
        ("inter-state-war", "participants", {"ccode": 2, "batdeath": None, "start_year2": None}),
        ("ipi-peacekeeping", "contributions", {"ccode": 160, "experts": None, "police": 3}),
        ("jme", "participants", {"state": "AUS", "ccode": 900}),
        ("jme", "participants", {"state": "uSA", "ccode": 2}),
        ("jme", "participants", {"state": "8 NATO members", "ccode": None}),
        ("jme", "exercises", {"row": 1, "name": None, "start_day": None, "end_day": None}),
        ("mme", "exercises", {"start_day": None, "end_day": 21, "sea": 1}),
        ("nato-expenditure", "state_years", {"state": "Belgium", "year": 2024, "is_estimate": 1, "share_gdp": 1.5}),
        (
            "nato-expenditure",
            "state_years",
            {"year": 2021, "is_estimate": 0, "share_infrastructure": 0.0, "ccode": 211},
        ),
        ("nmc", "state_years", {"ccode": 2, "milex": None}),
        ("nmc", "state_years", {"ccode": 20, "milex": 0.0}),
        ("sipri", "state_years", {"state": "Belgium", "year": 2002, "constant_usd": 20.0, "ccode": 211}),
        ("sipri", "state_years", {"state": "South Sudan", "year": 2003, "constant_usd": None, "ccode": None}),
        ("troops", "bases", {"base": "Café AB"}),
        ("troops", "state_years", {"iso3": None, "army_ad": 5}),
        (
            "ucdp-acd",
            "conflict_years",
            {"incompatibility": "territory", "gwno_a_2nd": "20, 200", "type_of_conflict": "intrastate"},
        ),
        ("un-votes", "votes", {"ccode": 20, "vote": "no"}),
        ("un-votes", "roll_calls", {"date": pl.date(1950, 1, 1), "amend": 1}),
        ("world-bank", "indicators", {"iso3": "BEL", "year": 2001, "value": 110.0, "ccode": 211}),
        ("world-bank", "indicators", {"iso3": "ARB", "value": 7.0, "ccode": None}),
    ],
)
def test_a_value_is_what_was_written(name: str, table: str, wanted: dict[str, Any], tmp_path: Path) -> None:
    frame = read(name, tmp_path).tables[table]
    fitting = frame.filter(pl.all_horizontal(pl.col(column).eq_missing(value) for column, value in wanted.items()))
    assert fitting.height >= 1, frame.select(list(wanted))


def test_a_state_that_did_not_exist_has_no_row_rather_than_a_zero(tmp_path: Path) -> None:
    frame = read("sipri", tmp_path).tables["state_years"]
    assert frame.filter(state="South Sudan")["year"].to_list() == [2003]


def test_names_without_a_code_are_told(tmp_path: Path) -> None:
    assert "no ccode: 8 NATO members" in read("jme", tmp_path).notes


def test_votes_alone_have_no_code_and_say_why(tmp_path: Path) -> None:
    make, _ = FILES["un-votes"]
    _, votes = make(tmp_path)
    loaded = load(source("un-votes"), [votes], is_part=True)
    assert loaded.tables["votes"]["ccode"].to_list() == [None]
    assert any("un_roll_calls.rda" in note for note in loaded.notes)

"""ATOP: its members, expanded, are the rows of its own dyad-year file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import polars as pl
import pytest

from foedus.sources.formats.content import read_content
from foedus.sources.formats.r import read_r
from foedus.sources.reading import load
from foedus.sources.registry import source
from foedus.sources.sets.atop_dyads import PLEDGES, directed_dyad_years

UNIT = ("ccode1", "ccode2", "year")
VERSION = source("atop").latest
DEFENCE_CONDITIONS = ("defcoadv", "defcoloc", "defcocon", "defconum", "defcodem", "defconpr")


def member(atopid: int, state: int, entry: tuple[int, int, int], leave: tuple[int, int, int], **more: int) -> Any:
    """Return a row of the members' table."""
    days = zip(("yrent", "moent", "dayent", "yrexit", "moexit", "dayexit"), (*entry, *leave), strict=True)
    return {"atopid": atopid, "member": state, "phase": 0, **dict(days), **dict.fromkeys(PLEDGES, 0), **more}


def expand(*rows: Any) -> pl.DataFrame:
    return directed_dyad_years(pl.DataFrame(list(rows)), VERSION)


@pytest.mark.data
def test_the_expansion_is_the_published_one_row_for_row(real: Any, shared_data: Path) -> None:
    ours = real("atop", "atop/atop5_1m.csv").tables["directed_dyad_years"]
    theirs = read_r(read_content(shared_data / "atop" / "atop5_1ddyr.rda")).frame.cast(pl.Int64).sort(UNIT)
    assert ours.height == 273_296
    assert ours.select(UNIT).equals(theirs.select(UNIT))
    unlike = [ours[f"atop_{pledge}"].cast(pl.Int64) != theirs[f"atop_{pledge}"] for pledge in PLEDGES]
    assert pl.DataFrame(unlike).select(pl.any_horizontal(pl.all())).to_series().sum() == 346
    assert not unlike[PLEDGES.index("consul")].any()


@pytest.mark.data
def test_version_4_ends_in_its_own_last_year(real: Any) -> None:
    read = real("atop", "atop/atop4_01m_member-level.csv", "atop/atop4_01a_alliance-level.csv")
    assert {name: table.height for name, table in read.tables.items() if name != "directed_dyad_years"} == {
        "members": 2_398,
        "alliances": 745,
    }
    assert read.tables["directed_dyad_years"]["year"].max() == read.version.years[1] == 2016


def test_a_pledge_is_read_from_the_first_to_the_second() -> None:
    owing = member(1005, 200, (1815, 1, 3), (1815, 2, 8), defense=1)
    owed = member(1005, 220, (1815, 1, 3), (1815, 2, 8))
    table = expand(owing, owed)
    assert table.select(*UNIT, "atop_defense").rows() == [(200, 220, 1815, 1), (220, 200, 1815, 0)]


def test_an_exit_in_an_unknown_month_is_the_end_of_the_year_and_none_is_the_last_year_of_the_version() -> None:
    rows = (member(2000, 2, (2016, 5, 1), (0, 0, 0)), member(2000, 20, (2016, 7, 0), (2017, 0, 0)))
    assert expand(*rows)["year"].unique().sort().to_list() == [2016, 2017]
    assert expand(rows[0], member(2000, 20, (2016, 7, 0), (0, 0, 0)))["year"].max() == VERSION.years[1]


def test_members_that_share_no_more_than_a_day_are_not_allied() -> None:
    rows = (member(2000, 2, (1900, 1, 1), (1905, 6, 1)), member(2000, 20, (1905, 6, 1), (1910, 1, 1)))
    assert expand(*rows).height == 0


def test_of_the_phases_of_a_year_the_latest_counts_and_of_several_alliances_any() -> None:
    early = member(2000, 2, (1900, 1, 1), (1905, 6, 1), defense=1, phase=1)
    late = member(2000, 2, (1905, 6, 1), (1906, 1, 1), phase=2)
    other = member(2000, 20, (1900, 1, 1), (1906, 1, 1))
    pledged = {
        row[2]: row[3] for row in expand(early, late, other).filter(ccode1=2).select(*UNIT, "atop_defense").rows()
    }
    assert (pledged[1904], pledged[1905]) == (1, 0)
    second = (member(3000, 2, (1905, 1, 1), (1906, 1, 1), defense=1), member(3000, 20, (1905, 1, 1), (1906, 1, 1)))
    both = expand(early, late, other, *second)
    assert both.filter(ccode1=2, year=1905)["atop_defense"].to_list() == [1]


def test_the_member_that_is_no_state_is_left_out() -> None:
    rows = (member(2000, 8152, (1900, 1, 1), (1901, 1, 1)), member(2000, 20, (1900, 1, 1), (1901, 1, 1)))
    assert expand(*rows).height == 0


@pytest.mark.data
@pytest.mark.parametrize(
    "places",
    [("atop/atop5_1m.csv",), ("atop/atop4_01m_member-level.csv", "atop/atop4_01a_alliance-level.csv")],
    ids=["5.1", "4.01"],
)
def test_no_column_of_the_members_file_is_passed_over(places: tuple[str, ...], real: Any) -> None:
    assert not [note for note in real("atop", *places).notes if f"{places[0].rsplit('/', 1)[1]}: passed over" in note]


@pytest.mark.data
def test_conditions_are_read_as_the_file_has_them(real: Any) -> None:
    members = real("atop", "atop/atop4_01m_member-level.csv", "atop/atop4_01a_alliance-level.csv").tables["members"]
    pledged = members.filter(defense=1)
    assert pledged.height == 994
    bound = pledged.select(pl.any_horizontal(pl.col(name) == 1 for name in DEFENCE_CONDITIONS)).to_series()
    assert round(100 * bound.sum() / pledged.height) == 48


def test_every_condition_belongs_to_a_pledge_that_is_read() -> None:
    columns = {column.name: column for column in source("atop").table("members").columns}
    conditions = [name for name in columns if name[:5] in {"defco", "offco", "neuco", "conco"} and name[3:] != "con"]
    assert set(DEFENCE_CONDITIONS) < set(conditions)
    assert len(conditions) == 22
    assert all(columns[name].type == "flag" and columns[name].is_optional for name in conditions)


@pytest.mark.parametrize(("written", "wanted"), [("1", 1), ("0", 0), ("", None)])
def test_a_condition_that_is_not_coded_is_missing_and_not_absent(
    written: str, wanted: int | None, tmp_path: Path
) -> None:
    file = tmp_path / "atop5_1m.csv"
    heads = (
        "atopid,member,phase,yrent,moent,dayent,yrexit,moexit,dayexit,defense,offense,neutral,nonagg,consul,defcoadv"
    )
    file.write_text(f"{heads},version\r\n9001,2,0,1900,1,1,1901,6,0,1,0,0,0,1,{written},5.1\r\n")
    members = load(source("atop"), [file], is_part=True).tables["members"]
    assert members["defcoadv"].to_list() == [wanted]
    assert members["defcoloc"].to_list() == [None]

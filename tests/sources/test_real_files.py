"""Every published file with a source is read whole, and gives the answers that are known."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import pytest

from foedus.sources.formats.content import read_content
from foedus.sources.formats.r import read_r

FILES: list[tuple[str, tuple[str, ...], dict[str, int]]] = [
    ("benson-clinton", ("atop/benson-clinton-scores.csv",), {"alliances": 492}),
    ("berkemeier-fuhrmann", ("fulfilment/BerkemeierFuhrmannRAP2018_0303.dta",), {"tests": 576}),
    ("capitals", ("cow/cow_capitals.rda",), {"spells": 242}),
    ("contiguity", ("cow/contdird.csv",), {"directed_dyad_years": 82_498}),
    ("cow-majors", ("cow/majors2016.csv",), {"spells": 14}),
    ("cow-states", ("cow/states2016.csv",), {"spells": 243}),
    ("cow-states", ("gw/isard_cw_system.csv",), {"spells": 243}),
    ("dcad", ("cooperation/DCAD-v1.0-main.csv",), {"agreements": 1_871}),
    ("democracy", ("cow/ccode_democracy.rda",), {"state_years": 16_731}),
    (
        "democracy",
        ("gw/gw_democracy.rda", "gw/isard_cw_democracy.csv"),
        {"state_years": 17_706, "gw_state_years": 20_849},
    ),
    ("gdp-population", ("gw/gw_gdppop.rda",), {"gw_state_years": 19_667}),
    ("geo-pko", ("peacekeeping/TCCMap_v.2.3.csv",), {"locations": 4_927, "contributors": 8_729}),
    (
        "gml-mid",
        ("cow/gml_dirdisp.rda", "cow/gml_mid_ddydisps.csv"),
        {"directed_dispute_years": 10_276, "directed_dyad_years": 9_284},
    ),
    ("gw-states", ("gw/gw_system.rda",), {"spells": 239}),
    ("icb", ("crises/icb1v13.csv",), {"crises": 482}),
    (
        "inter-state-war",
        ("cow/Inter-StateWarData_v4.0.csv", "cow/cow_war_inter.rda"),
        {"participants": 337, "directed_dyad_years": 1_932},
    ),
    (
        "ipi-peacekeeping",
        ("peacekeeping/current_month.csv", "peacekeeping/data_mission.csv", "peacekeeping/data_monthly.csv"),
        {"contributions": 573, "missions": 5_330, "months": 316},
    ),
    ("jme", ("exercises/jme_v3.xls",), {"exercises": 1_790, "participants": 6_339}),
    ("leeds-anac", ("fulfilment/LeedsAnacIIrep.dta",), {"commitments": 137}),
    ("mid", ("cow/MIDA 5.0.csv", "cow/MIDB 5.0.csv"), {"disputes": 2_436, "participants": 5_883}),
    ("minimum-distance", ("cow/cow_mindist.rda",), {"dyad_years": 952_244}),
    ("mme", ("exercises/mme_v7.csv",), {"exercises": 3_707, "participants": 13_679}),
    ("nato-expenditure", ("nato/240617-def-exp-2024-TABLES-en.xlsx",), {"state_years": 352}),
    ("nato-expenditure", ("nato/nato.rda",), {"state_years": 232}),
    ("natural-earth", ("geography/countries-110m.json",), {"countries": 177}),
    ("rdmc", ("capabilities/rDMC_wide_v1.rds",), {"state_years": 6_534}),
    ("sipri", ("sipri/SIPRI-Milex-data-1949-2024_2.xlsx",), {"state_years": 12_984}),
    (
        "troops",
        ("troops/troopdata-rebuild-country-year.csv", "troops/basedata.csv"),
        {"state_years": 13_135, "bases": 414},
    ),
    ("ucdp-acd", ("conflict/ucdp_acd.rda",), {"opponents": 5_652}),
]

pytestmark = pytest.mark.data


@pytest.mark.parametrize(("name", "places", "rows"), FILES, ids=[f"{name} {places[0]}" for name, places, _ in FILES])
def test_a_published_file_is_read_whole(name: str, places: tuple[str, ...], rows: dict[str, int], real: Any) -> None:
    loaded = real(name, *places)
    assert {table: frame.height for table, frame in loaded.tables.items()} == rows
    assert all(origin.is_known for origin in loaded.origins.values())


def test_roll_calls_are_read_whole_with_the_codes_of_the_day(real: Any) -> None:
    votes = real(
        "un-votes", "unvotes/un_roll_calls.rda", "unvotes/un_roll_call_issues.rda", "unvotes/un_votes.rda"
    ).tables
    assert {name: table.height for name, table in votes.items()} == {
        "roll_calls": 6_203,
        "issues": 5_745,
        "votes": 870_109,
    }
    assert votes["votes"]["ccode"].null_count() / votes["votes"].height < 0.02
    german = votes["votes"].filter(pl.col("ccode").is_in([255, 260, 265]))
    years = german.join(votes["roll_calls"].select("rcid", pl.col("date").dt.year()), on="rcid")
    assert years.filter(ccode=260)["date"].max() <= 1990
    assert years.filter(ccode=255)["date"].min() >= 1990


@pytest.mark.parametrize(
    ("place", "part"),
    [
        ("cow/cow_capitals.rda", "cow_capitals"),
        ("cow/gml_dirdisp.rda", "gml_dirdisp"),
        ("gw/gw_gdppop.rda", "gw_gdppop"),
        ("nato/nato.rda", "nato"),
        ("unvotes/un_roll_call_issues.rda", "un_roll_call_issues"),
    ],
)
def test_r_files_hold_what_another_reader_finds(place: str, part: str, shared_data: Path) -> None:
    import rdata  # noqa: PLC0415

    ours = read_r(read_content(shared_data / place), part).frame
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = rdata.read_rda(shared_data / place)[part]
    assert [str(name) for name in theirs.columns] == ours.columns
    for name in ours.columns:
        values = theirs[name]
        if ours[name].dtype.is_numeric():
            assert np.array_equal(
                ours[name].cast(pl.Float64).to_numpy(), values.to_numpy(float, na_value=np.nan), equal_nan=True
            )
        elif ours[name].dtype == pl.Date:
            assert ours[name].to_physical().to_list() == [int(number) for number in values]
        else:
            assert ours[name].to_list() == [None if value is None or value != value else str(value) for value in values]  # noqa: PLR0124


def test_commitments_kept_in_berkemeier_and_fuhrmann(real: Any) -> None:
    tests = real("berkemeier-fuhrmann", "fulfilment/BerkemeierFuhrmannRAP2018_0303.dta").tables["tests"]
    tested = tests.filter((pl.col("honorLLM") == 1) | (pl.col("violateLLM") == 1))
    assert (int(tested["honorLLM"].sum()), tested.height) == (73, 146)
    eras = {sample: (int(part["honorLLM"].sum()), part.height) for (sample,), part in tested.group_by("sample")}
    assert eras == {1: (61, 92), 0: (12, 54)}


def test_the_model_of_leeds_and_anac(real: Any) -> None:
    table = real("leeds-anac", "fulfilment/LeedsAnacIIrep.dta").tables["commitments"]
    causes = ["milinst", "formal", "chcap2d", "dinstch2", "origtar1"]
    known = np.column_stack([np.ones(table.height), table.select(causes).to_numpy()]).astype(float)
    kept = table["honor3"].to_numpy().astype(float)
    weights, chance, curvature = np.zeros(6), kept, np.eye(6)
    for _ in range(25):  # Newton's method
        chance = 1 / (1 + np.exp(-known @ weights))
        curvature = known.T @ (known * (chance * (1 - chance))[:, None])
        weights += np.linalg.solve(curvature, known.T @ (kept - chance))
    assert weights == pytest.approx([3.6907, -0.7092, -0.9287, -1.5466, -1.4604, -1.3593], abs=5e-5)
    errors = np.sqrt(np.diag(np.linalg.inv(curvature)))
    assert errors == pytest.approx([0.6391, 0.2977, 0.3586, 0.5163, 0.6041, 0.4805], abs=5e-5)
    likelihood = float((kept * np.log(chance) + (1 - kept) * np.log(1 - chance)).sum())
    assert likelihood == pytest.approx(-57.3446, abs=5e-5)


def test_the_two_lists_of_states_are_the_same(real: Any) -> None:
    official = real("cow-states", "cow/states2016.csv").tables["spells"]
    packaged = real("cow-states", "gw/isard_cw_system.csv").tables["spells"]
    assert official.select("ccode", "start", "end").equals(packaged.select("ccode", "start", "end"))


def test_sipri_shares_are_fractions_and_germany_is_the_west_before_1990(real: Any) -> None:
    table = real("sipri", "sipri/SIPRI-Milex-data-1949-2024_2.xlsx").tables["state_years"]
    assert 0 < table["share_gdp"].max() < 2
    germany = dict(table.filter(state="Germany").select("year", "ccode").iter_rows())
    assert (germany[1980], germany[2000]) == (260, 255)


def test_nato_marks_its_estimates(real: Any) -> None:
    table = real("nato-expenditure", "nato/240617-def-exp-2024-TABLES-en.xlsx").tables["state_years"]
    assert table.filter(is_estimate=1)["year"].unique().sort().to_list() == [2023, 2024]
    albania = table.filter(state="Albania", year=2024).row(0, named=True)
    assert albania["share_gdp"] == pytest.approx(2.0295, abs=1e-4)
    assert albania["ccode"] == 339


def test_the_packaged_nato_figures_are_in_the_units_of_the_workbook(real: Any) -> None:
    early = real("nato-expenditure", "nato/nato.rda").tables["state_years"].filter(year=2016)
    late = real("nato-expenditure", "nato/240617-def-exp-2024-TABLES-en.xlsx").tables["state_years"].filter(year=2016)
    joined = early.join(late, on="ccode", suffix="_2")
    assert joined.height > 20
    for column in ("current_usd", "constant_usd", "gdp_constant_usd", "gdp_per_capita", "per_capita", "personnel"):
        ratio = (joined[column] / joined[f"{column}_2"]).drop_nulls()
        assert 0.9 < ratio.median() < 1.1, column

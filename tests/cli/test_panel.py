"""``foedus panel``: files, answers and refusals."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from jsonschema import Draft202012Validator

from foedus.catalogue.schemas import json_schema


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOEDUS_HOME", str(tmp_path / "home"))


def test_the_registers_alliances_need_no_download(foedus: Any, tmp_path: Path) -> None:
    said = foedus(
        "panel", "dyad-years", "--directed", "--from", "1949", "--to", "1950", "--add", "alliances", "-o", "p.csv"
    )
    assert said.status == 0
    table = pl.read_csv(tmp_path / "p.csv")
    assert table.columns[:3] == ["ccode1", "ccode2", "year"]
    assert table.filter(ccode1=2, ccode2=200, year=1949)["reg_defense"].item() == 1
    assert f"{table.height:,} rows" in said.out


def test_the_day_may_be_said_for_alliances(foedus: Any, tmp_path: Path) -> None:
    words = ("panel", "dyad-years", "--from", "1949", "--to", "1949", "--add", "alliances")
    assert foedus(*words, "--on", "jan1", "-o", "a.csv").status == 0
    assert (
        foedus(
            "panel", "dyad-years", "--from", "1949", "--to", "1949", "--add", "alliances:on=jan1", "-o", "b.csv"
        ).status
        == 0
    )
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()
    assert pl.read_csv(tmp_path / "a.csv").filter(ccode1=2, ccode2=325)["reg_defense"].item() == 0


def test_without_a_file_the_first_rows_are_shown(foedus: Any) -> None:
    said = foedus("panel", "state-years", "--from", "1950", "--to", "1950")
    assert said.status == 0
    assert "ccode" in said.out
    assert "75 rows, 2 columns" in said.out


@pytest.mark.parametrize("words", [("panel", "state-years", "--to", "1820"), ("panel", "dyad-years", "--to", "1816")])
def test_the_answer_holds_to_its_schema(foedus: Any, words: tuple[str, ...]) -> None:
    answer = json.loads(foedus(*words, "--json").out)
    Draft202012Validator(json_schema("panel-answer")).validate(answer)
    assert answer["keys"][-1] == "year"


def test_what_can_be_added_is_listed_for_people_and_programs(foedus: Any) -> None:
    answer = json.loads(foedus("panel", "--list", "--json").out)
    Draft202012Validator(json_schema("panel-additions-answer")).validate(answer)
    said = foedus("panel", "--list").out
    assert all(one["name"] in said for one in answer["additions"])


def test_a_stub_is_written_beside_the_file(foedus: Any, tmp_path: Path) -> None:
    words = ("panel", "state-years", "--from", "1950", "--to", "1950", "-o", "s.dta", "--stub", "s.do")
    assert foedus(*words).status == 0
    assert 'use "s.dta"' in (tmp_path / "s.do").read_text()


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (("panel",), 2, "no universe is named"),
        (("panel", "leader-years"), 2, "state-years"),
        (("panel", "state-years", "--from", "1700"), 2, "1816 to 2025"),
        (("panel", "state-years", "--system", "polity"), 2, "cow, gw"),
        (("panel", "state-years", "--directed"), 2, "dyad-years"),
        (("panel", "state-years", "--add", "ncm"), 2, "did you mean nmc"),
        (("panel", "state-years", "--add", "nmc"), 3, "foedus data"),
        (("panel", "state-years", "--add", "nmc:what"), 2, "OPTION=VALUE"),
        (("panel", "state-years", "-o", "p.rds"), 2, "read_parquet"),
        (("panel", "state-years", "--stub", "p.do"), 2, "-o FILE"),
        (("panel", "k-ads", "--k", "99"), 2, "3 to 10"),
        (("panel", "state-years", "--sample", "5"), 2, "k-ads"),
        (("panel", "dyad-years", "--k", "4"), 2, "k-ads"),
        (("panel", "dyad-years", "--on", "jan1"), 2, "--add alliances"),
        (("panel", "k-ads", "--sample", "5", "--seed", "-1"), 2, "is no seed"),
        (("panel", "k-ads", "--seed", "5"), 2, "--sample N"),
        (("panel", "state-years", "--seed", "5"), 2, "k-ads"),
        (("panel", "state-years", "--write", "p.md"), 2, "--dictionary"),
        (("panel", "state-years", "-o", "p.dta", "--stub", "p.exe"), 2, "names no kind of stub"),
        (("panel", "state-years", "-o", "p.parquet", "--stub", "p.do"), 2, "opens no .parquet"),
    ],
)
def test_wrong_input_is_told_with_a_way_on(
    foedus: Any, tmp_path: Path, words: tuple[str, ...], status: int, says: str
) -> None:
    said = foedus(*words)
    assert said.status == status
    assert says in said.err
    assert "Traceback" not in said.err
    assert list(tmp_path.iterdir()) == []


def test_the_dictionary_is_printed_or_written(foedus: Any, tmp_path: Path) -> None:
    printed = foedus("panel", "--dictionary")
    assert printed.status == 0
    assert foedus("panel", "--dictionary", "--write", "columns.md").status == 0
    assert (tmp_path / "columns.md").read_text(encoding="utf-8") == printed.out
    assert foedus("panel", "--dictionary", "--write", "no/folder/columns.md").status == 2


def test_only_rows_with_a_flag_are_written(foedus: Any, tmp_path: Path) -> None:
    words = ("panel", "dyad-years", "--from", "1950", "--to", "1950", "--add", "alliances:keep=reg_defense")
    assert foedus(*words, "--only", "reg_defense", "-o", "p.csv").status == 0
    table = pl.read_csv(tmp_path / "p.csv")
    assert table.columns == ["ccode1", "ccode2", "year", "reg_defense"]
    assert set(table["reg_defense"]) == {1}
    assert foedus(*words, "--only", "prd").status == 2


def test_what_works_on_other_columns_may_be_named_before_them(foedus: Any, tmp_path: Path) -> None:
    words = ("panel", "dyad-years", "--from", "1950", "--to", "1951")
    said = foedus(*words, "--add", "spells:event=reg_defense", "--add", "alliances", "-o", "p.csv")
    assert said.status == 0
    assert pl.read_csv(tmp_path / "p.csv").columns[-1] == "reg_defensespell"

"""``foedus guarantees``: counts on the screen, every row in a file, and what changed."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from foedus.catalogue.schemas import json_schema

DAY = ("--on", "1870-07-19", "--obligation", "defend")


def test_the_screen_counts_and_says_what_the_numbers_are(foedus: Any) -> None:
    said = foedus("guarantees", *DAY)
    assert said.status == 0
    assert "a legal bound, not a forecast" in " ".join(said.out.casefold().split())
    assert "resolution" in said.err


@pytest.mark.parametrize("ending", ["csv", "json"])
def test_a_file_holds_every_row(foedus: Any, tmp_path: Path, ending: str) -> None:
    said = foedus("guarantees", *DAY, "-o", f"owed.{ending}")
    assert (said.status, said.out) == (0, "")
    text = (tmp_path / f"owed.{ending}").read_text("utf-8")
    rows = list(csv.DictReader(text.splitlines())) if ending == "csv" else json.loads(text)["rows"]
    (row,) = [r for r in rows if r["attacker"] == "France" and r["obligor"] == "Bavaria" and r["status"] == "due"]
    assert (row["target"], row["treaty"], row["obligation"]) == ("Prussia", "bavaria-1866", "defend")
    assert str(row["obligor_ccode"]) == "245"


def test_parquet_holds_the_same_rows_as_csv(foedus: Any, tmp_path: Path) -> None:
    polars = pytest.importorskip("polars")
    for ending in ("csv", "parquet"):
        assert foedus("guarantees", *DAY, "-o", f"owed.{ending}").status == 0
    with (tmp_path / "owed.csv").open(encoding="utf-8") as file:
        rows = [tuple(row) for row in csv.reader(file)][1:]
    table = polars.read_parquet(tmp_path / "owed.parquet")
    assert [tuple("" if cell is None else str(cell) for cell in row) for row in table.rows()] == rows


@pytest.mark.parametrize(
    ("more", "schema"),
    [((), "guarantees-answer"), (("--against", "1866-06-01"), "guarantees-changes-answer")],
)
def test_an_answer_holds_to_its_published_schema(foedus: Any, more: tuple[str, ...], schema: str) -> None:
    said = foedus("guarantees", *DAY, *more, "--json")
    answer = json.loads(said.out)
    Draft202012Validator(json_schema(schema)).validate(answer)
    assert answer["rows"]


def test_what_a_supposition_changes_is_told_around_the_state_it_is_about(foedus: Any, tmp_path: Path) -> None:
    (tmp_path / "suppose.yaml").write_text("- {state: Denmark, leaves: nato, from: 1960-01-01}\n", encoding="utf-8")
    asked = ("--on", "1961-01-01", "--suppose", "suppose.yaml", "--against", "facts", "--obligation", "defend")
    said = foedus("guarantees", *asked)
    assert said.status == 0
    assert "due → not due" in said.out
    assert "Denmark is owed it by 14" in said.out


def test_nothing_changed_is_said(foedus: Any) -> None:
    assert "Nothing." in foedus("guarantees", *DAY, "--against", "1870-07-19").out


def test_a_time_without_states_is_said(foedus: Any) -> None:
    assert "no two states" in foedus("guarantees", "--on", "0500-01-01").out


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--on", "2022-02-30"), "--on"),
        (("--on", "2022-02-02", "-o", "x.xlsx"), ".csv, .json, .parquet"),
        (("--on", "2022-02-02", "-o", "x"), "names no format"),
        (("--on", "1870-07-19", "-o", "no/such/folder/x.csv"), "cannot be written"),
        (("--on", "2022-02-02", "--obligation", "fight"), "defend"),
        (("--on", "2022-02-02", "--against", "nothing"), "--against"),
    ],
)
def test_bad_options_are_told_with_what_was_allowed(foedus: Any, options: tuple[str, ...], told: str) -> None:
    said = foedus("guarantees", *options)
    assert (said.status, said.out) == (2, "")
    assert told in said.err


def test_a_failed_write_leaves_nothing_behind(foedus: Any, tmp_path: Path) -> None:
    (tmp_path / "owed.csv").mkdir()
    assert foedus("guarantees", *DAY, "-o", "owed.csv").status == 2
    assert [path.name for path in tmp_path.iterdir()] == ["owed.csv"]

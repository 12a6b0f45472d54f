"""Answers as files: nothing lost, nothing invented, whole or not at all."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from foedus._base.errors import BadInput
from foedus.panel.sql.write import write

MIXED = (
    "SELECT * FROM (VALUES (1, 'a,\"b', DATE '1815-06-18', ['x', NULL], 1.5::DOUBLE, {'k': 1}, 'ab'::BLOB), "
    "(NULL, NULL, NULL, NULL, NULL, NULL, NULL), "
    "(0, '', DATE '0480-09-20 (BC)', [], 'nan'::DOUBLE, {'k': NULL}, ''::BLOB)) AS t(i, s, d, l, f, r, b)"
)


@pytest.fixture
def answer(asked: Any) -> Any:
    return asked(MIXED)


def test_a_csv_leaves_the_field_of_what_is_missing_empty(answer: Any, tmp_path: Path) -> None:
    write(answer, {}, tmp_path / "a.csv")
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["i", "s", "d", "l", "f", "r", "b"]
    assert rows[1] == ["1", 'a,"b', "1815-06-18", '["x", null]', "1.5", '{"k": 1}', "6162"]
    assert rows[2] == [""] * 7
    assert rows[3][0] == "0"
    assert rows[3][2] == "-0479-09-20"


def test_an_empty_text_is_told_from_a_missing_one_in_csv(answer: Any, tmp_path: Path) -> None:
    write(answer, {}, tmp_path / "a.csv")
    lines = (tmp_path / "a.csv").read_text(encoding="utf-8").splitlines()
    assert lines[2] == ",,,,,,"
    assert lines[3].startswith('0,"",')


def test_json_keeps_lists_and_has_null_for_what_is_missing_or_no_number(answer: Any, tmp_path: Path) -> None:
    write(answer, {"schema": 1}, tmp_path / "a.json")
    told = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"), parse_constant=pytest.fail)
    assert told["rows"][0] == {
        "i": 1,
        "s": 'a,"b',
        "d": "1815-06-18",
        "l": ["x", None],
        "f": 1.5,
        "r": {"k": 1},
        "b": "6162",
    }
    assert set(told["rows"][1].values()) == {None}
    assert (told["rows"][2]["f"], told["rows"][2]["s"], told["rows"][2]["d"]) == (None, "", "-0479-09-20")


def test_parquet_keeps_the_table_and_what_it_was_read_from(answer: Any, tmp_path: Path) -> None:
    write(answer, {"kind": "sql"}, tmp_path / "a.parquet")
    assert pl.read_parquet(tmp_path / "a.parquet").equals(answer.frame)
    assert json.loads(pl.read_parquet_metadata(tmp_path / "a.parquet")["foedus"]) == {"kind": "sql"}


@pytest.mark.parametrize("ending", [".csv", ".json", ".parquet"])
def test_an_answer_without_rows_is_a_file_too(ending: str, asked: Any, tmp_path: Path) -> None:
    write(asked("SELECT treaty FROM treaties WHERE false"), {"schema": 1}, tmp_path / f"a{ending}")
    assert (tmp_path / f"a{ending}").stat().st_size > 0


def test_an_unknown_ending_and_a_missing_folder_are_refused_and_leave_nothing(answer: Any, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"\.csv, \.parquet, \.json"):
        write(answer, {}, tmp_path / "a.xlsx")
    with pytest.raises(BadInput, match="cannot be written"):
        write(answer, {}, tmp_path / "nowhere" / "a.csv")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_replaced_whole(answer: Any, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("before" * 10_000)
    write(answer, {}, tmp_path / "a.csv")
    assert "before" not in (tmp_path / "a.csv").read_text(encoding="utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]

"""``foedus sweep``: the same bytes wherever rows are made, and a sweep that was stopped goes on."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import distributed
import polars as pl
import pytest
from jsonschema import Draft202012Validator

from foedus.assessment.sweep import grid, row
from foedus.catalogue.schemas import json_schema

GRID = ("--attacker", "Germany", "--attacker", "Russia", "--attacker", "France", "--on", "1914-07-01")
ATTACK = ("1914-07-01", "Germany", "France")
ASKED = ("sweep", *GRID, "--on", "1905-01-01")


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cut the grid into parts of one attacker."""
    monkeypatch.setattr(grid, "MOST_ROWS", 1)


@pytest.fixture
def stopping(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return what makes a sweep stop, as by Ctrl-C, before a part."""
    made, whole = [0], row.rows_of

    def stop_before(number: int) -> None:
        def until(*given: Any) -> Any:
            made[0] += 1
            if made[0] == number:
                raise KeyboardInterrupt
            return whole(*given)

        monkeypatch.setattr("foedus.assessment.sweep.sweep.rows_of", until)

    return stop_before


def test_a_file_holds_a_row_for_every_attack_in_the_order_of_its_keys(foedus: Any, tmp_path: Path) -> None:
    said = foedus(*ASKED, "-o", "rows.csv")
    assert (said.status, said.out) == (0, "")
    rows = list(csv.DictReader((tmp_path / "rows.csv").read_text("utf-8").splitlines()))
    keys = [(one["date"], one["attacker"], one["target"]) for one in rows]
    assert keys == sorted(set(keys))
    assert f"{len(rows):,} rows written to rows.csv" in said.err
    (one,) = [one for one in rows if (one["date"], one["attacker"], one["target"]) == ATTACK]
    assert "Russia" in one["due_states"].split("; ")
    assert {path.name for path in tmp_path.iterdir()} == {"rows.csv"}


@pytest.mark.usefixtures("small")
def test_formats_hold_the_same_rows(foedus: Any, tmp_path: Path) -> None:
    for ending in ("csv", "json", "parquet"):
        assert foedus(*ASKED, "-o", f"rows.{ending}").status == 0
    table = pl.read_parquet(tmp_path / "rows.parquet")
    told = json.loads((tmp_path / "rows.json").read_text("utf-8"))
    assert table.rows(named=True) == told["rows"]
    with (tmp_path / "rows.csv").open(encoding="utf-8") as file:
        written = [tuple(one) for one in csv.reader(file)][1:]
    assert [tuple("" if cell is None else str(cell) for cell in one) for one in table.rows()] == written


@pytest.mark.usefixtures("small")
@pytest.mark.filterwarnings("default")  # those of the cluster's own libraries
def test_the_bytes_are_the_same_in_one_process_in_threads_and_on_a_cluster(foedus: Any, tmp_path: Path) -> None:
    with distributed.LocalCluster(  # type: ignore[no-untyped-call]
        n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
    ) as local:
        ways = {"serial": (), "threads": ("--threads", "3"), "cluster": ("--cluster", local.scheduler_address)}
        for name, way in ways.items():
            assert foedus(*ASKED, *way, "-o", f"{name}.parquet").status == 0
    alone, *others = (tmp_path / f"{name}.parquet" for name in ways)
    assert [one.read_bytes() == alone.read_bytes() for one in others] == [True, True]


@pytest.mark.usefixtures("small")
def test_a_sweep_that_was_stopped_goes_on_and_makes_no_part_twice(foedus: Any, tmp_path: Path, stopping: Any) -> None:
    assert foedus(*ASKED, "-o", "whole.csv").status == 0
    stopping(4)
    said = foedus(*ASKED, "-o", "rows.csv")
    assert said.status == 130
    assert "the same command goes on from there" in said.err
    kept = sorted(path.name for path in (tmp_path / "rows.csv.parts").glob("*.parquet"))
    assert (len(kept), (tmp_path / "rows.csv").exists()) == (3, False)
    stopping(10_000)
    said = foedus(*ASKED, "-o", "rows.csv")
    assert said.status == 0
    assert "3 of 6 parts are already in" in said.err
    assert (tmp_path / "rows.csv").read_bytes() == (tmp_path / "whole.csv").read_bytes()
    assert not (tmp_path / "rows.csv.parts").exists()


@pytest.mark.usefixtures("small")
def test_a_damaged_part_is_made_again(foedus: Any, tmp_path: Path, stopping: Any) -> None:
    stopping(3)
    foedus(*ASKED, "-o", "rows.csv")
    part = tmp_path / "rows.csv.parts" / "part-000001.parquet"
    part.write_bytes(part.read_bytes()[:-7])
    stopping(10_000)
    said = foedus(*ASKED, "-o", "rows.csv")
    assert said.status == 0
    assert "1 of 6 parts are already in" in said.err


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    ("more", "named"),
    [
        (("--target", "Belgium"), "grid"),
        (("--assume", "status_quo=0.5"), "assumptions"),
        (("--suppose", "s.yaml"), "supposing"),
    ],
)
def test_parts_of_another_sweep_are_refused_and_kept(
    foedus: Any, tmp_path: Path, stopping: Any, more: tuple[str, ...], named: str
) -> None:
    (tmp_path / "s.yaml").write_text("- {treaty: triple-alliance, ends: 1904-01-01}\n", encoding="utf-8")
    stopping(3)
    foedus(*ASKED, "-o", "rows.csv")
    said = foedus(*ASKED, *more, "-o", "rows.csv")
    assert said.status == 2
    assert f"parts of another sweep: {named}" in said.err
    assert len(list((tmp_path / "rows.csv.parts").glob("*.parquet"))) == 2


def test_a_folder_that_is_not_ours_is_left_alone(foedus: Any, tmp_path: Path) -> None:
    (tmp_path / "rows.csv.parts").mkdir()
    (tmp_path / "rows.csv.parts" / "letter.txt").write_text("dear", encoding="utf-8")
    said = foedus(*ASKED, "-o", "rows.csv")
    assert said.status == 2
    assert "not one of a sweep's parts" in said.err
    assert (tmp_path / "rows.csv.parts" / "letter.txt").exists()


@pytest.mark.usefixtures("small")
def test_suppositions_reach_whoever_makes_the_rows(foedus: Any, tmp_path: Path) -> None:
    (tmp_path / "s.yaml").write_text("- {state: Denmark, leaves: nato, from: 1960-01-01}\n", encoding="utf-8")
    asked = ("sweep", "--attacker", "Soviet Union", "--target", "Denmark", "--on", "1961-01-01", "--json")
    fact, supposed = (json.loads(foedus(*asked, *more).out)["rows"][0] for more in ((), ("--suppose", "s.yaml")))
    assert (fact["due"], supposed["due"]) == (14, 0)


def test_an_answer_holds_to_its_published_schema_and_says_what_a_row_is(foedus: Any) -> None:
    answer = json.loads(foedus(*ASKED, "--json").out)
    Draft202012Validator(json_schema("sweep-answer")).validate(answer)
    assert answer["rows"]
    assert "not a forecast" in answer["label"]
    assert all(one["kept_cases"] for one in answer["rows"] if one["kept_low"] is not None)


def test_the_screen_shows_bands_with_their_cases_and_what_a_row_is_not(
    foedus: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    said = foedus("sweep", "--attacker", "Germany", "--target", "France", "--on", "1914-07-01")
    assert said.status == 0
    assert " % (" in said.out
    assert "no row is advice" in " ".join(said.out.split())


def test_the_published_columns_are_those_of_a_row() -> None:
    told = json_schema("sweep-answer")["$defs"]["SweepRow"]["properties"]
    assert list(told) == list(row.COLUMNS)


@pytest.mark.parametrize(
    ("options", "what"),
    [
        ((), "no days were given"),
        (("--on", "1914-07-01", "--from", "1914-07-01", "--to", "1915-07-01"), "in two ways"),
        (("--from", "1914-07-01"), "no days were given"),
        (("--from", "1914-07-01", "--to", "1915-07-01", "--step", "week"), "no step"),
        (("--on", "1914"), "no single day"),
        (("--on", "1914-07-01", "--threads", "2", "--cluster", "tcp://127.0.0.1:9"), "both given"),
        (("--on", "1914-07-01", "-o", "rows.txt"), "names no format"),
        (("--on", "0100-07-01"), "no attack in this grid"),
    ],
)
def test_what_makes_no_sense_is_refused(foedus: Any, tmp_path: Path, options: tuple[str, ...], what: str) -> None:
    said = foedus("sweep", *options)
    assert said.status == 2
    assert what in said.err
    assert not list(tmp_path.iterdir())


def test_a_folder_that_was_begun_and_not_described_is_begun_again(foedus: Any, tmp_path: Path) -> None:
    (tmp_path / "rows.csv.parts" / ".manifest.json.abc").mkdir(parents=True)
    assert (
        foedus("sweep", "--attacker", "France", "--target", "Spain", "--on", "1900-01-01", "-o", "rows.csv").status == 0
    )
    assert {path.name for path in tmp_path.iterdir()} == {"rows.csv"}

"""``foedus sql``: what it prints, writes and hands on, and how it refuses."""

from __future__ import annotations

import csv
import io
import json
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest
from jsonschema import Draft202012Validator

from foedus import load_register
from foedus.catalogue.schemas import json_schema
from foedus.panel.sql import export as exporting
from foedus.panel.sql.page import page

NMC = "stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc,version\nUSA,2,1850,-9,0,1,1,1,1,.5,2011\n"
NATO = "SELECT treaty, signed, ended, aliases FROM treaties WHERE treaty = 'nato'"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FOEDUS_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def stored(foedus: Any, tmp_path: Path) -> None:
    (tmp_path / "NMC_5_0.csv").write_text(NMC)
    assert foedus("data", "add", "nmc", "NMC_5_0.csv", "--part").status == 0


def valid(said: Any, schema: str) -> Any:
    assert (said.status, said.err) == (0, "")
    answer = json.loads(said.out, parse_constant=pytest.fail)
    assert [error.message for error in Draft202012Validator(json_schema(schema)).iter_errors(answer)] == []
    return answer


def test_an_answer_is_a_table_with_its_count_and_what_it_was_read_from(foedus: Any) -> None:
    said = foedus("sql", "SELECT treaty, signed FROM treaties WHERE treaty IN ('nato', 'warsaw-pact') ORDER BY 1")
    assert said.status == 0
    assert said.out.splitlines()[:3] == ["treaty      signed", "nato        1949-04-04", "warsaw-pact 1955-05-14"]
    assert "2 rows" in said.out
    assert f"read from register {load_register().edition.version}" in said.out


def test_the_screen_shows_some_rows_and_columns_and_counts_all(foedus: Any) -> None:
    said = foedus("sql", "SELECT * FROM parties", "--rows", "3")
    text = " ".join(said.out.split())
    count = len([party for treaty in load_register().treaties.values() for party in treaty.parties])
    assert f"3 of {count:,} rows" in text
    assert "of 20 columns (left out: " in text
    assert "-o FILE writes them all" in text
    assert max(map(len, said.out.splitlines())) <= 80


def test_what_is_missing_is_blank_and_markup_is_text(foedus: Any) -> None:
    said = foedus("sql", "SELECT NULL AS nothing, '[bold]x[/bold]' AS written, 0 AS zero")
    assert said.out.splitlines()[1].split() == ["[bold]x[/bold]", "0"]


def test_a_query_without_rows_says_so(foedus: Any) -> None:
    assert "0 rows" in foedus("sql", "SELECT treaty FROM treaties WHERE false").out


def test_a_plan_is_printed_as_it_is(foedus: Any) -> None:
    said = foedus("sql", "EXPLAIN SELECT name FROM treaties WHERE binds")
    assert said.status == 0
    assert "treaties" in said.out
    assert "read from" not in said.out


def test_the_json_answer_fits_its_schema_and_names_its_sources(foedus: Any, stored: None) -> None:
    answer = valid(foedus("sql", "SELECT * FROM nmc_state_years", "--json"), "sql-answer")
    [read] = answer["data"]
    assert (read["source"], read["version"], read["table"]) == ("nmc", "5.0", "state_years")
    assert answer["count"] == 1
    assert (answer["rows"][0]["milex"], answer["rows"][0]["milper"]) == (None, 0)
    assert answer["register"]["hash"] == load_register().edition.content_hash


def test_json_has_lists_dates_and_every_kind_of_column(foedus: Any) -> None:
    answer = valid(foedus("sql", NATO, "--json"), "sql-answer")
    assert answer["rows"][0]["signed"] == "1949-04-04"
    assert answer["rows"][0]["ended"] is None
    kinds = "SELECT 1 AS i, 1.5 AS f, 1/0 AS x, true AS b, 'a' AS t, DATE '1900-01-01' AS d, TIME '12:00' AS m, [1] AS l, {'a': 1} AS r, 'a'::BLOB AS y, 1.5::DECIMAL(9,2) AS n"  # noqa: E501
    answer = valid(foedus("sql", kinds, "--json"), "sql-answer")
    told = {column["name"]: column["type"] for column in answer["columns"]}
    assert told == {
        "i": "integer",
        "f": "number",
        "x": "number",
        "b": "boolean",
        "t": "text",
        "d": "date",
        "m": "time",
        "l": "list",
        "r": "record",
        "y": "bytes",
        "n": "number",
    }
    assert answer["rows"][0]["x"] is None
    assert answer["rows"][0]["n"] == 1.5


@pytest.mark.parametrize("ending", ["csv", "parquet", "json"])
def test_a_file_holds_every_row(ending: str, foedus: Any, tmp_path: Path, stored: None) -> None:
    said = foedus("sql", "SELECT ccode, year, milex, milper FROM nmc_state_years", "-o", f"rows.{ending}")
    assert (said.status, said.out) == (0, "")
    assert f"1 row written to rows.{ending}, read from register" in said.err
    assert "nmc 5.0" in said.err
    path = tmp_path / f"rows.{ending}"
    if ending == "csv":
        assert list(csv.reader(path.read_text(encoding="utf-8").splitlines())) == [
            ["ccode", "year", "milex", "milper"],
            ["2", "1850", "", "0.0"],
        ]
    elif ending == "json":
        assert json.loads(path.read_text(encoding="utf-8"))["rows"] == [
            {"ccode": 2, "year": 1850, "milex": None, "milper": 0.0}
        ]
    else:
        assert pl.read_parquet(path).rows() == [(2, 1850, None, 0.0)]


def test_a_query_comes_from_a_file_or_standard_input(
    foedus: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "q.sql").write_text(f"\ufeff{NATO}", encoding="utf-8")
    assert "1949-04-04" in foedus("sql", "--file", "q.sql").out
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(NATO.encode())))
    assert "1949-04-04" in foedus("sql", "-").out


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        ((), 2, "no query is given"),
        (("SELECT 1", "--tables"), 2, "too much is asked at once"),
        (("SELECT 1", "--file", "q.sql"), 2, "QUERY and --file"),
        (("--file", "nowhere.sql"), 2, "cannot be read"),
        (("--file", "."), 2, "cannot be read"),
        (("--describe", "treatis"), 2, "did you mean treaties"),
        (("SELECT nam FROM treaties",), 2, "query, column 8"),
        (("SELECT * FROM treatis",), 2, "did you mean treaties"),
        (("SELCT 1",), 2, "syntax error"),
        (("DROP TABLE treaties",), 2, "DROP is refused"),
        (("COPY treaties TO 'x.csv'",), 2, "COPY is refused"),
        (("SELECT * FROM read_csv('/etc/passwd')",), 2, "read_csv is refused"),
        (("SELECT * FROM nmc_state_years",), 3, "foedus data pull nmc, or foedus data add nmc FILE"),
        (('SELECT * FROM "nmc_state_years@1"',), 2, "nmc has no version '1'"),
        (("SELECT 1", "-o", "x.xlsx"), 2, ".csv, .parquet, .json"),
        (("SELECT 1", "-o", "nowhere/x.csv"), 2, "cannot be written"),
        (("SELECT 1", "--timeout", "0"), 2, "--timeout"),
        (("SELECT 1", "--timeout", "nan"), 2, "--timeout"),
        (("SELECT 1", "--memory", "1"), 2, "--memory"),
        (("SELECT 1", "--rows", "0"), 2, "--rows"),
        (("SELECT count(*) FROM range(10000000000) a, range(1000) b", "--timeout", "0.1"), 2, "took more than 0.1 s"),
        (("--export", "x.csv"), 2, "*.duckdb"),
        (("--dictionary", "."), 2, "cannot be written"),
    ],
)
def test_a_refusal_has_its_status_and_one_shape(
    arguments: tuple[str, ...], status: int, said: str, foedus: Any, tmp_path: Path
) -> None:
    answer = foedus("sql", *arguments)
    assert (answer.status, answer.out) == (status, "")
    assert answer.err.startswith("error: ")
    assert said in answer.err
    assert "Traceback" not in answer.err
    assert [path.name for path in tmp_path.iterdir()] == []


def test_standard_input_that_is_no_text_is_refused(foedus: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"SELECT '\xff'")))
    said = foedus("sql", "-")
    assert said.status == 2
    assert "UTF-8" in said.err


def test_the_tables_are_listed(foedus: Any) -> None:
    said = foedus("sql", "--tables")
    assert all(word in said.out for word in ("treaties", "dyad_years", "nmc_state_years", "The register"))
    answer = valid(foedus("sql", "--tables", "--json"), "sql-tables-answer")
    assert {"register", "panel", "store"} == {table["room"] for table in answer["tables"]}


def test_a_table_is_described(foedus: Any) -> None:
    said = foedus("sql", "--describe", "nmc_state_years")
    assert "military expenditure" in said.out
    assert "key: ccode, year" in said.out
    answer = valid(foedus("sql", "--describe", "clauses", "--json"), "sql-table-answer")
    assert "obligation" in {column["name"] for column in answer["table"]["columns"]}


def test_the_page_of_tables_is_written(foedus: Any, tmp_path: Path) -> None:
    assert foedus("sql", "--dictionary", "tables.md").status == 0
    assert (tmp_path / "tables.md").read_text(encoding="utf-8") == page()


def test_everything_is_handed_on_in_one_file(
    foedus: Any, stored: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporting, "PANELS", {})
    monkeypatch.setattr(exporting, "LEFT_TO_SQL", ())
    said = foedus("sql", "--export", "all.duckdb")
    assert said.status == 0
    assert "Left out, since their publishers forbid passing them on: nmc" in " ".join(said.out.split())
    again = foedus("sql", "--export", "all.duckdb")
    assert again.status == 2
    assert "--force" in again.err
    answer = valid(
        foedus("sql", "--export", "all.duckdb", "--force", "--with-restricted", "--json"), "sql-export-answer"
    )
    assert answer["restricted"] == ["nmc"]
    with duckdb.connect(str(tmp_path / "all.duckdb"), read_only=True) as connection:
        assert [row[0] for row in connection.execute(NATO).fetchall()] == ["nato"]
        assert connection.execute("SELECT milex, milper FROM nmc_state_years").fetchall() == [(None, 0.0)]


RUN = "import sys; from foedus.cli.app import run; sys.exit(run(sys.argv[1:]))"
LONG = "SELECT count(*) FROM range(10000000000) a, range(10000000) b"


def test_nothing_but_the_answer_is_printed_however_long_it_takes() -> None:
    words = [sys.executable, "-c", RUN, "sql", LONG, "--timeout", "4", "--json"]
    said = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (said.returncode, said.stdout) == (2, "")
    assert said.stderr.startswith("error: query: the query took more than 4 s")


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent as POSIX has them")
def test_a_query_can_be_interrupted_by_hand() -> None:
    words = [sys.executable, "-c", RUN, "sql", LONG]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        time.sleep(6)
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=60)
    assert (running.returncode, out) == (130, "")
    assert "error" not in err


WITHOUT = (
    "import sys\n"
    "for name in ('polars', 'duckdb', 'httpx', 'pyreadstat', 'python_calamine', 'pyarrow'): sys.modules[name] = None\n"
    "from foedus.cli.app import run\n"
    "sys.exit(run(sys.argv[1:]))"
)


def test_without_the_extra_the_install_line_is_named() -> None:
    said = subprocess.run([sys.executable, "-c", WITHOUT, "sql", NATO], capture_output=True, text=True, check=False)
    assert said.returncode == 4
    assert "pip install 'foedus[data]'" in said.stderr


@pytest.mark.parametrize("arguments", [("--tables",), ("--describe", "treaties")], ids=" ".join)
def test_what_only_tells_needs_no_extra(arguments: tuple[str, ...]) -> None:
    words = [sys.executable, "-c", WITHOUT, "sql", *arguments]
    said = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (said.returncode, said.stderr) == (0, "")

"""Answers: rows in the right types, what they were read from, and what happens when a query goes wrong."""

from __future__ import annotations

import logging
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest

import foedus
from foedus._base.errors import BadInput, DataMissing, FoedusError, UnknownName
from foedus.panel.sql.database import Limits, database, lock, put_file, put_frame
from foedus.panel.sql.query import ask
from foedus.panel.sql.stored import stored_views
from foedus.sources.store import Store


@pytest.mark.parametrize(
    ("expression", "kind", "value"),
    [
        ("1", pl.Int32, 1),
        ("1::BIGINT", pl.Int64, 1),
        ("NULL::INTEGER", pl.Int32, None),
        ("NULL", pl.Null, None),
        ("sum(x) FROM range(4) AS t(x)", pl.Int64, 6),
        ("1.5::DOUBLE", pl.Float64, 1.5),
        ("true", pl.Boolean, True),
        ("'é'", pl.String, "é"),
        ("''", pl.String, ""),
        ("DATE '1815-06-18'", pl.Date, date(1815, 6, 18)),
        ("NULL::DATE", pl.Date, None),
        ("['a', NULL]", pl.List(pl.String), ["a", None]),
        ("{'a': 1}", pl.Struct({"a": pl.Int32}), {"a": 1}),
        ("'{\"a\": 1}'::JSON", pl.String, '{"a": 1}'),
        ("INTERVAL 3 MONTH", pl.String, "3 months"),
        ("'101'::BIT", pl.String, "101"),
        ("TIMETZ '12:00:00+01'", pl.String, "12:00:00+01"),
        ("{'a': INTERVAL 1 DAY}", pl.String, "{'a': 1 day}"),
        ("[DATE '1815-06-18']", pl.String, "[1815-06-18]"),
        ("[DATE 'infinity']", pl.String, "[infinity]"),
    ],
)
def test_a_value_keeps_its_type_and_null_stays_null(expression: str, kind: Any, value: Any, asked: Any) -> None:
    frame = asked(f"SELECT {expression}").frame
    assert frame.dtypes == [kind]
    assert frame.rows() == [(value,)]


def test_a_date_before_year_1_is_kept(asked: Any) -> None:
    assert asked("SELECT DATE '0480-09-20 (BC)'").frame.cast(pl.String).item() == "-0479-09-20"


def test_columns_of_the_same_name_are_told_apart(asked: Any) -> None:
    assert asked("SELECT 1 AS a, 2 AS a, 3 AS A").frame.row(0) == (1, 2, 3)


def test_the_order_of_the_query_is_kept(asked: Any) -> None:
    years = asked("SELECT year FROM state_years WHERE ccode = 2 ORDER BY year DESC").frame.get_column("year")
    assert years.to_list() == sorted(years, reverse=True)


def test_a_query_may_have_no_rows_and_keeps_its_columns(asked: Any) -> None:
    frame = asked("SELECT treaty, signed FROM treaties WHERE false").frame
    assert (frame.height, frame.columns) == (0, ["treaty", "signed"])


@pytest.mark.parametrize("query", ["DESCRIBE parties", "SHOW parties", "SHOW TABLES", "EXPLAIN FROM parties"])
def test_questions_about_tables_are_answered_too(query: str, asked: Any) -> None:
    assert asked(query).frame.height > 0


def test_a_plan_is_told_from_rows(asked: Any) -> None:
    assert asked("EXPLAIN ANALYZE SELECT count(*) FROM parties").is_plan
    assert not asked("SELECT 1").is_plan


def test_show_tables_lists_the_whole_dictionary(asked: Any, cells: Any) -> None:
    shown = asked("SHOW TABLES").frame.get_column("name").to_list()
    assert {"treaties", "dyad_years", "nmc_state_years"} <= set(shown)
    assert len(shown) == cells("SELECT count(*) FROM dictionary_views")[0][0]


def test_a_stored_table_is_read_where_it_lies_with_its_missing_values(asked: Any) -> None:
    answer = asked("SELECT year, milex FROM nmc_state_years WHERE ccode = 2 ORDER BY year")
    assert answer.frame.rows() == [(1950, 100.0), (1951, None)]
    assert [(entry.source, entry.version, entry.table) for entry in answer.used] == [("nmc", "5.0", "state_years")]
    assert "nmc 5.0" in answer.versions


def test_a_version_is_named_in_double_quotes(asked: Any) -> None:
    frame = asked('SELECT count(*) AS n FROM "nmc_state_years@5.0"').frame
    assert frame.item() == 7


def test_names_are_found_whatever_their_case(asked: Any) -> None:
    query = 'SELECT count(*) FROM NMC_State_Years JOIN Treaties ON true JOIN "TREATIES" AS t ON true'
    assert asked(query).frame.item() > 0


def test_a_version_that_is_not_held_is_missing_and_one_that_never_was_is_bad(asked: Any) -> None:
    with pytest.raises(DataMissing, match=r"nmc@6.0, which is not in the store"):
        asked('FROM "nmc_state_years@6.0"')
    with pytest.raises(BadInput, match=r"nmc has no version '9'") as refusal:
        asked('FROM "nmc_state_years@9"')
    assert '"nmc_state_years@5.0"' in refusal.value.faults[0].allowed


@pytest.mark.parametrize(("wanted", "found"), [("", "7.0"), ("5.0", "5.0"), ("4.0", None)])
def test_the_newest_version_in_the_store_answers_unless_one_is_named(wanted: str, found: str, small: Store) -> None:
    entry = next(one for one in small.entries() if one.source == "nmc")
    held = [replace(entry, version=version) for version in ("5.0", "7.0", "6.0")]
    newest = stored_views()["nmc_state_years"].newest(held, wanted)
    assert (newest.version if newest else None) == found


@pytest.mark.parametrize(
    ("query", "error", "where", "told"),
    [
        ("SELECT * FROM treatys", UnknownName, "query, column 15", "did you mean treaties"),
        ("SELECT * FROM nmc_state_year", UnknownName, "query, column 15", "nmc_state_years"),
        ("SELECT nam FROM treaties", BadInput, "query, column 8", '"name"'),
        ("SELECT 'é',\n nam FROM treaties", BadInput, "query, line 2, column 2", '"name"'),
        ("SELECT t.trety FROM treaties t", BadInput, "query, column 8", '"treaty"'),
        ("SELECT nofunction(1)", BadInput, "query, column 8", "nofunction"),
        ("SELECT 'a'::INTEGER", BadInput, "query, column 11", "TRY_CAST"),
        ("SELECT treaty FROM parties GROUP BY actor", BadInput, "query, column 8", "GROUP BY"),
        ("SELECT DATE 'infinity' AS x", BadInput, "query", "CAST(x AS VARCHAR)"),
        ("SELECT 170141183460469231731687303715884105727", BadInput, "query", "CAST"),
        ("SELECT * FROM sipri_state_years", DataMissing, "query, column 15", "foedus data add sipri FILE"),
        ('SELECT treaty FROM clauses WHERE obligation = "defend"', BadInput, "query, column 47", "quotes: 'defend'"),
        ("SELECT * FROM parties WHERE since < 1900", BadInput, "query, column 29", "DATE '1914-08-01'"),
        ("SELECT * FROM parties WHERE since < '1900'", BadInput, "query, column 37", "DATE '1914-08-01'"),
        ("SELECT * FROM nmc", UnknownName, "query, column 15", "did you mean nmc_state_years?"),
        ("SELECT * FROM cow_alliances", UnknownName, "query, column 15", "as their maintainer asks"),
        ("SELECT 'é'::BIT", BadInput, "query", "cannot be run"),
        ("SELECT * FROM df", UnknownName, "query, column 15", "foedus sql --tables"),
        ("SELECT * FROM '/etc/passwd'", UnknownName, "query, column 15", "no table '/etc/passwd'"),
        ("SELECT * FROM 'x.parquet'", UnknownName, "query, column 15", "no table 'x.parquet'"),
        ("SELECT * FROM duckdb_settings", UnknownName, "query, column 15", "no table"),
        ("SELECT * FROM sqlite_master", UnknownName, "query, column 15", "no table"),
        ("SELECT * FROM pg_catalog", UnknownName, "query, column 15", "no table"),
    ],
)
def test_an_error_says_what_where_and_what_to_do(query: str, error: Any, where: str, told: str, asked: Any) -> None:
    with pytest.raises(error) as refusal:
        asked(query)
    assert refusal.value.faults[0].where == where
    assert told in str(refusal.value)


def test_a_python_variable_is_no_table(asked: Any) -> None:
    frame = pl.DataFrame({"a": [1]})
    with pytest.raises(UnknownName):
        asked("SELECT * FROM frame")
    assert frame.height == 1


def test_a_query_that_takes_too_long_is_stopped(asked: Any) -> None:
    began = time.perf_counter()
    with pytest.raises(BadInput, match=r"took more than 0\.2 s"):
        asked("SELECT count(*) FROM range(10000000000) a, range(10000000) b", seconds=0.2)
    assert time.perf_counter() - began < 20


def test_a_query_that_needs_too_much_memory_is_stopped(asked: Any) -> None:
    with pytest.raises(BadInput, match="more than 64 MB of memory"):
        asked("SELECT x, md5(x::VARCHAR) FROM range(30000000) AS t(x)", memory_mb=64)


@pytest.fixture
def locked(small: Store) -> Iterator[Any]:
    """Give a database as a query meets it, without the reader of queries before it."""
    entry = next(one for one in small.entries() if one.source == "nmc")
    with database(Limits()) as connection:
        put_file(connection, "nmc", small.path_of(entry))
        put_frame(connection, "own", pl.DataFrame({"a": [1, None]}))
        lock(connection, [small.path_of(entry)])
        yield connection


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM glob('/*')",
        "SELECT * FROM '/etc/passwd'",
        "COPY (SELECT 1) TO '/tmp/foedus-escape.csv'",
        "EXPORT DATABASE '/tmp/foedus-escape'",
        "ATTACH '/tmp/foedus-escape.db'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SELECT * FROM read_csv('https://example.org/x.csv')",
        "SET memory_limit = '1TB'",
        "SET enable_external_access = true",
        "SET lock_configuration = false",
        "SET allowed_directories = ['/']",
        "RESET allowed_paths",
        "SELECT getenv('HOME')",
    ],
)
def test_behind_the_reader_the_database_is_locked(query: str, locked: Any) -> None:
    with pytest.raises(duckdb.Error):
        locked.execute(query).fetchall()


def test_the_locked_database_still_reads_what_it_was_given(locked: Any) -> None:
    assert locked.execute("SELECT count(*), count(milex) FROM nmc").fetchall() == [(7, 6)]
    assert locked.execute("SELECT * FROM own").fetchall() == [(1,), (None,)]


def test_a_stored_file_that_is_gone_is_data_missing(small: Store, tmp_path: Path, register: Any) -> None:
    store = Store(tmp_path / "home")
    shutil.copytree(small.folder, store.folder)
    entry = next(one for one in store.entries() if one.source == "nmc")
    store.path_of(entry).write_bytes(b"no parquet")
    with pytest.raises(DataMissing, match="is damaged"):
        ask("FROM nmc_state_years", register=register, store=store)


def test_the_public_function_gives_a_table_and_logs_what_it_was_read_from(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, logger="foedus"):
        frame = foedus.sql("SELECT name FROM treaties WHERE treaty = 'nato'")
    assert isinstance(frame, pl.DataFrame)
    assert frame.item() == "North Atlantic Treaty"
    assert "register 20" in caplog.text
    with pytest.raises(FoedusError):
        foedus.sql("DROP TABLE treaties")


WITHOUT = (
    "import sys\n"
    "for name in ('pyarrow', 'pandas'): sys.modules[name] = None\n"
    "import foedus\n"
    "print(foedus.sql(\"SELECT treaty, signed, aliases FROM treaties WHERE treaty = 'nato'\").rows())\n"
)


def test_neither_pyarrow_nor_pandas_is_needed() -> None:
    said = subprocess.run([sys.executable, "-c", WITHOUT], capture_output=True, text=True, check=False)
    assert said.stderr == ""
    assert "datetime.date(1949, 4, 4)" in said.stdout


ONLY_REGISTER = (
    "import sys, foedus\n"
    "foedus.sql('SELECT count(*) FROM treaties')\n"
    "print({'foedus.panel.panel', 'numpy', 'pandas', 'pyarrow', 'httpx', 'yaml'} & set(sys.modules))\n"
)


def test_a_question_to_the_register_brings_in_no_panel_and_nothing_else_that_is_heavy() -> None:
    said = subprocess.run([sys.executable, "-c", ONLY_REGISTER], capture_output=True, text=True, check=False)
    assert (said.stderr, said.stdout) == ("", "set()\n")

"""What a query names, and what is refused before anything runs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus._base.errors import BadInput, FoedusError
from foedus.panel.sql.database import Limits, database
from foedus.panel.sql.syntax import MOST_BYTES, read_query

NAMES = {
    "SELECT * FROM treaties": ["treaties"],
    "FROM treaties": ["treaties"],
    "TABLE treaties": ["treaties"],
    "VALUES (1)": [],
    "SELECT 1": [],
    "-- a note\nSELECT 1 /* FROM treaties */": [],
    "SELECT 'FROM treaties'": [],
    'SELECT * FROM "nmc_state_years@5.0"': ["nmc_state_years@5.0"],
    "SELECT * FROM Treaties t JOIN treaties u ON true": ["Treaties"],
    "SELECT * FROM a, b POSITIONAL JOIN c": ["a", "b", "c"],
    "SELECT (SELECT max(x) FROM d) FROM (SELECT * FROM e) WHERE EXISTS (FROM f)": ["d", "e", "f"],
    "SELECT 1 UNION ALL SELECT x FROM g ORDER BY (SELECT y FROM h)": ["g", "h"],
    "WITH a AS (SELECT 1) SELECT * FROM a": [],
    "WITH a AS (SELECT * FROM b), c AS (SELECT * FROM A) SELECT * FROM c, d": ["b", "d"],
    "WITH treaties AS (SELECT * FROM treaties) SELECT * FROM treaties": ["treaties"],
    "WITH a AS (SELECT 1) SELECT * FROM b, (WITH b AS (SELECT * FROM a) SELECT * FROM b)": ["b"],
    "WITH RECURSIVE r AS (SELECT 1 AS x UNION ALL SELECT x + 1 FROM r WHERE x < 5) FROM r": [],
    "WITH a AS MATERIALIZED (FROM x) FROM a UNION ALL FROM a": ["x"],
    "SELECT * FROM range(3), unnest([1, 2])": [],
    "DESCRIBE treaties": ["treaties"],
    "DESCRIBE SELECT * FROM treaties": ["treaties"],
    "SHOW treaties": ["treaties"],
    "SUMMARIZE treaties": ["treaties"],
    "EXPLAIN SELECT * FROM treaties": ["treaties"],
    "/* why */ explain analyze FROM treaties": ["treaties"],
    "PIVOT treaties ON x IN (1, 2) USING count(*)": ["treaties"],
    "UNPIVOT treaties ON a, b": ["treaties"],
    "SELECT x FROM treaties ORDER BY ALL LIMIT (SELECT count(*) FROM z);": ["treaties", "z"],
}

REFUSED = {
    "INSERT INTO treaties VALUES (1)": "INSERT",
    "UPDATE treaties SET name = ''": "UPDATE",
    "DELETE FROM treaties": "DELETE",
    "CREATE TABLE x AS SELECT 1": "CREATE",
    "DROP TABLE treaties": "DROP",
    "ALTER TABLE treaties RENAME TO x": "ALTER",
    "COPY treaties TO 'x.csv'": "COPY",
    "COPY (SELECT 1) TO 'x.parquet'": "COPY",
    "EXPORT DATABASE 'x'": "EXPORT",
    "IMPORT DATABASE 'x'": "refused",
    "ATTACH 'x.db'": "ATTACH",
    "DETACH memory": "DETACH",
    "INSTALL httpfs": "LOAD",
    "LOAD httpfs": "LOAD",
    "PRAGMA version": "PRAGMA",
    "PRAGMA database_list": "PRAGMA",
    "SET memory_limit = '1TB'": "SET",
    "SET lock_configuration = false": "SET",
    "RESET memory_limit": "refused",
    "USE memory": "SET",
    "CALL pragma_version()": "CALL",
    "CHECKPOINT": "refused",
    "VACUUM": "VACUUM",
    "BEGIN": "TRANSACTION",
    "PREPARE x AS SELECT 1": "PREPARE",
    "EXECUTE x": "EXECUTE",
    "EXPLAIN ANALYZE INSERT INTO treaties VALUES (1)": "does more than read",
    "EXPLAIN COPY (SELECT 1) TO 'x.csv'": "does more than read",
    "WITH x AS (DELETE FROM treaties RETURNING *) SELECT * FROM x": "DELETE",
    "WITH x AS (INSERT INTO treaties VALUES (1) RETURNING *) FROM x": "INSERT",
    "WITH x AS (UPDATE treaties SET name = '' RETURNING *) FROM x": "UPDATE",
    "SELECT 1; SELECT 2": "several statements",
    "SELECT 1; DROP TABLE treaties": "several statements",
    "": "empty",
    "-- nothing": "empty",
    ";": "empty",
    "SELECT $1": "parameters",
    "SELECT ?": "parameters",
    "SELECT $name": "parameters",
    "PIVOT treaties ON x USING count(*)": "PIVOT",
    "SELECT * FROM read_csv('/etc/passwd')": "read_csv",
    "SELECT * FROM read_csv_auto('https://example.org/x.csv')": "read_csv_auto",
    "SELECT * FROM read_parquet('/x/*.parquet')": "read_parquet",
    "SELECT * FROM parquet_scan('x.parquet')": "parquet_scan",
    "SELECT * FROM read_json('x')": "read_json",
    "SELECT * FROM read_text('/etc/passwd')": "read_text",
    "SELECT * FROM read_blob('/etc/passwd')": "read_blob",
    "SELECT * FROM glob('/*')": "glob",
    "SELECT * FROM sniff_csv('x')": "sniff_csv",
    "SELECT * FROM duckdb_settings()": "duckdb_settings",
    "SELECT * FROM duckdb_secrets()": "duckdb_secrets",
    "SELECT * FROM pragma_table_info('treaties')": "pragma_table_info",
    "SELECT * FROM query('SELECT 1')": "query",
    "SELECT * FROM query_table('treaties')": "query_table",
    "SELECT * FROM json_execute_serialized_sql('{}')": "json_execute_serialized_sql",
    "SELECT (SELECT content FROM read_text('/etc/passwd'))": "read_text",
    "WITH x AS (FROM read_text('/etc/passwd')) FROM x": "read_text",
    "SELECT * FROM treaties, LATERAL (FROM glob('/*'))": "glob",
    "DESCRIBE SELECT * FROM read_csv('x')": "read_csv",
    "SUMMARIZE SELECT * FROM read_csv('x')": "read_csv",
    "EXPLAIN SELECT * FROM read_csv('x')": "read_csv",
    "SELECT getenv('HOME')": "getenv",
    "SELECT main.getenv('HOME')": "getenv",
    "SELECT list_transform([1], lambda x: GetEnv('HOME'))": "getenv",
    "VALUES ((SELECT getenv('HOME')))": "getenv",
    "SELECT current_setting('secret_directory')": "current_setting",
    "SELECT getvariable('x')": "getvariable",
    "SELECT sleep_ms(100000)": "sleep_ms",
    "SELECT write_log('x')": "write_log",
    "SELECT * FROM information_schema.tables": "schema",
    "SELECT * FROM main.treaties": "schema",
    "SELECT * FROM memory.main.treaties": "schema",
    "SHOW DATABASES": "nothing of the kind",
    "SHOW TABLES FROM memory": "nothing of the kind",
    "EXPLAIN (FORMAT json) SELECT 1": "EXPLAIN with options",
}


@pytest.fixture(scope="module")
def connection() -> Iterator[Any]:
    with database(Limits()) as opened:
        yield opened


@pytest.mark.parametrize("query", NAMES)
def test_a_query_names_these_tables_and_not_its_own(query: str, connection: Any) -> None:
    assert sorted(named.name for named in read_query(connection, query).names) == sorted(NAMES[query])


@pytest.mark.parametrize("query", REFUSED)
def test_whatever_does_more_than_read_the_tables_is_refused(query: str, connection: Any) -> None:
    with pytest.raises(BadInput) as refusal:
        read_query(connection, query)
    assert REFUSED[query] in str(refusal.value).replace("GetEnv", "getenv")
    assert refusal.value.faults[0].where.startswith("query")


@pytest.mark.parametrize("query", ["SHOW TABLES", "SHOW ALL TABLES", "show tables;"])
def test_a_query_may_ask_which_tables_there_are(query: str, connection: Any) -> None:
    assert read_query(connection, query).asks_for_tables


@pytest.mark.parametrize(
    ("query", "where"),
    [
        ("SELECT * FROM read_csv('x')", "query, column 15"),
        ("SELECT 'é',\n  getenv('x')", "query, line 2, column 3"),
        ("SELECT 'é', getenv('x')", "query, column 13"),
        ("EXPLAIN SELECT getenv('x')", "query, column 16"),
        ("SELECT 1\nFROM a.b", "query, line 2, column 6"),
        ("SELCT 1", "query, column 1"),
    ],
)
def test_the_place_of_a_fault_is_counted_as_a_reader_counts(query: str, where: str, connection: Any) -> None:
    with pytest.raises(BadInput) as refusal:
        read_query(connection, query)
    assert refusal.value.faults[0].where == where


@pytest.mark.parametrize(
    "query",
    [
        "x" * (MOST_BYTES + 1),
        "SELECT '\ud800'",
        "SELECT " + "(" * 50_000 + "1" + ")" * 50_000,
        "SELECT " * 5_000,
        "SELECT " + "1+" * 40_000 + "1",
        "SELECT \x00",
        "(" * 10_000 + "SELECT 1" + ")" * 9_999,
        "FROM (" * 4_000 + "SELECT 1" + ")" * 4_000,
        "SELECT [" * 2_000 + "1" + "]" * 2_000,
    ],
    ids=lambda query: ascii(query[:12]),
)
def test_a_monster_is_refused_in_order(query: str, connection: Any) -> None:
    with pytest.raises(BadInput):
        read_query(connection, query)


WORDS = (
    "SELECT FROM WITH a AS ( ) , ; * treaties JOIN ON 1 'x' \" RECURSIVE UNION DESCRIBE EXPLAIN SHOW PIVOT IN USING "
    "count(*) -- /* */ $1 ? getenv read_csv('x') [ ] { } :: . lambda = LATERAL VALUES INSERT INTO"
)


@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(WORDS.split()), max_size=25).map(" ".join)))
def test_no_text_leads_to_anything_but_an_answer_or_a_fault(query: str) -> None:
    with database(Limits()) as opened, suppress(FoedusError):
        read_query(opened, query)

"""Read-only SQL over the register, the stored data sets and the panels.

Examples
--------
>>> from foedus.panel.sql.query import sql
>>> sql("SELECT name FROM treaties WHERE treaty = 'nato'").item()
'North Atlantic Treaty'
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from foedus._base.errors import BadInput, Fault
from foedus.panel.sql.database import Limits, database, lock, quoted, within
from foedus.panel.sql.faults import translated
from foedus.panel.sql.provide import Provider
from foedus.panel.sql.syntax import Named, Question, read_query
from foedus.register.compiled import load_register
from foedus.register.register import Register
from foedus.sources.extra import duckdb, pl
from foedus.sources.ledger import Entry
from foedus.sources.store import Store

if TYPE_CHECKING:
    Connection = duckdb.DuckDBPyConnection

_log = logging.getLogger(__name__)

_TABLES = "SELECT name, room, meaning FROM dictionary_views ORDER BY room, name"
_PREFIX = "CREATE TEMP TABLE answer AS "
_STRANGE = ("BIT", "INTERVAL", "TIME WITH TIME ZONE", "UNION", "VARIANT", "BIGNUM")
_NESTED = ("STRUCT", "MAP", "[]")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query came to.

    Attributes
    ----------
    frame : polars.DataFrame
        The rows.
    register : Register
        The register that was read.
    used : tuple of Entry
        The stored tables that were read, with their versions.
    is_plan : bool
        It is the plan of a query, not its rows.
    """

    query: str
    frame: pl.DataFrame
    register: Register
    used: tuple[Entry, ...]
    is_plan: bool = False

    @property
    def versions(self) -> str:
        """Which register and which versions of which data sets answered, in a line."""
        edition = self.register.edition
        data = dict.fromkeys(f"{entry.source} {entry.version}" for entry in self.used)
        return ", ".join([f"register {edition.version} ({edition.content_hash[:12]}, to {edition.cutoff})", *data])


def sql(query: str, *, limits: Limits | None = None) -> pl.DataFrame:
    """Return the rows that a query selects from the register, the store and the panels.

    Parameters
    ----------
    query : str
        One statement that only reads, in DuckDB's dialect; ``foedus sql --tables`` lists the tables.
    limits : Limits or None
        What it may use; a minute and 2 GB if None.

    Raises
    ------
    BadInput
        If it cannot be run, or would do more than read.
    DataMissing
        If it names a data set that is not in the store; the message names the command that brings it.

    Notes
    -----
    `ask` returns the same rows with the versions of the data that were read, which are also logged.
    """
    answer = ask(query, limits=limits)
    _log.info("read from %s", answer.versions)
    return answer.frame


def ask(
    query: str,
    *,
    limits: Limits | None = None,
    register: Register | None = None,
    store: Store | None = None,
) -> Answer:
    """Return the rows that a query selects, and what they were read from.

    Parameters
    ----------
    query : str
        One statement that only reads.
    limits : Limits or None
        What it may use; a minute and 2 GB if None.
    register : Register or None
        The embedded one if None.
    store : Store or None
        The user's if None.

    Raises
    ------
    BadInput
        If it cannot be run, or would do more than read.
    DataMissing
        If it names a data set that is not in the store.
    """
    bounds = limits or Limits()
    provider = Provider(register or load_register(), store or Store.default())
    with database(bounds) as connection:
        question = _settled(read_query(connection, query))
        for named in question.names:
            provider.put(connection, named)
        lock(connection, provider.files)
        frame = within(connection, bounds.seconds, lambda: _rows(connection, question, bounds))
    return Answer(query, frame, provider.register, tuple(provider.used), question.is_explained)


def _settled(question: Question) -> Question:
    """Return the question, with one for tables put to the dictionary."""
    if not question.asks_for_tables:
        return question
    return replace(question, text=_TABLES, names=(Named("dictionary_views", "query"),))


def _rows(connection: Connection, question: Question, limits: Limits) -> pl.DataFrame:
    if question.is_explained:
        with _said_plainly(question, limits, before=0):
            plan = connection.execute(question.text).fetchall()
        return pl.DataFrame({"plan": [text for _, text in plan]})
    with _said_plainly(question, limits, before=len(_PREFIX)):
        connection.execute(_PREFIX + question.text)
    with _said_plainly(question, limits, before=None):
        return _answer(connection)


@contextmanager
def _said_plainly(question: Question, limits: Limits, *, before: int | None) -> Iterator[None]:
    """Turn errors into faults; `before` is how many bytes stood before the query, None if something else ran."""
    try:
        yield
    except duckdb.OutOfMemoryException as error:
        what = f"the query needs more than {limits.memory_mb:,} MB of memory"
        raise BadInput(Fault(what, "query", remedy="--memory MB, or a query that keeps fewer rows")) from error
    except (duckdb.Error, UnicodeDecodeError) as error:
        raise translated(error, question.text, before=before) from error


def _answer(connection: Connection) -> pl.DataFrame:
    """Return the rows of the temporary table, in types that Polars has."""
    held = connection.execute("SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = 'answer'")
    columns = [(str(name), str(kind)) for name, kind in held.fetchall()]
    _check_dates(connection, [name for name, kind in columns if _is_date(kind)])
    parts = ", ".join(_column(name, kind) for name, kind in columns)
    return pl.DataFrame(connection.sql(f"SELECT {parts} FROM temp.answer"))  # noqa: S608 - a quoted list


def _column(name: str, kind: str) -> str:
    """Return how a column is read: a sum as a plain integer, and what Polars lacks as text."""
    if kind in {"HUGEINT", "UHUGEINT"}:
        return f"{quoted(name)}::BIGINT AS {quoted(name)}"
    is_nested = any(mark in kind for mark in _NESTED)
    if any(mark in kind for mark in _STRANGE) or (is_nested and ("DATE" in kind or "TIME" in kind)):
        return f"{quoted(name)}::VARCHAR AS {quoted(name)}"
    return quoted(name)


def _is_date(kind: str) -> bool:
    return kind.startswith(("DATE", "TIMESTAMP")) and not kind.endswith("]")


def _check_dates(connection: Connection, names: list[str]) -> None:
    """Check that every date of the answer lies in the years that Polars has."""
    for name in names:
        column = quoted(name)
        rows = connection.execute(
            f"SELECT bool_or(NOT isfinite({column}) OR year({column}) NOT BETWEEN -9999 AND 9999) FROM temp.answer"  # noqa: S608
        ).fetchall()
        if rows[0][0]:
            what = f"the column {name} holds dates that no table can hold"
            raise BadInput(Fault(what, "query", "years -9999 to 9999", f"CAST({name} AS VARCHAR)"))

"""A database in memory that holds what one query names, and nothing else can be reached from it.

Tables of the register and panels are copied in; stored tables are read where they lie, and their files are the only
ones that the database may open. Once all is in place its settings are locked.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from foedus._base.errors import BadInput, DataMissing, Fault
from foedus.panel.sql.view import Column
from foedus.sources.extra import duckdb, pl

if TYPE_CHECKING:
    Connection = duckdb.DuckDBPyConnection

_THREADS = 4

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Limits:
    """What a query may use.

    Attributes
    ----------
    seconds : float
        After so long it is interrupted.
    memory_mb : int
        Nothing is put on the disk instead.
    """

    seconds: float = 60.0
    memory_mb: int = 2048
    threads: int = min(_THREADS, os.cpu_count() or 1)


class _Stream:
    """A Polars table as nothing but a stream of Arrow batches, which DuckDB reads without another library."""

    def __init__(self, frame: pl.DataFrame) -> None:
        self._frame = frame

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Return the stream."""
        return self._frame.__arrow_c_stream__(requested_schema)


@contextmanager
def database(limits: Limits, path: str = ":memory:") -> Iterator[Connection]:
    """Give a database that loads nothing by itself and does not see the variables of this process."""
    connection = duckdb.connect(
        path,
        config={
            "allow_community_extensions": "false",
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            "errors_as_json": "true",
            "memory_limit": f"{limits.memory_mb}MB",
            "python_enable_replacements": "false",
            "temp_directory": "",
            "threads": str(limits.threads),
        },
    )
    try:
        connection.execute("SET enable_progress_bar = false")
        yield connection
    finally:
        connection.close()


def put_frame(connection: Connection, name: str, frame: pl.DataFrame, columns: Sequence[Column] = ()) -> None:
    """Copy a Polars table into the database; columns declared as JSON become such."""
    casts = ", ".join(f"{quoted(one.name)}::JSON AS {quoted(one.name)}" for one in columns if one.type == "JSON")
    replaced = f" REPLACE ({casts})" if casts else ""
    connection.register("_incoming", _Stream(frame))
    connection.execute(f"CREATE TABLE {quoted(name)} AS SELECT *{replaced} FROM _incoming")  # noqa: S608 - names are ours
    connection.unregister("_incoming")


def put_file(connection: Connection, name: str, path: Path, *, as_table: bool = False) -> None:
    """Let a Parquet file be read under a name.

    Raises
    ------
    DataMissing
        If it cannot be read.
    """
    kind = "TABLE" if as_table else "VIEW"
    literal = str(path).replace("'", "''")
    try:
        connection.execute(f"CREATE {kind} {quoted(name)} AS FROM read_parquet('{literal}')")
    except duckdb.Error as error:
        fault = Fault(f"the stored table {name} is damaged", str(path), remedy="foedus data add NAME FILE")
        raise DataMissing(fault) from error


def lock(connection: Connection, files: Sequence[Path]) -> None:
    """Shut the database: no file but these, no network, no setting can be changed."""
    paths = ", ".join("'" + str(path).replace("'", "''") + "'" for path in files)
    connection.execute(f"SET allowed_paths = [{paths}]")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")


def within(connection: Connection, seconds: float, work: Callable[[], Result]) -> Result:
    """Do work on a connection in a thread of its own, and interrupt it after a time or when the user does.

    Raises
    ------
    BadInput
        If it took too long.
    """
    with ThreadPoolExecutor(1) as pool:
        doing = pool.submit(work)
        try:
            return doing.result(timeout=seconds)
        except TimeoutError as error:
            connection.interrupt()
            remedy = "--timeout SECONDS, or a query that touches fewer rows"
            what = f"the query took more than {seconds:g} s and was stopped"
            raise BadInput(Fault(what, "query", remedy=remedy)) from error
        except KeyboardInterrupt:
            connection.interrupt()
            raise


def quoted(name: str) -> str:
    """Return a name as SQL writes it whatever is in it."""
    return '"' + name.replace('"', '""') + '"'

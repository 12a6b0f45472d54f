"""The store's catalogue, a DuckDB file: which table of which version lies in which folder, and where it came from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from foedus._base.errors import BadInput, Fault
from foedus.sources.extra import duckdb

_TYPES = {"str": "VARCHAR", "int": "BIGINT", "bool": "BOOLEAN"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A table that the store holds.

    Attributes
    ----------
    folder : str
        Below the store's folder of tables.
    sha256, origin_sha256 : str
        Of the stored file, and of the publisher's file.
    is_known_copy : bool
        Whether the publisher's file is one known to be whole.
    is_part : bool
        Whether fewer rows than the version has were accepted.
    notes : str
        What a reader should know, as a JSON list of texts.
    """

    source: str
    version: str
    table: str
    folder: str
    rows: int
    columns: int
    sha256: str
    origin: str
    origin_sha256: str
    origin_bytes: int
    is_known_copy: bool
    is_part: bool
    added: str
    software: str
    notes: str

    @property
    def notes_list(self) -> list[str]:
        """The notes, one by one."""
        return [str(note) for note in json.loads(self.notes)]


_COLUMNS = ", ".join(f'"{part.name}" {_TYPES[str(part.type)]}' for part in fields(Entry))
_MARKS = ", ".join("?" for _ in fields(Entry))


@contextmanager
def _connection(path: Path, *, read_only: bool) -> Iterator[duckdb.DuckDBPyConnection]:
    try:
        connection = duckdb.connect(str(path), read_only=read_only)
    except duckdb.Error as error:
        raise _unreadable(path, error) from error
    try:
        yield connection
    except duckdb.Error as error:
        raise _unreadable(path, error) from error
    finally:
        connection.close()


def _unreadable(path: Path, error: Exception) -> BadInput:
    return BadInput(
        Fault(
            f"the store's catalogue cannot be used ({str(error).splitlines()[0][:200]})",
            str(path),
            remedy="see whether the disk is full or the file damaged; without the file the store is empty",
        )
    )


def entries(path: Path, *, read_only: bool = True) -> list[Entry]:
    """Return every table of the store, sorted by name, version and table.

    Raises
    ------
    BadInput
        If the catalogue cannot be read.
    """
    if not path.exists():
        return []
    with _connection(path, read_only=read_only) as connection:
        known = connection.execute("SELECT 1 FROM information_schema.tables WHERE table_name = 'entries'").fetchall()
        rows = connection.execute("SELECT * FROM entries ORDER BY ALL").fetchall() if known else []
    return [Entry(*row) for row in rows]


def switch(path: Path, put: Iterable[Entry], drop: Iterable[Entry] = ()) -> None:
    """Enter tables in place of those of the same name, and strike others out, all at once or not at all.

    Raises
    ------
    BadInput
        If the catalogue cannot be written.
    """
    entered = list(put)
    with _connection(path, read_only=False) as connection:
        connection.execute("BEGIN")
        connection.execute(f"CREATE TABLE IF NOT EXISTS entries ({_COLUMNS})")
        for entry in (*entered, *drop):
            connection.execute(
                'DELETE FROM entries WHERE source = ? AND version = ? AND "table" = ?',
                [entry.source, entry.version, entry.table],
            )
        for entry in entered:
            connection.execute(f"INSERT INTO entries VALUES ({_MARKS})", list(astuple(entry)))  # noqa: S608
        connection.execute("COMMIT")

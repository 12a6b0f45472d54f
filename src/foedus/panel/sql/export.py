"""Everything in one DuckDB file, to hand on: register, panels, stored data sets, dictionary and provenance.

Data sets whose publishers forbid passing their files on are left out unless they are asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from foedus import __version__
from foedus._base.errors import BadInput, Fault
from foedus._base.files import written_whole
from foedus.panel.sql.database import Limits, database, put_file, put_frame, quoted
from foedus.panel.sql.dictionary import REGISTER_TABLES, view_called
from foedus.panel.sql.panels import PANELS
from foedus.panel.sql.stored import stored_views
from foedus.register.compiled import load_register
from foedus.register.register import Register
from foedus.sources.extra import duckdb, pl
from foedus.sources.ledger import Entry
from foedus.sources.model import Source
from foedus.sources.registry import source
from foedus.sources.sets.common import COW_TERMS
from foedus.sources.store import Store

if TYPE_CHECKING:
    Connection = duckdb.DuckDBPyConnection

ENDING = ".duckdb"
LEFT_TO_SQL = ("dyad_years", "directed_dyad_years", "gw_dyad_years", "gw_directed_dyad_years")
"""Panels that are views in the file, worked out from ``states`` when they are read."""

_REPUBLISHED_IN_PART = frozenset({"sipri"})
"""Data sets of which only a part may be passed on."""

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Exported:
    """What went into a file.

    Attributes
    ----------
    tables : int
        Tables and views.
    left_out : tuple of str
        Data sets that the store holds and that may not be passed on.
    restricted : tuple of str
        The same, where they were asked for and are in the file.
    """

    path: Path
    tables: int
    left_out: tuple[str, ...]
    restricted: tuple[str, ...]


def is_restricted(one: Source) -> bool:
    """Whether the terms of a data set forbid passing on the whole of it."""
    return one.terms == COW_TERMS or one.name in _REPUBLISHED_IN_PART


def export(
    path: Path,
    *,
    force: bool = False,
    with_restricted: bool = False,
    register: Register | None = None,
    store: Store | None = None,
    tell: Tell | None = None,
) -> Exported:
    """Write everything a query may name to a DuckDB file, whole or not at all.

    Parameters
    ----------
    path : Path
        Ends in ``.duckdb``.
    force : bool
        Replace a file that is there.
    with_restricted : bool
        Include data sets that may not be passed on: the file is then for its maker alone.
    tell : callable or None
        Told what is being written.

    Raises
    ------
    BadInput
        If the file is there, has another ending or cannot be written.
    """
    _check(path, force=force)
    held = (store or Store.default(), register or load_register())
    entries = held[0].entries()
    restricted = tuple(dict.fromkeys(one.source for one in entries if is_restricted(source(one.source))))
    given = [one for one in entries if with_restricted or one.source not in restricted]
    with written_whole(path) as place, database(Limits(), str(place)) as connection:
        count = _fill(connection, held[1], held[0], given, tell or _silent)
    return Exported(path, count, () if with_restricted else restricted, restricted if with_restricted else ())


def _check(path: Path, *, force: bool) -> None:
    if path.suffix.lower() != ENDING:
        raise BadInput(Fault(f"{path.suffix or 'no ending'} names no DuckDB file", f"--export {path}", f"*{ENDING}"))
    if path.is_dir() or (path.exists() and not force):
        raise BadInput(Fault("there is such a file", f"--export {path}", "a new name", "--force replaces a file"))


def _silent(_: str) -> None:
    """Tell nobody."""


def _fill(connection: Connection, register: Register, store: Store, entries: list[Entry], tell: Tell) -> int:
    names = [*_put_register(connection, register, tell), *_put_panels(connection, register, tell)]
    names += _put_stored(connection, store, entries, tell)
    _keep_in_dictionary(connection, names)
    put_frame(connection, "provenance", _provenance(register, entries))
    for name in names:
        _comment(connection, name)
    connection.execute("CHECKPOINT")
    return len(names) + 1


def _put_register(connection: Connection, register: Register, tell: Tell) -> Iterator[str]:
    tell("register")
    for name, table in REGISTER_TABLES.items():
        put_frame(connection, name, table.frame(register), table.view.columns)
        yield name


def _put_panels(connection: Connection, register: Register, tell: Tell) -> Iterator[str]:
    for name, panel in PANELS.items():
        if name not in LEFT_TO_SQL:
            tell(name)
            put_frame(connection, name, panel.make(register))
            yield name
    for name in LEFT_TO_SQL:
        connection.execute(f"CREATE VIEW {name} AS {dyads_sql(name)}")
        yield name


def dyads_sql(name: str) -> str:
    """Return the dyad-years of a view as a query on ``states`` and the state-years of the file.

    Two states are a dyad in a year in which some day belongs to a spell of each.
    """
    panel = PANELS[name]
    system, code = panel.system, panel.view.key[0].removesuffix("1")
    years = "gw_state_years" if system == "gw" else "state_years"
    order = "<>" if panel.is_directed else "<"
    return (
        f"SELECT DISTINCT one.{code}::BIGINT AS {code}1, other.{code}::BIGINT AS {code}2, years.year "  # noqa: S608 - our own words
        f"FROM states AS one JOIN states AS other ON one.{code} {order} other.{code} "
        "AND one.since <= coalesce(other.until, DATE '9999-12-31') "
        "AND other.since <= coalesce(one.until, DATE '9999-12-31') "
        f"JOIN (SELECT DISTINCT year FROM {years}) AS years "
        "ON years.year BETWEEN greatest(year(one.since), year(other.since)) "
        "AND least(year(coalesce(one.until, DATE '9999-12-31')), year(coalesce(other.until, DATE '9999-12-31'))) "
        "ORDER BY ALL"
    )


def _put_stored(connection: Connection, store: Store, entries: list[Entry], tell: Tell) -> Iterator[str]:
    for name, stored in stored_views().items():
        own = [one for one in entries if (one.source, one.table) == (stored.source.name, stored.table.name)]
        newest = stored.newest(own, "")
        for entry in own:
            called = name if entry is newest else f"{name}@{entry.version}"
            tell(called)
            put_file(connection, called, store.path_of(entry), as_table=True)
            yield called


def _keep_in_dictionary(connection: Connection, names: Iterable[str]) -> None:
    """Strike from the file's dictionary what the file does not hold, columns of newer readers among it."""
    marks = ", ".join("'" + name.replace("'", "''") + "'" for name in names)
    connection.execute(f"DELETE FROM dictionary WHERE view NOT IN ({marks})")  # noqa: S608 - our own names
    connection.execute(f"DELETE FROM dictionary_views WHERE name NOT IN ({marks})")  # noqa: S608
    connection.execute(
        "DELETE FROM dictionary WHERE (view, column_name) NOT IN "
        "(SELECT (table_name, column_name) FROM duckdb_columns())"
    )


def _comment(connection: Connection, name: str) -> None:
    view = view_called(name)
    kind = "VIEW" if name in LEFT_TO_SQL else "TABLE"
    connection.execute(f"COMMENT ON {kind} {quoted(name)} IS {_literal(view.meaning)}")
    if kind == "TABLE":
        held = {column for column, *_ in connection.execute(f"DESCRIBE {quoted(name)}").fetchall()}
        for column in (one for one in view.columns if one.name in held):
            unit = f" ({column.unit})" if column.unit else ""
            said = _literal(f"{column.meaning}{unit}")
            connection.execute(f"COMMENT ON COLUMN {quoted(name)}.{quoted(column.name)} IS {said}")


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _provenance(register: Register, entries: list[Entry]) -> pl.DataFrame:
    edition = register.edition
    own = {
        "name": "register",
        "version": edition.version,
        "title": "The register of Foedus",
        "tables": [*REGISTER_TABLES, *PANELS],
        "sha256": edition.content_hash,
        "added": edition.cutoff,
        "terms": "CC BY 4.0.",
        "citation": f"The Foedus contributors. Foedus {__version__}, register {edition.version}.",
        "page": None,
    }
    rows = [own, *map(_provenance_row, entries)]
    return pl.DataFrame(rows, schema_overrides=dict.fromkeys(own.keys() - {"tables"}, pl.String))


def _provenance_row(entry: Entry) -> dict[str, object]:
    one = source(entry.source)
    return {
        "name": entry.source,
        "version": entry.version,
        "title": one.title,
        "tables": [f"{one.name}_{entry.table}".replace("-", "_")],
        "sha256": entry.origin_sha256,
        "added": entry.added,
        "terms": one.terms,
        "citation": one.citation.text,
        "page": one.page,
    }

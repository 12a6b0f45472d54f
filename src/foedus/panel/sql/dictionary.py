"""The dictionary: every view a query may name and every column of it, from one declaration each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING

from foedus._base.errors import Fault, UnknownName
from foedus.panel.sql.actor_tables import ACTOR_TABLES
from foedus.panel.sql.arrangement_tables import ARRANGEMENT_TABLES
from foedus.panel.sql.cells import Row, text, words
from foedus.panel.sql.clause_tables import CLAUSE_TABLES
from foedus.panel.sql.nuclear_tables import NUCLEAR_TABLES
from foedus.panel.sql.operation_tables import OPERATION_TABLES
from foedus.panel.sql.provision_tables import PROVISION_TABLES
from foedus.panel.sql.register_table import RegisterTable, register_table
from foedus.panel.sql.stored import stored_views
from foedus.panel.sql.treaty_tables import TREATY_TABLES
from foedus.panel.sql.view import Column, Room, View
from foedus.register.register import Register

if TYPE_CHECKING:
    from foedus.panel.sql.panels import PanelView

ROOMS: Mapping[Room, str] = {
    "register": "The register",
    "panel": "Panels",
    "store": "Stored data sets",
}


def _edition(register: Register) -> Iterator[Row]:
    edition = register.edition
    yield text(edition.version), text(edition.content_hash), text(edition.cutoff), text(edition.covers_since)


def _dictionary_views(_: Register) -> Iterator[Row]:
    for view in views():
        yield view.name, view.room, view.meaning, words(view.key)


def _dictionary(_: Register) -> Iterator[Row]:
    for view in views():
        for place, column in enumerate(view.columns, 1):
            is_key = column.name in view.key
            yield view.name, place, column.name, column.type, text(column.unit), is_key, column.meaning


OWN_TABLES = (
    register_table(
        "edition",
        "Which register this is",
        ("version",),
        (
            Column("version", "VARCHAR", "its version"),
            Column("content_hash", "VARCHAR", "SHA-256 of its files"),
            Column("cutoff", "VARCHAR", "the day up to which it was kept"),
            Column(
                "covers_since", "VARCHAR", "from then on it means to hold every alliance, of earlier times a choice"
            ),
        ),
        _edition,
    ),
    register_table(
        "dictionary_views",
        "The views that a query may name",
        ("name",),
        (
            Column("name", "VARCHAR", "of the view"),
            Column("room", "VARCHAR", "where its rows come from: register, panel or store"),
            Column("meaning", "VARCHAR", "what a row is"),
            Column("key", "VARCHAR[]", "the columns that no two rows share; null if there is no such set"),
        ),
        _dictionary_views,
    ),
    register_table(
        "dictionary",
        "The columns of the views",
        ("view", "column_name"),
        (
            Column("view", "VARCHAR", "name of the view"),
            Column("place", "INTEGER", "of the column in it, from 1"),
            Column("column_name", "VARCHAR", "of the column"),
            Column("type", "VARCHAR", "its SQL type"),
            Column("unit", "VARCHAR", "its unit; null where there is none"),
            Column("is_key", "BOOLEAN", "whether it belongs to the key"),
            Column("meaning", "VARCHAR", "what it says"),
        ),
        _dictionary,
    ),
)

_GROUPS = (
    TREATY_TABLES,
    CLAUSE_TABLES,
    PROVISION_TABLES,
    ARRANGEMENT_TABLES,
    NUCLEAR_TABLES,
    OPERATION_TABLES,
    ACTOR_TABLES,
    OWN_TABLES,
)

REGISTER_TABLES: Mapping[str, RegisterTable] = {table.view.name: table for group in _GROUPS for table in group}


def panels() -> Mapping[str, PanelView]:
    """Return the panels by name; only now are they imported, with the arrays they are made of."""
    from foedus.panel.sql.panels import PANELS  # noqa: PLC0415 - a query on treaties starts without them

    return PANELS


@cache
def views() -> tuple[View, ...]:
    """Return every view, room by room."""
    return (
        *(table.view for table in REGISTER_TABLES.values()),
        *(panel.view for panel in panels().values()),
        *(stored.view for stored in stored_views().values()),
    )


def view_called(name: str, where: str = "") -> View:
    """Return the view of that name; a version behind it does not matter.

    Raises
    ------
    UnknownName
        If there is none; the message says what comes close.
    """
    wanted = name.partition("@")[0].casefold()
    found = next((view for view in views() if view.name == wanted), None)
    if found is None:
        raise UnknownName(unknown_view(name, where))
    return found


def unknown_view(name: str, where: str) -> Fault:
    """Return the fault for a name that no view has."""
    wanted = name.casefold().replace("-", "_")
    if wanted.startswith("cow") and "allian" in wanted:
        remedy = "Correlates of War alliance data are not handled, as their maintainer asks; see treaties and parties"
        return Fault(f"there is no table {name[:60]!r}", where, remedy=remedy)
    names = [view.name for view in views()]
    close = [one for one in names if one.startswith(f"{wanted}_")] or get_close_matches(wanted, names, 3, cutoff=0.6)
    remedy = f"did you mean {' or '.join(close[:3])}?" if close else "see foedus sql --tables"
    return Fault(f"there is no table {name[:60]!r}", where, remedy=remedy)

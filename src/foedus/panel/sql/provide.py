"""Puts what a query names into its database, and remembers which versions that was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from foedus._base.errors import UnknownName
from foedus.panel.sql.database import put_file, put_frame
from foedus.panel.sql.dictionary import REGISTER_TABLES, panels, unknown_view
from foedus.panel.sql.stored import stored_views
from foedus.panel.sql.syntax import Named
from foedus.register.register import Register
from foedus.sources.extra import duckdb
from foedus.sources.ledger import Entry
from foedus.sources.store import Store

if TYPE_CHECKING:
    Connection = duckdb.DuckDBPyConnection


@dataclass
class Provider:
    """Puts tables into a database.

    Attributes
    ----------
    used : list of Entry
        The stored tables that were put.
    files : list of Path
        Where they lie.
    """

    register: Register
    store: Store
    used: list[Entry] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)

    @cached_property
    def _held(self) -> Sequence[Entry]:
        return self.store.entries()

    def put(self, connection: Connection, named: Named) -> None:
        """Put a table.

        Raises
        ------
        UnknownName
            If there is no table of that name.
        DataMissing
            If it belongs to a data set that is not in the store.
        """
        name = named.name.casefold()
        if name in REGISTER_TABLES:
            table = REGISTER_TABLES[name]
            put_frame(connection, name, table.frame(self.register), table.view.columns)
        elif name in panels():
            put_frame(connection, name, panels()[name].make(self.register))
        else:
            self._put_stored(connection, named)

    def _put_stored(self, connection: Connection, named: Named) -> None:
        base, _, version = named.name.partition("@")
        stored = stored_views().get(base.casefold())
        if stored is None:
            raise UnknownName(unknown_view(named.name, named.where))
        stored.check_version(version, named.where)
        entry = stored.newest(self._held, version)
        if entry is None:
            raise stored.missing(version, named.where)
        path = self.store.path_of(entry)
        put_file(connection, named.name, path)
        self.used.append(entry)
        self.files.append(path)

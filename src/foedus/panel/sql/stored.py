"""Stored data sets as views: ``nmc_state_years`` is the newest version, ``"nmc_state_years@5.0"`` the one named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from foedus._base.errors import BadInput, DataMissing, Fault
from foedus.panel.sql.view import Column, ColumnType, View
from foedus.sources.ledger import Entry
from foedus.sources.model import ColumnType as StoredType
from foedus.sources.model import Source, Table
from foedus.sources.registry import all_sources

_TYPES: Mapping[StoredType, ColumnType] = {
    "integer": "BIGINT",
    "number": "DOUBLE",
    "text": "VARCHAR",
    "flag": "TINYINT",
    "date": "DATE",
}


@dataclass(frozen=True, slots=True)
class StoredView:
    """A table of a published data set, which the store may hold."""

    source: Source
    table: Table

    @property
    def name(self) -> str:
        """What a query calls it."""
        return f"{self.source.name}_{self.table.name}".replace("-", "_")

    @property
    def view(self) -> View:
        """Its declaration, from the entry of the data set."""
        columns = tuple(
            Column(column.name, _TYPES[column.type], column.meaning, column.unit) for column in self.table.columns
        )
        meaning = f"{self.source.title}: {self.table.meaning}"
        return View(self.name, "store", meaning, columns, self.table.key)

    def newest(self, held: Iterable[Entry], version: str) -> Entry | None:
        """Return the newest entry of it, or that of the version that is named; None if it is not held."""
        order = {version.id: place for place, version in enumerate(self.source.versions)}
        fitting = [
            entry
            for entry in held
            if (entry.source, entry.table) == (self.source.name, self.table.name) and version in {"", entry.version}
        ]
        return min(fitting, key=lambda entry: order.get(entry.version, len(order)), default=None)

    def check_version(self, version: str, where: str) -> None:
        """Check that there is such a version.

        Raises
        ------
        BadInput
            If there is none.
        """
        if version and self.source.version(version) is None:
            allowed = ", ".join(f'"{self.name}@{one.id}"' for one in self.source.versions)
            raise BadInput(Fault(f"{self.source.name} has no version {version[:40]!r}", where, allowed))

    def missing(self, version: str, where: str) -> DataMissing:
        """Return the error for a table that is not in the store."""
        wanted = f"{self.source.name}@{version}" if version else self.source.name
        what = f"{self.name} needs {wanted}, which is not in the store"
        return DataMissing(Fault(what, where, remedy=", or ".join(self.source.brought_by(version))))


@cache
def stored_views() -> Mapping[str, StoredView]:
    """Return the views of all data sets by name."""
    return {view.name: view for view in _all()}


def _all() -> Iterator[StoredView]:
    for source in all_sources():
        for table in source.tables:
            yield StoredView(source, table)

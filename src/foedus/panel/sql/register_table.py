"""A table of the register: its declaration, and where its rows come from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from foedus.panel.sql.cells import Cell, Row
from foedus.panel.sql.view import Column, ColumnType, View
from foedus.register.register import Register
from foedus.sources.extra import pl


@dataclass(frozen=True, slots=True)
class RegisterTable:
    """A table of the register.

    Attributes
    ----------
    rows : callable
        Yields the rows, cell by cell in the order of the columns; a date is its number of days since 1970.
    """

    view: View
    rows: Callable[[Register], Iterable[Row]]

    def frame(self, register: Register) -> pl.DataFrame:
        """Return the table."""
        rows = list(self.rows(register))
        cells = zip(*rows, strict=True) if rows else ((),) * len(self.view.columns)
        return pl.DataFrame([_series(column, part) for column, part in zip(self.view.columns, cells, strict=True)])


def register_table(
    name: str,
    meaning: str,
    key: tuple[str, ...],
    columns: tuple[Column, ...],
    rows: Callable[[Register], Iterable[Row]],
) -> RegisterTable:
    """Return a table of the register."""
    return RegisterTable(View(name, "register", meaning, columns, key), rows)


def _series(column: Column, cells: tuple[Cell, ...]) -> pl.Series:
    if column.type == "DATE":
        return pl.Series(column.name, cells, dtype=pl.Int32).cast(pl.Date)
    return pl.Series(column.name, cells, dtype=_polars_type(column.type))


def _polars_type(kind: ColumnType) -> pl.DataType:
    types: dict[ColumnType, pl.DataType] = {
        "VARCHAR": pl.String(),
        "VARCHAR[]": pl.List(pl.String()),
        "JSON": pl.String(),
        "BOOLEAN": pl.Boolean(),
        "TINYINT": pl.Int8(),
        "INTEGER": pl.Int32(),
        "BIGINT": pl.Int64(),
        "DOUBLE": pl.Float64(),
    }
    return types[kind]

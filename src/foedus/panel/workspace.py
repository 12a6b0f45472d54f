"""Where a panel is put together: its rows, the columns so far, and the tables that additions read, each once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from foedus.panel.layout import Layout
from foedus.panel.membership import Codes, Membership, System, membership
from foedus.panel.numbers import Numbers, across, numbers_of
from foedus.register.register import Register
from foedus.sources.extra import pl
from foedus.sources.registry import source
from foedus.sources.store import Store


@dataclass(eq=False)
class Workspace:
    """A panel in the making.

    Attributes
    ----------
    columns : dict of str to Series
        What was added so far, each as long as the layout.
    read : dict
        The tables that were read, by data set, table and version.
    versions : dict of str to str
        Which version of each data set was read.
    tell : callable
        Told how far long work has come: what, how much of it, how much in all.
    """

    layout: Layout
    register: Register
    store: Store
    wanted: dict[str, str]
    tell: Callable[[str, int, int], None] = lambda _what, _done, _all: None
    columns: dict[str, pl.Series] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)
    _read: dict[tuple[str, str], pl.DataFrame] = field(default_factory=dict)

    @property
    def membership(self) -> Membership:
        """The grid of states and years."""
        return self.layout.membership

    def table(self, name: str, table: str) -> pl.DataFrame:
        """Return a table of a data set in the version asked for, or the newest one that holds it.

        Raises
        ------
        DataMissing
            If the store does not hold it; the message names the command that brings it.
        """
        if (name, table) not in self._read:
            version = self.wanted.get(name, "")
            self._read[name, table], entry = self.store.read_entry(name, table, version)
            self.versions[name] = entry.version
        return self._read[name, table]

    def coverage(self, name: str) -> tuple[int, int]:
        """Return the first and last year of a data set in the version that was read."""
        version = source(name).version(self.versions[name])
        return version.years if version else source(name).latest.years

    def column(self, name: str) -> pl.Series:
        """Return a column that is there already."""
        return self.columns[name] if name in self.columns else self.layout.keys[name]

    @cached_property
    def numbers(self) -> Numbers:
        """The actors of the register on the grid."""
        return numbers_of(self.membership)

    def of_each(self, table: pl.DataFrame, code: str, columns: Sequence[str], system: System) -> dict[str, pl.Series]:
        """Return columns of a table of state-years for each state of each row; null where the table has no row.

        Parameters
        ----------
        table : polars.DataFrame
            With columns `code` and ``year``; no two rows alike in them.
        code : str
            The column of states' numbers.
        columns : sequence of str
            Which to add.
        system : {"cow", "gw"}
            Whose numbers they are.
        """
        grid = self.grid(table, code, system)
        padded = _with_null_row(table.select(columns))
        return {
            f"{name}{suffix}": padded[name].gather(_at(grid, cells, table.height)).alias(f"{name}{suffix}")
            for cells, suffix in zip(self.layout.cells, self.layout.suffixes, strict=True)
            for name in columns
        }

    def grid(self, table: pl.DataFrame, code: str, system: System) -> Codes:
        """Return which row of a table of state-years is for each cell of the grid, -1 for none; flat."""
        place, year = self.stand(table[code], table["year"], system)
        fits = place >= 0
        grid = np.full(self.membership.size, -1)
        grid[place[fits], year[fits]] = np.flatnonzero(fits)
        return grid.ravel()

    def stand(self, numbers: pl.Series, years: pl.Series, system: System) -> tuple[Codes, Codes]:
        """Return where states and years stand on the grid; the place is -1 for what lies outside it.

        Numbers of the other system count as those of whoever bore them in the year.
        """
        number = numbers.fill_null(-1).to_numpy()
        year = years.fill_null(0).to_numpy() - self.membership.first
        within = (year >= 0) & (year < self.membership.size[1])
        year = np.where(within, year, 0)
        if system == self.membership.system:
            place = self.membership.places(number)
        else:
            other, found = self._other_system
            theirs = other.places(number)
            place = np.where(theirs < 0, -1, found[theirs, year])
        return np.where(within, place, -1), year

    @cached_property
    def _other_system(self) -> tuple[Membership, Codes]:
        """The members of the other system, and where each stands in ours, year by year."""
        mine = self.membership
        other = membership(self.register, "gw" if mine.system == "cow" else "cow", mine.first, mine.last)
        return other, across(other, mine)

    def of_pairs(
        self, table: pl.DataFrame, columns: Sequence[str], years: tuple[int, int], zeros: Sequence[str] = ()
    ) -> dict[str, pl.Series]:
        """Return columns of a table of ordered pairs and years for each row of two states.

        Parameters
        ----------
        table : polars.DataFrame
            With columns ``ccode1``, ``ccode2`` and ``year``; no two rows alike in them.
        columns : sequence of str
            Which to add.
        years : tuple of int
            The first and last year that the table covers.
        zeros : sequence of str
            The columns that are 0 where the table covers the year and has no row; the others are null there, and all
            are null in years that it does not cover.
        """
        default = self._zero_or_null(table.height, years)
        padded = _with_zero_row(_with_null_row(table.select(columns)), zeros)
        index = self._pair_rows(table, default)
        return {name: padded[name].gather(index) for name in columns}

    def _pair_rows(self, table: pl.DataFrame, default: Codes) -> Codes:
        """Return which row of the padded table each row of the panel takes."""
        states = self.membership.size[0]
        cells = self._cells(table)
        rows = np.tile(default, states * states)
        fits = cells >= 0
        rows[cells[fits]] = np.flatnonzero(fits)
        return rows[self.layout.pairs]

    def _cells(self, table: pl.DataFrame) -> Codes:
        """Return the cell of each row of a table of pairs and years, -1 where it lies outside the grid."""
        states, years = self.membership.size
        one, year = self.stand(table["ccode1"], table["year"], "cow")
        other, _ = self.stand(table["ccode2"], table["year"], "cow")
        return np.where((one >= 0) & (other >= 0), (one * states + other) * years + year, -1)

    def _zero_or_null(self, height: int, years: tuple[int, int]) -> Codes:
        """Return, for each year, which padded row stands for a pair without a row: zeros inside the coverage."""
        covered = (self.membership.years >= years[0]) & (self.membership.years <= years[1])
        return np.where(covered, height + 1, height)

    def is_covered(self, years: tuple[int, int]) -> NDArray[np.bool_]:
        """Return whether each row lies in the years."""
        when = self.layout.calendar_year
        return (when >= years[0]) & (when <= years[1])


def _at(grid: Codes, cells: Codes, null_row: int) -> Codes:
    rows = np.where(cells < 0, -1, grid[np.where(cells < 0, 0, cells)]) if (cells < 0).any() else grid[cells]
    return np.where(rows < 0, null_row, rows)


def _with_null_row(table: pl.DataFrame) -> pl.DataFrame:
    """Return the table with a row of nulls after its last."""
    return pl.concat([table, table.clear(1)])


def _with_zero_row(table: pl.DataFrame, zeros: Sequence[str]) -> pl.DataFrame:
    """Return the table with a row after its last that is 0 in some columns and null in the others."""
    empty = table.clear(1).with_columns(pl.lit(0).cast(table.schema[name]).alias(name) for name in zeros)
    return pl.concat([table, empty])

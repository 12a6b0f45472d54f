"""Where a panel is put together: its rows, the columns so far, and the tables that additions read, each once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from foedus.panel.layout import Layout
from foedus.panel.membership import Codes, Membership, System, membership
from foedus.panel.numbers import Numbers, across, numbers_of
from foedus.register.register import Register
from foedus.sources.extra import pl
from foedus.sources.registry import source
from foedus.sources.store import Store

Years: TypeAlias = tuple[int, int]
"""A first and a last year."""

NEVER: Years = (1, 0)
NO_ZEROS: Mapping[str, Years] = MappingProxyType({})


@dataclass(eq=False)
class Workspace:
    """A panel in the making.

    Attributes
    ----------
    columns : dict of str to Series
        What was added so far, each as long as the layout.
    versions : dict of str to str
        Which version of each data set was read.
    parts : set of str
        The data sets of which a part was read: what it does not have may have been.
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
    parts: set[str] = field(default_factory=set)
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
            if entry.is_part:
                self.parts.add(name)
        return self._read[name, table]

    def coverage(self, name: str) -> Years:
        """Return the first and last year in which a data set that was read has all there was; never if it is a part."""
        return NEVER if name in self.parts else self.years(name)

    def years(self, name: str) -> Years:
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

    @cached_property
    def inhabited(self) -> NDArray[np.bool_]:
        """Whether an actor of the register stands on a cell; flat.

        Of two numbers that one actor bears in turn in a year, as Serbia did in 2006, one has nobody.
        """
        held = np.zeros(self.membership.size, np.bool_)
        for place in self.numbers.place.values():
            held[place[place >= 0], np.flatnonzero(place >= 0)] = True
        return held.ravel()

    def of_each(
        self,
        table: pl.DataFrame,
        code: str,
        columns: Sequence[str],
        system: System,
        zeros: Mapping[str, Years] = NO_ZEROS,
    ) -> dict[str, pl.Series]:
        """Return columns of a table of state-years for each state of each row.

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
        zeros : mapping of str to tuple of int
            The columns that are 0 where the table has no row for a state that the system has, in the years from the
            first to the last; all else that the table does not have is null.
        """
        grid = self.grid(table, code, system)
        padded = _with_zero_row(_with_null_row(table.select(columns)), tuple(zeros))
        found: dict[str, pl.Series] = {}
        for cells, suffix in zip(self.layout.cells, self.layout.suffixes, strict=True):
            rows = _at(grid, cells, -1)
            index = {NEVER: np.where(rows >= 0, rows, table.height)}
            for years in set(zeros.values()) - {NEVER}:
                looked = (rows < 0) & self._has(system, cells) & self.is_covered(years)
                index[years] = np.where(looked, table.height + 1, index[NEVER])
            for name in columns:
                column = padded[name].gather(index[zeros.get(name, NEVER)])
                found[f"{name}{suffix}"] = column.alias(f"{name}{suffix}")
        return found

    def _has(self, system: System, cells: Codes) -> NDArray[np.bool_]:
        """Return whether a state system has the states of cells of the grid."""
        if system == self.membership.system:
            return cells >= 0
        found: NDArray[np.bool_] = _at(self.has(system).ravel(), cells, 0) > 0
        return found

    def grid(self, table: pl.DataFrame, code: str, system: System) -> Codes:
        """Return which row of a table of state-years is for each cell of the grid, -1 for none; flat.

        Of two states that are one in this system, as in a year of union, the row of the one that was there first
        counts.
        """
        place, year = self.stand(table[code], table["year"], system)
        rows = np.flatnonzero(place >= 0)
        rows = rows[_latest_first(self._since(table[code], year, system)[rows])]
        grid = np.full(self.membership.size, -1)
        grid[place[rows], year[rows]] = rows
        return grid.ravel()

    def has(self, system: System) -> NDArray[np.bool_]:
        """Return whether a state system has the state of a cell in its year, shape (states, years)."""
        if system == self.membership.system:
            return np.ones(self.membership.size, np.bool_)
        _, found, _ = self._other_system
        held = np.zeros(self.membership.size, np.bool_)
        theirs, year = np.nonzero(found >= 0)
        held[found[theirs, year], year] = True
        return held

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
            other, found, _ = self._other_system
            theirs = other.places(number)
            place = np.where(theirs < 0, -1, found[theirs, year])
        return np.where(within, place, -1), year

    def _since(self, numbers: pl.Series, year: Codes, system: System) -> Codes:
        """Return since which day of a year, by its place, each number of the other system was borne; 0 in our own."""
        if system == self.membership.system:
            return np.zeros(len(numbers), np.int64)
        other, _, since = self._other_system
        held: Codes = since[other.places(numbers.fill_null(-1).to_numpy()), year]
        return held

    @cached_property
    def _other_system(self) -> tuple[Membership, Codes, Codes]:
        """The members of the other system, where each stands in ours year by year, and its first day in each year."""
        mine = self.membership
        other = membership(self.register, "gw" if mine.system == "cow" else "cow", mine.first, mine.last)
        return other, across(other, mine), other.first_days

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
            The columns that are 0 where the table covers the year and has no row for two states of the system; the
            others are null there, and all are null in years that it does not cover.
        """
        padded = _with_zero_row(_with_null_row(table.select(columns)), zeros)
        rows = self._pair_rows(table)
        index = np.where(rows >= 0, rows, np.where(self._looked_at(years), table.height + 1, table.height))
        return {name: padded[name].gather(index) for name in columns}

    def _pair_rows(self, table: pl.DataFrame) -> Codes:
        """Return which row of the table each row of the panel takes, -1 for none."""
        states, years = self.membership.size
        one, year = self.stand(table["ccode1"], table["year"], "cow")
        other, _ = self.stand(table["ccode2"], table["year"], "cow")
        rows = np.flatnonzero((one >= 0) & (other >= 0))
        since = (self._since(table[code], year, "cow")[rows] for code in ("ccode1", "ccode2"))
        rows = rows[_latest_first(np.maximum(*since))]
        grid = np.full(states * states * years, -1)
        grid[(one[rows] * states + other[rows]) * years + year[rows]] = rows
        return grid[self.layout.pairs]

    def _looked_at(self, years: Years) -> NDArray[np.bool_]:
        """Return whether each row lies in the years, and the Correlates of War system has both of its states then."""
        one, other = (self._has("cow", cells) for cells in self.layout.cells)
        return one & other & self.is_covered(years)

    def is_covered(self, years: Years) -> NDArray[np.bool_]:
        """Return whether each row lies in the years."""
        when = self.layout.calendar_year
        return (when >= years[0]) & (when <= years[1])


def _at(grid: np.ndarray, cells: Codes, outside: int) -> np.ndarray:
    """Return what stands in cells of a grid, and a number of choice for those outside it."""
    return np.where(cells < 0, outside, grid[np.where(cells < 0, 0, cells)]) if (cells < 0).any() else grid[cells]


def _latest_first(since: Codes) -> Codes:
    """Return the places of days in such an order that the earliest is written last, and so stays."""
    return np.argsort(-since, kind="stable") if since.any() else np.arange(len(since))


def _with_null_row(table: pl.DataFrame) -> pl.DataFrame:
    """Return the table with a row of nulls after its last."""
    return pl.concat([table, table.clear(1)])


def _with_zero_row(table: pl.DataFrame, zeros: Sequence[str]) -> pl.DataFrame:
    """Return the table with a row after its last that is 0 in some columns and null in the others."""
    empty = table.clear(1).with_columns(pl.lit(0).cast(table.schema[name]).alias(name) for name in zeros)
    return pl.concat([table, empty])

"""A quantity read for some states: from one source, in one unit, each value with its year."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from foedus._base.dates import Day
from foedus._base.errors import DataMissing, Fault
from foedus.measures.capability.concentration import effective_number, herfindahl, ray_singer, shares_of_group
from foedus.panel.membership import System
from foedus.register.register import Register
from foedus.sources.extra import pl
from foedus.sources.registry import source
from foedus.sources.store import Store

Numbers = NDArray[np.float64]
ENOUGH = 0.5
"""The latest year is the last in which at least this part of the most states that ever had a value have one."""

NEARLY_ALL = 0.8
"""A preferred source is passed over only if it gives less than this part of the states that another gives."""
T = TypeVar("T")


class Tables:
    """The tables of a store, each read once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._held: dict[tuple[str, str], tuple[pl.DataFrame, str]] = {}

    def table(self, name: str, table: str) -> tuple[pl.DataFrame, str]:
        """Return the newest stored version of a table, and which that is.

        Raises
        ------
        DataMissing
            If the store does not hold it.
        """
        key = (name, table)
        if key not in self._held:
            frame, entry = self._store.read_entry(name, table)
            self._held[key] = frame, entry.version
        return self._held[key]


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """Of whom something is asked, and when.

    Attributes
    ----------
    states : tuple of str
        Actors of the register.
    day : Day
        On which the states are meant; their numbers hang on it.
    year : int or None
        The year asked about; None for the latest of each source.
    """

    states: tuple[str, ...]
    day: Day
    year: int | None
    register: Register
    tables: Tables

    def numbers(self, system: System) -> list[int | None]:
        """Return the states' numbers in a system on the day."""
        return [self.register.actors[state].number_on(system, self.day) for state in self.states]


@dataclass(frozen=True, slots=True)
class Spread:
    """The sum of a group and how it is concentrated; `known` states have a value."""

    total: float
    known: int
    con: float
    herfindahl: float
    effective_number: float


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """A quantity of some states.

    Attributes
    ----------
    unit : str
        Of the values.
    source : str
        The data set with its version, or the publisher of the project's own figures.
    values : array, shape (n,)
        One a state asked for, in the order asked; NaN where the source gives none.
    years : tuple of int or None
        The year of each value.
    note : str
        What must be said with it.
    is_bundled : bool
        Whether it comes with the project.
    """

    unit: str
    source: str
    values: Numbers
    years: tuple[int | None, ...]
    note: str = ""
    is_bundled: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether no state has a value."""
        return not bool(np.isfinite(self.values).any())

    @property
    def known(self) -> int:
        """How many states have a value."""
        return int(np.isfinite(self.values).sum())

    @property
    def shares(self) -> Numbers:
        """Each state's share of the sum of the values that are known."""
        return shares_of_group(self.values)

    @property
    def spread(self) -> Spread:
        """How the quantity is spread among the states."""
        known = np.isfinite(self.values)
        total = float(np.nansum(self.values)) if known.any() else float("nan")
        concentrated = ray_singer(self.values), herfindahl(self.values), effective_number(self.values)
        return Spread(total, int(known.sum()), *concentrated)


def read_rows(rows: pl.DataFrame, numbers: list[int | None], year: int | None) -> tuple[Numbers, int | None]:
    """Return the values of a year for states, and the year.

    Parameters
    ----------
    rows : polars.DataFrame
        With columns ``code``, ``year`` and ``value``, none of them null.
    numbers : list of int or None
        The states' codes.
    year : int or None
        The year; the latest that covers enough of the states if None.
    """
    theirs = rows.filter(pl.col("code").is_in([number for number in numbers if number is not None]))
    wanted = _latest(theirs) if year is None else year
    of_year = theirs.filter(pl.col("year") == wanted) if wanted is not None else theirs.clear()
    held = dict(zip(of_year["code"].to_list(), of_year["value"].to_list(), strict=True))
    found = [np.nan if number is None else held.get(number, np.nan) for number in numbers]
    return np.array(found, np.float64), wanted


def years_of_values(values: Numbers, year: int | None) -> tuple[int | None, ...]:
    """Return the year of each value that is known, all being of one year."""
    return tuple(year if known else None for known in np.isfinite(values))


def lacking(what: str, sets: Sequence[tuple[str, ...]], year: int | None) -> DataMissing:
    """Return that data are missing, naming those that might have them.

    Parameters
    ----------
    what : str
        What is missing.
    sets : sequence of tuple of str
        Data sets any of which would do; those of one tuple are needed together.
    year : int or None
        The year asked about: what does not reach it is not offered.
    """
    reach = {one: _years_of(one) for one in sets}
    allowed = ", ".join(f"{' with '.join(one)} ({first} to {last})" for one, (first, last) in reach.items())
    fitting = [one for one, (first, last) in reach.items() if year is None or first <= year <= last]
    commands = [" and ".join(source(name).brought_by()[0] for name in one) for one in fitting]
    when = "" if year is None else f" for {year}"
    remedy = " or ".join(commands) or "ask for a year that one of them has"
    return DataMissing(Fault(f"nothing in the store gives {what}{when} for these states", "", allowed, remedy))


def _years_of(names: tuple[str, ...]) -> tuple[int, int]:
    """Return the first and last year that all of some data sets cover."""
    years = [source(name).latest.years for name in names]
    return max(first for first, _ in years), min(last for _, last in years)


def _latest(rows: pl.DataFrame) -> int | None:
    covered = rows.group_by("year").agg(pl.col("code").n_unique().alias("states")).sort("year")
    counts = covered["states"].to_numpy()
    if not len(counts):
        return None
    enough = np.flatnonzero(counts >= ENOUGH * counts.max())
    return int(covered["year"][int(enough[-1])])


def preferred(found: Iterable[T], known: Callable[[T], int]) -> T | None:
    """Return the first of what sources gave, in order of preference, that has nearly as many states as any.

    Parameters
    ----------
    found : iterable
        What each source gave, the preferred one first.
    known : callable
        How many states it has.

    Returns
    -------
    object or None
        None if there is nothing.
    """
    held = list(found)
    most = max(map(known, held), default=0)
    return next((one for one in held if known(one) >= NEARLY_ALL * most), None)

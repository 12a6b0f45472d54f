"""Third states at the outbreak of wars: which came in later, and what tied them to those who began.

The states that fight on the first day of each side are its originators. Every other member of the system on that day
is a third state; it joined if it came in later, on the side it came in on first. Ties are those of the year before, so
that no pact made in the crisis counts as its cause; where one of the two was not yet a member then, the land border is
that of the year of the outbreak, for a new state has neighbours too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from foedus._base.dates import day_number
from foedus.panel.membership import Membership
from foedus.sources.extra import pl

Flags = NDArray[np.bool_]
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Pairs = frozenset[tuple[int, int, int]]
LAND = 1
"""The kind of contiguity that is a common land border."""
UNKNOWN = 99
"""A month or day that is not known comes after those that are: nobody is an originator by it alone."""


@dataclass(frozen=True, slots=True)
class Outbreak:
    """The first day of a war.

    Attributes
    ----------
    day : int
        Its number.
    first, second : frozenset of int
        The originators of side 1 and of side 2.
    joined : mapping of int to int
        The side on which each state that came in later first came in.
    """

    war: int
    year: int
    day: int
    first: frozenset[int]
    second: frozenset[int]
    joined: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Ties:
    """What ties states, by pair and year, in both orders.

    Attributes
    ----------
    pacts : frozenset of (int, int, int)
        A pledge of defence or offence of the one to the other.
    borders : frozenset of (int, int, int)
    majors : frozenset of (int, int)
        Major powers by year.
    """

    pacts: Pairs
    borders: Pairs
    majors: frozenset[tuple[int, int]]


@dataclass(frozen=True, eq=False)
class ThirdStates:
    """A row for each third state at each outbreak.

    Attributes
    ----------
    war, year, state : array of int, shape (rows,)
    joined : array of bool, shape (rows,)
    side : array of int, shape (rows,)
        1 or 2 for those who joined, else 0.
    pacts, borders : array of bool, shape (rows, 2)
        Whether it had a pact, or a land border, with an originator of each side.
    major : array of bool, shape (rows,)
    """

    war: Ints
    year: Ints
    state: Ints
    joined: Flags
    side: Ints
    pacts: Flags
    borders: Flags
    major: Flags

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.state)


def outbreaks(participants: pl.DataFrame) -> tuple[Outbreak, ...]:
    """Return the first days of wars, from the table ``participants`` of ``inter-state-war``."""
    wars = participants.sort("warnum", "ccode").partition_by("warnum", maintain_order=True)
    return tuple(found for war in wars if (found := _outbreak(war.to_dicts())) is not None)


def _outbreak(rows: list[dict[str, Any]]) -> Outbreak | None:
    """Return the first day of a war; None if a side has no row."""
    starts = sorted((_start(row), row["side"], row["ccode"]) for row in rows)
    first, second = (_originators([one for one in starts if one[1] == side]) for side in (1, 2))
    if not first or not second:
        return None
    later = {state: side for _, side, state in reversed(starts) if state not in first | second}
    year, month, day = (1 if part == UNKNOWN else part for part in starts[0][0])
    return Outbreak(rows[0]["warnum"], year, day_number(year, month, day), first, second, later)


def _start(row: Mapping[str, Any]) -> tuple[int, int, int]:
    return row["start_year1"], row["start_month1"] or UNKNOWN, row["start_day1"] or UNKNOWN


def _originators(starts: list[tuple[tuple[int, int, int], int, int]]) -> frozenset[int]:
    return frozenset(state for day, _, state in starts if day == min(starts)[0])


def third_states(held: tuple[Outbreak, ...], members: Membership, ties: Ties) -> ThirdStates:
    """Return a row for each third state at each outbreak, in order of war and state.

    Parameters
    ----------
    members : Membership
        Of the Correlates of War system, over the years of the outbreaks and the one before.
    """
    rows = [row for one in held for row in _rows(one, members, ties)]
    columns = list(zip(*rows, strict=True)) if rows else [()] * 8
    war, year, state, joined, side, pacts, borders, major = map(np.array, columns)
    return ThirdStates(war, year, state, joined, side, pacts.reshape(-1, 2), borders.reshape(-1, 2), major)


def _rows(one: Outbreak, members: Membership, ties: Ties) -> Iterator[tuple[Any, ...]]:
    old = set(members.numbers[members.present[:, one.year - 1 - members.first]].tolist())
    for state in sorted(_there(one.day, members) - one.first - one.second):
        side = one.joined.get(state, 0)
        pacts = _tied(state, one, lambda pair: (*pair, one.year - 1) in ties.pacts)
        borders = _tied(state, one, lambda pair: _border(pair, one.year, ties, old))
        yield one.war, one.year, state, side > 0, side, pacts, borders, (state, one.year) in ties.majors


def _there(day: int, members: Membership) -> set[int]:
    """Return the numbers of the members on a day."""
    return {int(members.numbers[spell.place]) for spell in members.spells if spell.first <= day <= spell.last}


def _tied(state: int, one: Outbreak, is_tied: Callable[[tuple[int, int]], bool]) -> tuple[bool, bool]:
    first, second = (any(is_tied((state, other)) for other in side) for side in (one.first, one.second))
    return first, second


def _border(pair: tuple[int, int], year: int, ties: Ties, old: set[int]) -> bool:
    """Say whether two states had a land border the year before, or in the year itself where one of them was new."""
    return (*pair, year if not set(pair) <= old else year - 1) in ties.borders


def ties(pledges: pl.DataFrame, contiguity: pl.DataFrame, majors: pl.DataFrame) -> Ties:
    """Return the ties of states from published tables.

    Parameters
    ----------
    pledges : polars.DataFrame
        ``directed_dyad_years`` of ``atop``.
    contiguity : polars.DataFrame
        ``directed_dyad_years`` of ``contiguity``.
    majors : polars.DataFrame
        ``spells`` of ``cow-majors``.
    """
    helps = pledges.filter((pl.col("atop_defense") == 1) | (pl.col("atop_offense") == 1))
    land = contiguity.filter(pl.col("conttype") == LAND)
    spells = majors.select("ccode", pl.col("start").dt.year(), pl.col("end").dt.year()).iter_rows()
    return Ties(
        frozenset(helps.select("ccode1", "ccode2", "year").iter_rows()),
        frozenset(land.select("ccode1", "ccode2", "year").iter_rows()),
        frozenset((state, year) for state, first, last in spells for year in range(first, last + 1)),
    )

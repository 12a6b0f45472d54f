"""When a war called for an alliance, on whom, and against whom: the tested cases beside ATOP and the list of wars.

The occasion is the first day on which a member fights while the alliance stands; where no member is in the war by the
list, the first day of the war, or of the alliance if that is later. Called are the members that do not fight on that
day, or all of them where all fight. Against whom are those who then fight a member; where no member fights, those who
fight on the first day. Of a war outside the list only the year in its name is known.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from foedus._base.dates import civil_date, day_number
from foedus._base.errors import BadInput, Fault
from foedus.measures.concordance.alliances import Phase, Row, entry, leave
from foedus.sources.extra import pl

DAYS_A_YEAR = 365.2425
OPEN = 10_000_000
"""A day after all others: the end of what has not ended."""
_YEAR = re.compile(r"1[89]\d\d|20\d\d")


@dataclass(frozen=True, slots=True)
class Fighter:
    """A state's first stretch in a war, by day numbers."""

    state: int
    side: int
    first: int
    last: int

    def fights_on(self, day: int) -> bool:
        """Whether it is in the war on a day."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Occasion:
    """An alliance on the day a war called for it.

    Attributes
    ----------
    signed, year : int
        The year of its signature, and of the occasion.
    age : float
        Years between the two; 0 for an alliance made in the course of the war.
    rows : tuple of Row
        Its members' rows in ATOP, of the phase of the day.
    called : frozenset of int
        The members on whom it called.
    against : frozenset of int
        Empty where the war is not in the list.
    """

    alliance: int
    signed: int
    year: int
    age: float
    rows: tuple[Row, ...]
    called: frozenset[int]
    against: frozenset[int]

    @property
    def members(self) -> frozenset[int]:
        """Every member on the day."""
        return frozenset(row["member"] for row in self.rows)


def fighters(participants: pl.DataFrame) -> Mapping[int, tuple[Fighter, ...]]:
    """Return who fought in each war, from the table ``participants`` of ``inter-state-war``."""
    held: dict[int, list[Fighter]] = defaultdict(list)
    for row in participants.iter_rows(named=True):
        first = _day(row, "start", 1)
        last = OPEN if row["end_year1"] is None else _day(row, "end", 28)
        held[row["warnum"]].append(Fighter(row["ccode"], row["side"], first, last))
    return {war: tuple(found) for war, found in held.items()}


def _day(row: Row, what: str, otherwise: int) -> int:
    """Return a day; one that is not known is the first of a stretch, or late in its last month."""
    month = row[f"{what}_month1"] or (1 if otherwise == 1 else 12)
    return day_number(row[f"{what}_year1"], month, row[f"{what}_day1"] or otherwise)


def occasions(
    rows: pl.DataFrame, alliances: Mapping[int, tuple[Phase, ...]], wars: Mapping[int, tuple[Fighter, ...]]
) -> tuple[Occasion, ...]:
    """Return the occasion of each tested case.

    Parameters
    ----------
    rows : polars.DataFrame
        Of ``tests`` of ``berkemeier-fuhrmann``: ``atopid``, ``cowwarid``, ``warname``.
    alliances : mapping of int to tuple of Phase
        The phases of each alliance, oldest first.
    wars : mapping of int to tuple of Fighter
    """
    chosen = rows.select("atopid", "cowwarid", "warname").iter_rows()
    return tuple(_occasion(alliances[alliance], wars.get(war, ()), name) for alliance, war, name in chosen)


def _occasion(phases: tuple[Phase, ...], war: tuple[Fighter, ...], name: str) -> Occasion:
    signed = phases[0].start
    first = min(one.first for one in war) if war else _year_of(name)
    entries = (max(one.first, signed.first) for one in war if _fights_for(phases, one, signed.first))
    day = min(entries, default=max(first, signed.first))
    rows = _standing(phases, day)
    members = frozenset(row["member"] for row in rows)
    fighting = [one for one in war if one.fights_on(day)]
    allied = [one for one in fighting if one.state in members]
    against = {one.state for one in fighting if any(one.side != ally.side for ally in allied)}
    if not allied:
        against = {one.state for one in war if one.first == first}
    called = members - {one.state for one in allied} or members
    return Occasion(
        phases[0].alliance,
        signed.year,
        civil_date(day)[0],
        max(0.0, (day - signed.first) / DAYS_A_YEAR),
        rows,
        called,
        frozenset(against),
    )


def _year_of(name: str) -> int:
    """Return the middle of the year in the name of a war.

    Raises
    ------
    BadInput
        If its name has none.
    """
    found = _YEAR.search(name)
    if found is None:
        raise BadInput(Fault(f"the war {name[:40]!r} is not in the list and has no year in its name", "warname"))
    return day_number(int(found.group()), 7, 1)


def _fights_for(phases: Iterable[Phase], one: Fighter, signed: int) -> bool:
    """Say whether a belligerent is a member on the day it comes in, or on the first day of the alliance."""
    day = max(one.first, signed)
    return one.fights_on(day) and any(row["member"] == one.state for row in _standing(tuple(phases), day))


def _standing(phases: tuple[Phase, ...], day: int) -> tuple[Row, ...]:
    """Return the rows of the members on a day; of all of a phase where none is a member on it."""
    phase = next((one for one in reversed(phases) if one.start.first <= day), phases[0])
    return tuple(_on(phase, day)) or phase.rows


def _on(phase: Phase, day: int) -> Iterator[Row]:
    for row in phase.rows:
        end = leave(row)
        if entry(row).first <= day <= (OPEN if end is None else end.last):
            yield row

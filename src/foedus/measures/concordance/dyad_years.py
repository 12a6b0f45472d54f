"""Pledges of defence as directed dyad-years: who owed defence to whom in a year, by the register and by ATOP."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from itertools import permutations
from typing import Literal

from foedus._base.dates import Day, Spell, civil_date, day_number
from foedus.domain.treaty import Clause, Party, Treaty
from foedus.measures.concordance.coding import pledged
from foedus.register.register import Register
from foedus.sources.extra import pl

Dating = Literal["legal", "signature"]
"""From entry into force, as the law has it, or from signature, as ATOP dates alliances."""
DyadYear = tuple[int, int, int]
"""Who owes, to whom (Correlates of War numbers), and the year."""
YEARS = (1946, 2018)


@dataclass(frozen=True, slots=True)
class Overlap:
    """How far two sets of directed dyad-years agree.

    Attributes
    ----------
    ours, theirs, both : int
        How many the register has, how many the other has, and how many both.
    """

    dating: Dating
    ours: int
    theirs: int
    both: int

    @property
    def recall(self) -> float | None:
        """The share of the other's that the register has."""
        return self.both / self.theirs if self.theirs else None

    @property
    def precision(self) -> float | None:
        """The share of the register's that the other has."""
        return self.both / self.ours if self.ours else None


def defence_years(register: Register, dating: Dating, years: tuple[int, int] = YEARS) -> frozenset[DyadYear]:
    """Return the directed dyad-years in which the register has a pledge of defence in force on some day.

    A year throughout which the treaty is suspended between the two has none, and an instrument that creates no legal
    duties (`foedus.domain.treaty.Treaty.binds`) none at all, as in the panels.
    """
    number = cache(partial(_number, register))
    return frozenset(
        dyad_year
        for treaty in register.treaties.values()
        if treaty.binds
        for clause in pledged(treaty, "defense")
        for dyad_year in _of_clause(number, treaty, clause, dating, years)
    )


def _of_clause(
    number: Callable[[str, int], int | None], treaty: Treaty, clause: Clause, dating: Dating, years: tuple[int, int]
) -> Iterator[DyadYear]:
    text = _text(treaty, clause, dating)
    if text is None:
        return
    for one, other in permutations(treaty.parties, 2):
        if not (clause.owes.holds(one.state, one.role) and clause.to.holds(other.state, other.role)):
            continue
        lives = [_life(treaty, party, dating) for party in (one, other)]
        pauses = [pause.spell for pause in treaty.suspensions if pause.between(one.state, other.state)]
        for year in (
            _years([clause.spell, text, *(life for life in lives if life)], pauses, years) if all(lives) else ()
        ):
            numbers = number(one.state, year), number(other.state, year)
            if numbers[0] and numbers[1] and numbers[0] != numbers[1]:
                yield numbers[0], numbers[1], year


def _text(treaty: Treaty, clause: Clause, dating: Dating) -> Spell | None:
    """Return the time of the text that a clause stands in; None if it never came into force."""
    instrument = treaty.instrument_of[clause.instrument]
    start, end = instrument.spell.start, instrument.spell.end
    if not instrument.in_force:
        return None
    return Spell(instrument.signed or start, end) if dating == "signature" else Spell(start, end)


def _life(treaty: Treaty, party: Party, dating: Dating) -> Spell | None:
    """Return the time of a party in the treaty; None where it never was one.

    One that signed and never ratified owes nothing by either dating, as in ATOP, which lists those that are bound and
    dates them back to their signatures. Without a known day of signature the day that bound it counts; without either
    the treaty's own.
    """
    if party.bound is None:
        return None
    start = party.signed if dating == "signature" else party.bound.start
    if _is_unknown(start):
        own = treaty.signed if dating == "signature" else treaty.in_force
        start = own if _is_unknown(party.bound.start) else party.bound.start
    return Spell(start, party.bound.end or treaty.ended)


def _is_unknown(day: Day | None) -> bool:
    return day is None or day.precision == "unknown"


def _years(lives: list[Spell], pauses: list[Spell], years: tuple[int, int]) -> Iterator[int]:
    """Yield the years, of those asked for, in which all of the spells may share a day outside the pauses."""
    opening, closing = day_number(years[0], 1, 1), day_number(years[1], 12, 31)
    first = max([opening, *(life.start.first for life in lives if life.start)])
    last = min([closing, *(life.end.last for life in lives if life.end)])
    if first > last:
        return
    for year in range(civil_date(first)[0], civil_date(last)[0] + 1):
        days = max(first, day_number(year, 1, 1)), min(last, day_number(year, 12, 31))
        if not any(_covers(pause, days) for pause in pauses):
            yield year


def _covers(pause: Spell, days: tuple[int, int]) -> bool:
    begun = pause.start is None or pause.start.last <= days[0]
    return begun and (pause.end is None or pause.end.first >= days[1])


def _number(register: Register, state: str, year: int) -> int | None:
    actor = register.actors.get(state)
    return actor.number_on("cow", Day.parse(f"{year:04d}")) if actor else None


def atop_defence_years(table: pl.DataFrame, years: tuple[int, int] = YEARS) -> frozenset[DyadYear]:
    """Return the same of ATOP, from the table ``directed_dyad_years``."""
    held = table.filter((pl.col("atop_defense") == 1) & pl.col("year").is_between(*years))
    return frozenset(held.select("ccode1", "ccode2", "year").iter_rows())


def overlap(dating: Dating, ours: Iterable[DyadYear], theirs: Iterable[DyadYear]) -> Overlap:
    """Return how far two sets of dyad-years agree."""
    one, other = frozenset(ours), frozenset(theirs)
    return Overlap(dating, len(one), len(other), len(one & other))

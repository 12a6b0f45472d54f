"""Who belonged to a state system in which year: the grid of states and years on which panels are laid out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from foedus._base.dates import day_number
from foedus.domain.actor import Actor
from foedus.register.register import Register

System = Literal["cow", "gw"]
"""A state system: Correlates of War, or Gleditsch and Ward."""

Codes: TypeAlias = NDArray[np.int64]
Stretch: TypeAlias = tuple[int, int]
"""The first and the last day of a spell, as day numbers."""

STILL = 10_000_000
"""The last day of a spell that goes on."""


@dataclass(frozen=True, slots=True)
class MemberSpell:
    """A state's membership of the system for a time.

    Attributes
    ----------
    place : int
        Where the state stands among `Membership.numbers`.
    """

    place: int
    actor: str
    first: int
    last: int


@dataclass(frozen=True, eq=False)
class Membership:
    """The members of a state system over a stretch of years.

    Attributes
    ----------
    first, last : int
        The years.
    numbers : array of int, shape (states,)
        The members' numbers in the system, ascending.
    names : tuple of str
        Their latest names, in the same order.
    spells : tuple of MemberSpell
        By place and first day.
    """

    system: System
    first: int
    last: int
    numbers: Codes
    names: tuple[str, ...]
    spells: tuple[MemberSpell, ...]

    @property
    def years(self) -> Codes:
        """The years, shape (years,)."""
        return np.arange(self.first, self.last + 1)

    @property
    def size(self) -> tuple[int, int]:
        """How many states and years there are."""
        return len(self.numbers), self.last - self.first + 1

    @cached_property
    def present(self) -> NDArray[np.bool_]:
        """Whether a state was a member on some day of a year, shape (states, years)."""
        held = np.zeros(self.size, np.bool_)
        for spell in self.spells:
            held[spell.place, self.years_of(spell.first, spell.last)] = True
        return held

    @cached_property
    def new_years(self) -> Codes:
        """The day number of each 1 January, and of the one after the last year, shape (years + 1,)."""
        return np.array([day_number(year, 1, 1) for year in range(self.first, self.last + 2)])

    @cached_property
    def first_days(self) -> Codes:
        """The day number of a state's first day as a member in each year, 0 in others, shape (states, years)."""
        days = np.zeros(self.size, np.int64)
        for spell in reversed(self.spells):
            years = self.years_of(spell.first, spell.last)
            days[spell.place, years] = np.maximum(self.new_years[years], spell.first)
        return days

    def years_of(self, first: int, last: int) -> slice:
        """Return the years, as places, that a stretch of days touches."""
        start, stop = np.searchsorted(self.new_years, (first, last), side="right")
        return slice(max(int(start) - 1, 0), min(int(stop), self.size[1]))

    @cached_property
    def place_of(self) -> Codes:
        """Where each number stands among `numbers`, -1 where it is no member, shape (largest number + 2,)."""
        places = np.full(int(self.numbers[-1]) + 2 if len(self.numbers) else 1, -1)
        places[self.numbers] = np.arange(len(self.numbers))
        return places

    def places(self, numbers: Codes) -> Codes:
        """Return where states stand among `numbers`, -1 for those who are no members."""
        known = (numbers >= 0) & (numbers < len(self.place_of))
        return np.where(known, self.place_of[np.where(known, numbers, -1)], -1)

    @cached_property
    def strangers(self) -> tuple[tuple[int, int, int], ...]:
        """Pairs of places, lower first, and a year's place: members in the same year who never shared a day of it."""
        return tuple(
            (one, other, year)
            for year, days in self._broken_years()
            for one in sorted(days)
            for other in sorted(days)
            if one < other and not _meet(days[one], days[other])
        )

    def _broken_years(self) -> Iterator[tuple[int, dict[int, list[Stretch]]]]:
        """Yield each year with the days of the states that were not members all through it."""
        for year in range(self.size[1]):
            start, end = int(self.new_years[year]), int(self.new_years[year + 1]) - 1
            days: dict[int, list[Stretch]] = defaultdict(list)
            for spell in self.spells:
                if spell.first <= end and spell.last >= start:
                    days[spell.place].append((max(spell.first, start), min(spell.last, end)))
            yield year, {place: held for place, held in days.items() if held != [(start, end)]}


def _meet(ones: Sequence[Stretch], others: Sequence[Stretch]) -> bool:
    return any(one[0] <= other[1] and other[0] <= one[1] for one in ones for other in others)


def membership(register: Register, system: System, first: int, last: int) -> Membership:
    """Return the members of a state system, as the register has them.

    Parameters
    ----------
    register : Register
        Whose actors know their membership, day by day.
    system : {"cow", "gw"}
        The state system.
    first, last : int
        The years, both included.
    """
    start, end = day_number(first, 1, 1), day_number(last, 12, 31)
    held = sorted(
        (
            (number, stretch, actor)
            for actor in register.actors
            for number, stretch in _stretches(actor, system)
            if stretch[0] <= end and stretch[1] >= start
        ),
        key=lambda one: one[:2],
    )
    latest = {number: actor.names[-1].text for number, _, actor in held}
    numbers = np.array(sorted(latest), np.int64)
    place = {int(number): where for where, number in enumerate(numbers)}
    spells = tuple(MemberSpell(place[number], actor.id, *stretch) for number, stretch, actor in held)
    return Membership(system, first, last, numbers, tuple(latest[int(number)] for number in numbers), spells)


def _stretches(actor: Actor, system: System) -> Iterator[tuple[int, Stretch]]:
    for member in actor.memberships(system):
        for spell in member.spells:
            start = spell.start.first if spell.start else -STILL
            yield member.number, (start, spell.end.last if spell.end else STILL)

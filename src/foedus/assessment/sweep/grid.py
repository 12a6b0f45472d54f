"""The grid of a sweep: on which days whose attack on whose capital is looked at; it is laid out, never searched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from foedus._base.dates import Day
from foedus._base.errors import BadInput, Fault, UnknownName
from foedus.obligations.guarantees import states_on
from foedus.register.register import Register

Step = Literal["year", "month"]
MOST_ROWS = 8_000
"""So many rows a part has at most; one attacker's are never parted."""
MOST_DAYS = 5_000


@dataclass(frozen=True, slots=True)
class Grid:
    """What a sweep looks at.

    Attributes
    ----------
    days : tuple of Day
        In order, each once.
    attackers, targets : tuple of str
        As they were named; nobody named is every state of the day.
    """

    days: tuple[Day, ...]
    attackers: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the grid: some attackers, and all their targets, on one day.

    Attributes
    ----------
    attackers, targets : tuple of str
        Actor ids, by their names on the day.
    """

    day: Day
    attackers: tuple[str, ...]
    targets: tuple[str, ...]

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """Every attack, by attacker and target."""
        return [(one, other) for one in self.attackers for other in self.targets if one != other]


def days_between(first: Day, last: Day, step: Step) -> tuple[Day, ...]:
    """Return the day `first` and its like of every later year or month up to `last`.

    Raises
    ------
    BadInput
        If the last day lies before the first, or the first is a day of the month that some months lack.
    """
    year, month, day = map(int, first.iso().rsplit("-", 2))
    if last.first < first.first:
        raise BadInput(Fault(f"{last} lies before {first}", "--from, --to", "the earlier day first"))
    if day > 28:
        raise BadInput(Fault(f"not every {step} has a day {month:02d}-{day:02d}", "--from", "a day of the month to 28"))
    months = {"year": 12, "month": 1}[step]
    found: list[Day] = []
    for count in range(month - 1, 10**6, months):
        at = Day.parse(f"{_year(year + count // 12)}-{count % 12 + 1:02d}-{day:02d}")
        if at.first > last.first:
            break
        found.append(at)
    return tuple(found)


def _year(year: int) -> str:
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


def pieces(register: Register, grid: Grid) -> list[Piece]:
    """Return the parts of a grid, in the order of their rows: by day, attacker's name, target's name.

    Raises
    ------
    BadInput
        If there are no days or too many, somebody named is no state on any of them, or nothing is left.
    """
    if not 0 < len(grid.days) <= MOST_DAYS:
        raise BadInput(Fault(f"the grid has {len(grid.days):,} days", "--from, --to", f"1 to {MOST_DAYS:,}"))
    for names, option in ((grid.attackers, "--attacker"), (grid.targets, "--target")):
        _check(register, names, grid.days, option)
    found = [piece for day in grid.days for piece in _of_day(register, grid, day)]
    if not found:
        what = "there is no attack in this grid: nowhere an attacker and another state whose capital is known"
        raise BadInput(Fault(what, "--attacker, --target", "states that existed on one of the days"))
    return found


def _of_day(register: Register, grid: Grid, day: Day) -> Iterator[Piece]:
    there = states_on(register, day)
    attackers, targets = (_chosen(register, names, there, day) for names in (grid.attackers, grid.targets))
    size = max(1, MOST_ROWS // max(1, len(targets)))
    for start in range(0, len(attackers), size):
        piece = Piece(day, attackers[start : start + size], targets)
        if piece.pairs:
            yield piece


def _chosen(register: Register, names: Sequence[str], there: Sequence[str], day: Day) -> tuple[str, ...]:
    """Return the states of the day that are named, all if nobody is, by their names on it."""
    wanted = set(there)
    if names:
        wanted &= {state for name in names if (state := _found(register, name, day)) is not None}
    return tuple(sorted(wanted, key=lambda state: (register.actors[state].name_on(day), state)))


def _found(register: Register, name: str, day: Day) -> str | None:
    try:
        return register.actors.find(name, day).id
    except UnknownName:
        return None


def _check(register: Register, names: Sequence[str], days: Sequence[Day], option: str) -> None:
    """Refuse a name that means no state on any of the days."""
    for name in names:
        try:
            held = list(map(partial(_found, register, name), days))
            if not any(held):
                register.actors.find(name, days[0])
        except BadInput as error:
            raise error.inside(option) from error
        if not any(state and register.actors[state].kind == "state" for state in held):
            raise BadInput(Fault(f"{name[:60]!r} is no state", option, "a state"))

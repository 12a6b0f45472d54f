"""Inter-state wars as contingencies: what the Correlates of War data say of them, and no more.

The data name the side that began a war and the day on which each state came in and left. They do not say who attacked
whom when a state came in later, who was provoked, whose territory was attacked, or whether help was asked for; their
regions are wider than those of treaties (a war in Asia may be one in the Pacific), so that no place is given. A war
becomes questions, each with the states for whose sake it is asked:

opening
    The first states of the side that began it attack the first of the other side.
entry
    A state that comes in later attacks those it fights, or is attacked by them: both are asked, and only what holds
    either way is known.
widening
    A state that comes in later beside those who began the war attacks those whom they attacked. (Whoever comes in
    against them does not make those who began it victims of an attack.)
standing
    For an alliance that begins in the course of a war: on that day those on the side that began it attack those who
    then fight them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Literal

from foedus._base.dates import Day
from foedus.domain.contingency import Act, Contingency, Event, War
from foedus.measures.casus_foederis.coarse_register import state_id
from foedus.register.register import Register

Row = Mapping[str, Any]
Kind = Literal["opening", "entry", "widening", "standing"]


@dataclass(frozen=True, slots=True)
class Belligerent:
    """A state's first stretch in a war."""

    state: str
    side: int
    began: bool
    start: Day
    end: Day | None

    def fights_on(self, day: Day) -> bool:
        """Whether it may be in the war on a day."""
        return self.start.first <= day.last and (self.end is None or day.first <= self.end.last)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of the engine.

    Attributes
    ----------
    ways : tuple of Contingency
        What may have happened; only what holds in all of them is known.
    concerned : frozenset of str
        Those for whose sake it is asked.
    """

    kind: Kind
    ways: tuple[Contingency, ...]
    concerned: frozenset[str]


def questions(register: Register, participants: Iterable[Row]) -> tuple[Question, ...]:
    """Return what a war asks, in the order of its days.

    Parameters
    ----------
    register : Register
        Where states are looked up by their numbers.
    participants : iterable of mapping
        The rows of the checked table ``participants`` for one war.
    """
    fighting, side = _belligerents(register, participants)
    if side is None:
        return ()
    first = [_first([one for one in fighting if (one.side == side) is begins]) for begins in (True, False)]
    if not all(first):
        return ()
    return (_opening(*first), *_later(fighting, {one.state for one in (*first[0], *first[1])}, side))


def standing(register: Register, participants: Iterable[Row], day: Day) -> tuple[Question, ...]:
    """Return what a war asks of an alliance that begins on a day; nothing if the war is not under way."""
    fighting, side = _belligerents(register, participants)
    before = [one for one in fighting if one.start.first < day.first and one.fights_on(day)]
    sides = [[one for one in before if (one.side == side) is begins] for begins in (True, False)]
    if side is None or not all(sides):
        return ()
    began = [one.state for one in sides[0] if one.began]
    way = _contingency("standing", day, (sides[0], sides[1]), began, _under_way(fighting, day))
    return (Question("standing", (way,), frozenset(one.state for one in before)),)


def _belligerents(register: Register, participants: Iterable[Row]) -> tuple[list[Belligerent], int | None]:
    """Return who fought, by the day they came in, and the side that began; None where the data name none or both."""
    fighting = sorted((_belligerent(register, row) for row in participants), key=lambda one: (one.start, one.state))
    sides = {one.side for one in fighting if one.began}
    return fighting, sides.pop() if len(sides) == 1 else None


def _belligerent(register: Register, row: Row) -> Belligerent:
    start = _day(row, "start")
    if start is None:
        start = Day.parse(f"{row['start_year1']:04d}")
    return Belligerent(
        state_id(register, row["ccode"], start),
        row["side"],
        row["initiator"] == 1,
        start,
        _day(row, "end"),
    )


def _day(row: Row, what: str) -> Day | None:
    year, month, day = (row[f"{what}_{part}1"] for part in ("year", "month", "day"))
    if year is None:
        return None
    return Day.parse(f"{year:04d}" + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if month and day else ""))


def _first(side: list[Belligerent]) -> list[Belligerent]:
    return [one for one in side if one.start == side[0].start]


def _opening(attackers: list[Belligerent], targets: list[Belligerent]) -> Question:
    day = max(attackers[0].start, targets[0].start)
    way = _contingency("opening", day, (attackers, targets), [one.state for one in attackers if one.began], ())
    return Question("opening", (way,), frozenset(one.state for one in (*attackers, *targets)))


def _later(fighting: list[Belligerent], opened: set[str], aggressor: int) -> Iterator[Question]:
    rest = sorted(
        (one for one in fighting if one.state not in opened), key=lambda one: (one.start, one.side, one.state)
    )
    for (day, side), held in groupby(rest, key=lambda one: (one.start, one.side)):
        entering = list(held)
        names = frozenset(one.state for one in entering)
        against = [one for one in fighting if one.side != side and one.fights_on(day)]
        against = [one for one in against if one.state not in names]
        if not against:
            continue
        under_way = _under_way(fighting, day)
        attack = _contingency("attacks", day, (entering, against), None, under_way)
        attacked = _contingency("attacked", day, (against, entering), None, under_way)
        yield Question("entry", (attack, attacked), names)
        if side == aggressor:
            yield Question("widening", (attack,), frozenset(one.state for one in against))


def _under_way(fighting: list[Belligerent], day: Day) -> tuple[War, ...]:
    before = [one for one in fighting if one.start.first < day.first and one.fights_on(day)]
    sides = [tuple(one.state for one in before if one.side == side) for side in (1, 2)]
    return (War(sides[0], sides[1], min(one.start for one in before)),) if all(sides) else ()


def _contingency(
    name: str,
    day: Day,
    sides: tuple[list[Belligerent], list[Belligerent]],
    first_users: list[str] | None,
    under_way: tuple[War, ...],
) -> Contingency:
    attackers, targets = sides
    act = Act(
        kind="armed_attack",
        gravity="major",
        first_use_of_force=tuple(first_users) if first_users is not None else None,
    )
    event = Event(
        name,
        day,
        tuple(one.state for one in attackers),
        tuple(one.state for one in targets),
        act=act,
    )
    return Contingency((event,), under_way)

"""Whether an alliance was made in war: by the participants of inter-state wars, on the day it was signed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from foedus._base.dates import Day
from foedus.domain.treaty import Treaty
from foedus.measures.typology.answer import Answer
from foedus.register.register import Register


@dataclass(frozen=True, slots=True)
class Fighting:
    """One state's fighting in one war, on one side.

    Attributes
    ----------
    first, last : int
        Day numbers, both included.
    """

    war: str
    state: int
    side: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Wars:
    """The wars that are known.

    Attributes
    ----------
    source : str
        The data with their version.
    years : tuple of int
        The first and last year they cover.
    """

    source: str
    years: tuple[int, int]
    fighting: tuple[Fighting, ...]

    def on(self, numbers: Iterable[int], day: Day) -> list[Fighting]:
        """Return who of some states (by number) may have been fighting on a day."""
        asked = set(numbers)
        return [one for one in self.fighting if one.state in asked and one.first <= day.last and day.first <= one.last]


def wartime(treaty: Treaty, register: Register, wars: Wars) -> Answer:
    """Return whether a treaty was signed in ``peace``, while one party fought (``at_war``), or ``side_by_side``.

    Side by side are two or more of those who signed first, on one side of one war. States outside the state system are
    not in the data; if no signatory is in it, nothing is known.
    """
    day = treaty.signed
    if not wars.years[0] <= day.year <= wars.years[1]:
        return Answer(None, f"{wars.source} covers {wars.years[0]} to {wars.years[1]}")
    numbers = _numbers(_signatories(treaty), register, day)
    if not numbers:
        return Answer(None, f"no signatory was a member of the state system on {day.iso()}")
    fought = wars.on(numbers, day)
    if not fought:
        return Answer("peace", f"{wars.source}: no signatory at war on {day.iso()}")
    sides = Counter((war, side) for war, side, _ in {(one.war, one.side, one.state) for one in fought})
    together = sorted(war for (war, _), count in sides.items() if count > 1)
    names = ", ".join(together or sorted({one.war for one in fought}))
    return Answer("side_by_side" if together else "at_war", f"{wars.source}: {names}")


def _signatories(treaty: Treaty) -> Sequence[str]:
    """Return who signed on the day of the treaty; those who came in later are left out."""
    return list(dict.fromkeys(one.state for one in treaty.parties if one.signed == treaty.signed))


def _numbers(states: Sequence[str], register: Register, day: Day) -> set[int]:
    actors = [register.actors[state] for state in states]
    found = (actor.number_on("cow", day) for actor in actors if actor.in_system_on(day))
    return {number for number in found if number is not None}

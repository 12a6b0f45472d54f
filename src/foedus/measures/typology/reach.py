"""Regional or global, by where the members' capitals lie and where the pledges hold.

The rule: members lie in the parts of the world in whose figure (the register's areas) their capital of the day lies;
one may lie in two. A treaty is

``regional``
    if one part holds every member, or if all its pledges of force (all its pledges, if none is of force) hold only for
    a stated place;
``interregional``
    else, if two parts hold every member between them;
``global``
    else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from foedus._base.dates import Day
from foedus.domain.treaty import Clause, Treaty
from foedus.domain.vocabulary import asks_to_fight
from foedus.measures.concordance.coding import limits
from foedus.measures.typology.answer import Answer, cited
from foedus.measures.typology.world import PARTS, Part, World


@dataclass(frozen=True, slots=True)
class Seats:
    """Where the members' capitals lie.

    Attributes
    ----------
    parts : mapping of str to frozenset
        By member, the parts that hold its capital; empty where they are not known.
    """

    parts: Mapping[str, frozenset[Part]]

    @property
    def unplaced(self) -> tuple[str, ...]:
        """The members whose capital is in no known part."""
        return tuple(state for state, parts in self.parts.items() if not parts)

    @property
    def common(self) -> tuple[Part, ...]:
        """The parts that each hold every member."""
        return tuple(part for part in PARTS if self.parts and all(part in held for held in self.parts.values()))

    def fewest(self, most: int) -> tuple[Part, ...]:
        """Return the fewest parts, at most so many, that hold every member between them; none if more are needed."""
        for number in range(1, most + 1):
            for chosen in combinations(PARTS, number):
                if self.parts and all(held & set(chosen) for held in self.parts.values()):
                    return chosen
        return ()


def seats(days: Mapping[str, Day], world: World) -> Seats:
    """Return where the capitals of some states lay, each on its own day."""
    return Seats({state: world.parts_of(state, day) for state, day in days.items()})


def reach(treaty: Treaty, held: Seats) -> Answer:
    """Return whether a treaty is regional, interregional or global.

    Parameters
    ----------
    held : Seats
        Of the members that count.
    """
    counted = _that_count(treaty)
    if not held.common and counted and all("def_location" in limits(clause) for clause in counted):
        return Answer("regional", f"pledges hold only for stated places: {cited(counted, treaty)}")
    return reach_of(held)


def reach_of(held: Seats) -> Answer:
    """Return the same for states without a treaty, such as those of a coalition."""
    if held.common:
        return Answer("regional", f"every member's capital lies in {_listed(held.common[:1])}")
    if held.unplaced or not held.parts:
        return Answer(None, f"no known capital: {', '.join(held.unplaced) or 'no member'}")
    two = held.fewest(2)
    if two:
        return Answer("interregional", f"members' capitals lie in {_listed(two)}")
    return Answer("global", f"members' capitals lie in {_listed(held.fewest(len(PARTS)))}")


def _that_count(treaty: Treaty) -> tuple[Clause, ...]:
    of_force = tuple(clause for clause in treaty.clauses if asks_to_fight(clause.obligation, clause.strength))
    return of_force or treaty.clauses


def _listed(parts: Sequence[str]) -> str:
    return " and ".join(part.replace("_", " ") for part in parts)

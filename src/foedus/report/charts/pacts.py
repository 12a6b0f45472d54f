"""The pacts of a day: who stands in which, which areas they cover, and which two states are pledged alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from foedus._base.dates import Day
from foedus.domain.area import Shape
from foedus.domain.condition import AllOf, AnyOf, InArea, Leaf, Not, Tree
from foedus.domain.treaty import Clause, Treaty
from foedus.panel.pledges import Bond, Pledge, bonds
from foedus.register.register import Register

MOST_PACTS = 16
"""As many pairs of colour and shape as a legend can hold."""
SAME = 0.85
"""From this share of common members on, two pacts are drawn as one."""


@dataclass(frozen=True, slots=True)
class Pact:
    """A treaty with the states that stand in it on a day.

    Attributes
    ----------
    members : tuple of str
        Those who owe each other the pledge; actor ids, sorted.
    beside : tuple of str
        Those who owe it or are owed it one way only.
    """

    treaty: Treaty
    members: tuple[str, ...]
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pacts:
    """What stood on a day.

    Attributes
    ----------
    drawn : tuple of Pact
        Those of three states or more, the largest first.
    like : tuple of Pact
        Those with nearly the members of one that is drawn, and those beyond the number of colours.
    lifeless : tuple of Pact
        Those that were dormant or dead letters.
    owed : tuple of (str, str)
        Debtor and creditor of the pledge by another treaty.
    """

    day: Day
    pledge: Pledge
    drawn: tuple[Pact, ...] = ()
    like: tuple[Pact, ...] = ()
    lifeless: tuple[Pact, ...] = ()
    owed: tuple[tuple[str, str], ...] = ()

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """States of which one owes the other the pledge by another treaty; each pair once."""
        return tuple(sorted({(min(pair), max(pair)) for pair in self.owed}))


def bonds_on(register: Register, day: Day, *, pledge: Pledge | None = None, state: str | None = None) -> Iterator[Bond]:
    """Yield the bonds that hold on a day by every reading of their dates, between actors that existed then.

    Parameters
    ----------
    pledge, state : str, optional
        Only bonds of this pledge, or that this actor owes or is owed.
    """
    existed = {actor.id: actor.existed_on(day) for actor in register.actors}
    for bond in bonds(register, "surely", (day.first, day.last), pledge=pledge, state=state):
        if existed[bond.debtor] and existed[bond.creditor]:
            yield bond


def pacts_on(register: Register, day: Day, pledge: Pledge = "defense", chosen: tuple[str, ...] = ()) -> Pacts:
    """Return the pacts of a day that hold a pledge.

    A pact is a treaty under which three states or more owe the pledge to each other. One whose members are nearly those
    of a larger one, and one that practice had dropped, is told and not drawn.

    Parameters
    ----------
    chosen : tuple of str
        Only these treaties, whatever their size and life; all their pledges if empty.
    """
    pledged: dict[str, set[tuple[str, str]]] = {}
    for bond in bonds_on(register, day, pledge=pledge):
        if not chosen or bond.treaty in chosen:
            pledged.setdefault(bond.treaty, set()).add((bond.debtor, bond.creditor))
    found: list[Pact] = []
    lifeless: list[Pact] = []
    owed: set[tuple[str, str]] = set()
    for treaty_id, pledges in pledged.items():
        treaty = register.treaties[treaty_id]
        mutual = {debtor for debtor, creditor in pledges if (creditor, debtor) in pledges}
        is_pact = len(mutual) >= (2 if chosen else 3)
        if is_pact:
            lives = chosen or treaty.vitality_on(day) == "live"
            beside = {state for pair in pledges for state in pair} - mutual
            (found if lives else lifeless).append(Pact(treaty, tuple(sorted(mutual)), tuple(sorted(beside))))
        elif chosen or treaty.vitality_on(day) == "live":
            owed |= pledges
    drawn, like = _apart(sorted(found, key=lambda pact: (-len(pact.members), pact.treaty.id)), bool(chosen))
    return Pacts(day, pledge, drawn, like, tuple(lifeless), tuple(sorted(owed)))


def _apart(found: list[Pact], keep: bool) -> tuple[tuple[Pact, ...], tuple[Pact, ...]]:
    """Return the pacts to draw, and those too like one of them."""
    drawn: list[Pact] = []
    like: list[Pact] = []
    for pact in found:
        same = not keep and any(_alike(pact, other) >= SAME for other in drawn)
        (like if same or len(drawn) == MOST_PACTS else drawn).append(pact)
    return tuple(drawn), tuple(like)


def _alike(one: Pact, other: Pact) -> float:
    """Return the share of the members of either that both have (Jaccard)."""
    a, b = set(one.members), set(other.members)
    return len(a & b) / len(a | b)


def areas_of(treaty: Treaty, day: Day) -> list[str]:
    """Return the ids of the treaty's own areas that its clauses name on a day, in the order of the treaty."""
    named = {
        area
        for clause in treaty.clauses
        if clause.spell.possibly(day)
        for tree in _places(clause)
        for area in _areas_in(tree, day)
    }
    return [area.id for area in treaty.areas if area.id in named]


def _places(clause: Clause) -> Iterator[Tree]:
    for steps in (clause.steps, *(reading.steps for reading in clause.readings)):
        if steps.place is not None:
            yield steps.place


def _areas_in(tree: Tree, day: Day) -> Iterator[str]:
    if not tree.spell.possibly(day):
        return
    match tree:
        case Leaf(InArea(area)):
            yield area
        case AllOf(branches) | AnyOf(branches):
            for branch in branches:
                yield from _areas_in(branch, day)
        case Not(branch):
            yield from _areas_in(branch, day)
        case Leaf():
            return


def shapes_by(register: Register, treaty: Treaty) -> Callable[[str], Shape]:
    """Return what finds the shape of an area by its id, the treaty's own first."""
    return lambda area: (treaty.area_of.get(area) or register.areas[area]).shape

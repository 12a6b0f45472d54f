"""What ties pairs of states by the register: treaties, structures, forces abroad and operations, with their days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from types import MappingProxyType
from typing import Literal, TypeAlias

from foedus._base.dates import Day, Spell
from foedus.domain.membership import present_on
from foedus.domain.operation import Operation
from foedus.domain.stationing import Presence
from foedus.domain.structure import Structure
from foedus.domain.treaty import Treaty
from foedus.domain.vocabulary import ProvisionKind
from foedus.measures.typology.institutions import COMMANDS
from foedus.measures.typology.on_day import joined
from foedus.measures.typology.reach import reach, seats
from foedus.measures.typology.world import World
from foedus.panel.membership import STILL, Stretch
from foedus.panel.pledges import ALL_TIME, Pledge, bonds
from foedus.register.arrangements import BoundBy

Pair: TypeAlias = tuple[str, str]
"""Two states by id, in the order of the alphabet."""
Kind = Literal[
    "defence", "offence", "consultation", "cooperation", "neutrality", "non-aggression", "collective security"
]
TREATY_WEIGHTS: Mapping[Kind, float] = MappingProxyType(
    {
        "defence": 1.0,
        "offence": 1.0,
        "consultation": 0.5,
        "cooperation": 0.5,
        "neutrality": 0.25,
        "non-aggression": 0.25,
        "collective security": 0.25,
    }
)
"""What a common treaty counts for, by the weightiest of its kinds. Cooperation is a treaty with military provisions;
collective security is any treaty of global reach, whatever it pledges."""
STRUCTURE_WEIGHTS: Mapping[str, float] = MappingProxyType({"command": 2.0, "structure": 1.0, "organ": 0.5})
"""What a common structure counts for: a command, any other standing structure, a body that decides."""
_KIND_OF: Mapping[Pledge, Kind] = MappingProxyType(
    {
        "defense": "defence",
        "offense": "offence",
        "consultation": "consultation",
        "neutrality": "neutrality",
        "nonaggression": "non-aggression",
    }
)
_MILITARY: tuple[ProvisionKind, ...] = (
    "military_contact",
    "integrated_command",
    "subordination",
    "bases",
    "transit",
    "military_aid",
    "intelligence",
)


@dataclass(frozen=True, slots=True)
class Link:
    """One thing that ties two states for a time.

    Attributes
    ----------
    weight : float
        What it counts for.
    first, last : int
        Day numbers, both included.
    """

    pair: Pair
    what: str
    kind: str
    weight: float
    first: int
    last: int


def pair_of(one: str, other: str) -> Pair:
    """Return two states in order."""
    return (one, other) if one < other else (other, one)


# --- treaties ---------------------------------------------------------------------------------------------------------


def treaty_links(treaties: Iterable[Treaty], world: World, among: frozenset[str] | None = None) -> Iterator[Link]:
    """Yield the treaties that two states surely have in common; one that changes weight comes in pieces.

    Days on which a treaty was dormant or a dead letter are left out, though it was law.

    Parameters
    ----------
    among : frozenset of str or None
        Only pairs of these states.
    """
    held = {treaty.id: treaty for treaty in treaties if treaty.binds}
    reaches = {name: reach(treaty, seats(joined(treaty), world)).value for name, treaty in held.items()}
    found: dict[tuple[str, Pair], list[tuple[Kind, Stretch]]] = defaultdict(list)
    for bond in bonds(replace(world.register, treaties=held), "surely", ALL_TIME):
        kind: Kind = "collective security" if reaches[bond.treaty] == "global" else _KIND_OF[bond.pledge]
        found[bond.treaty, pair_of(bond.debtor, bond.creditor)].append((kind, (bond.first, bond.last)))
    for treaty in held.values():
        if reaches[treaty.id] != "global" and any(treaty.provides(kind) for kind in _MILITARY):
            for pair, stretch in _together(treaty):
                found[treaty.id, pair].append(("cooperation", stretch))
    for (name, pair), stretches in found.items():
        if among is not None and not among.issuperset(pair):
            continue
        for kind, (first, last) in _pieces(stretches, held[name]):
            yield Link(pair, name, kind, TREATY_WEIGHTS[kind], first, last)


def _together(treaty: Treaty) -> Iterator[tuple[Pair, Stretch]]:
    """Yield the pairs of parties with the days on which both were surely bound."""
    bound = [
        (party.state, stretch)
        for party in treaty.parties
        if party.bound and treaty.life and (stretch := _overlap(_days(party.bound), _days(treaty.life)))
    ]
    for (one, its), (other, theirs) in combinations(bound, 2):
        both = _overlap(its, theirs)
        if one != other and both:
            yield pair_of(one, other), both


def _pieces(stretches: list[tuple[Kind, Stretch]], treaty: Treaty) -> Iterator[tuple[Kind, Stretch]]:
    """Yield stretches that do not overlap, each with the weightiest kind of its days; those of a live treaty only."""
    lives = [_days(vitality.spell) for vitality in treaty.vitality]
    edges = sorted({edge for first, last in (*(held for _, held in stretches), *lives) for edge in (first, last + 1)})
    for first, after in pairwise(edges):
        live = [kind for kind, (start, end) in stretches if start <= first and after - 1 <= end]
        if live and treaty.vitality_on(_on(first)) == "live":
            yield max(live, key=TREATY_WEIGHTS.__getitem__), (first, after - 1)


def _on(number: int) -> Day:
    """Return a day to ask with; the ends of time have no date."""
    return Day(number, number, str(number))


def _days(spell: Spell) -> Stretch:
    return spell.start.last if spell.start else -STILL, spell.end.first if spell.end else STILL


def _overlap(one: Stretch, other: Stretch) -> Stretch | None:
    first, last = max(one[0], other[0]), min(one[1], other[1])
    return (first, last) if first <= last else None


# --- what stands beside treaties --------------------------------------------------------------------------------------


def structure_links(world: World, day: Day, among: frozenset[str] | None = None) -> Iterator[Link]:
    """Yield the structures and bodies that two states belong to on a day.

    Parameters
    ----------
    among : frozenset of str or None
        Only pairs of these states.
    """
    if world.arrangements is None:
        return
    parties = BoundBy(world.register)
    for structure in world.arrangements.structures:
        if structure.stands_on(day):
            yield from _links(present_on(structure.parts, day, parties), structure.name, _kind(structure), day, among)
    for organ in world.arrangements.organs:
        yield from _links(organ.members_on(day, parties), organ.name, "organ", day, among)


def _kind(structure: Structure) -> str:
    return "command" if structure.kind in COMMANDS else "structure"


def _links(members: Iterable[str], name: str, kind: str, day: Day, among: frozenset[str] | None) -> Iterator[Link]:
    held = sorted(state for state in members if among is None or state in among)
    for pair in combinations(held, 2):
        yield Link(pair, name, kind, STRUCTURE_WEIGHTS[kind], day.first, day.last)


def presence_links(presences: Iterable[Presence]) -> Iterator[Link]:
    """Yield forces that stand by agreement on another's soil: between sender, contributors and host."""
    for presence in presences:
        if presence.consent != "agreed":
            continue
        first, last = _days(presence.spell)
        there = sorted({presence.sender, presence.host, *presence.contributors})
        for pair in combinations(there, 2):
            yield Link(pair, presence.place or presence.id, presence.kind, 1.0, first, last)


def operation_links(operations: Iterable[Operation], among: frozenset[str] | None = None) -> Iterator[Link]:
    """Yield operations in which two states took part, over the days that both may have been there.

    Parameters
    ----------
    among : frozenset of str or None
        Only pairs of these states.
    """
    for operation in operations:
        parts = [(part.state, part.spell) for part in operation.participants if among is None or part.state in among]
        longest: dict[Pair, Stretch] = {}
        for (one, its), (other, theirs) in combinations(parts, 2):
            both = _overlap(_widest(its), _widest(theirs))
            if one != other and both:
                pair = pair_of(one, other)
                before = longest.get(pair, both)
                longest[pair] = min(before[0], both[0]), max(before[1], both[1])
        for pair, (first, last) in longest.items():
            yield Link(pair, operation.id, operation.kind, 1.0, first, last)


def _widest(spell: Spell) -> Stretch:
    return spell.start.first if spell.start else -STILL, spell.end.last if spell.end else STILL

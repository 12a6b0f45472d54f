"""The index of pairs of states on a day, part by part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from foedus._base.dates import Day
from foedus.measures.interoperability.data import Data, Equipment, Exercises
from foedus.measures.interoperability.index import (
    HALVES,
    PARTS,
    STANDARD,
    Known,
    Part,
    Settings,
    decayed,
    index,
    saturated,
)
from foedus.measures.interoperability.links import (
    Link,
    Pair,
    operation_links,
    pair_of,
    presence_links,
    structure_links,
    treaty_links,
)
from foedus.measures.typology.world import World
from foedus.register.register import Edition

Held = TypeVar("Held", Exercises, Equipment)

DAYS_OF_YEAR = 365.2425
NOT_HELD: Mapping[Part, str] = {
    "standards": "the register does not say who keeps to which standards (NATO's, ABCA's)",
    "language": "no data on languages come with Foedus",
}
"""Parts of interoperability that nothing here measures; they stay in the index as weight that is not available."""
_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Interoperability:
    """What two states have to work together with.

    Attributes
    ----------
    pair : tuple of str
        The two, by id.
    value : float or None
        The index, 0 to 1; None if nothing is known.
    available : float
        The share of the weight that the known parts have, 0 to 1.
    parts : mapping of str to Known
        Every part.
    """

    pair: Pair
    day: Day
    value: float | None
    available: float
    parts: Mapping[Part, Known]


def interoperability(
    states: Sequence[str], world: World, day: Day, data: Data, settings: Settings = STANDARD
) -> tuple[Interoperability, ...]:
    """Return the index of every pair of some states on a day, in the order of the states.

    Parameters
    ----------
    states : sequence of str
        By id; two or more.
    """
    among = frozenset(states)
    held = _links(among, world, day, settings.half_life)
    pairs = [pair_of(one, other) for one, other in combinations(dict.fromkeys(states), 2)]
    return tuple(_of_pair(pair, held, world, day, data, settings) for pair in pairs)


def _of_pair(
    pair: Pair,
    held: Mapping[Part, Mapping[Pair, list[Link]]],
    world: World,
    day: Day,
    data: Data,
    settings: Settings,
) -> Interoperability:
    parts: dict[Part, Known] = {name: _counted(name, links.get(pair, []), world, day) for name, links in held.items()}
    numbers = _numbers(pair, world, day)
    parts["exercises"] = _of_data(
        data.exercises, numbers, lambda one, them: one.part(them, day.year, settings.half_life)
    )
    parts["equipment"] = _of_data(data.equipment, numbers, lambda one, them: one.part(them, day.year))
    parts |= {name: Known(None, why) for name, why in NOT_HELD.items()}
    in_order = {name: parts[name] for name in PARTS}
    values = {name: [float("nan") if one.value is None else one.value] for name, one in in_order.items()}
    mean, available = index(values, settings.weights)
    known = None if mean[0] != mean[0] else float(mean[0])
    return Interoperability(pair, day, known, float(available[0]), in_order)


# --- by the register --------------------------------------------------------------------------------------------------


def _links(among: frozenset[str], world: World, day: Day, half_life: float) -> dict[Part, dict[Pair, list[Link]]]:
    """Return what ties each pair on a day, part by part; an operation that is over weighs less with the years."""
    treaties = [one for one in world.register.treaties_on(day) if len(among & one.spells_of.keys()) > 1]
    presences = world.arrangements.presences if world.arrangements else ()
    return {
        "treaties": _by_pair(treaty_links(treaties, world, among), among, day),
        "structures": _by_pair(structure_links(world, day, among), among, day),
        "stationed": _by_pair(presence_links(presences), among, day),
        "operations": _past(operation_links(world.register.operations.values(), among), among, day, half_life),
    }


def _by_pair(links: Iterable[Link], among: frozenset[str], day: Day) -> dict[Pair, list[Link]]:
    found: dict[Pair, list[Link]] = defaultdict(list)
    for link in links:
        if among.issuperset(link.pair) and link.first <= day.first and day.last <= link.last:
            found[link.pair].append(link)
    return found


def _past(links: Iterable[Link], among: frozenset[str], day: Day, half_life: float) -> dict[Pair, list[Link]]:
    found: dict[Pair, list[Link]] = defaultdict(list)
    for link in links:
        if among.issuperset(link.pair) and link.first <= day.first:
            weight = link.weight * float(decayed((day.first - link.last) / DAYS_OF_YEAR, half_life))
            found[link.pair].append(Link(link.pair, link.what, link.kind, weight, link.first, link.last))
    return found


def _counted(part: Part, links: Sequence[Link], world: World, day: Day) -> Known:
    if not links:
        return _nothing(part, world.register.edition, day)
    count = sum(link.weight for link in links)
    by_weight = sorted(links, key=lambda link: (-link.weight, link.what))
    names = ", ".join(f"{link.what} ({link.kind.replace('_', ' ')}, {link.weight:.2g})" for link in by_weight[:_SHOWN])
    rest = f" and {len(links) - _SHOWN} more" if len(links) > _SHOWN else ""
    return Known(float(saturated(count, HALVES[part])), names + rest)


def _nothing(part: Part, edition: Edition, day: Day) -> Known:
    """Return 0 for treaties where the register means to hold all, and not known for what it never means to."""
    if part == "treaties" and is_covered(edition, day):
        return Known(0.0, "no common treaty, and the register means to hold all")
    return Known(None, "none on record, and the register does not mean to hold all")


def is_covered(edition: Edition, day: Day) -> bool:
    """Whether the register means to hold every alliance of a day."""
    if not edition.covers_since or not edition.cutoff:
        return False
    return Day.parse(edition.covers_since) <= day <= Day.parse(edition.cutoff)


# --- by data ----------------------------------------------------------------------------------------------------------


def _numbers(pair: Pair, world: World, day: Day) -> tuple[int, int] | None:
    one, other = (world.register.actors[state].number_on("cow", day) for state in pair)
    if one is None or other is None:
        return None
    return (one, other) if one < other else (other, one)


def _of_data(
    held: Held | str, numbers: tuple[int, int] | None, part: Callable[[Held, tuple[int, int]], Known]
) -> Known:
    if isinstance(held, str):
        return Known(None, held)
    return Known(None, "one of the two has no number in the data") if numbers is None else part(held, numbers)

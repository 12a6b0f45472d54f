"""The index of what states share, as JSON, and its pictures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from foedus.measures.interoperability.data import Data
from foedus.measures.interoperability.index import HALVES, Settings
from foedus.measures.interoperability.pairs import Interoperability
from foedus.register.register import Register
from foedus.report.charts.bars import Bar, bars
from foedus.report.charts.chart import Chart
from foedus.report.charts.matrix import Cell, matrix
from foedus.report.charts.theme import Words


@dataclass(frozen=True, slots=True)
class Standing:
    """How one member stands with the others.

    Attributes
    ----------
    mean : float or None
        Of its index with each other member.
    best, worst : tuple of str and float, or None
        The other member with the highest and the lowest index.
    """

    state: str
    mean: float | None
    best: tuple[str, float] | None
    worst: tuple[str, float] | None


def standings(pairs: Sequence[Interoperability]) -> tuple[Standing, ...]:
    """Return how each member stands, those with the highest mean first."""
    with_others: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for one in pairs:
        for state, other in (one.pair, one.pair[::-1]):
            with_others[state] += [(other, one.value)] if one.value is not None else []
    found = [_standing(state, others) for state, others in with_others.items()]
    return tuple(sorted(found, key=lambda one: (-(one.mean if one.mean is not None else -1.0), one.state)))


def _standing(state: str, others: Sequence[tuple[str, float]]) -> Standing:
    if not others:
        return Standing(state, None, None, None)
    ordered = sorted(others, key=lambda one: (-one[1], one[0]))
    return Standing(state, sum(value for _, value in others) / len(others), ordered[0], ordered[-1])


def interoperability_json(pairs: Sequence[Interoperability], settings: Settings) -> dict[str, Any]:
    """Return the index of pairs, and what was set, as the documented JSON."""
    return {
        "weights": dict(settings.weights),
        "halves": dict(HALVES),
        "half_life": settings.half_life,
        "pairs": [
            {
                "states": list(one.pair),
                "value": one.value,
                "available": one.available,
                "parts": [
                    {"part": name, "value": known.value, "because": known.because} for name, known in one.parts.items()
                ],
            }
            for one in pairs
        ],
    }


def pair_drawn(one: Interoperability, register: Register, data: Data, settings: Settings) -> Chart:
    """Return the parts of a pair's index as bars."""
    names = " and ".join(register.actors[state].name_on(one.day) for state in one.pair)
    held = [Bar(name, known.value) for name, known in one.parts.items()]
    value = "no part is known" if one.value is None else f"index {one.value:.2f}"
    note = f"{value}, from parts with {one.available:.0%} of the weight; {_weighed(settings)}"
    return bars(held, _words(f"{names}: what they share, {one.day.iso()}", note, register, data))


def _weighed(settings: Settings) -> str:
    if len(set(settings.weights.values())) == 1:
        return "equal weights"
    return "weights " + ", ".join(f"{name} {weight:g}" for name, weight in settings.weights.items())


def members_drawn(
    pairs: Sequence[Interoperability], name: str, register: Register, data: Data, settings: Settings
) -> Chart:
    """Return the index of every pair of members as squares, those who share most first."""
    day = pairs[0].day
    called = {one.state: register.actors[one.state].name_on(day) for one in standings(pairs)}
    values = {frozenset(one.pair): one.value for one in pairs}
    held = [
        Cell(called[state], called[other], values[frozenset((state, other))])
        for state in called
        for other in called
        if other != state
    ]
    known = [one.available for one in pairs]
    note = f"parts with {min(known):.0%} to {max(known):.0%} of the weight are known; {_weighed(settings)}"
    return matrix(held, _words(f"{name}: what members share, {day.iso()}", note, register, data))


def _words(title: str, note: str, register: Register, data: Data) -> Words:
    edition = register.edition
    told = [one.told for one in (data.exercises, data.equipment) if not isinstance(one, str)]
    source = "; ".join([f"Foedus register {edition.version}, kept to {edition.cutoff}", *told])
    return Words(title, "0 to 1, no probability", source, note)

"""Rivals: pairs of states that quarrelled again and again.

A rule after Klein, Goertz and Diehl (2006), "The New Rivalry Dataset": three disputes within 15 years. Theirs also asks
whether the disputes are about the same thing, which is not asked here.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from foedus.measures.system.history import Codes, Flags, SystemYear

WINDOW = 15
DISPUTES = 3
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Rivals:
    """The rivals of a year.

    Attributes
    ----------
    pairs : frozenset of pair of int
        The states' numbers, lower first.
    allied : int
        How many of the pairs are allied with each other.
    backed : int
        How many have an ally on both sides, a third state each: a war between them could draw others in.
    """

    pairs: frozenset[Pair]
    allied: int
    backed: int


def rivals(years: Sequence[SystemYear]) -> list[Rivals | None]:
    """Return the rivals of each year; None where disputes of any of the 15 years up to it are not known.

    Parameters
    ----------
    years : sequence of SystemYear
        One after the other.
    """
    window: deque[frozenset[Pair]] = deque(maxlen=WINDOW)
    found: list[Rivals | None] = []
    for one in years:
        if one.disputes_begun is None:
            window.clear()
            found.append(None)
            continue
        window.append(_begun(one.states, one.disputes_begun))
        found.append(_of_year(one, window) if len(window) == WINDOW else None)
    return found


def _begun(states: Codes, begun: Flags) -> frozenset[Pair]:
    at = np.argwhere(np.triu(begun | begun.T, 1))
    return frozenset((int(states[a]), int(states[b])) for a, b in at)


def _of_year(one: SystemYear, window: Iterable[frozenset[Pair]]) -> Rivals:
    """Return the pairs with enough disputes both of whose states still exist."""
    place = {int(state): at for at, state in enumerate(one.states)}
    counts = Counter(pair for begun in window for pair in begun)
    pairs = frozenset(pair for pair, count in counts.items() if count >= DISPUTES and set(pair) <= place.keys())
    allied = backed = 0
    for a, b in ((place[first], place[second]) for first, second in pairs):
        helpers = one.allied[a].copy(), one.allied[b].copy()
        allied += bool(one.allied[a, b])
        helpers[0][b] = helpers[1][a] = False
        backed += bool(helpers[0].any() and helpers[1].any())
    return Rivals(pairs, allied, backed)

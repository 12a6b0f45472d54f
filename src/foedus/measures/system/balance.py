"""Structural balance: whether friends of friends are friends, and enemies of enemies too.

References
----------
Heider (1946), "Attitudes and Cognitive Organization"; Cartwright and Harary (1956), "Structural Balance", for the
theorem that a network is balanced just if it falls into two camps; Harary (1961), "A Structural Analysis of the
Situation in the Middle East in 1956", for its use on states.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Signs = NDArray[np.int8]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Balance:
    """How balanced a network of friends and enemies is.

    Attributes
    ----------
    triads, balanced : int
        Sets of three states all of which are friends or enemies, and those among them that are balanced.
    by_enemies : tuple of int
        How many triads have none, one, two and three pairs of enemies; those with none or two are balanced.
    camps : tuple of int or None
        Where every closed chain is balanced, the camp (0 or 1) of each state that has a friend or an enemy, -1 for the
        others; None where some chain is not.
    """

    triads: int
    balanced: int
    by_enemies: tuple[int, int, int, int]
    camps: tuple[int, ...] | None

    @property
    def share(self) -> float:
        """The share of triads that are balanced; NaN where there is none."""
        return self.balanced / self.triads if self.triads else np.nan


def signs(allied: Flags, hostile: Flags) -> Signs:
    """Return 1 for allies, -1 for enemies, 0 for neither, shape (states, states).

    Allies that are enemies at the same time count as enemies.
    """
    held = np.where(hostile | hostile.T, -1, np.where(allied | allied.T, 1, 0)).astype(np.int8)
    np.fill_diagonal(held, 0)
    return held


def balance(held: Signs) -> Balance:
    """Return how balanced a network is.

    Parameters
    ----------
    held : array of int, shape (states, states)
        As `signs` returns it: symmetric, with 0 on the diagonal.
    """
    friends, enemies = (held > 0).astype(np.int64), (held < 0).astype(np.int64)
    counts = (
        int(np.sum((friends @ friends) * friends)) // 6,
        int(np.sum((friends @ friends) * enemies)) // 2,
        int(np.sum((enemies @ enemies) * friends)) // 2,
        int(np.sum((enemies @ enemies) * enemies)) // 6,
    )
    return Balance(sum(counts), counts[0] + counts[2], counts, camps(held))


def camps(held: Signs) -> tuple[int, ...] | None:
    """Return the two camps of a network, as `Balance` has them; None where it does not fall into two."""
    camp = np.full(len(held), -1)
    for start in np.flatnonzero(held.any(axis=1)):
        if camp[start] < 0 and not _spread(held, camp, int(start)):
            return None
    return tuple(int(one) for one in camp)


def _spread(held: Signs, camp: NDArray[np.int64], start: int) -> bool:
    """Put a state and all it is joined to into camps; whether that can be done."""
    camp[start] = 0
    waiting = deque([start])
    while waiting:
        one = waiting.popleft()
        for other in np.flatnonzero(held[one]):
            wanted = camp[one] if held[one, other] > 0 else 1 - camp[one]
            if camp[other] < 0:
                camp[other] = wanted
                waiting.append(int(other))
            elif camp[other] != wanted:
                return False
    return True

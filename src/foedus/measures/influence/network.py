"""The network of alliances on a day: states, and ties where a pledge of the register binds one of them to the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from foedus.panel.pledges import Bond, Pledge

Numbers = NDArray[np.float64]
Ties = NDArray[np.bool_]


@dataclass(frozen=True, eq=False, slots=True)
class AllianceNetwork:
    """States and their ties.

    Attributes
    ----------
    states : tuple of str
        By id.
    ties : array of bool, shape (n, n)
        Symmetric, with an empty diagonal.
    weights : array, shape (n, n)
        How heavy each tie is, 0 where there is none.
    capability : array, shape (n,)
        The shares of the states of the world's capabilities; NaN where not known, and all NaN without figures.
    """

    states: tuple[str, ...]
    ties: Ties
    weights: Numbers
    capability: Numbers

    def partners(self, state: int) -> list[str]:
        """Return the states tied to the one at a place."""
        return [self.states[other] for other in np.flatnonzero(self.ties[state])]


def alliance_network(
    states: Sequence[str], held: Iterable[Bond], pledge: Pledge, capabilities: Mapping[str, float] | None = None
) -> AllianceNetwork:
    """Return the network of a pledge.

    Two states are tied if either owes it to the other. Without figures every tie weighs 1. With figures a tie weighs
    the geometric mean of the capabilities of its two ends, so that it is heavy only between two strong states; a tie
    of a state without a figure weighs nothing.

    Parameters
    ----------
    states : sequence of str
        Who is in the network, tied or not.
    held : iterable of Bond
        Pledges that bind on the day.
    """
    place = {state: at for at, state in enumerate(states)}
    ties = np.zeros((len(states), len(states)), np.bool_)
    for bond in held:
        one, other = place.get(bond.debtor), place.get(bond.creditor)
        if bond.pledge == pledge and one is not None and other is not None and one != other:
            ties[one, other] = ties[other, one] = True
    if capabilities is None:
        return AllianceNetwork(tuple(states), ties, ties.astype(np.float64), np.full(len(states), np.nan))
    capability = np.array([capabilities.get(state, np.nan) for state in states], np.float64)
    root = np.sqrt(np.nan_to_num(capability))
    return AllianceNetwork(tuple(states), ties, np.where(ties, np.outer(root, root), 0.0), capability)

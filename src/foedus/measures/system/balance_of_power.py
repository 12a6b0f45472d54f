"""Who is safe where states may divide the resources of those they defeat: the logic of the balance of power.

A coalition wins with more than half of all resources. A state is essential if it makes some coalition win that would
not win without it: others then have a reason to keep it. Niou, Ordeshook and Rose (1989), *The Balance of Power*.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from foedus._base.errors import BadInput, Fault

Floats = NDArray[np.float64]
MOST = 15


@dataclass(frozen=True, slots=True)
class BalanceOfPower:
    """Who is safe by resources alone.

    Attributes
    ----------
    essential : tuple of bool
        For each state, whether some coalition wins with it and not without it; one that is may not be eliminated.
    dominant : int or None
        The place of a state with more than half, which could take all; None if there is none.
    is_stable : bool
        Whether some state has exactly half: nobody can then win, and nobody gain.
    winning : tuple of tuple of int
        The coalitions that win and of which every member is needed.
    """

    essential: tuple[bool, ...]
    dominant: int | None
    is_stable: bool
    winning: tuple[tuple[int, ...], ...]


def balance_of_power(resources: Floats) -> BalanceOfPower:
    """Return who is safe.

    Parameters
    ----------
    resources : array of float, shape (states,)
        Above zero, of at most 15 states.

    Raises
    ------
    BadInput
        If a resource is missing or not above zero, or there are too few or too many states.

    Notes
    -----
    Where a state has exactly half, coalitions of the others do not win; it is essential in every one that does.
    """
    if not 1 <= len(resources) <= MOST:
        raise BadInput(Fault(f"{len(resources)} states", "resources", f"1 to {MOST}"))
    if not np.all(np.isfinite(resources)) or np.any(resources <= 0):
        raise BadInput(Fault("a resource is missing or not above zero", "resources", "numbers above 0"))
    half = resources.sum() / 2
    minimal = tuple(_minimal(resources, float(half)))
    needed = {state for coalition in minimal for state in coalition}
    dominant = int(resources.argmax()) if resources.max() > half else None
    return BalanceOfPower(
        tuple(state in needed for state in range(len(resources))), dominant, bool(np.any(resources == half)), minimal
    )


def _minimal(resources: Floats, half: float) -> list[tuple[int, ...]]:
    """Return the coalitions that win, and lose without any of their members; a state is essential if it is in one."""
    return [
        coalition
        for size in range(1, len(resources) + 1)
        for coalition in combinations(range(len(resources)), size)
        if (held := float(resources[list(coalition)].sum())) > half and held - resources[list(coalition)].min() <= half
    ]

"""How capability is spread over the major powers: concentration, movement, transition and poles.

References
----------
Ray and Singer (1973), "Measuring the Concentration of Power in the International System", for CON; Singer, Bremer and
Stuckey (1972), "Capability Distribution, Uncertainty, and Major Power War", for CON and MOVE; Schweller (1998), *Deadly
Imbalances*, for the rule that a pole has at least half of what the strongest has.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from foedus._base.errors import BadInput, Fault
from foedus.measures.capability.concentration import ray_singer

Floats = NDArray[np.float64]
HALF_OF_THE_STRONGEST = 0.5


def shares(capabilities: Floats) -> Floats:
    """Return what share of the whole each has, shape (states,).

    Raises
    ------
    BadInput
        If one is missing or negative, or there is nothing to share.
    """
    if not np.all(np.isfinite(capabilities)) or np.any(capabilities < 0) or capabilities.sum() <= 0:
        what = "a capability is missing or negative, or all are zero"
        raise BadInput(Fault(what, "capabilities", "numbers from 0 up, not all of them 0"))
    held: Floats = capabilities / capabilities.sum()
    return held


def concentration(capabilities: Floats) -> float:
    """Return CON: 0 if all have the same, 1 if one has everything; NaN for fewer than two.

    `ray_singer` of a group all of whose capabilities are known.
    """
    return ray_singer(shares(capabilities))


def movement(before: Floats, after: Floats) -> float:
    """Return MOVE: what part of the capability that could have changed hands between two years did so.

    Half the sum of the changes of shares, over one less the least share before. NaN for fewer than two.

    Parameters
    ----------
    before, after : array of float, shape (states,)
        Of the same states in the same order.
    """
    if len(before) < 2:
        return np.nan
    old, new = shares(before), shares(after)
    return float(np.abs(new - old).sum() / (2 * (1 - old.min())))


def transition(before: Floats, after: Floats) -> float:
    """Return TRANS: of the pairs of states of which one was stronger, the share in which the other now is.

    A rule of this project. NaN where no pair had a stronger one.
    """
    one, other = np.triu_indices(len(before), 1)
    old, new = np.sign(before[one] - before[other]), np.sign(after[one] - after[other])
    ordered = np.count_nonzero(old)
    return float(np.count_nonzero(old * new < 0) / ordered) if ordered else np.nan


def poles(capabilities: Floats, least: float = HALF_OF_THE_STRONGEST) -> NDArray[np.bool_]:
    """Return which states are poles: those with at least so large a part of what the strongest has, shape (states,)."""
    held: NDArray[np.bool_] = shares(capabilities) >= least * shares(capabilities).max()
    return held

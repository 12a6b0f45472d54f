"""On whom a state's protection rests: what stands behind it, and how much of that is one guarantor's."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from foedus._base.errors import BadInput, Fault

Flags = NDArray[np.bool_]
Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Dependence:
    """What stands behind each state, shape (states,) each.

    Attributes
    ----------
    protected : array of float
        Its own capability and that of all who owe it defence.
    reliance : array of float, 0 to 1
        The part of that which is not its own.
    on_one : array of float, 0 to 1
        The part that is its strongest guarantor's.
    guarantor : array of int
        The place of that guarantor, -1 where nobody owes it defence.
    """

    protected: Floats
    reliance: Floats
    on_one: Floats
    guarantor: NDArray[np.int64]


def dependence(owes: Flags, capability: Floats) -> Dependence:
    """Return on whom each state's protection rests.

    Parameters
    ----------
    owes : array of bool, shape (states, states)
        Whether the first owes the second defence; the diagonal is not read.
    capability : array of float, shape (states,)
        Such as CINC. A state whose capability is missing has no value, and counts for nothing as a guarantor.

    Raises
    ------
    BadInput
        If a capability is negative.

    Notes
    -----
    Capability is not divided among those who are owed it: who guarantees many stands in full behind each of them.
    """
    if np.any(capability < 0):
        raise BadInput(Fault("a capability is negative", "capability", "numbers from 0 up, NaN where missing"))
    owed = owes.copy()
    np.fill_diagonal(owed, val=False)
    behind = np.where(owed, np.nan_to_num(capability)[:, None], 0.0)
    protected = capability + behind.sum(axis=0)
    strongest = np.where(owed, np.nan_to_num(capability)[:, None], -1.0)
    guarantor = np.where(owed.any(axis=0), strongest.argmax(axis=0) if len(owed) else 0, -1)
    with np.errstate(invalid="ignore", divide="ignore"):
        return Dependence(
            protected, behind.sum(axis=0) / protected, behind.max(axis=0, initial=0.0) / protected, guarantor
        )

"""Veto players: which changes of policy all of them would take.

References
----------
Tsebelis (2002), *Veto Players*, chapter 1: with Euclidean preferences the winset of the status quo is the
intersection of the players' indifference circles through it.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def in_winset(policies: Floats, status_quo: Floats, ideals: Floats) -> NDArray[np.bool_]:
    """Return which policies every veto player likes at least as well as the status quo.

    Parameters
    ----------
    policies : array of float, shape (policies, dimensions)
    status_quo : array of float, shape (dimensions,)
    ideals : array of float, shape (players, dimensions)
        What each player would like best.

    Returns
    -------
    array of bool, shape (policies,)
    """
    distances = np.linalg.norm(policies[:, None, :] - ideals[None, :, :], axis=2)
    held: NDArray[np.bool_] = (distances <= np.linalg.norm(status_quo - ideals, axis=1)).all(axis=1)
    return held

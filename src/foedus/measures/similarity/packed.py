"""Portfolios as bits: for each level, which of the others a state treats at least so well."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from foedus._base.errors import BadInput, Fault
from foedus.measures.similarity.coefficients import MISSING, Levels

Words = NDArray[np.uint64]
BITS = 64
LEVELS = 4
"""How many levels a portfolio may have, 0 included."""


def pack(portfolios: Levels, highest: int) -> Words:
    """Return portfolios as bits.

    Parameters
    ----------
    portfolios : array of int, shape (states, others)
        Levels 0 to `highest`, -1 where missing.

    Returns
    -------
    array of uint64, shape (states, LEVELS, words)
        Bit k of level s is set where the state's level towards k is known and at least s; level 0 thus tells what is
        known.

    Raises
    ------
    BadInput
        If a level is higher than `highest` or lower than what is missing, or `highest` than `LEVELS` allows.
    """
    if not 1 <= highest < LEVELS:
        raise BadInput(Fault(f"a highest level of {highest}", "highest", f"1 to {LEVELS - 1}"))
    for level in (portfolios.max(initial=MISSING), portfolios.min(initial=MISSING)):
        if not MISSING <= level <= highest:
            raise BadInput(Fault(f"a level of {level}", "portfolios", f"{MISSING} to {highest}"))
    states, others = portfolios.shape
    words = -(-others // BITS)
    reached = np.zeros((states, LEVELS, words * BITS), np.bool_)
    for level in range(highest + 1):
        reached[:, level, :others] = portfolios >= level
    held: Words = np.packbits(reached, axis=2, bitorder="little").view(np.uint64)
    return held

"""Random numbers by position: what a draw is does not depend on which draws were made before it, or where.

A counter-based generator (Philox, Salmon et al. 2011) is keyed by the seed and by what the numbers are for, and its
counter is the number of the draw. One process, many threads and a cluster thus get the same bits.
"""

from __future__ import annotations

from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
BLOCK = 4
"""How many numbers the generator makes at each value of its counter."""


def uniforms(seed: int, purpose: str, first: int, last: int, width: int) -> Floats:
    """Return numbers between 0 and 1 for draws `first` to `last`, the latter left out.

    Parameters
    ----------
    seed : int
    purpose : str
        What they are for; numbers for other purposes are independent of them.
    width : int
        How many numbers a draw has.

    Returns
    -------
    array of float, shape (last - first, width)
    """
    blocks = -(-width // BLOCK)
    key = int.from_bytes(blake2b(f"{seed}:{purpose}".encode(), digest_size=16).digest(), "big")
    bits = np.random.Philox(key=key)
    bits.advance(first * blocks)
    return np.random.Generator(bits).random((last - first, blocks * BLOCK))[:, :width]

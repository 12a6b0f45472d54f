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


def uniforms(seed: int, purpose: str, first: int, last: int, width: int, into: Floats | None = None) -> Floats:
    """Return numbers between 0 and 1 for draws `first` to `last`, the latter left out.

    Parameters
    ----------
    seed : int
    purpose : str
        What they are for; numbers for other purposes are independent of them.
    width : int
        How many numbers a draw has.
    into : array of float, shape (last - first, `padded` of width), optional
        Where they are written.

    Returns
    -------
    array of float, shape (last - first, width)
    """
    blocks = padded(width) // BLOCK
    key = int.from_bytes(blake2b(f"{seed}:{purpose}".encode(), digest_size=16).digest(), "big")
    bits = np.random.Philox(key=key)
    bits.advance(first * blocks)
    held = np.empty((last - first, padded(width))) if into is None else into
    return np.random.Generator(bits).random(out=held)[:, :width]


def padded(width: int) -> int:
    """Return how many numbers are made for a draw that has so many: a whole number of the generator's blocks."""
    return -(-width // BLOCK) * BLOCK

"""The five coefficients for all pairs at once.

For a pair, ``reach[s, t]`` counts the others towards whom the one's level is at least s and the other's at least t: a
conjunction of two rows of bits and a count of what is set. Everything follows from these counts. Distances are sums
over levels (|x - y| is the number of levels that one has reached and the other has not), products are sums of reach,
and the table of levels, from which tau-b counts, is their differences. `foedus.measures.similarity.coefficients` is
the specification.
"""

from __future__ import annotations

from math import sqrt
from typing import Any

import numpy as np
from numba import njit, types
from numba.extending import intrinsic
from numpy.typing import NDArray

from foedus.measures.similarity.packed import Words

Floats = NDArray[np.float64]
COEFFICIENTS = 5


@intrinsic
def set_bits(_context: Any, _word: Any) -> Any:
    """Count the bits that are set in a word: one instruction of the machine."""

    def build(_context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        return builder.ctpop(arguments[0])

    return types.uint64(types.uint64), build


@njit(cache=True, nogil=True)
def _reach(one: Words, other: Words, reach: NDArray[np.int64]) -> None:
    levels, words = one.shape
    for s in range(levels):
        for t in range(levels):
            count = np.uint64(0)
            for word in range(words):
                count += set_bits(one[s, word] & other[t, word])  # type: ignore[call-arg]
            reach[s, t] = count


@njit(cache=True, nogil=True)
def _coefficients(reach: NDArray[np.int64], found: Floats) -> None:
    highest = reach.shape[0] - 2
    known = reach[0, 0]
    if known == 0:
        found[:] = np.nan
        return
    sum_x = sum_y = square_x = square_y = product = apart = 0
    for s in range(1, highest + 1):
        sum_x += reach[s, 0]
        sum_y += reach[0, s]
        square_x += (2 * s - 1) * reach[s, 0]
        square_y += (2 * s - 1) * reach[0, s]
        apart += reach[s, 0] + reach[0, s] - 2 * reach[s, s]
        for t in range(1, highest + 1):
            product += reach[s, t]
    squares = square_x + square_y - 2 * product
    by_own = square_x + square_y - 2 * sum_x * sum_y / known
    by_both = square_x + square_y - (sum_x + sum_y) ** 2 / (2 * known)
    found[0] = 1 - 2 * apart / (known * highest)
    found[1] = 1 - 2 * squares / (known * highest * highest)
    found[2] = 1 - squares / by_own if by_own > 0 else np.nan
    found[3] = 1 - squares / by_both if by_both > 0 else np.nan
    found[4] = _tau_b(reach, highest)


@njit(cache=True, nogil=True)
def _tau_b(reach: NDArray[np.int64], highest: int) -> float:
    known = reach[0, 0]
    agree = tied_x = tied_y = 0
    for s in range(highest + 1):
        own, theirs = reach[s, 0] - reach[s + 1, 0], reach[0, s] - reach[0, s + 1]
        tied_x += own * own
        tied_y += theirs * theirs
        for t in range(highest + 1):
            cell = reach[s, t] - reach[s + 1, t] - reach[s, t + 1] + reach[s + 1, t + 1]
            agree += cell * (reach[s + 1, t + 1] - (reach[s + 1, 0] - reach[s + 1, t]))
    pairs_x, pairs_y = known * known - tied_x, known * known - tied_y
    if pairs_x == 0 or pairs_y == 0:
        return np.nan
    return 2 * agree / sqrt(float(pairs_x) * float(pairs_y))


@njit(cache=True, nogil=True)
def _all_pairs(packed: Words, found: Floats) -> None:
    states, levels, _ = packed.shape
    reach = np.zeros((levels + 1, levels + 1), np.int64)
    for one in range(states):
        for other in range(one, states):
            _reach(packed[one], packed[other], reach[:levels, :levels])
            _coefficients(reach, found[one, other])
            found[other, one] = found[one, other]


def all_pairs(packed: Words) -> Floats:
    """Return the coefficients of every pair of portfolios.

    Parameters
    ----------
    packed : array of uint64, shape (states, levels, words)
        As `foedus.measures.similarity.packed.pack` returns them.

    Returns
    -------
    array of float, shape (states, states, 5)
        In the order of `foedus.measures.similarity.coefficients.Similarity`; NaN where a coefficient has no value.
    """
    found = np.empty((len(packed), len(packed), COEFFICIENTS))
    _all_pairs(packed, found)
    return found

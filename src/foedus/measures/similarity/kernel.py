"""The five coefficients for all pairs at once.

For a pair, ``reach[s, t]`` counts the others towards whom the one's level is at least s and the other's at least t: a
conjunction of two rows of bits and a count of what is set. Everything follows from these counts. Distances are sums
over levels (|x - y| is the number of levels that one has reached and the other has not), products are sums of reach,
and the table of levels, from which tau-b counts, is their differences. What chance would give is counted in whole
numbers too, times the number of others, so that it is 0 where it is 0. `foedus.measures.similarity.coefficients` is
the specification.

Portfolios have `LEVELS` levels, those that nobody reaches included, so that the compiled loops have a fixed length.
Where no level is missing, what a portfolio has alone does not depend on the other and is counted once.
"""

from __future__ import annotations

from math import sqrt
from typing import Any

import numpy as np
from numba import njit, types
from numba.extending import intrinsic
from numpy.typing import NDArray

from foedus.measures.similarity.packed import LEVELS, Words

Floats = NDArray[np.float64]
Counts = NDArray[np.int64]
COEFFICIENTS = 5


@intrinsic
def set_bits(_context: Any, _word: Any) -> Any:
    """Count the bits that are set in a word: one instruction of the machine."""

    def build(_context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        return builder.ctpop(arguments[0])

    return types.uint64(types.uint64), build


@njit(cache=True, nogil=True, inline="always")
def _alone(margin: Counts) -> tuple[float, float, float]:
    """Return, of the counts of levels reached, the sum of levels, that of their squares, and 1 / sqrt(pairs untied)."""
    total = squares = 0
    untied = margin[0] * margin[0]
    for level in range(LEVELS):
        at = margin[level] - margin[level + 1]
        untied -= at * at
        if level:
            total += margin[level]
            squares += (2 * level - 1) * margin[level]
    return float(total), float(squares), 1 / sqrt(float(untied)) if untied else np.nan


@njit(cache=True, nogil=True, inline="always")
def _count(one: Words, other: Words, reach: Counts, lowest: int) -> None:
    for s in range(lowest, LEVELS):
        for t in range(lowest, LEVELS):
            common = np.uint64(0)
            for word in range(one.shape[1]):
                common += set_bits(one[s, word] & other[t, word])
            reach[s, t] = np.int64(common)


@njit(cache=True, nogil=True, inline="always")
def _table(reach: Counts) -> tuple[int, int, int]:
    """Return the sum of levels both reached, that of products, and by how many pairs of others both rank alike."""
    both = product = agree = 0
    for s in range(LEVELS):
        both += reach[s, s] if s else 0
        for t in range(LEVELS):
            product += reach[s, t] if s and t else 0
            cell = reach[s, t] - reach[s + 1, t] - reach[s, t + 1] + reach[s + 1, t + 1]
            agree += cell * (reach[s + 1, t + 1] - reach[s + 1, 0] + reach[s + 1, t])
    return both, product, agree


@njit(cache=True, nogil=True)
def _fill(packed: Words, margins: Counts, whole: bool, highest: int, found: Floats) -> None:
    states = len(packed)
    alone = np.empty((states, 3))
    for one in range(states):
        alone[one, 0], alone[one, 1], alone[one, 2] = _alone(margins[one])
    reach = np.zeros((LEVELS + 1, LEVELS + 1), np.int64)
    by_distance, by_square = 2 / highest, 2 / highest**2
    pair = 0
    for one in range(states):
        reach[:, 0] = margins[one]
        x = alone[one, 0], alone[one, 1], alone[one, 2]
        for other in range(one, states):
            if whole:
                for level in range(LEVELS):
                    reach[0, level] = margins[other, level]
                _count(packed[one], packed[other], reach, 1)
                y = alone[other, 0], alone[other, 1], alone[other, 2]
            else:
                _count(packed[one], packed[other], reach, 0)
                x, y = _alone(reach[:, 0]), _alone(reach[0, :])
            both, product, agree = _table(reach)
            share = 1 / reach[0, 0] if reach[0, 0] else np.nan
            total, squares = x[0] + y[0], x[1] + y[1]
            apart = squares - 2 * product
            by_own = squares * reach[0, 0] - 2.0 * x[0] * y[0]
            by_both = squares * reach[0, 0] - 0.5 * total * total
            found[pair, 0] = 1 - (total - 2 * both) * share * by_distance
            found[pair, 1] = 1 - apart * share * by_square
            found[pair, 2] = 1 - apart * reach[0, 0] / by_own if by_own > 0 else np.nan
            found[pair, 3] = 1 - apart * reach[0, 0] / by_both if by_both > 0 else np.nan
            found[pair, 4] = 2 * agree * x[2] * y[2]
            pair += 1


def triangle(packed: Words, highest: int) -> Floats:
    """Return the coefficients of every pair once, a portfolio with itself included.

    Parameters
    ----------
    packed : array of uint64, shape (states, levels, words)
        As `foedus.measures.similarity.packed.pack` returns them.

    Returns
    -------
    array of float, shape (pairs, 5)
        The pairs of ``numpy.triu_indices(states)``; coefficients in the order of
        `foedus.measures.similarity.coefficients.Similarity`, NaN where one has no value.
    """
    states = len(packed)
    counts = np.bitwise_count(packed).sum(axis=2, dtype=np.int64)
    whole = states > 0 and bool(np.all(packed[:, 0] == packed[0, 0]))
    found = np.empty((states * (states + 1) // 2, COEFFICIENTS))
    _fill(packed, np.pad(counts, ((0, 0), (0, 1))), whole, highest, found)
    return found


def all_pairs(packed: Words, highest: int) -> Floats:
    """Return the coefficients of every pair, both ways: `triangle` laid out as a square.

    Returns
    -------
    array of float, shape (states, states, 5)
    """
    states = len(packed)
    one, other = np.triu_indices(states)
    found = np.empty((states, states, COEFFICIENTS))
    found[one, other] = found[other, one] = triangle(packed, highest)
    return found

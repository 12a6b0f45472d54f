"""Similarity of alliance portfolios for all dyad-years 1816-2018: all five coefficients.

Beside the kernel stand a plain NumPy loop over dyads, timed on a sample, and the floor: the time to read the two
portfolios of each pair from memory once, as bits, and to write five numbers. Promises: 20 times as fast as the loop,
and within 3 times of the floor. The kernel is compared with the loop before any time counts. Portfolios are those of
the register's own pledges, so that nothing has to be downloaded.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence

import numpy as np
from numba import njit
from numpy.typing import NDArray

from foedus.measures.similarity.coefficients import similarity
from foedus.measures.similarity.kernel import all_pairs, set_bits, triangle
from foedus.measures.similarity.packed import LEVELS, Words, pack
from foedus.measures.similarity.portfolio import HIGHEST_PROMISE, Portfolios
from foedus.measures.similarity.register_pledges import register_portfolios
from foedus.register.compiled import load_register

YEARS = (1816, 2018)
SAMPLE = 4_000
ROUNDS = 7


@njit(nogil=True)
def _read(packed: Words, found: NDArray[np.float64]) -> None:
    pair = 0
    for one in range(len(packed)):
        for other in range(one, len(packed)):
            count = np.uint64(0)
            for level in range(LEVELS):
                for word in range(packed.shape[2]):
                    count += set_bits(packed[one, level, word] & packed[other, level, word])
            for place in range(5):
                found[pair, place] = count
            pair += 1


def floor(packed: Words) -> NDArray[np.float64]:
    """Read both portfolios of every pair and write five numbers: the least that must be done."""
    found = np.empty((len(packed) * (len(packed) + 1) // 2, 5))
    _read(packed, found)
    return found


def shortest(work: Callable[[], object]) -> float:
    """Return the shortest time of several rounds."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def sampled(held: Sequence[Portfolios]) -> list[tuple[int, int, int]]:
    """Return pairs drawn at random from all years, each year by how many it has."""
    chance = np.random.default_rng(1)
    weight = np.array([len(one.states) ** 2 for one in held], float)
    years = chance.choice(len(held), SAMPLE, p=weight / weight.sum())
    drawn = ((int(year), chance.integers(0, len(held[year].states), 2)) for year in years)
    return [(year, int(one), int(other)) for year, (one, other) in drawn]


def main() -> int:
    """Print the times, and exit 1 if a promise is not met or the kernel is not the loop."""
    held = register_portfolios(load_register(), *YEARS)
    packed = [pack(one.levels, HIGHEST_PROMISE) for one in held]
    found = [all_pairs(one, HIGHEST_PROMISE) for one in packed]
    pairs = sampled(held)
    start = time.perf_counter()
    loop = [similarity(held[year].levels[one], held[year].levels[other], HIGHEST_PROMISE) for year, one, other in pairs]
    looped = (time.perf_counter() - start) / SAMPLE
    kernel = np.array([found[year][one, other] for year, one, other in pairs])
    same = np.allclose(kernel, np.array(loop), atol=1e-9, equal_nan=True)
    count = sum(len(one.states) * (len(one.states) + 1) // 2 for one in held)
    looped *= count
    taken = shortest(lambda: [triangle(one, HIGHEST_PROMISE) for one in packed])
    least = shortest(lambda: [floor(one) for one in packed])
    print(f"{count:,} dyad-years, five coefficients; the kernel is the loop: {same}")
    print(f"kernel             {taken:.3f} s   {taken / count * 1e9:.0f} ns a pair")
    print(f"plain NumPy loop   {looped:.1f} s   ratio {looped / taken:,.0f}   promise 20   (from {SAMPLE:,} pairs)")
    print(f"floor              {least:.3f} s   ratio {taken / least:.1f}   promise 3")
    return 0 if same and looped >= 20 * taken and taken <= 3 * least else 1


if __name__ == "__main__":
    sys.exit(main())

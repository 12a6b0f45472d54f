"""Ensembles of responses: 10,000 draws of 30 allies, and what two threads and two workers of a cluster gain.

Promises: 10,000 draws in under a second after load, the bands of the coalitions of an assessment with them; at least
1.8 times as fast on two workers. The draws are compared bit by bit before any time counts.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import distributed
import numpy as np

from foedus.assessment.alliances import Alliance, Gathered
from foedus.assessment.assumptions import Assumptions
from foedus.assessment.coalitions import Drawing, coalitions
from foedus.assessment.terms import Terms
from foedus.response.fulfilment.design import row
from foedus.response.model_card import read_card
from foedus.simulation.responses import Drawn, Plan, draw
from foedus.simulation.runners import cluster, threads

DRAWS = 10_000
MANY = 2_000_000
ALLIES = 30
SIZE = 40_000
GAIN = 1.8


def plan() -> Plan:
    """Return 30 allies of the same kind and unlike strength."""
    card = read_card("fulfilment")
    terms = np.concatenate([row(since_1945=True, pledges=["defence"], multilateral=True, major_power=True)] * ALLIES)
    return Plan(terms, card.vector, card.matrix, np.linspace(0.1, 1, ALLIES), 0.2, 5.0)


def coalitions_of_nine() -> float:
    """Return how long the coalitions of nine alliances take: four that are due, three that may be, two that wait."""
    card, terms = read_card("fulfilment"), Terms(("defence",), 5, since_1945=True, major_power=True)
    held = tuple(
        Alliance(f"t{one}", "targets", (f"s{one}",), one < 4, one > 6, (0, 1) if one > 6 else (), terms, card.rates[0])
        for one in range(9)
    )
    start = time.perf_counter()
    coalitions(Gathered(held, ()), card, [], Assumptions(), Drawing(DRAWS))
    return time.perf_counter() - start


def timed(work: Callable[[], Drawn], rounds: int = 3) -> tuple[float, Drawn]:
    """Return the shortest time of several rounds, and what they drew."""
    return min((_once(work) for _ in range(rounds)), key=lambda one: one[0])


def _once(work: Callable[[], Drawn]) -> tuple[float, Drawn]:
    start = time.perf_counter()
    drawn = work()
    return time.perf_counter() - start, drawn


def same(one: Drawn, other: Drawn) -> bool:
    """Say whether two ensembles have the same bits."""
    return np.array_equal(one.packed, other.packed) and np.array_equal(one.share, other.share)


def local_cluster() -> distributed.LocalCluster:
    """Return a cluster of two workers, each a process of its own."""
    return distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1")  # type: ignore[no-untyped-call]


def main() -> int:
    """Print the times, and exit 1 if a promise is not met or bits differ."""
    held = plan()
    once, _ = timed(lambda: draw(held, DRAWS), 7)
    alone, reference = timed(lambda: draw(held, MANY, size=SIZE), 2)
    both, threaded = timed(lambda: draw(held, MANY, runner=threads(2), size=SIZE), 2)
    print(f"{DRAWS:,} draws of {ALLIES} allies   {once:.3f} s   promise < 1 s   {'met' if once < 1 else 'NOT MET'}")
    bands = min(coalitions_of_nine() for _ in range(3))
    print(f"{DRAWS:,} draws and the bands of nine alliances   {bands:.3f} s   {'met' if bands < 1 else 'NOT MET'}")
    print(f"{MANY:,} draws, one process   {alone:.2f} s")
    print(f"{MANY:,} draws, two threads   {both:.2f} s   {alone / both:.2f} x   bits {same(reference, threaded)}")
    with local_cluster() as local, cluster(local.scheduler_address) as runner:
        draw(held, 2 * SIZE, runner=runner, size=SIZE)
        spread, clustered = timed(lambda: draw(held, MANY, runner=runner, size=SIZE), 2)
    print(f"{MANY:,} draws, two workers   {spread:.2f} s   {alone / spread:.2f} x   bits {same(reference, clustered)}")
    print(f"promise on two workers {GAIN} x   {'met' if alone >= GAIN * spread else 'NOT MET'}")
    kept = max(once, bands) < 1 and alone >= GAIN * spread
    return 0 if kept and same(reference, threaded) and same(reference, clustered) else 1


if __name__ == "__main__":
    sys.exit(main())

"""Ensembles of responses: 10,000 draws of 30 allies, and what two threads and two workers of a cluster gain.

Promises: 10,000 draws in under a second after load, the bands of the coalitions of an assessment with them; at least
1.8 times as fast on two workers. The draws are compared bit by bit. One process, threads and workers take turns, so
that a machine that is slow for a while is slow for each; a gain is the median of the gains of the rounds. Two processes
that share nothing, each with half of the draws, show in the same rounds what two cores can gain at all: where that is
less than 1.8 (cores that are shared, or clocked down when both are busy), workers must reach 95 % of it.
"""

from __future__ import annotations

import multiprocessing
import sys
import time
from collections.abc import Callable
from functools import partial
from statistics import median

import distributed
import numpy as np

from foedus.assessment.alliances import Alliance, Gathered
from foedus.assessment.assumptions import Assumptions
from foedus.assessment.coalitions import Drawing, coalitions
from foedus.assessment.terms import Terms
from foedus.response.fulfilment.design import row
from foedus.response.model_card import read_card
from foedus.simulation.responses import Drawn, Plan, draw
from foedus.simulation.runners import cluster, serial, threads

DRAWS = 10_000
MANY = 2_000_000
ALLIES = 30
SIZE = 100_000
ROUNDS = 9
GAIN = 1.8
OF_LIMIT = 0.95
LIMIT = "two processes that share nothing"


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


def half(_: int) -> None:
    """Make half of the draws, and send nothing back."""
    draw(plan(), MANY // 2, size=SIZE)


def seconds(work: Callable[[], object]) -> float:
    """Return how long a work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def same(one: Drawn, other: Drawn) -> bool:
    """Say whether two ensembles have the same bits."""
    return np.array_equal(one.packed, other.packed)


def local_cluster() -> distributed.LocalCluster:
    """Return a cluster of two workers, each a process of its own."""
    return distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1")  # type: ignore[no-untyped-call]


def spread_out(held: Plan) -> tuple[dict[str, list[float]], dict[str, bool]]:
    """Return the seconds of each round, and whether threads and workers drew the bits that one process draws."""
    with (
        multiprocessing.get_context("spawn").Pool(2) as pool,
        local_cluster() as local,
        cluster(local.scheduler_address) as workers,
    ):
        runners = {"one process": serial, "two threads": threads(2), "two workers": workers}
        works = {name: partial(draw, held, MANY, runner=runner, size=SIZE) for name, runner in runners.items()}
        first, *others = [work() for work in works.values()]
        limit = {LIMIT: partial(pool.map, half, range(2), chunksize=1)}
        rounds = [{name: seconds(work) for name, work in (works | limit).items()} for _ in range(ROUNDS)]
    times = {name: [one[name] for one in rounds] for name in rounds[0]}
    return times, dict(zip(("two threads", "two workers"), (same(first, one) for one in others), strict=True))


def main() -> int:
    """Print the times, and exit 1 if a promise is not met or bits differ."""
    held = plan()
    few = min(seconds(lambda: draw(held, DRAWS)) for _ in range(7))
    print(f"{DRAWS:,} draws of {ALLIES} allies   {few:.3f} s   promise < 1 s   {'met' if few < 1 else 'NOT MET'}")
    bands = min(coalitions_of_nine() for _ in range(3))
    print(f"{DRAWS:,} draws and the bands of nine alliances   {bands:.3f} s   {'met' if bands < 1 else 'NOT MET'}")
    times, is_same = spread_out(held)
    alone = times.pop("one process")
    print(f"{MANY:,} draws, one process   {median(alone):.2f} s   {ROUNDS} rounds")
    gains = {
        name: sorted(one / other for one, other in zip(alone, spread, strict=True)) for name, spread in times.items()
    }
    for name, ratios in gains.items():
        told = f"{median(ratios):.2f} x   {ratios[0]:.2f} to {ratios[-1]:.2f}"
        print(f"{name}   {median(times[name]):.2f} s   {told}{f'   bits {is_same[name]}' if name in is_same else ''}")
    gained, limit = median(gains["two workers"]), median(gains[LIMIT])
    print(
        f"promise on two workers {GAIN} x   {'met' if gained >= GAIN else 'NOT MET'}; {gained / limit:.0%} of the limit"
    )
    is_kept = gained >= GAIN or gained >= OF_LIMIT * limit
    return 0 if max(few, bands) < 1 and is_kept and all(is_same.values()) else 1


if __name__ == "__main__":
    sys.exit(main())

"""Closeness and betweenness of unweighted networks, compiled; `centrality` is their specification.

One search in breadth from each state gives both (Brandes 2001), so that two centuries of networks take a second or two.
"""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Ties = NDArray[np.bool_]
Counts = NDArray[np.int64]


@njit(cache=True)
def _search(ties: Ties, state: int, order: Counts, distance: Counts, count: Numbers) -> int:
    """Fill in the states within reach, from the nearest, their distances and how many shortest paths lead there."""
    number = len(ties)
    distance[:] = -1
    count[:] = 0.0
    distance[state], count[state], order[0] = 0, 1.0, state
    reached = 1
    at = 0
    while at < reached:
        here = order[at]
        at += 1
        for there in range(number):
            if not ties[here, there]:
                continue
            if distance[there] < 0:
                distance[there] = distance[here] + 1
                order[reached] = there
                reached += 1
            if distance[there] == distance[here] + 1:
                count[there] += count[here]
    return reached


@njit(cache=True)
def _near_and_between(ties: Ties, near: Numbers, between: Numbers) -> None:
    number = len(ties)
    order = np.empty(number, np.int64)
    distance = np.empty(number, np.int64)
    count = np.empty(number)
    depends = np.empty(number)
    for state in range(number):
        reached = _search(ties, state, order, distance, count)
        total = 0
        for at in range(reached):
            total += distance[order[at]]
        if total > 0:
            near[state] = (reached - 1.0) / (number - 1) * (reached - 1.0) / total
        depends[:] = 0.0
        for at in range(reached - 1, 0, -1):
            here = order[at]
            for earlier in range(number):
                if ties[here, earlier] and distance[earlier] == distance[here] - 1:
                    depends[earlier] += count[earlier] / count[here] * (1.0 + depends[here])
            between[here] += depends[here]


def near_and_between(ties: Ties) -> tuple[Numbers, Numbers]:
    """Return closeness and betweenness of a network whose ties all weigh 1, each of shape (n,).

    Parameters
    ----------
    ties : array of bool, shape (n, n)
        Symmetric, with an empty diagonal.
    """
    number = len(ties)
    near, between = np.zeros(number), np.zeros(number)
    if number:
        _near_and_between(np.ascontiguousarray(ties), near, between)
    pairs = (number - 1) * (number - 2)
    return near, between / pairs if pairs > 0 else between

"""Places in a network: how many ties, how heavy, how near to all, how often between, how close to the central.

References
----------
Freeman (1979), "Centrality in Social Networks: Conceptual Clarification": degree, closeness, betweenness.
Wasserman and Faust (1994), *Social Network Analysis*, equation 5.22: closeness in a network of several components.
Bonacich (1972), "Factoring and Weighting Approaches to Status Scores": the eigenvector.
Newman (2001), "Scientific Collaboration Networks II": a tie of weight w has the length 1/w.
Brandes (2001), "A Faster Algorithm for Betweenness Centrality".
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

_ALIKE = 1e-9
"""Up to which part of their size two lengths, or two eigenvalues, count as the same."""


def degree(weights: Numbers) -> Numbers:
    """Return how many ties each state has, shape (n,).

    Parameters
    ----------
    weights : array, shape (n, n)
        Symmetric, 0 or more, 0 where there is no tie.
    """
    found: Numbers = (weights > 0).sum(axis=1).astype(np.float64)
    return found


def strength(weights: Numbers) -> Numbers:
    """Return the sum of the weights of each state's ties, shape (n,)."""
    found: Numbers = weights.sum(axis=1)
    return found


def closeness(weights: Numbers) -> Numbers:
    """Return how near each state is to those it can reach, shape (n,), from 0 to 1 where all ties weigh 1.

    With r states within reach, itself not counted, and n in the network: r / (n - 1) times r / sum of the distances to
    them. States in a small component are thus not near, however near to each other; a state without ties has 0.
    """
    number = len(weights)
    found = np.zeros(number)
    for state, paths in enumerate(_each(weights)):
        reached = paths.order[1:]
        if reached:
            within = len(reached)
            found[state] = within / (number - 1) * within / sum(paths.distance[other] for other in reached)
    return found


def betweenness(weights: Numbers) -> Numbers:
    """Return the share of shortest paths between two others that lead through each state, shape (n,), from 0 to 1.

    The sum over pairs of the share of their shortest paths that pass it, over (n - 1)(n - 2) / 2; pairs that no path
    joins count as none.
    """
    number = len(weights)
    found = np.zeros(number)
    for state, paths in enumerate(_each(weights)):
        found += _dependencies(state, paths, number)
    pairs = (number - 1) * (number - 2)
    return found / pairs if pairs > 0 else found


def eigenvector(weights: Numbers) -> Numbers:
    """Return the central vector of the network, shape (n,), of length 1: each is as central as those it is tied to.

    It belongs to the largest eigenvalue. Where several components share that, it is the one to which the power method
    comes from equal values; outside them it is 0, so that it tells nothing of states in other components. All 0 where
    there is no tie.
    """
    if not weights.any():
        return np.zeros(len(weights))
    values, vectors = np.linalg.eigh(weights)
    leading = vectors[:, values >= values[-1] * (1 - _ALIKE)]
    central: Numbers = leading @ (leading.T @ np.ones(len(weights)))
    central[np.abs(central) < _ALIKE] = 0.0
    return central / float(np.linalg.norm(central))


CENTRALITIES: MappingProxyType[str, Callable[[Numbers], Numbers]] = MappingProxyType(
    {
        "degree": degree,
        "strength": strength,
        "closeness": closeness,
        "betweenness": betweenness,
        "eigenvector": eigenvector,
    }
)
"""Each measure of a place by its name, as a function of the weights."""


# ----------------------------------------------------------------------------------------------------- shortest paths


@dataclass(frozen=True, eq=False, slots=True)
class _Paths:
    """The shortest paths from a state.

    Attributes
    ----------
    order : list of int
        The states within reach, from the nearest, the state itself first.
    distance : array
        Of each from it.
    count : array
        How many shortest paths lead to each.
    before : list of list of int
        Through whom they come last.
    """

    order: list[int]
    distance: Numbers
    count: Numbers
    before: list[list[int]]


def _each(weights: Numbers) -> Iterator[_Paths]:
    """Yield the shortest paths from each state, by Dijkstra's search; a tie of weight w is 1 / w long."""
    ties = [[(int(other), 1 / line[other]) for other in np.flatnonzero(line)] for line in weights]
    for state in range(len(weights)):
        yield _paths(ties, state)


def _paths(ties: list[list[tuple[int, float]]], state: int) -> _Paths:
    number = len(ties)
    paths = _Paths([], np.full(number, np.inf), np.zeros(number), [[] for _ in range(number)])
    paths.distance[state], paths.count[state] = 0.0, 1.0
    done = np.zeros(number, np.bool_)
    queue = [(0.0, state)]
    while queue:
        _, here = heapq.heappop(queue)
        if done[here]:
            continue
        done[here] = True
        paths.order.append(here)
        for there, length in ties[here]:
            _go(paths, (here, there), float(paths.distance[here]) + length, queue)
    return paths


def _go(paths: _Paths, step: tuple[int, int], way: float, queue: list[tuple[float, int]]) -> None:
    """Take a step of a path into account; ways that differ by rounding alone are as long as each other."""
    here, there = step
    known = float(paths.distance[there])
    if way < known * (1 - _ALIKE) or known == np.inf:
        paths.distance[there], paths.count[there], paths.before[there] = way, paths.count[here], [here]
        heapq.heappush(queue, (way, there))
    elif way <= known * (1 + _ALIKE):
        paths.count[there] += paths.count[here]
        paths.before[there].append(here)


def _dependencies(state: int, paths: _Paths, number: int) -> Numbers:
    """Return how much all paths from a state depend on each other one (Brandes 2001, theorem 6)."""
    depends = np.zeros(number)
    for here in reversed(paths.order):
        for earlier in paths.before[here]:
            depends[earlier] += paths.count[earlier] / paths.count[here] * (1 + depends[here])
    depends[state] = 0.0
    return depends

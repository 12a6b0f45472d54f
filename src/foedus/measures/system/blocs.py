"""Whether alliances part the states into blocs: modularity, blocs, ties across them, and reach.

References
----------
Newman and Girvan (2004), "Finding and Evaluating Community Structure in Networks", for modularity; Clauset, Newman and
Moore (2004), "Finding Community Structure in Very Large Networks", for the way blocs are found; Maoz (2006), "Network
Polarization, Network Interdependence, and International Conflict", for the idea. Maoz's own index is another number.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from foedus.measures.extra import nx

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Blocs:
    """The blocs of a network of alliances.

    Attributes
    ----------
    modularity : float
        Of that division, -1/2 to 1; NaN without a tie. It is the highest found, not surely the highest there is.
    members : tuple of tuple of int
        The places of each bloc's states, largest bloc first; states without a tie are in none.
    across : float
        The share of ties that join states of two blocs; NaN without a tie.
    reach : float
        The share of all pairs of states that some chain of alliances joins.
    """

    modularity: float
    members: tuple[tuple[int, ...], ...]
    across: float
    reach: float


def blocs(allied: Flags) -> Blocs:
    """Return the blocs, by merging greedily what raises modularity most.

    Parameters
    ----------
    allied : array of bool, shape (states, states)
        Whether two states are allied; symmetric, the diagonal is not read.
    """
    found = division(allied)
    bloc = np.full(len(allied), -1)
    for number, members in enumerate(found):
        bloc[list(members)] = number
    one, other = np.nonzero(np.triu(allied, 1))
    ties = len(one)
    across = float(np.count_nonzero(bloc[one] != bloc[other]) / ties) if ties else np.nan
    return Blocs(modularity(allied, bloc), found, across, reach(allied))


def division(allied: Flags) -> tuple[tuple[int, ...], ...]:
    """Return the blocs alone: the places of each one's states, largest first."""
    graph = _graph(allied)
    graph.remove_nodes_from(list(nx.isolates(graph)))
    if not graph:
        return ()
    held = [tuple(sorted(one)) for one in nx.community.greedy_modularity_communities(graph)]
    return tuple(sorted(held, key=lambda one: (-len(one), one)))


def modularity(allied: Flags, bloc: NDArray[np.int64]) -> float:
    """Return how many more ties lie inside blocs than chance would put there, as a share of all ties.

    Parameters
    ----------
    bloc : array of int, shape (states,)
        Of each state. One without ties changes nothing.

    Returns
    -------
    float
        Newman and Girvan's Q; NaN without a tie.
    """
    ties = np.triu(allied, 1)
    ties = (ties | ties.T).astype(float)
    whole, degree = ties.sum(), ties.sum(axis=1)
    if not whole:
        return np.nan
    same = bloc[:, None] == bloc[None, :]
    return float(np.sum((ties - np.outer(degree, degree) / whole)[same]) / whole)


def reach(allied: Flags) -> float:
    """Return the share of pairs of states that some chain of alliances joins; NaN for fewer than two states."""
    states = len(allied)
    if states < 2:
        return np.nan
    sizes = [len(part) for part in nx.connected_components(_graph(allied))]
    return sum(size * (size - 1) for size in sizes) / (states * (states - 1))


def _graph(allied: Flags) -> nx.Graph[int]:
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(allied)))
    graph.add_edges_from((int(one), int(other)) for one, other in np.argwhere(np.triu(allied, 1)))
    return graph

"""Brokers: states that stand between others who are not tied to each other.

References
----------
Gould and Fernandez (1989), "Structures of Mediation": five roles, by the groups of the broker and of the two others.
Burt (1992), *Structural Holes*, equation 2.4: constraint, high where one's partners are tied to each other.
Clauset, Newman and Moore (2004), "Finding Community Structure in Very Large Networks": groups, where none are given.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from foedus.measures.extra import nx

Numbers = NDArray[np.float64]
Counts = NDArray[np.int64]
Ties = NDArray[np.bool_]

ROLES: Mapping[str, str] = MappingProxyType(
    {
        "coordinator": "between two of its own group",
        "consultant": "between two of one other group",
        "gatekeeper": "between its own group and another",
        "liaison": "between two groups, neither its own",
    }
)
"""The roles in a network without directions, in which gatekeeper and representative are one."""


def brokerage(ties: Ties, groups: NDArray[np.int64]) -> dict[str, Counts]:
    """Return how often each state stands in each role: pairs of its partners who are not tied to each other.

    Parameters
    ----------
    ties : array of bool, shape (n, n)
        Symmetric, with an empty diagonal.
    groups : array of int, shape (n,)
        To which group each belongs; below 0 for none. A pair or broker without group counts in no role.

    Returns
    -------
    dict of str to array of int, each of shape (n,)
    """
    known = groups >= 0
    found = {role: np.zeros(len(ties), np.int64) for role in ROLES}
    for broker in np.flatnonzero(known):
        partners = np.flatnonzero(ties[broker] & known)
        one, other = (partners[at] for at in np.triu_indices(len(partners), 1))
        apart = ~ties[one, other]
        first, second = groups[one[apart]], groups[other[apart]]
        own = groups[broker]
        found["coordinator"][broker] = np.sum((first == own) & (second == own))
        found["consultant"][broker] = np.sum((first == second) & (first != own))
        found["gatekeeper"][broker] = np.sum((first == own) ^ (second == own))
        found["liaison"][broker] = np.sum((first != own) & (second != own) & (first != second))
    return found


def constraint(weights: Numbers) -> Numbers:
    """Return Burt's constraint, shape (n,): the sum of squares of what is invested in each partner.

    The part of its ties that i has with j is p_ij = w_ij / sum of its weights; the constraint is the sum over i's
    partners j of (p_ij + sum over q of p_iq p_qj)². NaN for a state without ties.
    """
    sums = weights.sum(axis=1)
    parts = np.divide(weights, sums[:, None], out=np.zeros_like(weights), where=sums[:, None] > 0)
    invested = (parts + parts @ parts) ** 2
    np.fill_diagonal(invested, 0.0)
    found: Numbers = np.where(weights > 0, invested, 0.0).sum(axis=1)
    return np.where(sums > 0, found, np.nan)


def communities(ties: Ties) -> NDArray[np.int64]:
    """Return the groups of the network by modularity, shape (n,), the largest first; -1 for a state without ties.

    The method joins, step by step, the two groups whose joining raises modularity most; it finds a good division, not
    the best one.
    """
    network: nx.Graph[int] = nx.Graph()
    network.add_edges_from((int(one), int(other)) for one, other in np.argwhere(np.triu(ties)))
    groups = np.full(len(ties), -1)
    if network.number_of_edges():
        for number, members in enumerate(nx.community.greedy_modularity_communities(network)):
            groups[list(members)] = number
    return groups

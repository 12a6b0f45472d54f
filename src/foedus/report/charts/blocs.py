"""Blocs: the order of states in which those tied to each other stand together.

Communities by greedy modularity: Clauset, Newman and Moore (2004), "Finding community structure in very large
networks", Physical Review E 70: 066111, equation 6; the two whose joining raises modularity the most are joined, while
any does.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def modularity(weights: Floats, groups: list[list[int]]) -> float:
    """Return how much more tied groups are within than chance would have it (Newman and Girvan 2004, equation 5).

    Parameters
    ----------
    weights : array, shape (n, n)
        Symmetric, the diagonal 0.
    """
    total = float(weights.sum())
    if total == 0:
        return 0.0
    strength = weights.sum(axis=1)
    within = sum(float(weights[np.ix_(group, group)].sum()) for group in groups)
    return within / total - sum(float(strength[group].sum()) ** 2 for group in groups) / total**2


def blocs(weights: Floats) -> list[list[int]]:
    """Return groups of nodes, the largest first; in each the most tied come first.

    Parameters
    ----------
    weights : array, shape (n, n)
        Symmetric, the diagonal 0.
    """
    groups = [[node] for node in range(len(weights))]
    total = float(weights.sum())
    strength = weights.sum(axis=1).astype(float)
    between = weights.astype(float).copy()
    while total > 0 and len(groups) > 1:
        gain = 2 * (between / total - np.outer(strength, strength) / total**2)
        gain[np.tril_indices(len(groups))] = -np.inf
        one, other = np.unravel_index(int(gain.argmax()), gain.shape)
        if gain[one, other] <= 1e-12:
            break
        groups[one] += groups.pop(int(other))
        strength[one] += strength[other]
        strength = np.delete(strength, other)
        between[one] += between[other]
        between[:, one] += between[:, other]
        between = np.delete(np.delete(between, other, axis=0), other, axis=1)
    tied = weights.sum(axis=1)
    ordered = [sorted(group, key=lambda node: (-float(tied[node]), node)) for group in groups]
    return sorted(ordered, key=lambda group: (-len(group), group[0]))

"""Blocs are communities by modularity, and every state stands in one."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.report.charts.blocs import blocs, modularity


def weights_of(seed: int, count: int) -> np.ndarray:
    chance = np.random.default_rng(seed)
    upper = np.triu(chance.random((count, count)) * (chance.random((count, count)) < 0.4), 1)
    return np.asarray(upper + upper.T)


@given(st.integers(0, 10**6), st.integers(2, 12))
def test_modularity_is_that_of_networkx(seed: int, count: int) -> None:
    weights = weights_of(seed, count)
    groups = blocs(weights)
    assert sorted(node for group in groups for node in group) == list(range(count))
    if weights.any():
        graph = nx.from_numpy_array(weights)
        assert modularity(weights, groups) == pytest.approx(nx.community.modularity(graph, map(set, groups)), abs=1e-9)


@given(st.integers(0, 10**6), st.integers(2, 12))
def test_no_two_blocs_are_better_joined(seed: int, count: int) -> None:
    weights = weights_of(seed, count)
    groups = blocs(weights)
    best = modularity(weights, groups)
    for one in range(len(groups)):
        for other in range(one + 1, len(groups)):
            kept = [group for at, group in enumerate(groups) if at not in {one, other}]
            assert modularity(weights, [*kept, groups[one] + groups[other]]) <= best + 1e-9


def test_the_karate_club_has_the_published_modularity() -> None:
    """Clauset, Newman and Moore (2004), section III: 0.381 for Zachary's club, in three communities."""
    graph = nx.karate_club_graph()
    weights = (nx.to_numpy_array(graph) > 0).astype(float)
    groups = blocs(weights)
    assert modularity(weights, groups) == pytest.approx(0.381, abs=0.0005)
    assert len(groups) == 3


@given(st.integers(0, 10**6), st.integers(3, 9))
def test_names_do_not_matter(seed: int, count: int) -> None:
    """With weights that are all different there are no ties to break, so another order gives the same blocs."""
    weights = weights_of(seed, count)
    order = np.random.default_rng(seed + 1).permutation(count)
    ours = {frozenset(group) for group in blocs(weights)}
    shuffled = {frozenset(int(order[node]) for node in group) for group in blocs(weights[np.ix_(order, order)])}
    assert ours == shuffled


def test_without_ties_each_stands_alone() -> None:
    assert blocs(np.zeros((3, 3))) == [[0], [1], [2]]
    assert modularity(np.zeros((3, 3)), [[0], [1], [2]]) == 0.0

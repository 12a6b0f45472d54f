"""Places in networks, against networkx on random networks, against brute force over all paths, and in closed form."""

from __future__ import annotations

from itertools import combinations, pairwise, permutations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as nps
from numpy.typing import NDArray

from foedus.measures.influence.brokerage import ROLES, brokerage, communities, constraint
from foedus.measures.influence.centrality import CENTRALITIES, betweenness, closeness, degree, eigenvector, strength

Numbers = NDArray[np.float64]
CLOSE = 1e-9  # sums of a few dozen terms in another order


def symmetric(upper: Numbers) -> Numbers:
    top = np.triu(upper, 1)
    return top + top.T


def networks(most: int = 9, *, weighted: bool = True) -> st.SearchStrategy[Numbers]:
    """Draw networks; weights are powers of two, so that ways through different states can be exactly as long."""
    weight = st.sampled_from([0.0, 0.0, 0.25, 0.5, 1.0, 2.0] if weighted else [0.0, 1.0])
    return (
        st.integers(2, most)
        .flatmap(lambda number: nps.arrays(np.float64, (number, number), elements=weight))
        .map(symmetric)
    )


def graph(weights: Numbers) -> nx.Graph[int]:
    held: nx.Graph[int] = nx.Graph()
    held.add_nodes_from(range(len(weights)))
    for one, other in np.argwhere(np.triu(weights)).tolist():
        held.add_edge(one, other, weight=weights[one, other], length=1 / weights[one, other])
    return held


@given(networks())
def test_each_agrees_with_networkx(weights: Numbers) -> None:
    held, states = graph(weights), range(len(weights))

    def listed(found: dict[int, float]) -> list[float]:
        return [float(found[state]) for state in states]

    np.testing.assert_allclose(degree(weights), listed(dict(held.degree())), atol=CLOSE)
    np.testing.assert_allclose(strength(weights), listed(dict(held.degree(weight="weight"))), atol=CLOSE)
    np.testing.assert_allclose(closeness(weights), listed(nx.closeness_centrality(held, distance="length")), atol=CLOSE)
    np.testing.assert_allclose(
        betweenness(weights), listed(nx.betweenness_centrality(held, weight="length")), atol=CLOSE
    )


@given(networks())
def test_the_eigenvector_is_what_the_power_method_comes_to(weights: Numbers) -> None:
    """4,000 steps of A, shifted so that it does not swing, leave 1e-5 where the two largest values are 2 % apart."""
    if not weights.any():
        assert eigenvector(weights).tolist() == [0.0] * len(weights)
        return
    values = np.unique(np.round(np.linalg.eigvalsh(weights), 9))
    vector = np.ones(len(weights))
    for _ in range(4000):
        vector = weights @ vector + weights.sum() * vector / len(weights)
        vector /= np.linalg.norm(vector)
    if len(values) == 1 or values[-1] - values[-2] > 0.02 * values[-1]:
        np.testing.assert_allclose(eigenvector(weights), vector, atol=1e-5)
    np.testing.assert_allclose(weights @ eigenvector(weights), values[-1] * eigenvector(weights), atol=1e-7)
    assert (eigenvector(weights) >= 0).all()


@given(networks(6, weighted=False))
def test_betweenness_is_found_by_looking_at_every_path(weights: Numbers) -> None:
    number = len(weights)
    found = np.zeros(number)
    for one, other in combinations(range(number), 2):
        rest = [state for state in range(number) if state not in (one, other)]
        for many in range(number - 1):
            ways = [(one, *middle, other) for middle in permutations(rest, many)]
            ways = [way for way in ways if all(weights[here, there] for here, there in pairwise(way))]
            if ways:  # the shortest ones
                for way in ways:
                    found[list(way[1:-1])] += 1 / len(ways)
                break
    pairs = (number - 1) * (number - 2) / 2
    np.testing.assert_allclose(betweenness(weights), found / pairs if pairs else found, atol=CLOSE)


def test_a_star_in_closed_form() -> None:
    star = np.zeros((5, 5))
    star[0, 1:] = star[1:, 0] = 1
    assert degree(star).tolist() == [4, 1, 1, 1, 1]
    assert closeness(star).tolist() == pytest.approx([1, 4 / 7, 4 / 7, 4 / 7, 4 / 7])
    assert betweenness(star).tolist() == [1, 0, 0, 0, 0]
    assert eigenvector(star)[0] == pytest.approx(np.sqrt(0.5))


def test_a_small_component_is_not_near() -> None:
    """A pair and a triangle in a network of six: the formula of Wasserman and Faust by hand."""
    held = np.zeros((6, 6))
    for one, other in ((0, 1), (2, 3), (3, 4), (2, 4)):
        held[one, other] = held[other, one] = 1
    assert closeness(held).tolist() == pytest.approx([0.2, 0.2, 0.4, 0.4, 0.4, 0])


@given(networks(7), st.randoms(use_true_random=False))
def test_names_do_not_matter(weights: Numbers, random: object) -> None:
    order = list(range(len(weights)))
    random.shuffle(order)  # type: ignore[attr-defined]
    turned = weights[np.ix_(order, order)]
    for measure in CENTRALITIES.values():
        np.testing.assert_allclose(measure(turned), measure(weights)[order], atol=1e-7)


# -------------------------------------------------------------------------------------------------------- brokerage


@given(networks(8, weighted=False), st.lists(st.integers(-1, 2), min_size=8, max_size=8))
def test_roles_are_counted_as_by_looking_at_every_triple(weights: Numbers, drawn: list[int]) -> None:
    ties, groups = weights > 0, np.array(drawn[: len(weights)])
    expected = {role: [0] * len(ties) for role in ROLES}
    for broker in range(len(ties)):
        for one, other in combinations(range(len(ties)), 2):
            if broker in (one, other) or not (ties[broker, one] and ties[broker, other]) or ties[one, other]:
                continue
            a, b, c = groups[one], groups[broker], groups[other]
            if min(a, b, c) < 0:
                continue
            if a == b == c:
                role = "coordinator"
            elif a == c:
                role = "consultant"
            elif b in (a, c):
                role = "gatekeeper"
            else:
                role = "liaison"
            expected[role][broker] += 1
    found = brokerage(ties, groups)
    assert {role: counts.tolist() for role, counts in found.items()} == expected


@given(networks())
def test_constraint_is_that_of_networkx(weights: Numbers) -> None:
    theirs = nx.constraint(graph(weights), weight="weight")
    np.testing.assert_allclose(constraint(weights), [theirs[state] for state in range(len(weights))], atol=CLOSE)


def test_constraint_of_a_broker_and_of_a_clique() -> None:
    """A broker between k strangers has 1/k; each of three friends (1/2 + 1/4)² twice."""
    star = np.zeros((5, 5))
    star[0, 1:] = star[1:, 0] = 1
    assert constraint(star).tolist() == pytest.approx([0.25, 1, 1, 1, 1])
    clique = np.ones((3, 3)) - np.eye(3)
    assert constraint(clique).tolist() == pytest.approx([2 * 0.75**2] * 3)
    assert np.isnan(constraint(np.zeros((2, 2)))).all()


def test_two_cliques_with_a_bridge_are_two_groups() -> None:
    ties = np.zeros((9, 9), np.bool_)
    ties[:4, :4] = ties[4:8, 4:8] = True
    ties[3, 4] = ties[4, 3] = True
    np.fill_diagonal(ties, val=False)
    groups = communities(ties)
    assert len({*groups[:4]}) == len({*groups[4:8]}) == 1
    assert groups[0] != groups[4]
    assert groups[8] == -1
    assert brokerage(ties, groups)["gatekeeper"].tolist() == [0, 0, 0, 3, 3, 0, 0, 0, 0]

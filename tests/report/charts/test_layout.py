"""Graphs are laid out so that nothing lies on anything, and near is near."""

from __future__ import annotations

from itertools import combinations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.report.charts.layout import apart, components, distances, laid_out, stressed

GRAPHS = st.integers(2, 14).flatmap(
    lambda count: st.tuples(
        st.just(count),
        st.lists(
            st.tuples(st.integers(0, count - 1), st.integers(0, count - 1), st.sampled_from([1.0, 1.5, 2.0])).filter(
                lambda edge: edge[0] != edge[1]
            ),
            max_size=25,
        ),
    )
)


def graph_of(count: int, edges: list[tuple[int, int, float]]) -> nx.Graph[int]:
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(count))
    for one, other, length in edges:
        if not graph.has_edge(one, other) or graph.edges[one, other]["weight"] > length:
            graph.add_edge(one, other, weight=length)
    return graph


@given(GRAPHS)
def test_ways_and_parts_are_those_of_networkx(given_graph: tuple[int, list[tuple[int, int, float]]]) -> None:
    count, edges = given_graph
    graph = graph_of(count, edges)
    ours = distances(count, edges)
    for one, ways in nx.all_pairs_dijkstra_path_length(graph):
        assert {other for other in range(count) if np.isfinite(ours[one, other])} == set(ways)
        assert all(ours[one, other] == pytest.approx(length) for other, length in ways.items())
    parts = [sorted(part) for part in nx.connected_components(graph)]
    assert sorted(components(count, edges)) == sorted(parts)


def test_a_path_is_drawn_as_a_line_of_its_length() -> None:
    """Closed form: distances of points on a line can be met exactly, so that the stress is 0."""
    places = stressed(np.abs(np.subtract.outer(np.arange(6.0), np.arange(6.0))))
    far = np.hypot(*(places[:, None] - places[None]).transpose(2, 0, 1))
    assert np.allclose(far, np.abs(np.subtract.outer(np.arange(6), np.arange(6))), atol=0.02)


def test_a_square_is_drawn_as_one() -> None:
    wanted = np.array([[0, 1, 2**0.5, 1], [1, 0, 1, 2**0.5], [2**0.5, 1, 0, 1], [1, 2**0.5, 1, 0]])
    places = stressed(wanted)
    far = np.hypot(*(places[:, None] - places[None]).transpose(2, 0, 1))
    assert np.allclose(far, wanted, atol=0.02)


def overlaps(centres: np.ndarray, sizes: np.ndarray) -> list[tuple[int, int]]:
    return [
        (one, other)
        for one, other in combinations(range(len(centres)), 2)
        if (np.abs(centres[one] - centres[other]) < (sizes[one] + sizes[other]) / 2 - 1e-3).all()
    ]


@given(st.lists(st.tuples(st.floats(0, 200), st.floats(0, 120)), min_size=2, max_size=14))
def test_boxes_are_moved_apart(places: list[tuple[float, float]]) -> None:
    sizes = np.array([(40.0 + 7 * (at % 3), 16.0) for at in range(len(places))])
    moved = apart(np.array(places), sizes, 4)
    assert overlaps(moved, sizes) == []


def test_boxes_that_are_apart_stay_where_they_are() -> None:
    places = np.array([(0.0, 0.0), (100.0, 0.0), (0.0, 50.0)])
    assert np.array_equal(apart(places, np.full((3, 2), 20.0), 5), places)


@given(GRAPHS)
def test_a_whole_graph_lies_in_its_frame_without_overlaps(
    given_graph: tuple[int, list[tuple[int, int, float]]],
) -> None:
    count, edges = given_graph
    sizes = np.array([(50.0 + 5 * (at % 4), 18.0) for at in range(count)])
    centres, width, height = laid_out(count, edges, sizes, 80, 6)
    assert overlaps(centres, sizes) == []
    assert (centres - sizes / 2 >= -1e-6).all()
    assert (centres + sizes / 2 <= np.array([width, height]) + 1e-6).all()


def test_the_same_graph_is_always_drawn_alike() -> None:
    edges = [(0, 1, 1.0), (1, 2, 1.0), (2, 3, 1.0), (3, 0, 1.0), (0, 4, 1.5)]
    sizes = np.full((5, 2), 20.0)
    first, *_ = laid_out(5, edges, sizes, 80, 6)
    again, *_ = laid_out(5, edges, sizes, 80, 6)
    assert np.array_equal(first, again)

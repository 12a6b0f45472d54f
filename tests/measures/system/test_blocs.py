"""Blocs against NetworkX's own modularity, by-hand cases and bounds."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.measures.system.networks import symmetric

from foedus.measures.system.blocs import blocs, modularity

ROUNDING = 1e-9


@given(symmetric())
def test_modularity_is_that_of_networkx(tied: np.ndarray) -> None:
    found = blocs(tied)
    assert np.isnan(found.modularity) == (not tied.any())
    if tied.any():
        alone = [{one} for one in np.flatnonzero(~tied.any(axis=1))]
        theirs = nx.community.modularity(nx.from_numpy_array(tied), [*map(set, found.members), *alone])
        assert found.modularity == pytest.approx(theirs, abs=ROUNDING)


@given(symmetric(), st.data())
def test_modularity_of_any_division(tied: np.ndarray, data: st.DataObject) -> None:
    bloc = np.array(data.draw(st.lists(st.integers(0, 3), min_size=len(tied), max_size=len(tied))))
    if tied.any():
        division = [set(np.flatnonzero(bloc == one)) for one in set(bloc.tolist())]
        theirs = nx.community.modularity(nx.from_numpy_array(tied), division)
        assert modularity(tied, bloc) == pytest.approx(theirs, abs=ROUNDING)
        assert -0.5 - ROUNDING <= theirs <= 1


@given(symmetric())
def test_every_state_with_a_tie_is_in_one_bloc(tied: np.ndarray) -> None:
    held = sorted(one for members in blocs(tied).members for one in members)
    assert held == np.flatnonzero(tied.any(axis=1)).tolist()


@given(symmetric(least=2))
def test_reach_is_that_of_ever_longer_chains(tied: np.ndarray) -> None:
    chains = np.linalg.matrix_power(tied.astype(int) + np.eye(len(tied), dtype=int), len(tied)) > 0
    states = len(tied)
    assert blocs(tied).reach == pytest.approx((chains.sum() - states) / (states * (states - 1)))


@given(symmetric())
def test_ties_across_are_counted(tied: np.ndarray) -> None:
    found = blocs(tied)
    of = {state: number for number, members in enumerate(found.members) for state in members}
    pairs = [(one, other) for one, other in np.argwhere(tied) if one < other]
    across = [of[one] != of[other] for one, other in pairs]
    assert found.across == pytest.approx(np.mean(across) if across else np.nan, nan_ok=True)


def test_two_triangles_are_two_blocs() -> None:
    tied = np.zeros((7, 7), np.bool_)
    for one, other in [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5), (2, 3)]:
        tied[one, other] = tied[other, one] = True
    found = blocs(tied)
    assert found.members == ((0, 1, 2), (3, 4, 5))
    assert found.modularity == pytest.approx(6 / 7 - 2 * (7 / 14) ** 2)
    assert found.across == pytest.approx(1 / 7)
    assert found.reach == pytest.approx(30 / 42)

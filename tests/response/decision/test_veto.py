"""Veto players: another one never makes more change possible."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from foedus.response.decision.veto import in_winset

POINTS = arrays(float, st.tuples(st.integers(1, 6), st.just(2)), elements=st.floats(-5, 5))
GRID = np.stack(np.meshgrid(np.linspace(-6, 6, 41), np.linspace(-6, 6, 41)), axis=-1).reshape(-1, 2)


@given(POINTS, arrays(float, 2, elements=st.floats(-5, 5)))
def test_a_further_veto_player_never_enlarges_the_winset(ideals: np.ndarray, status_quo: np.ndarray) -> None:
    fewer = in_winset(GRID, status_quo, ideals[:-1]) if len(ideals) > 1 else np.ones(len(GRID), bool)
    assert not (in_winset(GRID, status_quo, ideals) & ~fewer).any()


def test_a_player_on_the_status_quo_stops_everything() -> None:
    here = np.zeros(2)
    assert in_winset(GRID, here, np.array([[0.0, 0.0]])).sum() == 1

"""Random networks for the tests of the system."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st


@st.composite
def symmetric(draw: st.DrawFn, least: int = 1, most: int = 9) -> np.ndarray:
    """Draw who is tied to whom."""
    states = draw(st.integers(least, most))
    one, other = np.triu_indices(states, 1)
    tied = np.zeros((states, states), np.bool_)
    tied[one, other] = draw(st.lists(st.booleans(), min_size=len(one), max_size=len(one)))
    return tied | tied.T


@st.composite
def armed(draw: st.DrawFn, least: int = 2, most: int = 6) -> tuple[np.ndarray, np.ndarray, float]:
    """Draw a network, its states' strengths and the advantage of defence, all whole or halves: no rounding."""
    tied = draw(symmetric(least, most))
    strength = draw(st.lists(st.integers(1, 6), min_size=len(tied), max_size=len(tied)))
    return tied, np.array(strength, float), draw(st.sampled_from([1.0, 1.5, 2.0, 3.0]))

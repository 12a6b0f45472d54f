"""Whose capability stands behind a state: by hand, state by state, and within bounds."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from foedus import BadInput
from foedus.measures.system.dependence import dependence


@st.composite
def owed(draw: st.DrawFn) -> tuple[np.ndarray, np.ndarray]:
    states = draw(st.integers(1, 7))
    owes = draw(arrays(np.bool_, (states, states)))
    capability = draw(arrays(float, states, elements=st.one_of(st.floats(0, 1), st.just(np.nan))))
    return owes, capability


@given(owed())
def test_it_is_what_one_adds_up_state_by_state(held: tuple[np.ndarray, np.ndarray]) -> None:
    owes, capability = held
    found = dependence(owes, capability)
    for state in range(len(owes)):
        behind = [
            0 if np.isnan(capability[one]) else capability[one]
            for one in range(len(owes))
            if owes[one, state] and one != state
        ]
        whole = capability[state] + sum(behind)
        expected = (sum(behind) / whole, max(behind, default=0) / whole) if whole > 0 else (np.nan, np.nan)
        assert (found.reliance[state], found.on_one[state]) == pytest.approx(expected, nan_ok=True)
        assert found.protected[state] == pytest.approx(whole, nan_ok=True)
        guarantor = found.guarantor[state]
        assert (guarantor < 0) == (not behind)
        if behind:
            assert owes[guarantor, state]
            assert np.nan_to_num(capability[guarantor]) == max(behind)


@given(owed())
def test_one_guarantor_is_no_more_than_all(held: tuple[np.ndarray, np.ndarray]) -> None:
    found = dependence(*held)
    known = ~np.isnan(found.reliance)
    assert np.all((found.on_one[known] >= 0) & (found.on_one[known] <= found.reliance[known] + 1e-12))
    assert np.all(found.reliance[known] <= 1 + 1e-12)


def test_a_negative_capability_is_refused() -> None:
    with pytest.raises(BadInput, match="a capability is negative"):
        dependence(np.zeros((1, 1), np.bool_), np.array([-1.0]))

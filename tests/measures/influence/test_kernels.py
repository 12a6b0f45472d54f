"""The compiled search against its specification."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as nps
from numpy.typing import NDArray

from foedus.measures.influence.centrality import betweenness, closeness
from foedus.measures.influence.kernels import near_and_between

TIES = (
    st.integers(0, 14)
    .flatmap(lambda number: nps.arrays(np.bool_, (number, number)))
    .map(lambda drawn: np.triu(drawn, 1) | np.triu(drawn, 1).T)
)


@given(TIES)
def test_the_kernel_is_its_specification(ties: NDArray[np.bool_]) -> None:
    """Sums of at most a few hundred terms in another order: 1e-12."""
    near, between = near_and_between(ties)
    np.testing.assert_allclose(near, closeness(ties.astype(np.float64)), atol=1e-12)
    np.testing.assert_allclose(between, betweenness(ties.astype(np.float64)), atol=1e-12)

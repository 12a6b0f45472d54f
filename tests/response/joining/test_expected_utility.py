"""The rule of War and Reason: the worked utilities, the algebra of its own pages, and symmetry."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus import BadInput
from foedus.response.joining.expected_utility import intensity, joining, utilities, victory, winning

STRONG = st.floats(0.001, 1)
EXACT = 1e-12


def test_neutral_to_risk_and_half_alike() -> None:
    found = utilities(0.5)
    assert (found.own, found.theirs, found.status_quo) == pytest.approx((0.5, -0.5, 0), abs=EXACT)


@given(STRONG, STRONG, STRONG)
def test_the_weight_of_a_third_state_is_its_share_of_the_three(side: float, other: float, third: float) -> None:
    both = winning(side, other, third) + winning(other, side, third) - 1
    assert both == pytest.approx(third / (side + other + third), abs=1e-9)


@given(STRONG, STRONG, STRONG, st.floats(-2, 2), st.floats(-1, 1))
def test_what_speaks_for_one_side_speaks_against_the_other(
    side: float, other: float, third: float, prefers: float, costs: float
) -> None:
    assert joining(side, other, third, prefers, costs) == pytest.approx(
        -joining(other, side, third, -prefers, -costs), abs=1e-12
    )


@given(st.floats(-1, 1), st.floats(0.2, 3))
def test_one_would_rather_have_its_own_demand_met(similarity: float, risk: float) -> None:
    found = utilities(similarity, risk)
    assert found.own >= found.status_quo - EXACT >= found.theirs - 2 * EXACT


def test_third_states_are_weighed_by_what_they_can_and_what_they_care() -> None:
    cares = intensity(np.array([0.8, 0.1]), np.array([0.2, 0.5]), risk=0.0)
    assert cares == pytest.approx([0.3, -0.2])
    assert victory(np.array([0.1, 0.3]), cares) == pytest.approx(0.03 / 0.09)


def test_where_nobody_cares_there_is_no_chance() -> None:
    with pytest.raises(BadInput, match="no state cares"):
        victory(np.array([0.5]), np.array([0.0]))
    with pytest.raises(BadInput, match="no similarity"):
        utilities(1.5)


@pytest.mark.parametrize("risk", [0.0, -1.0, float("nan"), float("inf")])
def test_an_exponent_of_risk_is_above_0(risk: float) -> None:
    with pytest.raises(BadInput, match="no exponent of risk"):
        utilities(-1.0, risk)


@pytest.mark.parametrize(
    "held", [(0.0, 0.0, 0.0), (float("nan"), 1.0, 1.0), (1.0, 1.0, float("nan")), (2.0, -1.0, 0.0)]
)
def test_capabilities_are_numbers_that_are_not_all_0(held: tuple[float, float, float]) -> None:
    with pytest.raises(BadInput, match="capability"):
        winning(*held)

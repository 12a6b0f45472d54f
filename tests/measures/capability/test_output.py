"""Economic capability, by hand and by what theory asks."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.measures.capability.output import SUBSISTENCE, output_by_output_per_head, surplus_domestic_product


def test_by_hand() -> None:
    gdp, population = np.array([6000.0, 3000.0, np.nan]), np.array([2.0, 3.0, 1.0])
    assert output_by_output_per_head(gdp, population)[:2].tolist() == [18e6, 3e6]
    assert surplus_domestic_product(gdp, population)[:2].tolist() == [6000 - 2190, 0.0]
    assert np.isnan(output_by_output_per_head(gdp, population)[2])
    assert np.isnan(surplus_domestic_product(gdp, population)[2])


def test_nobody_has_no_output_a_head() -> None:
    assert np.isnan(output_by_output_per_head(np.array([1.0]), np.array([0.0])))[0]


def test_subsistence_is_three_dollars_a_day() -> None:
    assert SUBSISTENCE == 1095


@given(st.floats(1, 1e12), st.floats(1, 1e9), st.floats(1, 10))
def test_more_mouths_never_help(gdp: float, population: float, factor: float) -> None:
    one, other = np.array([population]), np.array([population * factor])
    output = np.array([gdp])
    assert surplus_domestic_product(output, other) <= surplus_domestic_product(output, one)
    assert output_by_output_per_head(output, other) <= output_by_output_per_head(output, one) * (1 + 1e-12)


@given(st.floats(1, 1e12), st.floats(1, 1e9))
def test_two_like_states_together_have_twice_of_each(gdp: float, population: float) -> None:
    one = np.array([gdp]), np.array([population])
    both = np.array([2 * gdp]), np.array([2 * population])
    for measure in (output_by_output_per_head, surplus_domestic_product):
        assert measure(*both) == pytest.approx(2 * measure(*one))

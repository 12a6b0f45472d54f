"""Burdens, what members can pay, and what they gain."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus import FoedusError
from foedus.measures.burden.shares import ability_shares, benefit_shares, burdens, burdens_of

members = st.lists(st.tuples(st.floats(1, 1e3), st.floats(1e3, 1e6), st.floats(1e3, 1e8)), min_size=2, max_size=12)


def test_by_hand() -> None:
    found = burdens_of(np.array([6.0, 2.0]), np.array([300.0, 100.0]), np.array([10.0, 10.0]))
    assert found.burden.tolist() == [2, 2]
    assert found.per_head.tolist() == [0.6, 0.2]
    assert found.spending.tolist() == found.ability.tolist() == [0.75, 0.25]
    assert found.benefit.tolist() == [0.625, 0.375]
    assert found.over_ability.tolist() == [0, 0]


def test_an_exemption_moves_the_burden_to_those_with_more_a_head() -> None:
    gdp, people = np.array([300.0, 100.0]), np.array([10.0, 10.0])
    assert ability_shares(gdp, people, exemption=5).tolist() == [250 / 300, 50 / 300]
    assert ability_shares(gdp, people, exemption=10).tolist() == [1, 0]


def test_who_is_not_known_has_no_share_and_takes_none() -> None:
    found = burdens_of(np.array([6.0, np.nan, 2.0]), np.array([300.0, 500.0, 100.0]), np.array([1.0, 1.0, 1.0]))
    assert np.isnan(found.spending).tolist() == np.isnan(found.benefit).tolist() == [False, True, False]
    assert np.nansum(found.benefit) == pytest.approx(1)
    assert np.isnan(burdens(np.array([1.0]), np.array([0.0])))[0]


def test_without_a_proxy_there_is_no_benefit() -> None:
    with pytest.raises(FoedusError, match="no proxy"):
        benefit_shares(np.empty((3, 0)))


@given(members)
def test_shares_add_up(held: list[tuple[float, float, float]]) -> None:
    found = burdens_of(*np.array(held).T)
    for share in (found.spending, found.ability, found.benefit):
        assert share.sum() == pytest.approx(1)
        assert np.all(share >= 0)
    assert found.over_ability.sum() == pytest.approx(0, abs=1e-9)


@given(members)
def test_who_carries_more_than_its_part_has_a_burden_above_that_of_all(held: list[tuple[float, float, float]]) -> None:
    spent, gdp, people = np.array(held).T
    found = burdens_of(spent, gdp, people)
    all_together = 100 * spent.sum() / gdp.sum()
    clear = np.abs(found.burden - all_together) > 1e-9 * all_together
    assert np.all((found.over_ability > 0)[clear] == (found.burden > all_together)[clear])

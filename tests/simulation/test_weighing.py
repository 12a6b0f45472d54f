"""Probabilities of sets of allies: products where allies are independent, the chain rule, and what draws show."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.stats import multivariate_normal, norm

from foedus.response.fulfilment.design import row
from foedus.response.model_card import read_card
from foedus.simulation.prerequisites import After, Flags, called, distinct
from foedus.simulation.responses import Plan, coefficients, draw
from foedus.simulation.weighing import weighing

KINDS = (("defence", True), ("offence", False), ("defence", False))
ALL = np.ones(3, bool)
CHAIN: After = ((), (0,), (0, 1))


def plan(*, together: float = 0.0, after: After = ()) -> Plan:
    """Return three allies of unlike kinds."""
    card = read_card("fulfilment")
    terms = np.concatenate(
        [row(since_1945=False, pledges=[kind], multilateral=many, major_power=False) for kind, many in KINDS]
    )
    return Plan(terms, card.vector, card.matrix, np.array([0.2, 0.3, 0.5]), 0.1, 1.0, together, after=after)


def chances(held: Plan) -> NDArray[np.float64]:
    return 1 / (1 + np.exp(-held.terms @ held.coefficients))


def every_set() -> Flags:
    return np.array(list(product((False, True), repeat=3)))


def sure(held: Plan, sets: Flags, able: Flags = ALL) -> NDArray[np.float64]:
    """Return the probabilities at the coefficients themselves."""
    return weighing(held, held.coefficients[None, :]).of(sets, able)[:, 0]


def test_of_independent_allies_the_probability_is_the_product() -> None:
    held = plan()
    p = chances(held)
    expected = [np.prod(np.where(one, p, 1 - p)) for one in every_set()]
    assert sure(held, every_set()) == pytest.approx(expected, abs=1e-12)


def test_of_two_that_are_tied_it_is_that_of_the_bivariate_normal() -> None:
    held = plan(together=0.6)
    edge = norm.ppf(chances(held))
    both = multivariate_normal.cdf(edge[:2], cov=np.array([[1, 0.6], [0.6, 1]]))
    sets = np.array([[True, True, False], [True, True, True]])
    assert sure(held, sets).sum() == pytest.approx(both, abs=1e-6)  # so close scipy's own integral is


@pytest.mark.parametrize("together", [0.0, 0.3, 0.95])
def test_however_they_are_tied_each_comes_as_often_as_the_model_says(together: float) -> None:
    held = plan(together=together)
    found = sure(held, every_set())
    assert found.sum() == pytest.approx(1, abs=1e-9)
    assert found @ every_set() == pytest.approx(chances(held), abs=1e-6)


def test_who_waits_for_another_follows_the_chain_rule() -> None:
    held = plan(after=CHAIN)
    p = chances(held)
    sets = np.array([[False, False, False], [True, False, False], [True, True, False], [True, True, True]])
    stay, come = 1 - p, p
    expected = [stay[0], come[0] * stay[1] * stay[2], come[0] * come[1] * stay[2], np.prod(come)]
    assert sure(held, sets) == pytest.approx(expected, abs=1e-12)


def test_one_that_is_not_able_takes_no_part_in_the_product() -> None:
    held = plan(after=CHAIN)
    p = chances(held)
    able = np.array([True, False, True])
    sets = np.array([[False, False, False], [True, False, False], [True, False, True]])
    expected = [1 - p[0], p[0] * (1 - p[2]), p[0] * p[2]]
    assert sure(held, sets, able) == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize("after", [(), CHAIN])
def test_the_mean_over_draws_of_the_coefficients_is_how_often_each_set_is_drawn(after: After) -> None:
    held, draws = plan(together=0.4, after=after), 60_000
    sets, counts = distinct(draw(held, draws).come)
    many = weighing(held, coefficients(held, "other", (0, 4000))).of(sets, ALL).mean(axis=1)
    shares = counts / draws
    error = np.sqrt(shares * (1 - shares) / draws + shares**2 / 4000)
    assert np.all(np.abs(shares - many) < 4.5 * error)
    assert counts.sum() == draws


def test_where_the_coefficients_are_sure_all_draws_say_the_same() -> None:
    held = replace(plan(together=0.3), covariance=plan().covariance * 1e-18)
    found = weighing(held, coefficients(held, "other", (0, 50))).of(every_set(), ALL)
    assert np.ptp(found, axis=1).max() < 1e-6


def test_sets_that_can_be_are_all_there_is_under_any_prerequisites() -> None:
    held = plan(together=0.5, after=CHAIN)
    sets, _ = distinct(called(every_set(), CHAIN))
    total = weighing(held, coefficients(held, "other", (0, 20))).of(sets, ALL).sum(axis=0)
    assert total == pytest.approx(1, abs=1e-9)

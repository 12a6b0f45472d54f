"""Who pays: closed forms, best replies found by search, and what theory says of the rich, the poor and the many."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import optimize

from foedus import FoedusError
from foedus.measures.burden import free_riding, joint_products

incomes = st.lists(st.floats(0.5, 100), min_size=1, max_size=8)
weights = st.floats(0.05, 0.95)
parts = st.floats(0, 1)


def best_reply(income: float, others: float, weight: float, private: float) -> float:
    """Return what suits a member best, by search and without any formula of ours."""

    def loss(paid: float) -> float:
        defence = paid + (1 - private) * others
        return -float((1 - weight) * np.log(income - paid) + weight * np.log(defence))

    found = optimize.minimize_scalar(
        loss, bounds=(1e-12, income * (1 - 1e-12)), method="bounded", options={"xatol": 1e-10}
    )
    return float(found.x)


def test_the_worked_example() -> None:
    found = free_riding.nash([10, 8, 3], 0.5)
    assert found.total == pytest.approx(6)
    assert found.paid == pytest.approx([4, 2, 0])
    assert found.contributors.tolist() == [True, True, False]


@pytest.mark.data
def test_in_the_nato_of_1964_only_the_united_states_would_pay(shared_data: Path) -> None:
    file = shared_data / "published" / "olson_zeckhauser_1964_from_memory.csv"
    rows = list(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))
    found = free_riding.nash([float(row["gnp_bn_usd_1964"]) for row in rows], 0.5)
    assert [row["country"] for row, pays in zip(rows, found.contributors, strict=True) if pays] == ["United States"]
    assert found.total == pytest.approx(284.5, abs=0.05)


@given(incomes, weights, parts)
def test_nobody_would_do_better_alone(held: list[float], weight: float, private: float) -> None:
    """The definition of the equilibrium, tried member by member; the search is good to about 1e-6 of the income."""
    found = joint_products.nash(held, weight, private)
    for member, income in enumerate(held):
        others = found.total - found.paid[member]
        assert found.paid[member] == pytest.approx(best_reply(income, others, weight, private), abs=2e-5 * income)


@given(incomes, weights)
def test_without_a_private_part_joint_products_are_free_riding(held: list[float], weight: float) -> None:
    np.testing.assert_allclose(
        joint_products.nash(held, weight, 0).paid, free_riding.nash(held, weight).paid, atol=1e-9 * sum(held)
    )


@given(incomes, weights)
def test_the_rich_pay_more_and_a_larger_part_of_their_income(held: list[float], weight: float) -> None:
    """Olson and Zeckhauser's exploitation of the great by the small."""
    ordered = np.sort(held)
    found = free_riding.nash(ordered, weight)
    assert np.all(np.diff(found.paid) >= -1e-9)
    assert np.all(np.diff(found.paid / ordered) >= -1e-9)


@given(incomes, weights)
def test_too_little_is_paid_unless_one_is_alone(held: list[float], weight: float) -> None:
    total, wanted = free_riding.nash(held, weight).total, free_riding.efficient(held, weight)
    assert total <= wanted * (1 + 1e-12)
    if len(held) == 1:
        assert total == pytest.approx(wanted)


@given(incomes, weights, st.floats(0.1, 50))
def test_another_member_never_lowers_the_common_defence(held: list[float], weight: float, newcomer: float) -> None:
    with_newcomer = free_riding.nash([*held, newcomer], weight)
    alone = free_riding.nash(held, weight)
    assert with_newcomer.total >= alone.total - 1e-9
    assert np.all(with_newcomer.paid[:-1] <= alone.paid + 1e-9)


@given(incomes, weights, parts, st.floats(0.01, 100), st.randoms(use_true_random=False))
def test_order_and_currency_do_not_matter(
    held: list[float], weight: float, private: float, unit: float, random: object
) -> None:
    found = joint_products.nash(held, weight, private)
    turned = joint_products.nash([one * unit for one in held[::-1]], weight, private)
    np.testing.assert_allclose(turned.paid, found.paid[::-1] * unit, rtol=1e-9, atol=1e-9 * unit)


@given(incomes, weights)
def test_a_wholly_private_good_is_paid_for_by_each_and_efficiently(held: list[float], weight: float) -> None:
    found = joint_products.nash(held, weight, 1)
    np.testing.assert_allclose(found.paid, weight * np.array(held))
    np.testing.assert_allclose(joint_products.pareto(held, weight, 1).paid, found.paid, rtol=1e-4)


@given(incomes, weights)
def test_without_a_private_part_the_pareto_point_is_lindahls(held: list[float], weight: float) -> None:
    """Each pays the weight of defence times its income: the closed form of the weighted sum's top."""
    found = joint_products.pareto(held, weight, 0)
    np.testing.assert_allclose(found.paid, weight * np.array(held), rtol=1e-4)
    assert found.total == pytest.approx(free_riding.efficient(held, weight), rel=1e-5)


@given(st.lists(st.floats(1, 50), min_size=2, max_size=6), weights, parts)
def test_at_the_pareto_point_no_small_change_helps(held: list[float], weight: float, private: float) -> None:
    """Slopes of the weighted sum are 0 for those who pay and not above 0 for those who do not."""
    found = joint_products.pareto(held, weight, private)
    w, common = np.array(held), joint_products.enjoyed(found.paid, private)
    others = weight * (1 - private) * np.sum(w / common)
    slope = w * (weight * private / common - (1 - weight) / (w - found.paid)) + others
    pays = found.paid > 1e-6 * w
    assert np.all(np.abs(slope[pays]) < 2e-3)
    assert np.all(slope[~pays] < 2e-3)


@given(st.lists(st.floats(1, 50), min_size=2, max_size=5), weights, parts)
def test_together_the_pareto_point_is_better_than_the_equilibrium(
    held: list[float], weight: float, private: float
) -> None:
    w = np.array(held)

    def together(paid: np.ndarray) -> float:
        common = joint_products.enjoyed(paid, private)
        return float(np.sum(w * ((1 - weight) * np.log(w - paid) + weight * np.log(common))))

    best, alone = (model(held, weight, private).paid for model in (joint_products.pareto, joint_products.nash))
    assert together(best) >= together(alone) - 1e-6 * w.sum()


def test_the_more_private_the_less_is_wanting_and_burdens_come_to_match_benefits() -> None:
    """Sandler and Forbes's conclusion, on the worked example."""
    held = [10.0, 8.0, 3.0]
    wanting, apart = [], []
    for private in (0.0, 0.25, 0.5, 0.75, 0.9, 1.0):
        found = joint_products.nash(held, 0.5, private)
        wanting.append(joint_products.pareto(held, 0.5, private).total - found.total)
        defence = joint_products.enjoyed(found.paid, private)
        apart.append(np.abs(found.paid / found.total - defence / defence.sum()).max())
    assert wanting == sorted(wanting, reverse=True)
    assert wanting[-1] == pytest.approx(0, abs=1e-4)
    assert apart == sorted(apart, reverse=True)
    assert apart[-1] == pytest.approx(0, abs=1e-12)


@pytest.mark.parametrize(
    ("held", "weight", "private"),
    [([], 0.5, 0), ([1, 0], 0.5, 0), ([1, -1], 0.5, 0), ([1], 0, 0), ([1], 1, 0), ([1], 0.5, -0.1), ([1], 0.5, 1.1)],
)
def test_what_makes_no_sense_is_refused(held: list[float], weight: float, private: float) -> None:
    for model in (joint_products.nash, joint_products.pareto):
        with pytest.raises(FoedusError):
            model(held, weight, private)

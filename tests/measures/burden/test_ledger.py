"""A group's burdens put together: gaps that are not known stay so, and a model asks only members whose GDP is known."""

from __future__ import annotations

import numpy as np
import pytest

from foedus._base.dates import Day
from foedus.measures.burden import joint_products
from foedus.measures.burden.accounts import Accounts
from foedus.measures.burden.ledger import Model, ledger

DAY = Day.parse("2025-12-31")
NAN = float("nan")


def accounts(expenditure: list[float], gdp: list[float], equipment: list[float] | None = None) -> Accounts:
    spent, output = np.array(expenditure), np.array(gdp)
    return Accounts(
        expenditure=spent,
        gdp=output,
        population=np.full(len(spent), 1e6),
        burden=100 * spent / output,
        equipment=np.array(equipment) if equipment else np.full(len(spent), NAN),
        years=(2024,) * len(spent),
        unit="million US$",
        source="made up",
    )


def test_gaps_are_of_the_right_thing() -> None:
    found = ledger(accounts([20, 10, 40], [1000, 1000, 1000], [25, 15, NAN]), "nato", DAY)
    gaps = {one.id: gap.tolist() for one, gap in found.gaps.items()}
    assert gaps["wales-2"] == [0, 1, -2]
    assert gaps["wales-20"][:2] == [-5, 5]
    assert gaps["hague-3.5"] == [1.5, 2.5, -0.5]
    assert np.isnan([gaps["wales-20"][2], *gaps["hague-1.5"]]).all()


def test_other_alliances_promised_nothing() -> None:
    assert ledger(accounts([20, 10, 40], [1000, 1000, 1000]), "csto", DAY).gaps == {}


def test_two_members_are_too_few_for_ranks() -> None:
    assert ledger(accounts([20, 10, NAN], [1000, 1000, 1000]), "", DAY).tests is None


def test_the_model_is_asked_of_members_whose_gdp_is_known() -> None:
    found = ledger(accounts([20, 10, 40], [10, NAN, 8]), "", DAY, Model(0.5)).prediction
    assert found is not None
    assert found.paid[[0, 2]] == pytest.approx(joint_products.nash([10, 8], 0.5, 0).paid)
    assert np.isnan(found.paid[1])
    assert np.nansum(found.shares) == pytest.approx(1)
    assert found.total <= found.efficient

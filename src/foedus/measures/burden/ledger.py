"""The burdens of a group in a year, put together: accounts, shares, gaps, tests, and what each would pay alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from foedus._base.dates import Day
from foedus.measures.burden import joint_products
from foedus.measures.burden.accounts import Accounts
from foedus.measures.burden.guidelines import Guideline, guidelines_on
from foedus.measures.burden.shares import Burdens
from foedus.measures.burden.verdict import Verdict, shares_of, verdict
from foedus.measures.capability.reading import Numbers

NO_FIGURES = frozenset({"hague-1.5"})
"""Guidelines about which nothing is published state by state."""


@dataclass(frozen=True, slots=True)
class Model:
    """A model of who pays what: the weight of defence in what members value, and the part of it that is their own."""

    weight: float
    private: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Prediction:
    """What members would pay in the Nash equilibrium of a model, and what would be efficient.

    Attributes
    ----------
    paid : array, shape (n,)
        In the unit of the accounts; NaN for a member whose GDP is not known.
    total, efficient : float
        What all pay together, and what they would pay at the Pareto point of `joint_products.pareto`.
    """

    model: Model
    paid: Numbers
    total: float
    efficient: float

    @property
    def shares(self) -> Numbers:
        """Each member's share of what is paid."""
        return self.paid / self.total


@dataclass(frozen=True, slots=True, eq=False)
class Ledger:
    """The burdens of a group.

    Attributes
    ----------
    gaps : mapping of Guideline to array
        Points lacking to each guideline agreed by the day; all NaN where nothing is published by state.
    tests : Verdict or None
        None for fewer than three members with figures.
    prediction : Prediction or None
        None if no model was asked for.
    """

    accounts: Accounts
    shares: Burdens
    gaps: Mapping[Guideline, Numbers]
    tests: Verdict | None
    prediction: Prediction | None


def ledger(accounts: Accounts, treaty: str, day: Day, model: Model | None = None) -> Ledger:
    """Return the burdens of a group.

    Parameters
    ----------
    treaty : str
        Whose guidelines are meant; empty for none.
    day : Day
        By which guidelines must have been agreed.
    """
    return Ledger(
        accounts,
        shares_of(accounts),
        {one: _gap(one, accounts) for one in guidelines_on(treaty, day)},
        verdict(accounts),
        None if model is None else predict(accounts, model),
    )


def _gap(guideline: Guideline, accounts: Accounts) -> Numbers:
    if guideline.id in NO_FIGURES:
        return np.full(accounts.burden.shape, np.nan)
    return guideline.gap(accounts.burden if guideline.of == "gdp" else accounts.equipment)


def predict(accounts: Accounts, model: Model) -> Prediction:
    """Return what members would pay in a model, their GDP being their income."""
    known = np.isfinite(accounts.gdp) & (accounts.gdp > 0)
    found = joint_products.nash(accounts.gdp[known], model.weight, model.private)
    best = joint_products.pareto(accounts.gdp[known], model.weight, model.private)
    paid = np.full(accounts.gdp.shape, np.nan)
    paid[known] = found.paid
    return Prediction(model, paid, found.total, best.total)

"""The Composite Index of National Capability: the mean of a state's shares of the world in six resources."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

COMPONENTS = ("milex", "milper", "irst", "pec", "tpop", "upop")
"""Military expenditure and personnel, iron and steel, primary energy, total and urban population, as NMC names them."""


def shares_of_year(components: Numbers, years: NDArray[np.integer]) -> Numbers:
    """Return each state's share of the world in each resource in its year.

    Parameters
    ----------
    components : array, shape (n, k)
        A row a state and year, a column a resource, in any unit; NaN where it is not known. States whose figure is not
        known are left out of the world's sum.
    years : array, shape (n,)
        The year of each row.

    Returns
    -------
    array, shape (n, k)
        Shares from 0 to 1; NaN where the figure is not known or the year's sum is 0.
    """
    _, year = np.unique(years, return_inverse=True)
    sums = np.zeros((year.max(initial=-1) + 1, components.shape[1]))
    np.add.at(sums, year, np.nan_to_num(components))
    totals = sums[year]
    shares: Numbers = np.divide(components, totals, out=np.full(components.shape, np.nan), where=totals > 0)
    return shares


def cinc(components: Numbers, years: NDArray[np.integer]) -> Numbers:
    """Return the Composite Index of National Capability of each state and year.

    The mean of the shares that are known (Singer, Bremer and Stuckey 1972): a resource whose figure is missing is left
    out of the state's mean, not counted as none.

    Parameters
    ----------
    components : array, shape (n, k)
        As for `shares_of_year`; k is 6 in the index as published.
    years : array, shape (n,)
        The year of each row.

    Returns
    -------
    array, shape (n,)
        From 0 to 1; NaN where no share is known.
    """
    shares = shares_of_year(components, years)
    known = np.isfinite(shares).sum(axis=1)
    sums = np.nan_to_num(shares).sum(axis=1)
    index: Numbers = np.divide(sums, known, out=np.full(len(sums), np.nan), where=known > 0)
    return index

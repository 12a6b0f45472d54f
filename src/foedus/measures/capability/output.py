"""Economic capability: what output says of power once the people it must feed are taken into account."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

SUBSISTENCE = 3 * 365.0
"""What a person needs for a year: 3 US$ a day in prices of 2011 at purchasing power (Anders, Fariss and Markowitz)."""


def output_by_output_per_head(gdp: Numbers, population: Numbers) -> Numbers:
    """Return the product of GDP and GDP a head (Beckley 2018, International Security 43(2): 7).

    Size counts, and so does what is left when many must be provided for; the unit has no meaning of its own, only
    ratios and ranks have.

    Parameters
    ----------
    gdp, population : array, shape (n,)
        NaN where not known.

    Returns
    -------
    array, shape (n,)
        NaN where either is not known or the population is 0.
    """
    per_head: Numbers = np.divide(gdp, population, out=np.full(gdp.shape, np.nan), where=population > 0)
    return gdp * per_head


def surplus_domestic_product(gdp: Numbers, population: Numbers, subsistence: float = SUBSISTENCE) -> Numbers:
    """Return the output that is left once everybody has been fed and housed.

    SDP = max(0, GDP - population × subsistence) (Anders, Fariss and Markowitz 2020, International Studies Quarterly
    64: 392).

    Parameters
    ----------
    gdp : array, shape (n,)
        US$ of 2011 at purchasing power; NaN where not known.
    population : array, shape (n,)
        Persons.
    subsistence : float
        US$ of 2011 a person and year.
    """
    return np.maximum(gdp - population * subsistence, 0.0)

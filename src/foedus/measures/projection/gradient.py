"""What is left of strength over distance: Boulding's gradient, and the discount of *The War Trap*.

References
----------
Boulding (1962), *Conflict and Defense*, chapter 12: strength falls by so much a unit of distance from home.
Bueno de Mesquita (1981), *The War Trap*: capability is raised to the power log10(miles / miles a day + (10 - e)); the
constants as Bennett and Stam (2000), "EUGene: A Conceptual Manual", International Interactions 26, have them.
"""

from __future__ import annotations

from math import e, isfinite

import numpy as np
from numpy.typing import ArrayLike, NDArray

from foedus._base.errors import BadInput, Fault

Numbers = NDArray[np.float64]

ERAS: tuple[tuple[int, int, float], ...] = ((1816, 1918, 250.0), (1919, 1945, 375.0), (1946, 9999, 500.0))
"""First and last year, and how many miles a day forces were taken to move."""


def strength_at(home: ArrayLike, loss: ArrayLike, distance: ArrayLike) -> Numbers:
    """Return what is left of strength at a distance: home - loss x distance, and no less than nothing.

    Parameters
    ----------
    home, loss, distance : arrays that go together
        Strength at home, what is lost a unit of distance, and the distance; in any unit, 0 or more.
    """
    left: Numbers = np.asarray(home, np.float64) - np.asarray(loss, np.float64) * np.asarray(distance, np.float64)
    return np.maximum(left, 0.0)


def boundary(homes: tuple[float, float], losses: tuple[float, float], apart: float) -> float | None:
    """Return how far from the first of two parties they are as strong as each other (Boulding, equation 1).

    Parameters
    ----------
    homes, losses : tuple of float
        The strength of each at home, and what each loses a unit of distance.
    apart : float
        The distance between their homes.

    Returns
    -------
    float or None
        (S1 - S2 + k2 D) / (k1 + k2), between 0 and D; None where one of them is the stronger at the other's home too,
        so that there is no boundary between them.

    Raises
    ------
    BadInput
        If a number is below 0 or none at all, or neither loses anything over distance.
    """
    if not all(isfinite(one) and one >= 0 for one in (*homes, *losses, apart)):
        raise BadInput(Fault("a strength, a loss or the distance is no number of 0 or more", "boundary", "0 or more"))
    if sum(losses) == 0:
        raise BadInput(Fault("neither party loses strength over distance", "boundary", "a loss above 0"))
    found = (homes[0] - homes[1] + losses[1] * apart) / sum(losses)
    return found if 0 <= found <= apart else None


def miles_a_day(years: ArrayLike) -> Numbers:
    """Return how many miles a day forces moved by the rule of the era; NaN before 1816."""
    asked = np.asarray(years)
    rates: Numbers = np.full(asked.shape, np.nan)
    for first, last, rate in ERAS:
        rates[(asked >= first) & (asked <= last)] = rate
    return rates


def discount_exponent(miles: ArrayLike, years: ArrayLike) -> Numbers:
    """Return log10(miles / miles a day + (10 - e)): 0.862 at no distance, 1 after 2.718 days' way."""
    exponent: Numbers = np.log10(np.asarray(miles, np.float64) / miles_a_day(years) + (10 - e))
    return exponent


def discounted(capability: ArrayLike, miles: ArrayLike, years: ArrayLike) -> Numbers:
    """Return capability as it is felt at a distance.

    Parameters
    ----------
    capability : array
        A share of the world's, from 0 to 1; the rule has no meaning for other units. NaN where it is not known.
    miles : array
        Statute miles from home; 0 where the two share a land border, by the rule of the field.
    years : array
        Which decide the miles a day.

    Returns
    -------
    array
        The share to the power of `discount_exponent`. At no distance the exponent is below 1, so that the number is
        larger than the share itself: only ratios of such numbers should be read.

    Raises
    ------
    BadInput
        If a capability is no share or a distance is below 0.
    """
    shares, way = np.asarray(capability, np.float64), np.asarray(miles, np.float64)
    if np.any((shares < 0) | (shares > 1)) or np.any(way < 0):
        raise BadInput(Fault("a capability is no share, or a distance is below 0", "discount", "0 to 1; 0 or more"))
    left: Numbers = shares ** discount_exponent(way, years)
    return left

"""The coefficients of similarity for one pair of portfolios, written out: the specification of the kernel.

A portfolio has a level, 0 to the highest, towards each of the others; what is missing in either portfolio is left out
of both.

References
----------
Signorino and Ritter (1999), "Tau-b or Not Tau-b", for S; Häge (2011), "Choice or Circumstance?", for Cohen's kappa and
Scott's pi with squared distances; Bueno de Mesquita (1975), "Measuring Systemic Polarity", for Kendall's tau-b.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Levels = NDArray[np.int8]
Floats = NDArray[np.float64]
MISSING = -1


class Similarity(NamedTuple):
    """The five coefficients; NaN where a coefficient has no value.

    Attributes
    ----------
    s : float
        S with absolute distances, -1 to 1.
    s_squared : float
        S with squared distances.
    kappa : float
        Cohen's, corrected for chance by each portfolio's own distribution.
    pi : float
        Scott's, by the distribution of both together.
    tau_b : float
        Kendall's.
    """

    s: float
    s_squared: float
    kappa: float
    pi: float
    tau_b: float


def similarity(one: Levels, other: Levels, highest: int) -> Similarity:
    """Return the coefficients of two portfolios.

    Parameters
    ----------
    one, other : array of int, shape (others,)
        Levels 0 to `highest`, -1 where missing.
    highest : int
        The largest distance there can be.
    """
    known = (one >= 0) & (other >= 0)
    x, y = one[known].astype(float), other[known].astype(float)
    if not len(x):
        return Similarity(*[np.nan] * 5)
    apart = np.sum((x - y) ** 2)
    return Similarity(
        1 - 2 * float(np.abs(x - y).sum()) / (len(x) * highest),
        1 - 2 * float(apart) / (len(x) * highest**2),
        _corrected(apart, np.sum((x[:, None] - y[None, :]) ** 2) / len(x)),
        _corrected(apart, _pooled(np.concatenate([x, y])) / (4 * len(x))),
        _tau_b(x, y),
    )


def _corrected(apart: float, expected: float) -> float:
    return 1 - float(apart / expected) if expected > 0 else np.nan


def _pooled(both: Floats) -> float:
    return float(np.sum((both[:, None] - both[None, :]) ** 2))


def _tau_b(x: Floats, y: Floats) -> float:
    signs = np.sign(x[:, None] - x[None, :]), np.sign(y[:, None] - y[None, :])
    whole = np.sqrt(np.sum(signs[0] ** 2) * np.sum(signs[1] ** 2))
    return float(np.sum(signs[0] * signs[1]) / whole) if whole else np.nan


def weighted_s(portfolios: Levels, weights: Floats, highest: int) -> Floats:
    """Return S with absolute distances, each of the others weighing what it weighs, for all pairs.

    The distance of two levels is both less twice how many levels both have reached.

    Parameters
    ----------
    portfolios : array of int, shape (states, others)
    weights : array of float, shape (others,)
        Such as CINC; NaN where missing, which leaves that state out.

    Returns
    -------
    array of float, shape (states, states)
    """
    weight = np.nan_to_num(weights)
    known = (portfolios >= 0).astype(float)
    reached = np.hstack([portfolios >= level for level in range(1, highest + 1)]).astype(float)
    whole = (known * weight) @ known.T
    levels = (np.maximum(portfolios, 0) * weight) @ known.T
    apart = levels + levels.T - 2 * (reached * np.tile(weight, highest)) @ reached.T
    with np.errstate(invalid="ignore", divide="ignore"):
        held: Floats = 1 - 2 * apart / (whole * highest)
    return held

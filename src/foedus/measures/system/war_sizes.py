"""How heavy the tail of the sizes of wars is: a power law above some size, by maximum likelihood.

References
----------
Clauset, Shalizi and Newman (2009), "Power-Law Distributions in Empirical Data", for the method; Clauset (2018), "Trends
and Fluctuations in the Severity of Interstate Wars", for its use; Richardson (1948), "Variation of the Frequency of
Fatal Quarrels with Magnitude", for the finding.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from foedus._base.errors import BadInput, Fault

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class PowerLaw:
    """A power law fitted to the tail of a sample of sizes.

    Attributes
    ----------
    alpha, error : float
        The exponent of the density, and its standard error for the size from which on it holds.
    least : float
        That size.
    tail, cases : int
        How many are so large, and how many there are in all.
    distance : float
        The largest distance between the two distribution functions of the tail.
    """

    alpha: float
    error: float
    least: float
    tail: int
    cases: int
    distance: float

    def larger(self, size: float) -> float:
        """Return the share of the tail that the law expects to be at least so large; NaN below the tail."""
        return (size / self.least) ** (1 - self.alpha) if size >= self.least else np.nan


def power_law(sizes: Floats) -> PowerLaw:
    """Return the law whose tail lies nearest to the sample, over all sizes at which the tail may begin.

    Parameters
    ----------
    sizes : array of float, shape (cases,)
        Above zero.

    Raises
    ------
    BadInput
        If one is missing or not above zero, or there are not two different ones.

    Notes
    -----
    That a law was fitted does not say that it is true: a log-normal tail may fit as well.
    """
    if not np.all(np.isfinite(sizes)) or np.any(sizes <= 0) or len(np.unique(sizes)) < 2:
        what = "a size is missing or not above zero, or all are the same"
        raise BadInput(Fault(what, "sizes", "numbers above 0, at least two different ones"))
    held = np.sort(sizes)
    found = [tail(held, float(least)) for least in np.unique(held)[:-1]]
    return min(found, key=lambda one: one.distance)


def tail(sizes: Floats, least: float) -> PowerLaw:
    """Return the law for the sizes from one on, by maximum likelihood: alpha is 1 + n over the sum of ln(x / least).

    Parameters
    ----------
    sizes : array of float, shape (cases,)
        Ascending; some must be larger than `least`.
    """
    held = sizes[sizes >= least]
    count = len(held)
    alpha = 1 + count / float(np.log(held / least).sum())
    expected = 1 - (held / least) ** (1 - alpha)
    distance = float(np.abs(expected - np.arange(count) / count).max())
    return PowerLaw(alpha, (alpha - 1) / float(np.sqrt(count)), least, count, len(sizes), distance)

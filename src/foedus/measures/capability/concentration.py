"""How unequally a capability is spread among the members of a group."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from foedus._base.errors import BadInput, Fault

Numbers = NDArray[np.float64]


def shares_of_group(values: Any) -> Numbers:
    """Return each member's share of the group's sum.

    Parameters
    ----------
    values : array, shape (n,)
        Not negative; NaN where it is not known.

    Returns
    -------
    array, shape (n,)
        NaN where the value is not known; all NaN if the sum is 0.

    Raises
    ------
    BadInput
        If a value is negative or infinite.
    """
    numbers = np.asarray(values, dtype=np.float64)
    if np.any(numbers < 0) or np.any(np.isinf(numbers)):
        raise BadInput(Fault("a share is taken of values that are not negative and finite", "values", "0 or more"))
    total = np.nansum(numbers)
    return numbers / total if total > 0 else np.full(numbers.shape, np.nan)


def herfindahl(values: Any) -> float:
    """Return the sum of squared shares: 1/n where all are equal, 1 where one member has everything.

    Known as the Herfindahl or Hirschman index (Hirschman 1964, American Economic Review 54: 761). Members whose value
    is not known are left out; NaN if none is left.
    """
    shares = _known(values)
    return float(np.sum(shares**2)) if len(shares) else float("nan")


def effective_number(values: Any) -> float:
    """Return how many equal members would be as concentrated: the inverse of `herfindahl`."""
    return 1 / herfindahl(values)


def ray_singer(values: Any) -> float:
    """Return Ray and Singer's concentration: 0 where all shares are equal, 1 where one member has everything.

    CON = sqrt((sum of s_i² - 1/n) / (1 - 1/n)) (Ray and Singer 1973, Sociological Methods and Research 1: 403), the
    shares' standard deviation by the largest it could be. Members whose value is not known are left out; NaN for
    fewer than two.
    """
    shares = _known(values)
    if len(shares) < 2:
        return float("nan")
    least = 1 / len(shares)
    return float(np.sqrt(max(0.0, (np.sum(shares**2) - least) / (1 - least))))


def _known(values: Any) -> Numbers:
    shares = shares_of_group(values)
    return shares[np.isfinite(shares)]

"""Institutionalisation after Leeds and Anac, worked out from ATOP's columns.

Source: B. A. Leeds and S. Anac, Alliance Institutionalization and Alliance Performance, International Interactions 31
(2005): 183-202, and the coding rule that they published with their data. Theirs is a value an alliance: the highest
that it ever reached.

A code that is missing counts as not given, as in their rule, unless all the codes of a part are missing: then the part
is missing too.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Truth = NDArray[np.bool_]

_HIGH = ("milcon", "intcom", "base")
_LOW = ("milcon", "milaid", "subord", "contrib", "orgpurp1", "orgpurp2")
_PUBLIC = ("estmode", "pubsecr")
_ORGANS = ("organ1", "organ2")
COLUMNS = tuple(dict.fromkeys((*_HIGH, *_LOW, *_PUBLIC, *_ORGANS)))
"""The columns of ATOP that the rule reads."""


def milinst(codes: Mapping[str, ArrayLike]) -> Floats:
    """Return the military institutions of each row: 0, 1 or 2, NaN where all codes are missing.

    2 (high): a common policy of defence (``milcon`` 3), an integrated command, or bases. 1 (moderate): official
    military contact in peace (``milcon`` 2), training or technology (``milaid`` 3 or 4), subordinated forces,
    contributions fixed, or an organisation whose purpose is coded 1 or 4 (``orgpurp``).

    Parameters
    ----------
    codes : mapping of str to array of shape (rows,)
        The columns named by `COLUMNS`; NaN is missing.
    """
    held = {name: _column(codes, name) for name in (*_HIGH, *_LOW)}
    high = (held["milcon"] == 3) | (held["intcom"] == 1) | (held["base"] > 0)
    low = (
        (held["milcon"] == 2)
        | _among(held["milaid"], 3, 4)
        | (held["subord"] > 0)
        | (held["contrib"] == 1)
        | _among(held["orgpurp1"], 1, 4)
        | _among(held["orgpurp2"], 1, 4)
    )
    value = np.where(high, 2.0, np.where(low, 1.0, 0.0))
    return np.where(_all_missing(held, (*_HIGH, *_LOW)), np.nan, value)


def formality(codes: Mapping[str, ArrayLike]) -> Floats:
    """Return the formality of each row: 0, 1 or 2, NaN where all codes are missing.

    One for a ratified treaty (``estmode`` 1) that is not wholly secret, one for an organisation that meets regularly or
    stands alone (``organ`` 2 or 3).

    Parameters
    ----------
    codes : mapping of str to array of shape (rows,)
        The columns named by `COLUMNS`; NaN is missing.
    """
    held = {name: _column(codes, name) for name in (*_PUBLIC, *_ORGANS)}
    public = (held["estmode"] == 1) & (held["pubsecr"] != 2)
    organised = _among(held["organ1"], 2, 3) | _among(held["organ2"], 2, 3)
    return np.where(_all_missing(held, (*_PUBLIC, *_ORGANS)), np.nan, public.astype(float) + organised)


def highest(values: ArrayLike, alliances: ArrayLike) -> tuple[NDArray[np.int64], Floats]:
    """Return the alliances, ascending, and the highest value of each; NaN where all its rows are missing.

    Parameters
    ----------
    values, alliances : array of shape (rows,)
        The value of each row, and whose it is.
    """
    numbers, at = np.unique(np.asarray(alliances, np.int64), return_inverse=True)
    best = np.full(len(numbers), np.nan)
    np.fmax.at(best, at, np.asarray(values, float))
    return numbers, best


def _column(codes: Mapping[str, ArrayLike], name: str) -> Floats:
    return np.asarray(codes[name], float)


def _among(column: Floats, *values: int) -> Truth:
    return np.isin(column, values)


def _all_missing(held: Mapping[str, Floats], names: tuple[str, ...]) -> Truth:
    missing: Truth = np.all([np.isnan(held[name]) for name in names], axis=0)
    return missing

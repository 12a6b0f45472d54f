"""Two series of values that go together, member by member."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from foedus._base.errors import BadInput, Fault

Numbers = NDArray[np.float64]


def matched(one: Any, other: Any) -> tuple[Numbers, Numbers]:
    """Return two series as numbers, NaN where not known.

    Raises
    ------
    BadInput
        If they differ in length.
    """
    x, y = np.asarray(one, np.float64), np.asarray(other, np.float64)
    if x.shape != y.shape or x.ndim != 1:
        raise BadInput(Fault(f"{x.shape} and {y.shape} are no pairs", "values", "two series of one length"))
    return x, y

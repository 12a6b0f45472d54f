"""Columns with holes: missing where nothing is known, 0 only where the data look and find nothing."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from foedus.sources.extra import pl

Flags = NDArray[np.bool_]


def masked(values: np.ndarray, known: Flags, name: str) -> pl.Series:
    """Return a column that is missing where its value is not known."""
    column = pl.Series(name, values)
    return column if known.all() else pl.select(pl.when(pl.Series(known)).then(column).alias(name)).to_series()

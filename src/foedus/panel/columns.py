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


def zero_within(column: pl.Series, covered: Flags) -> pl.Series:
    """Return a column whose holes are 0 inside the coverage, and all of which is missing outside it."""
    filled = pl.when(pl.Series(covered)).then(column.fill_null(0)).alias(column.name)
    return pl.select(filled).to_series()

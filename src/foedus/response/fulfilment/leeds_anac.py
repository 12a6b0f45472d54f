"""The logit of Leeds and Anac: institutions and formality do not make a promise safer.

References
----------
Leeds and Anac (2005), "Alliance Institutionalization and Alliance Performance", *International Interactions* 31,
table 4.
"""

from __future__ import annotations

import numpy as np

from foedus.response.logit import Fit, Floats, fit
from foedus.sources.extra import pl

TERMS = ("milinst", "formal", "chcap2d", "dinstch2", "origtar1")
"""Military institutions and formality (0 to 2); changes of power and of domestic institutions; original target."""


def design(table: pl.DataFrame) -> Floats:
    """Return the terms of each commitment, the constant first, shape (rows, 6)."""
    terms = table.select(pl.col(name).cast(pl.Float64) for name in TERMS).to_numpy()
    return np.column_stack([np.ones(len(terms)), terms])


def fit_leeds_anac(table: pl.DataFrame) -> Fit:
    """Return the logit of ``honor3`` on `TERMS`, of the table of the data set ``leeds-anac``."""
    return fit(design(table), table["honor3"].cast(pl.Float64).to_numpy())

"""The logit of Leeds and Anac: institutions and formality do not make a promise safer.

References
----------
Leeds and Anac (2005), "Alliance Institutionalization and Alliance Performance", *International Interactions* 31,
table 4.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import numpy as np

from foedus.response.logit import Fit, Floats, fit
from foedus.sources.extra import pl

TERMS = ("milinst", "formal", "chcap2d", "dinstch2", "origtar1")
"""Military institutions and formality (0 to 2); changes of power and of domestic institutions; original target."""
OUTCOME = "honor3"
OTHER_TERMS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "chalcapd": ("milinst", "formal", "chalcapd", "dinstch2", "origtar1"),
        "chcp2d20": ("milinst", "formal", "chcp2d20", "dinstch2", "origtar1"),
        "regch2": ("milinst", "formal", "chcap2d", "regch2", "origtar1"),
        "bilat": (*TERMS, "bilat"),
    }
)
"""The authors' checks with another term: another coding of a change of power or of domestic institutions, or whether
the alliance had two members."""


def design(table: pl.DataFrame, terms: Sequence[str] = TERMS) -> Floats:
    """Return the terms of each commitment, the constant first, shape (rows, 1 + terms)."""
    held = table.select(pl.col(name).cast(pl.Float64) for name in terms).to_numpy()
    return np.column_stack([np.ones(len(held)), held])


def fit_leeds_anac(table: pl.DataFrame, outcome: str = OUTCOME, terms: Sequence[str] = TERMS) -> Fit:
    """Return the logit of an outcome on some terms, of the table of the data set ``leeds-anac``."""
    return fit(design(table, terms), table[outcome].cast(pl.Float64).to_numpy())

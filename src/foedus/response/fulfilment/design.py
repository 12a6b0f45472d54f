"""The terms of the model of fulfilment: the era, the kinds of pledge, and whether there are more than two members."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from foedus.response.fulfilment.tested import PLEDGES, Tested
from foedus.response.logit import Floats

TERMS = ("constant", "since 1945", *PLEDGES, "multilateral")


def design(held: Tested) -> Floats:
    """Return the terms of each case, shape (cases, 7)."""
    columns = [held.since_1945, *(held.pledge[name] for name in PLEDGES), held.multilateral]
    return np.column_stack([np.ones(len(held)), *columns]).astype(np.float64)


def row(*, since_1945: bool, pledges: Collection[str], multilateral: bool) -> Floats:
    """Return the terms of one alliance, shape (1, 7)."""
    flags = [since_1945, *(name in pledges for name in PLEDGES), multilateral]
    return np.array([[1.0, *map(float, flags)]])

"""The terms of the model of fulfilment: era, kinds of pledge, how many members, a major power among them."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from foedus.response.fulfilment.tested import PLEDGES, Flags, Tested
from foedus.response.logit import Floats

TERMS = ("constant", "since 1945", *PLEDGES, "multilateral", "major power")


def base_design(held: Tested) -> Floats:
    """Return the terms of each case but the last, shape (cases, 7)."""
    columns = [held.since_1945, *(held.pledge[name] for name in PLEDGES), held.multilateral]
    return np.column_stack([np.ones(len(held)), *columns]).astype(np.float64)


def design(held: Tested, major_power: Flags) -> Floats:
    """Return the terms of each case, shape (cases, 8).

    Parameters
    ----------
    major_power : array of bool, shape (cases,)
        Whether a major power is among the members.
    """
    return np.column_stack([base_design(held), major_power]).astype(np.float64)


def row(*, since_1945: bool, pledges: Collection[str], multilateral: bool, major_power: bool) -> Floats:
    """Return the terms of one alliance, shape (1, 8)."""
    flags = [since_1945, *(name in pledges for name in PLEDGES), multilateral, major_power]
    return np.array([[1.0, *map(float, flags)]])

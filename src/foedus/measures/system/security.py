"""How often allies and others quarrel, and how often pairs of states go to war."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from foedus.measures.system.association import Table
from foedus.measures.system.history import SystemYear
from foedus.measures.system.ties import Network, rate


def dispute_table(years: Iterable[SystemYear]) -> Table:
    """Return pair-years by whether the two were allied and whether a dispute began; years without data are left out."""
    counts = np.zeros(4, np.int64)
    for one in years:
        if one.disputes_begun is not None:
            pair = np.triu_indices(len(one.states), 1)
            allied, begun = one.allied[pair], (one.disputes_begun | one.disputes_begun.T)[pair]
            cells = allied & begun, allied & ~begun, ~allied & begun, ~allied & ~begun
            counts += [np.count_nonzero(cell) for cell in cells]
    return Table(*(int(count) for count in counts))


def war_rate(years: Sequence[SystemYear]) -> float:
    """Return how many inter-state wars began a pair of states and year, each pair at war counted; NaN without data."""
    return rate(
        [
            Network(one.year, one.states, one.wars_begun | one.wars_begun.T)
            for one in years
            if one.wars_begun is not None
        ]
    )

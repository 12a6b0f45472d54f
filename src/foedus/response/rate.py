"""A share of cases, with an interval that allows for cases of one war being alike."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from foedus._base.errors import BadInput, Fault
from foedus.measures.extra import stats

LEVEL = 0.95


@dataclass(frozen=True, slots=True)
class Rate:
    """A share of promises kept.

    Attributes
    ----------
    name : str
        Which promises.
    kept, cases, wars : int
    low, high : float
        The ends of the 95 per cent interval.
    """

    name: str
    kept: int
    cases: int
    wars: int
    low: float
    high: float

    @property
    def share(self) -> float:
        """Kept, of the cases."""
        return self.kept / self.cases


def rate(name: str, kept: NDArray[np.bool_], war: NDArray[np.int64]) -> Rate:
    """Return the share of promises kept.

    Parameters
    ----------
    kept : array of bool, shape (cases,)
    war : array of int, shape (cases,)
        Cases of one war count as a cluster.

    Raises
    ------
    BadInput
        If there is no case: no share is better than a made-up one.

    Notes
    -----
    The interval of Korn and Graubard (1998): Clopper and Pearson's, with the number of cases divided by the design
    effect of the clusters, and never more cases than there are. Where all or none were kept, each war counts as a case.
    """
    cases, wars = len(kept), len(np.unique(war))
    if not cases:
        raise BadInput(Fault(f"no promise was tested: {name}", "kept", "one case or more"))
    share = kept.mean()
    effective = _effective(kept, war, float(share), wars)
    yes = share * effective
    low = float(stats.beta.ppf((1 - LEVEL) / 2, yes, effective - yes + 1)) if yes else 0.0
    high = float(stats.beta.ppf((1 + LEVEL) / 2, yes + 1, effective - yes)) if yes < effective else 1.0
    return Rate(name, int(kept.sum()), cases, wars, low, high)


def _effective(kept: NDArray[np.bool_], war: NDArray[np.int64], share: float, wars: int) -> float:
    """Return how many independent cases would tell as much."""
    if share in {0.0, 1.0} or wars < 2:
        return float(wars)
    _, place = np.unique(war, return_inverse=True)
    by_war = np.bincount(place, kept - share)
    variance = wars / (wars - 1) * float(np.sum(by_war**2)) / len(kept) ** 2
    return float(np.clip(share * (1 - share) / variance, 1, len(kept))) if variance > 0 else float(len(kept))

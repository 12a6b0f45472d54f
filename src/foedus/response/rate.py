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
    """How often something happened in a class of cases.

    Attributes
    ----------
    name : str
        Of the class.
    happened, cases, wars : int
    low, high : float
        The ends of the 95 per cent interval.
    """

    name: str
    happened: int
    cases: int
    wars: int
    low: float
    high: float

    @property
    def share(self) -> float:
        """How often it happened, of the cases."""
        return self.happened / self.cases


def rate(name: str, happened: NDArray[np.bool_], war: NDArray[np.int64]) -> Rate:
    """Return how often it happened.

    Parameters
    ----------
    happened : array of bool, shape (cases,)
    war : array of int, shape (cases,)
        Cases of one war count as a cluster.

    Raises
    ------
    BadInput
        If there is no case.

    Notes
    -----
    The interval of Korn and Graubard (1998): Clopper and Pearson's, with the number of cases divided by the design
    effect of the clusters and, for a variance learnt from few wars, by the square of the ratio of Student's t with as
    many degrees of freedom as there are wars less one to that of the cases less one; between one case and as many as
    there are. Where it happened in all or none, each war counts as one case.
    """
    cases, wars = len(happened), len(np.unique(war))
    if not cases:
        raise BadInput(Fault(f"there is no case: {name}", "happened", "one case or more"))
    share = happened.mean()
    effective = _effective(happened, war, float(share), wars)
    yes = share * effective
    low = float(stats.beta.ppf((1 - LEVEL) / 2, yes, effective - yes + 1)) if yes else 0.0
    high = float(stats.beta.ppf((1 + LEVEL) / 2, yes + 1, effective - yes)) if yes < effective else 1.0
    return Rate(name, int(happened.sum()), cases, wars, low, high)


def _effective(happened: NDArray[np.bool_], war: NDArray[np.int64], share: float, wars: int) -> float:
    """Return how many independent cases would tell as much."""
    if share in {0.0, 1.0} or wars < 2:
        return float(wars)
    _, place = np.unique(war, return_inverse=True)
    by_war = np.bincount(place, happened - share)
    variance = wars / (wars - 1) * float(np.sum(by_war**2)) / len(happened) ** 2
    independent = share * (1 - share) / variance if variance > 0 else len(happened)
    return float(np.clip(independent * _for_few(wars, len(happened)), 1, len(happened)))


def _for_few(wars: int, cases: int) -> float:
    """Return by what the number of cases is multiplied because the variance is itself learnt from few wars."""
    upper = (1 + LEVEL) / 2
    return float(stats.t.ppf(upper, cases - 1) / stats.t.ppf(upper, wars - 1)) ** 2

"""How good probabilities are on cases that a model has not seen: log and Brier score, calibration, precision.

References
----------
Gneiting and Raftery (2007), "Strictly Proper Scoring Rules, Prediction, and Estimation".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from foedus.measures.extra import stats

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
EDGES = np.array([0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 1])
SURE = 1e-6
"""No probability counts as surer than this."""


@dataclass(frozen=True, slots=True)
class Scores:
    """How good probabilities are.

    Attributes
    ----------
    log : float
        Mean of minus the logarithm of the probability of what happened; lower is better.
    brier : float
        Mean square of the error; lower is better.
    precision : float
        Average precision: the area under precision over recall.
    """

    log: float
    brier: float
    precision: float


@dataclass(frozen=True, slots=True)
class Bin:
    """Cases of like probability.

    Attributes
    ----------
    expected : float
        The mean probability.
    happened, cases : int
    low, high : float
        Between which shares 95 per cent of such bins fall if the probability is right.
    """

    expected: float
    happened: int
    cases: int
    low: float
    high: float

    @property
    def is_within(self) -> bool:
        """Whether what happened lies within the band."""
        return self.low <= self.happened / self.cases <= self.high


def scores(outcome: Floats, chance: Floats) -> Scores:
    """Return the scores of probabilities.

    Parameters
    ----------
    outcome : array of float, shape (cases,)
        0 or 1.
    chance : array of float, shape (cases,)
    """
    held = np.clip(chance, SURE, 1 - SURE)
    log = -np.log(np.where(outcome == 1, held, 1 - held)).mean()
    return Scores(float(log), float(np.square(chance - outcome).mean()), average_precision(outcome, chance))


def average_precision(outcome: Floats, chance: Floats) -> float:
    """Return the area under precision over recall, step by step; cases of one probability come together."""
    order = np.argsort(-chance, kind="stable")
    right = np.cumsum(outcome[order])
    last = np.append(np.flatnonzero(np.diff(chance[order])), len(order) - 1)
    precision, recall = right[last] / (last + 1), right[last] / max(right[-1], 1)
    return float(np.sum(np.diff(recall, prepend=0) * precision))


def calibration(outcome: Floats, chance: Floats) -> tuple[Bin, ...]:
    """Return the cases in bins of probability between `EDGES`, with the band of the binomial; empty bins are left out.

    Bins of equal size would cut through cases that differ only by which cluster was left out for them.
    """
    place = np.clip(np.searchsorted(EDGES, chance, side="right") - 1, 0, len(EDGES) - 2)
    return tuple(_bin(outcome[place == one], chance[place == one]) for one in np.unique(place))


def _bin(outcome: Floats, chance: Floats) -> Bin:
    cases, expected = len(outcome), float(chance.mean())
    low, high = (float(stats.binom.ppf(level, cases, expected)) / cases for level in (0.025, 0.975))
    return Bin(expected, int(outcome.sum()), cases, low, high)


def left_out(clusters: Ints, predict: Callable[[NDArray[np.bool_]], Floats]) -> Floats:
    """Return the probability of each case by a model that has not seen its cluster.

    Parameters
    ----------
    clusters : array of int, shape (cases,)
    predict : callable
        Given which cases are left out, their probabilities by a model of the others.
    """
    chance = np.zeros(len(clusters))
    for out in _each(clusters):
        chance[out] = predict(out)
    return chance


def _each(clusters: Ints) -> Iterator[NDArray[np.bool_]]:
    for cluster in np.unique(clusters):
        yield clusters == cluster

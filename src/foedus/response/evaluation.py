"""Candidates for a model, scored on the same cases, and which of them a rule stated beforehand takes.

References
----------
Hastie, Tibshirani and Friedman (2009), *The Elements of Statistical Learning*, section 7.10, for one standard error;
here the error is that of the paired difference to the best, with whole wars drawn anew (Field and Welsh 2007).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from foedus.response.logit import Floats, Ints
from foedus.response.scoring import SURE, Bin, Scores

DRAWS = 2_000
SEED = 1816
LEVELS = (0.025, 0.975)


@dataclass(frozen=True, slots=True)
class Gap:
    """By how much a mean score is worse than another's (below 0: better), when whole wars are drawn anew.

    Attributes
    ----------
    error : float
        The standard error.
    low, high : float
        The ends of the 95 per cent interval.
    """

    mean: float
    error: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Result:
    """How a candidate does on one split.

    Attributes
    ----------
    log_gap, brier_gap : Gap
        To the reference, on the same cases.
    bins : tuple of Bin
        What happened in each class of probability, beside the 95 per cent band of the binomial.
    """

    split: str
    cases: int
    wars: int
    scores: Scores
    log_gap: Gap
    brier_gap: Gap
    bins: tuple[Bin, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """A candidate with its results.

    Attributes
    ----------
    terms : int
        How many numbers it learns.
    lacking : int
        How many cases lack something that it reads.
    to_best : Gap
        Its log score on the first split beside the best one's.
    results : tuple of Result
        One a split, in the same order for all candidates.
    """

    name: str
    terms: int
    lacking: int
    to_best: Gap
    results: tuple[Result, ...]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Candidates that were compared.

    Attributes
    ----------
    data, version : str
        The data sets that the candidates read, and their versions.
    reference : str
        The candidate to which the gaps of the results are.
    best, chosen : str
        The one with the best log score on the first split, and the one that the rule takes.
    """

    data: str
    version: str
    reference: str
    best: str
    chosen: str
    rule: str
    draws: int
    seed: int
    candidates: tuple[Compared, ...]

    @property
    def sources(self) -> str:
        """Each data set with its version."""
        return with_versions(self.data, self.version)


def with_versions(data: str, version: str) -> str:
    """Return each data set with its version, from the two lists."""
    return ", ".join(f"{name} {held}" for name, held in zip(data.split(", "), version.split(", "), strict=True))


def losses(outcome: Floats, chance: Floats) -> tuple[Floats, Floats]:
    """Return the log and the Brier score of each case, arrays of shape (cases,)."""
    held = np.clip(chance, SURE, 1 - SURE)
    return -np.log(np.where(outcome == 1, held, 1 - held)), np.square(chance - outcome)


def gap(loss: Floats, other: Floats, war: Ints) -> Gap:
    """Return by how much one mean loss is worse than another.

    Parameters
    ----------
    loss, other : array of float, shape (cases,)
    war : array of int, shape (cases,)
        Cases of one war are drawn together.
    """
    _, place = np.unique(war, return_inverse=True)
    sums, counts = np.bincount(place, loss - other), np.bincount(place)
    drawn = np.random.default_rng(SEED).integers(0, len(counts), (DRAWS, len(counts)))
    means = sums[drawn].sum(axis=1) / counts[drawn].sum(axis=1)
    low, high = np.quantile(means, LEVELS)
    return Gap(float((loss - other).mean()), float(means.std(ddof=1)), float(low), float(high))


def simplest_of_the_best(held: Sequence[Compared]) -> Compared:
    """Return the candidate with the fewest terms among those within one standard error of the best."""
    near = [one for one in held if one.to_best.mean <= one.to_best.error]
    return min(near, key=lambda one: (one.terms, one.to_best.mean))


def evaluation_of(held: dict[str, Any]) -> Evaluation:
    """Return an evaluation as it is read from a card."""
    return Evaluation(**held | {"candidates": tuple(map(_compared, held["candidates"]))})


def _compared(held: dict[str, Any]) -> Compared:
    results = tuple(map(_result, held["results"]))
    return Compared(**held | {"to_best": Gap(**held["to_best"]), "results": results})


def _result(held: dict[str, Any]) -> Result:
    gaps = {name: Gap(**held[name]) for name in ("log_gap", "brier_gap")}
    bins = tuple(Bin(**one) for one in held["bins"])
    return Result(**held | gaps | {"scores": Scores(**held["scores"]), "bins": bins})

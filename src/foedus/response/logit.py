"""Logits by maximum likelihood, with or without shrinkage, and errors that allow for cases of one war being alike.

Shrinkage is a normal prior on each coefficient, which pools thin cells towards the rest (Gelman et al. 2008 for its use
in logits). The covariance is the sandwich clustered by war (Liang and Zeger 1986), without a correction for few wars;
the prior counts in its middle as it does at its ends, like a case more. With the data alone in the middle, it would
tell how much the shrunk coefficients vary, but not how far they may have been drawn from the truth.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from foedus._base.errors import BadInput, Fault

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
MOST_STEPS = 100
SETTLED = 1e-10
FARTHEST = 30.0
"""A coefficient beyond this has no end: the outcome is told apart completely."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A fitted logit.

    Attributes
    ----------
    coefficients : array of float, shape (terms,)
    covariance : array of float, shape (terms, terms)
        Clustered where clusters were given, else the inverse of the (penalised) information. The two agree where every
        row is a cluster and the model is right.
    log_likelihood : float
        Without the prior.
    """

    coefficients: Floats
    covariance: Floats
    log_likelihood: float

    @property
    def errors(self) -> Floats:
        """The standard errors, shape (terms,)."""
        held: Floats = np.sqrt(np.diag(self.covariance))
        return held


def probabilities(design: Floats, coefficients: Floats) -> Floats:
    """Return the probability of each row.

    Parameters
    ----------
    design : array of float, shape (rows, terms)
    coefficients : array of float, shape (terms,)

    Returns
    -------
    array of float, shape (rows,)
    """
    held: Floats = 1 / (1 + np.exp(-design @ coefficients))
    return held


def fit(design: Floats, outcome: Floats, *, spread: Floats | None = None, clusters: Ints | None = None) -> Fit:
    """Return the logit that fits best.

    Parameters
    ----------
    design : array of float, shape (rows, terms)
    outcome : array of float, shape (rows,)
        0 or 1.
    spread : array of float, shape (terms,), or None
        The standard deviation of the normal prior on each coefficient, infinite for none; None for none at all.
    clusters : array of int, shape (rows,), or None
        Which rows belong together.

    Raises
    ------
    BadInput
        If there is no best fit: terms that repeat one another, or that tell the outcome apart completely.
    """
    precision = np.zeros(design.shape[1]) if spread is None else 1 / np.square(spread)
    coefficients = np.zeros(design.shape[1])
    for _ in range(MOST_STEPS):
        chance = probabilities(design, coefficients)
        information = _information(design, chance, precision)
        step = _solved(information, design.T @ (outcome - chance) - precision * coefficients)
        coefficients = coefficients + step
        if np.abs(coefficients).max() > FARTHEST:
            raise BadInput(Fault("some terms tell the outcome apart completely", "design", "outcomes that overlap"))
        if np.abs(step).max() < SETTLED:
            break
    chance = probabilities(design, coefficients)
    bread: Floats = np.linalg.inv(_information(design, chance, precision)).astype(np.float64)
    covariance = bread
    if clusters is not None:
        covariance = bread @ (_meat(design, outcome - chance, clusters) + np.diag(precision)) @ bread
    likelihood = np.where(outcome == 1, chance, 1 - chance)
    return Fit(coefficients, covariance, float(np.log(likelihood).sum()))


def _information(design: Floats, chance: Floats, precision: Floats) -> Floats:
    held: Floats = design.T @ (design * (chance * (1 - chance))[:, None]) + np.diag(precision)
    return held


def _solved(information: Floats, score: Floats) -> Floats:
    try:
        step: Floats = np.linalg.solve(information, score).astype(np.float64)
    except np.linalg.LinAlgError as error:
        fault = Fault("some terms repeat one another", "design", "terms that are not sums of others")
        raise BadInput(fault) from error
    return step


def _meat(design: Floats, residual: Floats, clusters: Ints) -> Floats:
    _, place = np.unique(clusters, return_inverse=True)
    scores = np.zeros((place.max() + 1, design.shape[1]))
    np.add.at(scores, place, design * residual[:, None])
    held: Floats = scores.T @ scores
    return held

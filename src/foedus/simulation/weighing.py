"""How likely a set of allies is, worked out and not drawn, under each of many draws of the model's coefficients.

Given the coefficients and the common factor, allies are willing independently of each other, so that the probability of
a set is a product: of those who come, and of those who could have come and did not. The common factor is integrated out
by the trapezoidal rule, which converges fast on a normal density. What remains between draws of the coefficients is how
sure the model is, without any error of chance.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from foedus.measures.extra import special
from foedus.simulation.prerequisites import Flags, asked
from foedus.simulation.responses import Plan

Floats = NDArray[np.float64]
REACH, STEP = 6.0, 0.2
"""How far from its mean the common factor is followed, and in which steps; both in standard deviations."""
LEAST = 1e-300
AT_ONCE = 64
"""Sets weighed at once."""


def weighed(plan: Plan, sets: Flags, able: Flags, coefficients: Floats) -> Floats:
    """Return the probability that just these allies come, under each draw of the coefficients.

    Parameters
    ----------
    sets : array of bool, shape (sets, allies)
        Each of them one that can be: nobody in it without one whom it needs.
    able : array of bool, shape (allies,)
        Who may come at all.
    coefficients : array of float, shape (draws, terms)

    Returns
    -------
    array of float, shape (sets, draws)
    """
    come, stay = _given(plan, coefficients)
    absent = asked(sets, plan.after, able) & ~sets
    weights = _weights()
    parts = []
    for first in range(0, len(sets), AT_ONCE):
        chosen = slice(first, first + AT_ONCE)
        logs = sets[chosen].astype(float) @ come + absent[chosen].astype(float) @ stay
        parts.append(np.exp(logs).reshape(len(logs), len(coefficients), len(weights)) @ weights)
    return np.concatenate(parts) if parts else np.zeros((0, len(coefficients)))


def _given(plan: Plan, coefficients: Floats) -> tuple[Floats, Floats]:
    """Return the logarithms of the probabilities to be willing and not to be, shape (allies, draws * nodes)."""
    edge = special.ndtri(np.clip(special.expit(coefficients @ plan.terms.T), 1e-15, 1 - 1e-15))
    common = np.sqrt(plan.together) * _nodes()
    given = (edge.T[:, :, None] - common) / np.sqrt(1 - plan.together)
    flat = given.reshape(len(plan.terms), -1)
    come, stay = (np.log(np.maximum(special.ndtr(one), LEAST)) for one in (flat, -flat))
    return come, stay


def _nodes() -> Floats:
    return np.arange(-REACH, REACH + STEP / 2, STEP)


def _weights() -> Floats:
    density: Floats = np.exp(-(_nodes() ** 2) / 2)
    weights: Floats = density / density.sum()
    return weights

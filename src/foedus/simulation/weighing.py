"""How likely a set of allies is, worked out and not drawn, under each of many draws of the model's coefficients.

Given the coefficients and the common factor, allies are willing independently of each other, so that the probability of
a set is a product: of those who come, and of those who could have come and did not. The common factor is integrated out
by the trapezoidal rule, which converges fast on a normal density. What remains between draws of the coefficients is how
sure the model is, without any error of chance.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from foedus.measures.extra import special
from foedus.simulation.prerequisites import After, Flags, asked
from foedus.simulation.responses import Plan

Floats = NDArray[np.float64]
REACH, STEP = 6.0, 0.25
"""How far from its mean the common factor is followed, and in which steps; both in standard deviations."""
LEAST = 1e-300
AT_ONCE = 64
"""Sets weighed at once."""


@dataclass(frozen=True, eq=False)
class Weighing:
    """What the probability of any set follows from.

    Attributes
    ----------
    come, stay : array of float, shape (allies, draws * nodes)
        The logarithms of the probabilities to be willing and not to be, under each draw of the coefficients and at each
        value of the common factor.
    after : tuple of tuple of int
        The prerequisites of the allies.
    draws : int
        How many draws of the coefficients.
    """

    come: Floats
    stay: Floats
    after: After
    draws: int

    def of(self, sets: Flags, able: Flags) -> Floats:
        """Return the probability that just these allies come, under each draw of the coefficients.

        Parameters
        ----------
        sets : array of bool, shape (sets, allies)
            Each of them one that can be: nobody in it without one whom it needs.
        able : array of bool, shape (allies,)
            Who may come at all.

        Returns
        -------
        array of float, shape (sets, draws)
        """
        absent, weights = asked(sets, self.after, able) & ~sets, _weights()
        found = np.zeros((len(sets), self.draws))
        for first in range(0, len(sets), AT_ONCE):
            chosen = slice(first, first + AT_ONCE)
            logs = sets[chosen].astype(float) @ self.come + absent[chosen].astype(float) @ self.stay
            found[chosen] = np.exp(logs).reshape(len(logs), self.draws, len(weights)) @ weights
        return found


def weighing(plan: Plan, coefficients: Floats) -> Weighing:
    """Return what the probabilities of sets follow from.

    Parameters
    ----------
    coefficients : array of float, shape (draws, terms)
    """
    edge = special.ndtri(np.clip(special.expit(coefficients @ plan.terms.T), 1e-15, 1 - 1e-15))
    given = (edge.T[:, :, None] - np.sqrt(plan.together) * _nodes()) / np.sqrt(1 - plan.together)
    flat = given.reshape(len(plan.terms), -1)
    come, stay = (np.log(np.maximum(special.ndtr(one), LEAST)) for one in (flat, -flat))
    return Weighing(come, stay, plan.after, len(coefficients))


def _nodes() -> Floats:
    return np.arange(-REACH, REACH + STEP / 2, STEP)


def _weights() -> Floats:
    density: Floats = np.exp(-(_nodes() ** 2) / 2)
    weights: Floats = density / density.sum()
    return weights

"""Logits shrunk by normal priors, whose width the wars left out of what they learn from choose."""

from __future__ import annotations

import numpy as np

from foedus.response.fulfilment.tested import Flags
from foedus.response.logit import Fit, Floats, Ints, fit, probabilities
from foedus.response.scoring import left_out, scores

SPREADS = (0.5, 1.0, 2.0, 4.0)
"""Widths of the prior among which the wars left out choose."""


def fit_shrunk(terms: Floats, kept: Floats, spread: float, clusters: Ints | None = None) -> Fit:
    """Return the logit with a normal prior of a width on every term but the first, the constant."""
    spreads = np.array([np.inf, *[spread] * (terms.shape[1] - 1)])
    return fit(terms, kept, spread=spreads, clusters=clusters)


def best_spread(terms: Floats, kept: Floats, war: Ints) -> float:
    """Return the width of prior with the best log score on wars left out.

    Parameters
    ----------
    terms : array of float, shape (cases, terms)
        The constant first.
    kept : array of float, shape (cases,)
    war : array of int, shape (cases,)
    """
    return min(SPREADS, key=lambda spread: scores(kept, _chances(terms, kept, war, spread)).log)


def told(terms: Floats, kept: Floats, war: Ints, learn: Flags, tell: Flags) -> Floats:
    """Return the probabilities of some cases by a model of others, the width of the prior chosen among those others.

    Parameters
    ----------
    learn, tell : array of bool, shape (cases,)
    """
    spread = best_spread(terms[learn], kept[learn], war[learn])
    return _told(terms, kept, learn, tell, spread)


def _chances(terms: Floats, kept: Floats, war: Ints, spread: float) -> Floats:
    return left_out(war, lambda out: _told(terms, kept, ~out, out, spread))


def _told(terms: Floats, kept: Floats, learn: Flags, tell: Flags, spread: float) -> Floats:
    return probabilities(terms[tell], fit_shrunk(terms[learn], kept[learn], spread).coefficients)

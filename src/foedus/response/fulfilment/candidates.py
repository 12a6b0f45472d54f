"""The ways to tell whether an alliance is kept that are compared, written down before any was fitted.

Every logit has normal priors on all terms but the constant, of one width, chosen by the log score on wars left out of
what it learns from. A case that lacks a covariate is told by the base, and a logit with that covariate does not learn
from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from foedus.response.fulfilment.covariates import CONDITIONS, Covariates
from foedus.response.fulfilment.design import base_design
from foedus.response.fulfilment.predictors import Predict, by_era, by_logit, by_share
from foedus.response.fulfilment.tested import PLEDGES, Flags, Tested
from foedus.response.logit import Floats

BASE = "era, pledges, multilateral"
FOUND_DUE = "found due by the engine"
ADDED: Mapping[str, tuple[str, ...]] = {
    "years since signature": ("years since signature, log",),
    "major power": ("major power",),
    "institutions": ("military institutions", "formality"),
    "conditions": tuple(CONDITIONS),
    "found due": (FOUND_DUE,),
    "members": ("members, log",),
    "power changed": ("power changed",),
    "regime changed": ("regime changed",),
    "distance": ("distance, log",),
    "land border": ("land border",),
}
"""What is added to the terms of the base, one candidate each."""
ALL = tuple(name for names in ADDED.values() for name in names)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A way to tell the outcome.

    Attributes
    ----------
    terms : int
        How many numbers it learns.
    lacking : int
        How many cases lack a covariate of it.
    """

    name: str
    terms: int
    lacking: int
    predict: Predict


def candidates(held: Tested, of: Covariates) -> tuple[Candidate, ...]:
    """Return the candidates, the simplest first.

    Parameters
    ----------
    held : Tested
        The cases.
    of : Covariates
        Of the same cases, those of `ALL`.
    """
    terms, cells = base_design(held), _cells(held)
    return (
        Candidate("share of all", 1, 0, by_share(held)),
        Candidate("share by era", 2, 0, by_era(held)),
        Candidate(BASE, terms.shape[1], 0, by_logit(terms, held)),
        Candidate("cells of pledge and era, pooled", cells.shape[1], 0, by_logit(cells, held)),
        *(_with(f"with {name}", names, held, of) for name, names in ADDED.items()),
        _with("with all of them", ALL, held, of),
    )


def _with(name: str, names: tuple[str, ...], held: Tested, of: Covariates) -> Candidate:
    """Return the terms of the base with some covariates; cases that lack one are told by the base."""
    terms = np.column_stack([base_design(held), *(of[one] for one in names)])
    known = np.asarray(~np.isnan(terms).any(axis=1))
    base, logit = by_logit(base_design(held), held), by_logit(np.nan_to_num(terms), held)

    def predict(learn: Flags, tell: Flags) -> Floats:
        chance = base(learn, tell)
        chance[known[tell]] = logit(learn & known, tell & known)
        return chance

    return Candidate(name, terms.shape[1], of.lacking(names), predict)


def _cells(held: Tested) -> Floats:
    """Return the constant, the era, and a term for each cell of chief pledge and era, shape (cases, 10)."""
    flags = np.column_stack([held.pledge[name] for name in PLEDGES])
    chief = np.where(flags.any(axis=1), flags.argmax(axis=1), -1)
    eras = (~held.since_1945, held.since_1945)
    cells = [(chief == place) & era for place in range(len(PLEDGES)) for era in eras]
    return np.column_stack([np.ones(len(held)), held.since_1945, *cells]).astype(np.float64)

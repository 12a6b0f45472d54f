"""How likely an alliance is to be kept: a band, the cases it rests on, and what would change it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from foedus._base.errors import ExtraMissing
from foedus.assessment.assumptions import Assumptions
from foedus.assessment.band import Band
from foedus.assessment.terms import Terms
from foedus.assessment.unknown import Unknown
from foedus.response.fulfilment.model import Estimate, estimate
from foedus.response.fulfilment.selection import reliability
from foedus.response.model_card import ModelCard
from foedus.response.rate import Rate

FIRST, LAST = 1816, 2003
"""The years of the published cases."""


@dataclass(frozen=True, slots=True)
class Change:
    """What the band would be if something were otherwise."""

    what: str
    band: Band


@dataclass(frozen=True, slots=True)
class Likelihood:
    """How likely an alliance is to be kept once a war has put it to the test.

    Attributes
    ----------
    reference : Rate
        Tested alliances of the same era with the same chief pledge.
    closest : Rate or None
        Those of them that have, as it has, two parties or more; None if none was tested.
    untested : Band or Unknown
        The share of all such promises that would be kept, those never tested included: from the tested share itself to
        what follows if the promises that would be kept also deter.
    changes : tuple of Change
    beyond : bool
        Whether the day lies after the last year of the cases.
    """

    band: Band
    reference: Rate
    closest: Rate | None
    untested: Band | Unknown
    changes: tuple[Change, ...]
    beyond: bool


def likelihood(card: ModelCard, terms: Terms, year: int, assumptions: Assumptions) -> Likelihood | Unknown:
    """Return how likely an alliance of these terms is to be kept; unknown before the first of the cases.

    Parameters
    ----------
    card : ModelCard
        Of the model of fulfilment.
    year : int
        Of the contingency.
    """
    if year < FIRST:
        return Unknown(f"the tested cases begin in {FIRST}")
    if not terms.pledges:
        return Unknown("it holds none of the pledges that were tested: defence, offence, neutrality, non-aggression")
    found = _estimate(card, terms)
    band = Band(found.low, found.high)
    changes = (
        Change(_era(not terms.since_1945), _band(card, replace(terms, since_1945=not terms.since_1945))),
        Change(*_size(card, terms)),
        Change(*_rank(card, terms)),
    )
    return Likelihood(band, found.reference, found.closest, _untested(band, assumptions), changes, year > LAST)


def _estimate(card: ModelCard, terms: Terms) -> Estimate:
    return estimate(
        card,
        since_1945=terms.since_1945,
        pledges=terms.pledges,
        multilateral=terms.multilateral,
        major_power=terms.major_power,
    )


def _band(card: ModelCard, terms: Terms) -> Band:
    found = _estimate(card, terms)
    return Band(found.low, found.high)


def _era(since_1945: bool) -> str:
    return "by the cases since 1945" if since_1945 else "by the cases before 1945"


def _size(card: ModelCard, terms: Terms) -> tuple[str, Band]:
    if terms.multilateral:
        return "with two parties", _band(card, replace(terms, parties=2))
    return "with more than two parties", _band(card, replace(terms, parties=3))


def _rank(card: ModelCard, terms: Terms) -> tuple[str, Band]:
    with_one = "without a major power" if terms.major_power else "with a major power"
    return with_one, _band(card, replace(terms, major_power=not terms.major_power))


def _untested(band: Band, assumptions: Assumptions) -> Band | Unknown:
    try:
        return Band(band.low, max(band.high, _all_promises(band.high, assumptions.tested_share, assumptions.together)))
    except ExtraMissing as error:
        return Unknown.because_of(error)


@lru_cache(maxsize=256)
def _all_promises(tested_rate: float, tested_share: float, together: float) -> float:
    return reliability(tested_rate, tested_share, together)

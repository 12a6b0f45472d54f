"""Bands against the card worked out by hand, against chance drawn out of the assumptions, and at their limits."""

from __future__ import annotations

from dataclasses import replace
from math import exp, isclose, sqrt

import numpy as np
import pytest

from foedus.assessment.assumptions import Assumptions
from foedus.assessment.band import Band
from foedus.assessment.likelihood import Likelihood, likelihood
from foedus.assessment.terms import Terms
from foedus.assessment.unknown import Unknown
from foedus.response.model_card import ModelCard, read_card

DEFENCE = Terms(("defence",), 2, since_1945=False, major_power=True)
LEAGUES = [
    DEFENCE,
    Terms(("defence", "non-aggression"), 32, since_1945=True, major_power=True),
    Terms(("offence",), 2, since_1945=False, major_power=True),
    Terms(("defence", "offence", "neutrality"), 3, since_1945=False, major_power=False),
    Terms(("neutrality", "non-aggression"), 2, since_1945=True, major_power=False),
]


@pytest.fixture(scope="module")
def card() -> ModelCard:
    return read_card("fulfilment")


def found(card: ModelCard, terms: Terms, year: int = 1939, **assumed: float) -> Likelihood:
    held = likelihood(card, terms, year, Assumptions(**assumed))
    assert isinstance(held, Likelihood)
    return held


def by_hand(card: ModelCard, terms: Terms) -> tuple[float, float]:
    """Return the ends of the interval from the numbers of the card, term by term."""
    on = {"constant", *terms.pledges}
    on |= {"since 1945"} if terms.since_1945 else set()
    on |= {"multilateral"} if terms.parties > 2 else set()
    on |= {"major power"} if terms.major_power else set()
    places = [at for at, name in enumerate(card.terms) if name in on]
    middle = sum(card.coefficients[at] for at in places)
    error = sqrt(sum(card.covariance[one][other] for one in places for other in places))
    low, high = (1 / (1 + exp(-(middle + side * 1.959964 * error))) for side in (-1, 1))
    return low, high


@pytest.mark.parametrize("terms", LEAGUES)
def test_the_band_is_that_of_the_card_worked_out_term_by_term(card: ModelCard, terms: Terms) -> None:
    band = found(card, terms).band
    for end, expected in zip((band.low, band.high), by_hand(card, terms), strict=True):
        assert isclose(end, expected, rel_tol=1e-12)  # the same sums in another order


@pytest.mark.parametrize("terms", LEAGUES)
def test_what_would_change_it_is_the_band_of_the_changed_terms(card: ModelCard, terms: Terms) -> None:
    era, size, rank = found(card, terms).changes
    assert era.band == found(card, replace(terms, since_1945=not terms.since_1945)).band
    assert size.band == found(card, replace(terms, parties=2 if terms.parties > 2 else 3)).band
    assert rank.band == found(card, replace(terms, major_power=not terms.major_power)).band


def test_the_reference_class_is_counted_as_published(card: ModelCard) -> None:
    """42 of 102 defence pacts were kept (Berkemeier and Fuhrmann 2018): the two eras make up that number."""
    before = found(card, DEFENCE).reference
    since = found(card, Terms(("defence",), 2, since_1945=True, major_power=False)).reference
    assert (before.happened + since.happened, before.cases + since.cases) == (42, 102)


@pytest.mark.parametrize(("share", "together"), [(0.2, 0.5), (0.1, 0.8), (0.5, 0.3)])
def test_those_never_tested_are_what_chance_draws_out_of_the_assumptions(
    card: ModelCard, share: float, together: float
) -> None:
    """Draw reliability and deterrence as correlated normals: those kept among the tested are the band's upper end."""
    held = found(card, DEFENCE, tested_share=share, together=together)
    assert isinstance(held.untested, Band)
    draws = 400_000
    random = np.random.default_rng(5)
    reliable, own = random.standard_normal((2, draws))
    deters = together * reliable + sqrt(1 - together**2) * own
    is_tested = deters < np.quantile(deters, share)
    is_kept = reliable > np.quantile(reliable, 1 - held.untested.high)
    kept_if_tested = is_kept[is_tested].mean()
    error = sqrt(held.band.high * (1 - held.band.high) / (draws * share))
    assert abs(kept_if_tested - held.band.high) < 4.5 * error  # chance exceeds this once in 10⁵


def test_if_keeping_and_deterring_have_nothing_to_do_with_each_other_the_tested_are_like_the_rest(
    card: ModelCard,
) -> None:
    held = found(card, DEFENCE, together=0)
    assert held.untested == held.band


def test_the_more_they_have_to_do_the_more_of_all_promises_would_be_kept(card: ModelCard) -> None:
    bands = [found(card, DEFENCE, together=together).untested for together in (0, 0.2, 0.4, 0.6, 0.8)]
    highs = [band.high for band in bands if isinstance(band, Band)]
    assert len(highs) == 5
    assert highs == sorted(highs)
    assert all(band.low == found(card, DEFENCE).band.low for band in bands if isinstance(band, Band))


@pytest.mark.parametrize(("year", "beyond"), [(1816, False), (2003, False), (2004, True), (2026, True)])
def test_days_after_the_last_case_are_marked(card: ModelCard, year: int, beyond: bool) -> None:
    assert found(card, DEFENCE, year).beyond is beyond


def test_before_the_first_case_nothing_is_said(card: ModelCard) -> None:
    assert likelihood(card, DEFENCE, 1815, Assumptions()) == Unknown("the tested cases begin in 1816")


def test_of_a_treaty_without_a_tested_pledge_nothing_is_said(card: ModelCard) -> None:
    held = likelihood(card, Terms((), 2, since_1945=True, major_power=False), 1990, Assumptions())
    assert isinstance(held, Unknown)
    assert "none of the pledges" in held.reason


def test_the_closest_cases_have_as_many_parties(card: ModelCard) -> None:
    many, two = (
        found(card, Terms(("defence",), size, since_1945=True, major_power=False), 2000).closest for size in (32, 2)
    )
    assert many is not None
    assert two is not None
    assert (many.happened, many.cases) == (0, 21)
    assert (two.happened, two.cases) == (6, 22)
    assert (
        many.cases + two.cases
        == found(card, Terms(("defence",), 2, since_1945=True, major_power=False), 2000).reference.cases
    )


def test_a_card_without_such_cases_tells_of_none(card: ModelCard) -> None:
    coarse = replace(card, rates=tuple(one for one in card.rates if "parties" not in one.name))
    assert found(coarse, DEFENCE).closest is None

"""The model of fulfilment: will an alliance be kept if a war puts it to the test.

A logit on the era, the kinds of pledge and the number of members, each coefficient shrunk towards none by a normal
prior, so that thin cells borrow from the rest. The width of the prior is chosen by the log score on wars left out, and
the scores of the card leave out the war for that choice too.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from foedus._base.errors import BadInput, Fault
from foedus.response.fulfilment.rates import ERAS, SIZES, rates
from foedus.response.fulfilment.tested import PLEDGES, Flags, Tested, cases_tested
from foedus.response.logit import Floats, Ints, fit, probabilities
from foedus.response.model_card import ModelCard, Scored
from foedus.response.rate import Rate
from foedus.response.scoring import calibration, left_out, scores
from foedus.sources.store import Store

TERMS = ("constant", "since 1945", *PLEDGES, "multilateral")
SPREADS = (0.5, 1.0, 2.0, 4.0)
"""Widths of the prior among which the wars left out choose."""
NAME = "fulfilment"
SPLIT = "one war left out"
Z = 1.959964
"""Standard errors on each side of a 95 per cent interval."""
LIMITS = (
    "Alliances are tested only where deterrence failed; among those never tested more may be reliable.",
    "A case is an alliance in a war, not a member: who of several kept it is not told.",
    "Whether the alliance applied is the coders' judgement; those who code otherwise find other rates.",
    "The data end in 2003. What has changed since is not in them.",
)


@dataclass(frozen=True, slots=True)
class Estimate:
    """How likely an alliance is to be kept, and on how much that rests.

    Attributes
    ----------
    low, middle, high : float
        Of the 95 per cent interval, and the estimate.
    reference : Rate
        Tested alliances of the same era and with the same chief pledge.
    closest : Rate or None
        Those of them with two parties, or with more, as it has; None if none was tested.
    """

    low: float
    middle: float
    high: float
    reference: Rate
    closest: Rate | None


def design(held: Tested) -> Floats:
    """Return the terms of each case, shape (cases, 7)."""
    columns = [held.since_1945, *(held.pledge[name] for name in PLEDGES), held.multilateral]
    return np.column_stack([np.ones(len(held)), *columns]).astype(np.float64)


def row(*, since_1945: bool, pledges: Collection[str], multilateral: bool) -> Floats:
    """Return the terms of one alliance, shape (1, 7)."""
    flags = [since_1945, *(name in pledges for name in PLEDGES), multilateral]
    return np.array([[1.0, *map(float, flags)]])


def fit_fulfilment(held: Tested, version: str) -> ModelCard:
    """Return the fitted model with its scores.

    Parameters
    ----------
    held : Tested
        The cases.
    version : str
        Of the data set they are from.
    """
    terms, kept = design(held), held.kept.astype(np.float64)
    spread = _best_spread(terms, kept, held)
    found = fit(terms, kept, spread=_spreads(spread), clusters=held.war)
    chance = left_out(held.war, lambda out: _nested(terms, kept, held, out))
    return ModelCard(
        name=NAME,
        title="Is an alliance kept when a war puts it to the test?",
        outcome="the alliance was kept, of those a war called for",
        data="berkemeier-fuhrmann",
        version=version,
        cases=len(held),
        happened=int(kept.sum()),
        wars=len(np.unique(held.war)),
        method=f"logit with normal priors of width {spread:g} on all terms but the constant; errors clustered by war",
        terms=TERMS,
        coefficients=tuple(map(float, found.coefficients)),
        covariance=tuple(tuple(map(float, line)) for line in found.covariance),
        rivals=(
            Scored("this model", SPLIT, scores(kept, chance)),
            Scored("share of all", SPLIT, scores(kept, left_out(held.war, lambda out: _share(kept, out, ~out)))),
            Scored("share by era", SPLIT, scores(kept, left_out(held.war, lambda out: _by_era(kept, held, out)))),
        ),
        calibration=calibration(kept, chance),
        rates=rates(held),
        limits=(LIMITS[0], _few(held), *LIMITS[1:]),
    )


def refit(store: Store) -> ModelCard:
    """Return the model fitted on the newest file in the store.

    Raises
    ------
    DataMissing
        If the store has none.
    """
    table, entry = store.read_entry("berkemeier-fuhrmann", "tests")
    return fit_fulfilment(cases_tested(table), entry.version)


def estimate(card: ModelCard, *, since_1945: bool, pledges: Collection[str], multilateral: bool) -> Estimate:
    """Return how likely an alliance is to be kept if a war puts it to the test.

    Parameters
    ----------
    card : ModelCard
        Of this model.
    pledges : collection of str
        Of `PLEDGES`; the first that the alliance has in that order is the chief one.

    Raises
    ------
    BadInput
        If it has none of them, for such alliances were not counted, or one that is not of them.
    """
    strangers = sorted(set(pledges) - set(PLEDGES))
    if strangers:
        raise BadInput(Fault(f"no pledge is called {strangers[0][:40]!r}", "pledges", ", ".join(PLEDGES)))
    chief = next((name for name in PLEDGES if name in pledges), None)
    if chief is None:
        raise BadInput(Fault("an alliance without a pledge was never tested", "pledges", ", ".join(PLEDGES)))
    terms = row(since_1945=since_1945, pledges=pledges, multilateral=multilateral)
    middle, error = float((terms @ card.vector)[0]), float(np.sqrt(terms @ card.matrix @ terms.T)[0, 0])
    low, central, high = probabilities(np.array([[middle - Z * error], [middle], [middle + Z * error]]), np.ones(1))
    rates_by_name = {one.name: one for one in card.rates}
    like = f"{chief}, {ERAS[int(since_1945)]}"
    closest = rates_by_name.get(f"{like}, {SIZES[int(multilateral)]}")
    return Estimate(float(low), float(central), float(high), rates_by_name[like], closest)


def _few(held: Tested) -> str:
    late = held.since_1945
    wars, kept = len(np.unique(held.war[late])), int(held.kept[late].sum())
    return f"Since 1945 only {int(late.sum())} cases of {wars} wars were tested, and {kept} kept."


def _spreads(spread: float) -> Floats:
    return np.array([np.inf, *[spread] * (len(TERMS) - 1)])


def _best_spread(terms: Floats, kept: Floats, held: Tested) -> float:
    """Return the width of prior with the best log score on wars left out."""
    return min(SPREADS, key=lambda spread: scores(kept, _chances(terms, kept, held.war, spread)).log)


def _chances(terms: Floats, kept: Floats, war: Ints, spread: float) -> Floats:
    return left_out(war, lambda out: _told(terms, kept, out, spread))


def _told(terms: Floats, kept: Floats, out: Flags, spread: float) -> Floats:
    found = fit(terms[~out], kept[~out], spread=_spreads(spread))
    return probabilities(terms[out], found.coefficients)


def _nested(terms: Floats, kept: Floats, held: Tested, out: Flags) -> Floats:
    """Return the probabilities of a war left out, the width of the prior chosen without it."""
    rest = ~out
    spread = min(
        SPREADS, key=lambda one: scores(kept[rest], _chances(terms[rest], kept[rest], held.war[rest], one)).log
    )
    return _told(terms, kept, out, spread)


def _share(kept: Floats, out: Flags, of: Flags) -> Floats:
    return np.full(int(out.sum()), kept[of & ~out].mean())


def _by_era(kept: Floats, held: Tested, out: Flags) -> Floats:
    eras = (held.since_1945, ~held.since_1945)
    shares = [float(kept[era & ~out].mean()) for era in eras]
    return np.where(held.since_1945[out], *shares)

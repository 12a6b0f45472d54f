"""The model of fulfilment: will an alliance be kept if a war puts it to the test.

A logit on the era, the kinds of pledge, the number of members and a major power among them, each coefficient shrunk
towards none by a normal prior, so that thin cells borrow from the rest. The width of the prior is chosen by the log
score on wars left out, and the scores of the card leave out the war for that choice too. That these are its terms the
comparison of `foedus.response.fulfilment.evaluate` decided.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

import numpy as np

from foedus._base.errors import BadInput, Fault
from foedus.measures.concordance.alliances import phases
from foedus.response.fulfilment.covariates import has_major
from foedus.response.fulfilment.design import TERMS, base_design, design, row
from foedus.response.fulfilment.known_states import major_powers
from foedus.response.fulfilment.occasions import Occasion, fighters, occasions
from foedus.response.fulfilment.predictors import Predict, by_era, by_logit, by_share
from foedus.response.fulfilment.rates import ERAS, SIZES, rates
from foedus.response.fulfilment.shrunk import best_spread, fit_shrunk
from foedus.response.fulfilment.tested import PLEDGES, Flags, Tested, cases_tested, rows_tested
from foedus.response.logit import Floats, probabilities
from foedus.response.model_card import ModelCard, Scored
from foedus.response.rate import Rate
from foedus.response.scoring import calibration, left_out, scores
from foedus.sources.extra import pl
from foedus.sources.store import Store

NAME = "fulfilment"
DATA = {
    "berkemeier-fuhrmann": "tests",
    "atop": "members",
    "inter-state-war": "participants",
    "cow-majors": "spells",
}
"""The data sets, and the table of each."""
SPLIT = "one war left out"
Z = 1.959964
"""Standard errors on each side of a 95 per cent interval."""
LIMITS = (
    "Alliances are tested only where deterrence failed; among those never tested more may be reliable.",
    "A case is an alliance in a war, not a member: who of several kept it is not told.",
    "A major power is one by the Correlates of War list; what of it makes pledges less or more kept is not told.",
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


def fit_fulfilment(held: Tested, major_power: Flags, version: str) -> ModelCard:
    """Return the fitted model with its scores.

    Parameters
    ----------
    held : Tested
        The cases.
    major_power : array of bool, shape (cases,)
        Whether a major power is among the members.
    version : str
        Of the data sets they are from, in the order of `DATA`.
    """
    terms, kept = design(held, major_power), held.kept.astype(np.float64)
    spread = best_spread(terms, kept, held.war)
    found = fit_shrunk(terms, kept, spread, held.war)
    rivals = {
        "this model": by_logit(terms, held),
        "without major power": by_logit(base_design(held), held),
        "share of all": by_share(held),
        "share by era": by_era(held),
    }
    chances = {name: _by_war(held, predict) for name, predict in rivals.items()}
    return ModelCard(
        name=NAME,
        title="Is an alliance kept when a war puts it to the test?",
        outcome="the alliance was kept, of those a war called for",
        data=", ".join(DATA),
        version=version,
        cases=len(held),
        happened=int(kept.sum()),
        wars=len(np.unique(held.war)),
        method=f"logit with normal priors of width {spread:g} on all terms but the constant; errors clustered by war",
        terms=TERMS,
        coefficients=tuple(map(float, found.coefficients)),
        covariance=tuple(tuple(map(float, line)) for line in found.covariance),
        rivals=tuple(Scored(name, SPLIT, scores(kept, chance)) for name, chance in chances.items()),
        calibration=calibration(kept, chances["this model"]),
        rates=rates(held),
        limits=(LIMITS[0], _few(held), *LIMITS[1:]),
    )


def refit(store: Store) -> ModelCard:
    """Return the model fitted on the newest files in the store.

    Raises
    ------
    DataMissing
        If the store lacks one of `DATA`.
    """
    read = {name: store.read_entry(name, table) for name, table in DATA.items()}
    tests, members, participants, majors = (table for table, _ in read.values())
    held = occasions(rows_tested(tests), phases(members), fighters(participants))
    version = ", ".join(entry.version for _, entry in read.values())
    return fit_fulfilment(cases_tested(tests), with_major_power(held, majors), version)


def with_major_power(held: Iterable[Occasion], majors: pl.DataFrame) -> Flags:
    """Return whether a major power is among the members on each occasion, from ``spells`` of ``cow-majors``."""
    of_years = major_powers(majors)
    return np.array([has_major(one, of_years) for one in held])


def estimate(
    card: ModelCard, *, since_1945: bool, pledges: Collection[str], multilateral: bool, major_power: bool
) -> Estimate:
    """Return how likely an alliance is to be kept if a war puts it to the test.

    Parameters
    ----------
    card : ModelCard
        Of this model.
    pledges : collection of str
        Of `PLEDGES`; the first that the alliance has in that order is the chief one.
    major_power : bool
        Whether a major power is among its members.

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
    terms = row(since_1945=since_1945, pledges=pledges, multilateral=multilateral, major_power=major_power)
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


def _by_war(held: Tested, predict: Predict) -> Floats:
    return left_out(held.war, lambda out: predict(~out, out))

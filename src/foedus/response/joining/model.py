"""The model of joining: will a third state come into a war.

A logit on a pact with an originator, a land border with one, and being a major power, each coefficient shrunk by a
normal prior. Scores are kept on three splits: one war left out; trained before 1945 and tested after; and each decade
told from the years before it. Accuracy is not given: that nobody joins is right in nearly all rows.

References
----------
Siverson and Starr (1990), "Opportunity, Willingness, and the Diffusion of War", for pacts and borders.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import numpy as np

from foedus.panel.membership import membership
from foedus.register.compiled import load_register
from foedus.response.joining.third_states import Flags, Floats, ThirdStates, outbreaks, third_states, ties
from foedus.response.logit import fit, probabilities
from foedus.response.model_card import ModelCard, Scored
from foedus.response.rate import Rate, rate
from foedus.response.scoring import calibration, left_out, scores
from foedus.sources.store import Store

NAME = "joining"
DATA = {
    "inter-state-war": "participants",
    "atop": "directed_dyad_years",
    "contiguity": "directed_dyad_years",
    "cow-majors": "spells",
}
"""The data sets, and the table of each."""
TERMS = ("constant", "pact with an originator", "land border with an originator", "major power")
SPREAD = 1.0
"""Of the prior on each term but the constant, in logits; no score chose it."""
TURN = 1945
FIRST_DECADE = 1870
LIMITS = (
    "Of capability only being a major power is in it: on wars left out CINC told no more, its logarithm a little more.",
    "Pacts of the year before the war, as ATOP flags them, whatever their conditions; a state new by then has none.",
    "Only states that took part in the war by the data set's threshold count as joiners; help short of war does not.",
)
"""What it cannot say, whatever the numbers are; `_limits` adds what the numbers say."""
Predict = Callable[[Flags, Flags], Floats]
"""Given the rows to learn from and the rows to tell, the probabilities of the latter."""


def design(held: ThirdStates) -> Floats:
    """Return the terms of each third state, shape (rows, 4)."""
    flags = [held.pacts.any(axis=1), held.borders.any(axis=1), held.major]
    return np.column_stack([np.ones(len(held)), *flags]).astype(np.float64)


def fit_joining(held: ThirdStates, version: str) -> ModelCard:
    """Return the fitted model with its scores.

    Parameters
    ----------
    held : ThirdStates
        Every third state at every outbreak.
    version : str
        Of the data sets they are from, in the order of `DATA`.
    """
    terms, joined = design(held), held.joined.astype(np.float64)
    found = fit(terms, joined, spread=_spreads(terms), clusters=held.war)
    rivals = {
        "this model": _logit(terms, joined),
        "pact and border alone": _logit(terms[:, :3], joined),
        "share of all": _share(joined),
    }
    return ModelCard(
        name=NAME,
        title="Does a third state come into a war?",
        outcome="a state that was not in the war on its first day joined it later",
        data=", ".join(DATA),
        version=version,
        cases=len(held),
        happened=int(joined.sum()),
        wars=len(np.unique(held.war)),
        method=f"logit with normal priors of width {SPREAD:g} on all terms but the constant; errors clustered by war",
        terms=TERMS,
        coefficients=tuple(map(float, found.coefficients)),
        covariance=tuple(tuple(map(float, line)) for line in found.covariance),
        rivals=tuple(_scored(held, joined, rivals)),
        calibration=calibration(joined, _by_war(held, rivals["this model"])),
        rates=tuple(_rates(held)),
        limits=(*_limits(held), *LIMITS),
    )


def refit(store: Store) -> ModelCard:
    """Return the model fitted on the newest files in the store.

    Raises
    ------
    DataMissing
        If one is not there.
    """
    tables = {name: store.read_entry(name, table) for name, table in DATA.items()}
    wars, pledges, contiguity, majors = (table for table, _ in tables.values())
    began = outbreaks(wars)
    years = [one.year for one in began]
    members = membership(load_register(), "cow", min(years) - 1, max(years))
    versions = ", ".join(entry.version for _, entry in tables.values())
    return fit_joining(third_states(began, members, ties(pledges, contiguity, majors)), versions)


def _spreads(terms: Floats) -> Floats:
    return np.array([np.inf, *[SPREAD] * (terms.shape[1] - 1)])


def _logit(terms: Floats, joined: Floats) -> Predict:
    def predict(learn: Flags, tell: Flags) -> Floats:
        found = fit(terms[learn], joined[learn], spread=_spreads(terms))
        return probabilities(terms[tell], found.coefficients)

    return predict


def _share(joined: Floats) -> Predict:
    return lambda learn, tell: np.full(int(tell.sum()), joined[learn].mean())


def _scored(held: ThirdStates, joined: Floats, rivals: Mapping[str, Predict]) -> Iterator[Scored]:
    late = held.year >= TURN
    told = held.year >= FIRST_DECADE
    for name, predict in rivals.items():
        yield Scored(name, "one war left out", scores(joined, _by_war(held, predict)))
        yield Scored(name, f"since {TURN}, from before", scores(joined[late], predict(~late, late)))
        yield Scored(name, "each decade, from before", scores(joined[told], _by_decade(held, predict)[told]))


def _by_war(held: ThirdStates, predict: Predict) -> Floats:
    return left_out(held.war, lambda out: predict(~out, out))


def _by_decade(held: ThirdStates, predict: Predict) -> Floats:
    chance = np.full(len(held), np.nan)
    for decade in range(FIRST_DECADE, int(held.year.max()) + 1, 10):
        tell = (held.year >= decade) & (held.year < decade + 10)
        if tell.any():
            chance[tell] = predict(held.year < decade, tell)
    return chance


def _rates(held: ThirdStates) -> Iterator[Rate]:
    pact, border = held.pacts.any(axis=1), held.borders.any(axis=1)
    eras = {f"before {TURN}": held.year < TURN, f"since {TURN}": held.year >= TURN}
    cells = {
        "neither": ~pact & ~border,
        "border only": ~pact & border,
        "pact only": pact & ~border,
        "pact and border": pact & border,
    }
    for name, cell in cells.items():
        yield rate(name, held.joined[cell], held.war[cell])
        for era, years in eras.items():
            yield rate(f"{name}, {era}", held.joined[cell & years], held.war[cell & years])


def _limits(held: ThirdStates) -> tuple[str, str]:
    one_side = held.joined & (held.pacts.sum(axis=1) == 1)
    with_it = held.pacts[one_side, held.side[one_side] - 1]
    own, of_all = int(with_it.sum()), len(with_it)
    return (
        f"{int(held.joined.sum())} of {len(held):,} third states joined, and states of one war are not independent.",
        f"On which side a state comes in is not told: of {of_all} with a pact with one side only, {own} joined it.",
    )

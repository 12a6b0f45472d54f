"""The candidates for the model of fulfilment on wars they have not seen, and which of them is to be shipped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from foedus.measures.concordance.alliances import phases
from foedus.register.compiled import load_register
from foedus.response.evaluation import DRAWS, SEED, Compared, Evaluation, Result, gap, losses, simplest_of_the_best
from foedus.response.fulfilment.candidates import BASE, FOUND_DUE, Candidate, candidates
from foedus.response.fulfilment.covariates import Covariates, covariates
from foedus.response.fulfilment.found_due import found_due
from foedus.response.fulfilment.known_states import known_states
from foedus.response.fulfilment.occasions import Occasion, fighters, occasions
from foedus.response.fulfilment.predictors import Predict
from foedus.response.fulfilment.tested import Flags, Tested, cases_tested, rows_tested
from foedus.response.logit import Floats, Ints
from foedus.response.scoring import calibration, left_out, scores
from foedus.sources.store import Store

DATA = {
    "berkemeier-fuhrmann": "tests",
    "atop": "members",
    "inter-state-war": "participants",
    "nmc": "state_years",
    "democracy": "state_years",
    "cow-majors": "spells",
    "capitals": "spells",
    "contiguity": "directed_dyad_years",
}
"""The data sets, and the table of each."""
TURN = 1945
FIRST_DECADE = 1870
RULE = (
    "the fewest terms among the candidates whose log score with one war left out is worse than the best by at most one "
    "standard error of that difference"
)


@dataclass(frozen=True, eq=False)
class Known:
    """All that the candidates learn from.

    Attributes
    ----------
    began : array of int, shape (cases,)
        The year of the first occasion of each case's war.
    version : str
        Of the data sets, in the order of `DATA`.
    """

    cases: Tested
    covariates: Covariates
    began: Ints
    version: str


@dataclass(frozen=True, eq=False)
class _Split:
    """How cases are kept apart: which are scored, and what each candidate says of all (NaN where it is not asked)."""

    name: str
    scored: Flags

    def chances(self, predict: Predict, known: Known) -> Floats:
        """Return the probabilities of the cases scored."""
        held, scored = known.cases, self.scored
        if self.name == "one war left out":
            return left_out(held.war, lambda out: predict(~out, out))
        if self.name == f"since {TURN}, from before":
            return predict(~held.since_1945, scored)
        chance = np.full(len(held), np.nan)
        for decade in np.unique(known.began[scored] // 10 * 10):
            tell = scored & (known.began // 10 * 10 == decade)
            chance[tell] = predict(known.began < decade, tell)
        return chance[scored]


def known_of(store: Store) -> Known:
    """Return what the candidates learn from.

    Raises
    ------
    DataMissing
        If the store lacks one of `DATA`; the message names the command that brings it.
    """
    read = {name: store.read_entry(name, table) for name, table in DATA.items()}
    tests, members, participants, *of_states = (table for table, _ in read.values())
    rows, alliances = rows_tested(tests), phases(members)
    held = occasions(rows, alliances, fighters(participants))
    found = covariates(held, known_states(*of_states)).values
    due = found_due(load_register(), rows, alliances, participants)
    cases = cases_tested(tests)
    version = ", ".join(entry.version for _, entry in read.values())
    return Known(cases, Covariates({**found, FOUND_DUE: due}), _began(held, cases.war), version)


def _began(held: tuple[Occasion, ...], war: Ints) -> Ints:
    years = np.array([one.year for one in held])
    return np.array([years[war == one].min() for one in war])


def evaluate(store: Store) -> Evaluation:
    """Return the candidates compared on the newest files in the store.

    Raises
    ------
    DataMissing
        If the store lacks a data set.
    """
    return evaluation(known_of(store))


def evaluation(known: Known) -> Evaluation:
    """Return the candidates compared, and which of them the rule takes."""
    held = candidates(known.cases, known.covariates)
    splits = tuple(_splits(known))
    said = {one.name: [split.chances(one.predict, known) for split in splits] for one in held}
    kept, war = known.cases.kept.astype(np.float64), known.cases.war
    log = {name: losses(kept, chances[0])[0] for name, chances in said.items()}
    best = min(log, key=lambda name: float(log[name].mean()))
    compared = [
        Compared(
            one.name, one.terms, one.lacking, gap(log[one.name], log[best], war), _results(one, splits, said, known)
        )
        for one in held
    ]
    chosen = simplest_of_the_best(compared).name
    return Evaluation(", ".join(DATA), known.version, BASE, best, chosen, RULE, DRAWS, SEED, tuple(compared))


def _splits(known: Known) -> Iterator[_Split]:
    held = known.cases
    yield _Split("one war left out", np.ones(len(held), bool))
    yield _Split(f"since {TURN}, from before", held.since_1945 & ~np.isin(held.war, held.war[~held.since_1945]))
    yield _Split("each decade, from before", known.began >= FIRST_DECADE)


def _results(
    one: Candidate, splits: tuple[_Split, ...], said: dict[str, list[Floats]], known: Known
) -> tuple[Result, ...]:
    return tuple(_result(split, said[one.name][place], said[BASE][place], known) for place, split in enumerate(splits))


def _result(split: _Split, chance: Floats, reference: Floats, known: Known) -> Result:
    kept, war = known.cases.kept[split.scored].astype(np.float64), known.cases.war[split.scored]
    ours, theirs = losses(kept, chance), losses(kept, reference)
    log_gap, brier_gap = (gap(mine, other, war) for mine, other in zip(ours, theirs, strict=True))
    return Result(
        split.name,
        len(kept),
        len(np.unique(war)),
        scores(kept, chance),
        log_gap,
        brier_gap,
        calibration(kept, chance),
    )

"""The comparison in the card: what was said beforehand, what came of it, and that the model of the card is what won."""

from __future__ import annotations

from dataclasses import astuple, replace
from pathlib import Path

import numpy as np
import pytest

from foedus.response.evaluation import Evaluation, simplest_of_the_best
from foedus.response.fulfilment import tested
from foedus.response.fulfilment.candidates import ADDED, BASE, candidates
from foedus.response.fulfilment.covariates import Covariates
from foedus.response.fulfilment.design import TERMS
from foedus.response.fulfilment.evaluate import RULE
from foedus.response.fulfilment.tested import PLEDGES
from foedus.response.model_card import ModelCard, read_card

PAGE = (Path(__file__).parents[3] / "docs" / "models.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def card() -> ModelCard:
    return read_card("fulfilment")


@pytest.fixture(scope="module")
def held(card: ModelCard) -> Evaluation:
    assert card.evaluation is not None
    return card.evaluation


def made_up(cases: int = 60) -> tested.Tested:
    random = np.random.default_rng(11)
    flags = {name: random.random(cases) < 0.5 for name in PLEDGES}
    late = np.arange(cases) >= cases // 2
    return tested.Tested(random.random(cases) < 0.5, np.arange(cases) // 3, late, random.random(cases) < 0.4, flags)


def covariates_of(cases: tested.Tested) -> Covariates:
    random = np.random.default_rng(12)
    return Covariates({name: random.random(len(cases)) for names in ADDED.values() for name in names})


def test_the_model_of_the_card_is_the_one_that_the_rule_takes(card: ModelCard, held: Evaluation) -> None:
    assert held.rule == RULE
    assert held.chosen == simplest_of_the_best(held.candidates).name == "with major power"
    assert card.terms == TERMS
    taken = next(one for one in held.candidates if one.name == held.chosen)
    assert taken.terms == len(TERMS)
    assert astuple(taken.results[0].scores) == pytest.approx(astuple(card.rivals[0].scores))


def test_all_candidates_are_scored_on_the_same_cases(held: Evaluation) -> None:
    for one in held.candidates:
        assert [(result.cases, result.wars) for result in one.results] == [(146, 45), (50, 21), (129, 38)]


def test_the_reference_is_no_worse_than_itself(held: Evaluation) -> None:
    base = next(one for one in held.candidates if one.name == held.reference)
    assert held.reference == BASE
    assert all(result.log_gap.mean == result.log_gap.low == result.log_gap.high == 0 for result in base.results)


def test_the_candidates_are_those_that_the_page_names_beforehand(held: Evaluation) -> None:
    before = PAGE[PAGE.index("### Candidates") : PAGE.index("### What came of it")]
    assert [(one.name, one.terms) for one in held.candidates] == [
        (cells[1].strip(), int(cells[2]))
        for line in before.splitlines()
        if len(cells := line.split("|")) == 5 and cells[2].strip().isdigit()
    ]


def test_the_page_tells_the_scores_of_the_card(held: Evaluation) -> None:
    for one in held.candidates:
        first, late, decades = one.results
        gap, within = first.log_gap, sum(each.is_within for each in first.bins)
        assert (
            f"| {one.name} | {one.lacking} | {first.scores.log:.3f} | {first.scores.brier:.3f} | "
            f"{gap.mean:+.3f} [{gap.low:+.3f}, {gap.high:+.3f}] | {one.to_best.mean:.3f} ({one.to_best.error:.3f}) | "
            f"{within} of {len(first.bins)} | {late.scores.log:.3f} | {decades.scores.log:.3f} |"
        ) in PAGE


def test_a_case_without_a_covariate_is_told_by_the_base_and_not_learnt_from() -> None:
    cases = made_up()
    whole = covariates_of(cases)
    distance = whole["distance, log"].copy()
    lacking = np.arange(len(cases)) % 7 == 0
    distance[lacking] = np.nan
    found = {one.name: one for one in candidates(cases, Covariates({**whole.values, "distance, log": distance}))}
    learn = cases.war < 15
    base, with_it = (found[name].predict(learn, ~learn) for name in (BASE, "with distance"))
    assert found["with distance"].lacking == lacking.sum()
    assert with_it[lacking[~learn]] == pytest.approx(base[lacking[~learn]])
    assert not np.allclose(with_it[~lacking[~learn]], base[~lacking[~learn]])


def test_no_candidate_looks_at_the_outcome_of_what_it_tells() -> None:
    cases = made_up()
    learn = cases.war < 15
    turned = replace(cases, kept=np.where(learn, cases.kept, ~cases.kept))
    of = covariates_of(cases)
    for one, other in zip(candidates(cases, of), candidates(turned, of), strict=True):
        assert one.predict(learn, ~learn) == pytest.approx(other.predict(learn, ~learn))

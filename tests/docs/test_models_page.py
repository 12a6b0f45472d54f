"""The numbers of the page of fitted models are those of the cards."""

from __future__ import annotations

from pathlib import Path

import pytest

from foedus.response.decision.delay import expected_time
from foedus.response.fulfilment.selection import reliability
from foedus.response.model_card import ModelCard, read_card

PAGE = " ".join((Path(__file__).parents[2] / "docs" / "models.md").read_text(encoding="utf-8").split())


@pytest.fixture(scope="module")
def fulfilment() -> ModelCard:
    return read_card("fulfilment")


@pytest.fixture(scope="module")
def joining() -> ModelCard:
    return read_card("joining")


def test_the_scores_of_fulfilment(fulfilment: ModelCard) -> None:
    told = ("the model", "without major power", "the share of all", "the share of the era")
    for name, rival in zip(told, fulfilment.rivals, strict=True):
        held = rival.scores
        assert f"| {name} | {held.log:.3f} | {held.brier:.3f} | {held.precision:.3f} |" in PAGE
    assert all(one.is_within for one in fulfilment.calibration), "the page says so of each bin"


def test_the_counts_of_fulfilment(fulfilment: ModelCard) -> None:
    rates = {one.name: one for one in fulfilment.rates}
    early, late = rates["1816-1944"], rates["1945-2003"]
    assert f"in {fulfilment.cases} of them, in {fulfilment.wars} wars" in PAGE
    assert f"and {fulfilment.happened} times it was kept" in PAGE
    assert f"{early.happened} of {early.cases} in 1816–1944, {late.happened} of {late.cases} in 1945–2003" in PAGE


def test_the_scores_of_joining(joining: ModelCard) -> None:
    names = {
        "one war left out": "one war left out",
        "since 1945, from before": "since 1945, from the years before",
        "each decade, from before": "each decade, from the years before",
    }
    for split, told in names.items():
        logs = [one.scores.log for one in joining.rivals if one.split == split]
        assert f"| {told} | {' | '.join(f'{log:.4f}' for log in logs)} |" in PAGE


def test_the_shares_of_joining(joining: ModelCard) -> None:
    per_cent = {one.name: f"{100 * one.share:.1f}" for one in joining.rates}
    assert f"{joining.cases:,} rows, {joining.happened} of which joined later" in PAGE
    assert (
        f"neither tie {per_cent['neither']} per cent joined, with a border alone {per_cent['border only']}, with a "
        f"pact alone {per_cent['pact only']}, with both {per_cent['pact and border']}." in PAGE
    )
    assert f"right in {100 * (1 - joining.happened / joining.cases):.1f} per cent of the rows" in PAGE
    side = next(limit for limit in joining.limits if "On which side" in limit)
    told, joined = (int(word) for word in side.replace(",", "").split() if word.isdigit())
    assert f"of {told} joiners with a pact with one side only, {joined} joined that side" in PAGE


def test_the_times_and_the_reliability_of_the_page() -> None:
    assert f"take {expected_time(32, 32, 1):.2f} times as long as one alone" in PAGE
    assert "tested_rate=0.22, tested_share=0.1" in PAGE
    assert reliability(0.22, 0.1, 0.6) > reliability(0.22, 0.1, 0.3) > 0.22

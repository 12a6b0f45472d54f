"""Covariates of the tested cases: against the published codings of Leeds and Anac, and worked by hand."""

from __future__ import annotations

from collections.abc import Mapping
from math import exp, isnan, log

import numpy as np
import polars as pl
import pytest

from foedus.measures.concordance.alliances import Phase
from foedus.response.fulfilment.covariates import CONDITIONS, Covariates, covariates
from foedus.response.fulfilment.known_states import KnownStates
from foedus.response.fulfilment.occasions import Occasion, fighters, occasions
from foedus.response.fulfilment.tested import rows_tested

Alliances = Mapping[int, tuple[Phase, ...]]

pytestmark = pytest.mark.data


@pytest.fixture(scope="module")
def rows(berkemeier_fuhrmann: pl.DataFrame) -> pl.DataFrame:
    return rows_tested(berkemeier_fuhrmann)


@pytest.fixture(scope="module")
def found(held: tuple[Occasion, ...], states: KnownStates) -> Covariates:
    return covariates(held, states)


def of(held: tuple[Occasion, ...], rows: pl.DataFrame, alliance: int, war: str) -> int:
    """Return the place of a case."""
    return next(
        place
        for place, (one, name) in enumerate(zip(held, rows["warname"], strict=True))
        if one.alliance == alliance and name.startswith(war)
    )


@pytest.mark.parametrize(
    ("name", "coding", "alike", "known"),
    [
        ("power changed", "chcap2d", 113, 126),
        ("regime changed", "dinstch2", 112, 120),
        ("military institutions", "milinst", 127, 127),
        ("formality", "formal", 128, 128),
    ],
)
def test_they_agree_with_the_codings_of_leeds_and_anac(
    *,
    leeds_anac: pl.DataFrame,
    alliances: Alliances,
    participants: pl.DataFrame,
    states: KnownStates,
    name: str,
    coding: str,
    alike: int,
    known: int,
) -> None:
    theirs = leeds_anac.filter(pl.col("war").is_in(participants["warnum"].unique().to_list()))
    asked = theirs.select("atopid", pl.col("war").alias("cowwarid"), pl.lit("").alias("warname"))
    ours = covariates(occasions(asked, alliances, fighters(participants)), states)[name]
    told = ~np.isnan(ours)
    assert (int(told.sum()), len(theirs)) == (known, 128)
    assert int((ours == theirs[coding].to_numpy())[told].sum()) == alike


def test_how_many_cases_lack_each(found: Covariates) -> None:
    lacking = {name: int(np.isnan(values).sum()) for name, values in found.values.items()}
    assert {name: count for name, count in lacking.items() if count} == {
        "military institutions": 3,
        "power changed": 2,
        "regime changed": 8,
        "distance, log": 5,
        "land border": 5,
    }
    assert found.lacking(found.values) == 16


def test_the_war_calls_on_the_member_that_does_not_fight_yet(held: tuple[Occasion, ...], rows: pl.DataFrame) -> None:
    guarantee = held[of(held, rows, 2440, "WorldWarII")]
    assert (guarantee.signed, guarantee.year) == (1939, 1939)
    assert guarantee.called == {200}
    assert guarantee.against == {255}


def test_an_alliance_made_in_a_war_is_new_on_its_day(held: tuple[Occasion, ...], rows: pl.DataFrame) -> None:
    assert held[of(held, rows, 2535, "WorldWarII")].age == 0


def test_allies_that_fight_each_other_are_all_called(held: tuple[Occasion, ...], rows: pl.DataFrame) -> None:
    simla = held[of(held, rows, 3705, "Kargil")]
    assert simla.called == simla.against == {750, 770}


def test_of_a_war_outside_the_list_only_the_year_is_known(
    held: tuple[Occasion, ...], found: Covariates, rows: pl.DataFrame
) -> None:
    bizerte = of(held, rows, 3390, "Bizerte")
    assert (held[bizerte].year, held[bizerte].against) == (1961, frozenset())
    assert isnan(found["distance, log"][bizerte])
    assert isnan(found["land border"][bizerte])


def test_franco_russian_alliance_of_1893_by_hand(
    held: tuple[Occasion, ...], found: Covariates, rows: pl.DataFrame
) -> None:
    place = of(held, rows, 1385, "WorldWarI")
    assert held[place].called == {220}
    assert exp(found["years since signature, log"][place]) - 1 == pytest.approx(20.6, abs=0.1)
    assert exp(found["distance, log"][place]) == pytest.approx(878, abs=10)  # Paris and Berlin
    assert found["land border"][place] == found["major power"][place] == 1
    assert found["members, log"][place] == log(2)
    assert found["adversary named"][place] == 1


def test_conditions_are_there_or_not_in_every_case(found: Covariates) -> None:
    for name in CONDITIONS:
        assert set(found[name]) == {0.0, 1.0}

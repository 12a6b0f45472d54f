"""The model of fulfilment: fitted again it is the card of the package, and it beats what it is compared with."""

from __future__ import annotations

from dataclasses import asdict, replace
from itertools import combinations

import numpy as np
import polars as pl
import pytest
from tests.response.rounding import rounded

from foedus import BadInput
from foedus.response.fulfilment.model import Estimate, estimate, fit_fulfilment, with_major_power
from foedus.response.fulfilment.occasions import Occasion
from foedus.response.fulfilment.tested import PLEDGES, cases_tested
from foedus.response.model_card import CARDS, ModelCard, card_json, read_card


@pytest.fixture(scope="module")
def card() -> ModelCard:
    return read_card("fulfilment")


@pytest.mark.data
def test_the_card_of_the_package_is_the_fit_of_the_files(
    card: ModelCard, berkemeier_fuhrmann: pl.DataFrame, held: tuple[Occasion, ...], majors: pl.DataFrame
) -> None:
    again = fit_fulfilment(cases_tested(berkemeier_fuhrmann), with_major_power(held, majors), card.version)
    assert (again.cases, again.happened, again.wars) == (146, 73, 45)
    assert again.vector == pytest.approx(card.vector, abs=1e-8)
    assert again.matrix == pytest.approx(card.matrix, abs=1e-8)
    assert rounded(asdict(again)) == rounded(asdict(replace(card, evaluation=None)))


def test_on_wars_it_has_not_seen_it_beats_the_shares(card: ModelCard) -> None:
    model, *rivals = card.rivals
    assert all(model.scores.log < rival.scores.log and model.scores.brier < rival.scores.brier for rival in rivals)


def test_what_happened_lies_in_the_band_of_most_bins(card: ModelCard) -> None:
    assert sum(one.is_within for one in card.calibration) >= len(card.calibration) - 1


def test_a_card_is_read_as_it_was_written(card: ModelCard) -> None:
    assert card_json(card) == (CARDS / "fulfilment.json").read_text(encoding="utf-8")
    assert np.linalg.eigvalsh(card.matrix).min() > 0


@pytest.mark.parametrize("since_1945", [False, True])
@pytest.mark.parametrize("multilateral", [False, True])
@pytest.mark.parametrize("major_power", [False, True])
def test_every_alliance_gets_an_interval_and_its_class(
    card: ModelCard, since_1945: bool, multilateral: bool, major_power: bool
) -> None:
    for count in range(1, len(PLEDGES) + 1):
        for pledges in combinations(PLEDGES, count):
            found = estimate(
                card, since_1945=since_1945, pledges=pledges, multilateral=multilateral, major_power=major_power
            )
            assert 0 < found.low < found.middle < found.high < 1
            assert found.reference.name.startswith(pledges[0])
            assert found.reference.cases > 0


def test_defence_since_1945_is_kept_less_often_than_before(card: ModelCard) -> None:
    def kept(since_1945: bool) -> Estimate:
        return estimate(card, since_1945=since_1945, pledges=["defence"], multilateral=True, major_power=True)

    assert kept(since_1945=True).middle < kept(since_1945=False).middle


def test_an_alliance_without_a_pledge_is_refused(card: ModelCard) -> None:
    with pytest.raises(BadInput, match="never tested"):
        estimate(card, since_1945=True, pledges=[], multilateral=False, major_power=False)
    with pytest.raises(BadInput, match="no pledge is called 'defense'"):
        estimate(card, since_1945=True, pledges=["offence", "defense"], multilateral=False, major_power=False)

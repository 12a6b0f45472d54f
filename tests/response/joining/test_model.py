"""The model of joining: fitted again it is the card of the package, and it beats what it is compared with."""

from __future__ import annotations

from dataclasses import asdict

import pytest
from tests.response.rounding import rounded

from foedus.response.joining.model import fit_joining
from foedus.response.joining.third_states import ThirdStates
from foedus.response.model_card import read_card


@pytest.mark.data
def test_the_card_of_the_package_is_the_fit_of_the_files(real: ThirdStates) -> None:
    card = read_card("joining")
    again = fit_joining(real, card.version)
    assert again.vector == pytest.approx(card.vector, abs=1e-8)
    assert again.matrix == pytest.approx(card.matrix, abs=1e-8)
    assert rounded(asdict(again)) == rounded(asdict(card))


def test_on_every_split_it_beats_the_share_and_the_two_ties() -> None:
    by_split: dict[str, dict[str, float]] = {}
    for one in read_card("joining").rivals:
        by_split.setdefault(one.split, {})[one.name] = one.scores.log
    assert len(by_split) == 3
    for held in by_split.values():
        assert held["this model"] < held["pact and border alone"] < held["share of all"]

"""Made in war: by who fought on the day, and beside ATOP's own word for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from tests.measures.concordance.made_up import pact

from foedus._base.dates import Day, day_number
from foedus.measures.concordance.alliances import phases
from foedus.measures.concordance.pairing import pair
from foedus.measures.typology.data import Data, read_wars
from foedus.measures.typology.wartime import Fighting, Wars, wartime
from foedus.measures.typology.world import World
from foedus.sources.reading import load
from foedus.sources.registry import source
from foedus.sources.store import Store

YEARS = (1816, 2007)


def fighting(state: int, side: int, war: str = "the war") -> Fighting:
    """Return a state's fighting through 1899 and 1900."""
    return Fighting(war, state, side, day_number(1899, 1, 1), day_number(1900, 12, 31))


@pytest.mark.parametrize(
    ("fought", "value"),
    [
        ((), "peace"),
        ((fighting(5, 1),), "peace"),
        ((fighting(1, 1),), "at_war"),
        ((fighting(1, 1), fighting(2, 2)), "at_war"),
        ((fighting(1, 1), fighting(2, 1, "another")), "at_war"),
        ((fighting(1, 1), fighting(2, 1)), "side_by_side"),
        ((fighting(1, 1), fighting(1, 1)), "at_war"),
    ],
    ids=str,
)
def test_who_fought_beside_whom(fought: tuple[Fighting, ...], value: str, world_of: Callable[..., World]) -> None:
    world = world_of(pact())
    assert wartime(world.register.treaty("pact"), world.register, Wars("wars", YEARS, fought)).value == value


def test_outside_the_years_of_the_data_nothing_is_known(world_of: Callable[..., World]) -> None:
    world = world_of(pact())
    answer = wartime(world.register.treaty("pact"), world.register, Wars("wars", (1816, 1899), ()))
    assert (answer.value, answer.because) == (None, "wars covers 1816 to 1899")


def test_without_the_data_the_command_that_brings_them_is_told(real: World, tmp_path: Path) -> None:
    found = Data(Store(tmp_path)).answers(real.register.treaty("nato"), real.register, Day.parse("1950-01-01"))
    assert found["wartime"].value is found["strongest_share"].value is None
    assert "foedus data pull inter-state-war" in found["wartime"].because
    assert "foedus data pull nmc" in found["strongest_share"].because


@pytest.fixture(scope="module")
def store(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Return a store with the wars and capabilities as their publisher has them."""
    held = Store(tmp_path_factory.mktemp("typology"))
    for name, file in (("inter-state-war", "Inter-StateWarData_v4.0.csv"), ("nmc", "NMC_5_0.csv")):
        held.put(load(source(name), [shared_data / "cow" / file]))
    return held


def test_atop_says_the_same_of_nearly_every_treaty(store: Store, atop_members: pl.DataFrame, real: World) -> None:
    """ATOP's `wartime` is about any member. The few that differ hang on who signed first, and on days.

    The register grows, so the bounds lie a little under what was found when this was written: 395 of 398, of which 41
    were made in war.
    """
    wars = read_wars(store)
    register: Any = real.register
    paired = pair(register, register.treaties.values(), phases(atop_members), (1815, 2018)).pairs
    both = [
        (value != "peace", any(row["wartime"] == 1 for row in one.phases[0].rows))
        for one in paired
        if (value := wartime(one.treaty, register, wars).value) is not None
    ]
    assert len(both) >= 390
    assert sum(ours == theirs for ours, theirs in both) >= 0.985 * len(both)
    made_in_war = [ours for ours, theirs in both if theirs]
    assert len(made_in_war) >= 38
    assert sum(made_in_war) >= 0.95 * len(made_in_war)


def test_the_strongest_member_is_told_with_its_share(store: Store, real: World) -> None:
    treaty = real.register.treaty("us-japan-1951")
    answer = Data(store).answers(treaty, real.register, Day.parse("1955-01-01"))["strongest_share"]
    cinc = store.read("nmc", "state_years").filter(pl.col("year") == 1955)
    held = dict(cinc.select("ccode", "cinc").iter_rows())
    assert answer.value == pytest.approx(held[2] / (held[2] + held[740]))
    assert "United States is the strongest of 2" in answer.because

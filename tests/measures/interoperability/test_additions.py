"""The index as columns of dyad-years: what the command says of 31 December, on each side of the pair."""

from __future__ import annotations

from dataclasses import replace

import polars as pl
import pytest

from foedus import FoedusError
from foedus._base.dates import Day
from foedus.catalogue.additions import create
from foedus.measures.interoperability.data import read_data
from foedus.measures.interoperability.pairs import interoperability
from foedus.measures.typology.world import World
from foedus.sources.store import Store

PARTS = ("treaties", "structures", "stationed", "operations", "exercises", "equipment")


@pytest.fixture(scope="module")
def panel(exercised: Store) -> pl.DataFrame:
    """Return the dyads around the end of the Cold War."""
    plan = create("dyad-years", first=1988, last=1993)
    return replace(plan, store=exercised).add("interoperability", exercises="mme", equipment="rdmc").frame()


def test_a_row_says_what_the_command_says(panel: pl.DataFrame, real: World, exercised: Store) -> None:
    data = read_data(exercised)
    rich = panel.filter(pl.col("interop") > 0.4).sample(25, seed=2)
    for row in pl.concat([rich, panel.sample(25, seed=2)]).iter_rows(named=True):
        day = Day.parse(f"{row['year']}-12-31")
        states = [real.register.actors.find(f"cow:{row[name]}", day).id for name in ("ccode1", "ccode2")]
        (found,) = interoperability(states, real, day, data)
        assert row["interop"] == pytest.approx(found.value), row
        assert row["interop_known"] == pytest.approx(found.available)
        for part in PARTS:
            assert row[f"interop_{part}"] == pytest.approx(found.parts[part].value), (row, part)  # type: ignore[index]


def test_both_orders_of_a_pair_say_the_same() -> None:
    frame = create("dyad-years", first=1990, last=1990, directed=True).add("interoperability").frame()
    turned = frame.rename({"ccode1": "ccode2", "ccode2": "ccode1"})
    both = frame.join(turned, on=["ccode1", "ccode2", "year"], suffix="_turned")
    assert both.height == frame.height
    for name in ("interop", "interop_known", *(f"interop_{part}" for part in PARTS)):
        assert both[name].eq_missing(both[f"{name}_turned"]).all(), name


def test_without_data_their_parts_are_missing_and_the_rest_is_there() -> None:
    frame = create("dyad-years", first=1990, last=1990).add("interoperability").frame()
    assert frame["interop_exercises"].null_count() == frame.height
    assert frame["interop"].null_count() == 0
    assert frame["interop"].is_between(0, 1).all()


def test_data_that_are_not_in_the_store_are_named(tmp_path_factory: pytest.TempPathFactory) -> None:
    plan = replace(create("dyad-years", first=1990, last=1990), store=Store(tmp_path_factory.mktemp("empty")))
    with pytest.raises(FoedusError, match="mme is not in the store"):
        plan.add("interoperability", exercises="mme").frame()


@pytest.mark.parametrize("half_life", ["x", "0", "-2"])
def test_a_half_life_that_is_none_is_refused(half_life: str) -> None:
    with pytest.raises(FoedusError, match="half"):
        create("dyad-years", first=1990, last=1990).add("interoperability", half_life=half_life).frame()

"""Platforms by domain: plain sums of published kinds, and no figure where one of them is not reported."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import polars as pl
import pytest

from foedus import Register
from foedus._base.dates import Day
from foedus.measures.capability.platforms import DOMAINS
from foedus.measures.capability.quantities import quantity
from foedus.measures.capability.reading import Question, Tables
from foedus.sources.reading import load
from foedus.sources.registry import source
from foedus.sources.sets.rdmc_kinds import KINDS
from foedus.sources.store import Store

Ask = Callable[..., Question]
STATES = ("united-states", "united-kingdom")


@pytest.fixture(scope="module")
def asking(register: Register, tmp_path_factory: pytest.TempPathFactory) -> Ask:
    """Return a question of 1990; the second state reports no destroyers, and each kind has as many as its place."""
    folder = tmp_path_factory.mktemp("platforms")
    counts = dict(zip(KINDS, range(1, len(KINDS) + 1), strict=True))
    rows = [
        {"year": 1990, "country": "a", "ccode": 2, **counts},
        {"year": 1990, "country": "b", "ccode": 200, **counts, "principal surface combatants_destroyers": None},
    ]
    pl.DataFrame(rows).write_csv(folder / "made.csv")
    store = Store(folder / "store")
    store.put(load(source("rdmc"), [folder / "made.csv"], "1", is_part=True), is_part=True)
    return lambda year=1990: Question(STATES, Day.parse(f"{year}-06-01"), year, register, Tables(store))


@pytest.mark.parametrize("name", DOMAINS)
def test_pieces_are_added_up_and_none_weighs_more(name: str, asking: Ask) -> None:
    found = quantity(name).read(asking())
    assert found.values[0] == sum(KINDS.index(kind) + 1 for kind in DOMAINS[name].kinds)
    assert (found.unit, found.source, found.years[0]) == ("pieces", "rdmc 1", 1990)
    assert "plain counts" in found.note


def test_a_kind_that_is_not_reported_is_not_taken_for_none(asking: Ask) -> None:
    assert np.isnan(quantity("sea-platforms").read(asking()).values[1])
    assert quantity("air-platforms").read(asking()).spread.known == 2


def test_a_year_without_data_has_no_figure(asking: Ask) -> None:
    assert quantity("land-platforms").find(asking(1989)) is None


def test_every_kind_is_one_of_the_data_and_stands_in_one_domain() -> None:
    kinds = [kind for one in DOMAINS.values() for kind in one.kinds]
    assert set(kinds) <= set(KINDS)
    assert len(kinds) == len(set(kinds))

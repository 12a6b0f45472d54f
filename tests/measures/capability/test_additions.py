"""Columns of capability in panels: the published index, state by state, and shares of dyads."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest

from foedus.catalogue.additions import create
from foedus.measures.capability.output import SUBSISTENCE
from foedus.panel.panel import Panel
from foedus.sources.reading import load
from foedus.sources.registry import source
from foedus.sources.store import Store

pytestmark = pytest.mark.data


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, shared_data: Path) -> Store:
    held = Store(tmp_path_factory.mktemp("capability") / "home")
    held.put(load(source("nmc"), [shared_data / "cow" / "cow_nmc.rda"]))
    held.put(load(source("gdp-population"), [shared_data / "gw" / "gw_gdppop.rda"]))
    return held


def stocked(panel: Panel, store: Store) -> Panel:
    return replace(panel, store=store)


def test_the_index_worked_out_is_the_one_published(store: Store) -> None:
    frame = stocked(create("state-years", last=2016), store).add("cinc", "nmc").frame()
    known = frame.filter(pl.col("cinc").is_not_null())
    assert known.height > 15_000
    assert known.select((pl.col("cap_cinc") - pl.col("cinc")).abs().max()).item() < 1e-6
    assert frame.select((pl.col("cap_cinc").is_null() == pl.col("cinc").is_null()).all()).item()


def test_a_share_of_a_dyad_is_one_less_that_of_the_mirror(store: Store) -> None:
    panel = stocked(create("dyad-years", directed=True, first=1913, last=1914), store)
    frame = panel.add("capability-share").frame()
    mirror = frame.rename({"ccode1": "ccode2", "ccode2": "ccode1", "cap_share": "other"})
    both = frame.join(mirror, on=["ccode1", "ccode2", "year"]).drop_nulls()
    assert both.height > 1000
    assert both.select((pl.col("cap_share") + pl.col("other") - 1).abs().max()).item() < 1e-12


def test_economic_capability_is_that_of_the_table(store: Store) -> None:
    frame = (
        stocked(create("state-years", system="gw", first=1990, last=1990), store)
        .add("economic-capability", "gdp-population")
        .frame()
    )
    known = frame.filter(pl.col("pwtrgdp").is_not_null())
    surplus = (pl.col("pwtrgdp") - pl.col("pwtpop") * SUBSISTENCE).clip(0) * 1e6
    product = pl.col("pwtrgdp") ** 2 / pl.col("pwtpop") * 1e6
    for name, expected in (("cap_sdp", surplus), ("cap_gdp_gdppc", product)):
        apart = known.select(((pl.col(name) - expected).abs() / (expected.abs() + 1)).max()).item()
        assert apart < 1e-9
    assert known.height > 100

"""National Material Capabilities: the index is the mean of the shares that there are."""

from __future__ import annotations

from typing import Any

import polars as pl
import pytest

COMPONENTS = ("milex", "milper", "irst", "pec", "tpop", "upop")


def recomputed(table: pl.DataFrame) -> pl.Series:
    """Return the index worked out from the components: the mean of the shares of the year, missing ones left out."""
    totals = {name: pl.col(name).sum().over("year") for name in COMPONENTS}
    shares = [pl.when(totals[name] > 0).then(pl.col(name) / totals[name]) for name in COMPONENTS]
    return table.select(pl.mean_horizontal(shares)).to_series()


@pytest.mark.data
def test_version_5_is_read_whole(real: Any) -> None:
    table = real("nmc", "cow/NMC_5_0.csv").tables["state_years"]
    assert table.shape == (15_171, 9)
    assert (recomputed(table) - table["cinc"]).abs().max() <= 1e-6


@pytest.mark.data
def test_minus_nine_is_missing_and_never_zero(real: Any, shared_data: Any) -> None:
    table = real("nmc", "cow/NMC_5_0.csv").tables["state_years"]
    written = (shared_data / "cow" / "NMC_5_0.csv").read_text().splitlines()[1:]
    codes = sum(line.split(",")[3] in {"-9", "-9.0"} for line in written)
    zeros = sum(line.split(",")[3] == "0" for line in written)
    assert (table["milex"].null_count(), (table["milex"] == 0).sum()) == (codes, zeros)
    assert codes > 0


@pytest.mark.data
def test_version_7_is_read_whole(real: Any) -> None:
    table = real("nmc", "cow/cow_nmc.rda").tables["state_years"]
    assert table.shape == (17_121, 9)
    assert table["year"].max() == 2022
    known = table.filter(pl.col("cinc").is_not_null())
    assert (recomputed(table).filter(table["cinc"].is_not_null()) - known["cinc"]).abs().max() <= 1e-6

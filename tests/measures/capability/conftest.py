"""National Material Capabilities as their publisher has them, in two versions."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from foedus.sources.reading import load
from foedus.sources.registry import source

FILES = {"7.0": "cow_nmc.rda", "5.0": "NMC_5_0.csv"}


@pytest.fixture(scope="session", params=FILES)
def nmc(request: pytest.FixtureRequest, shared_data: Path) -> tuple[str, pl.DataFrame]:
    """Return a version and its table of state-years."""
    loaded = load(source("nmc"), [shared_data / "cow" / FILES[request.param]])
    return loaded.version.id, loaded.tables["state_years"]

"""The published files, read as a user's store reads them."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from foedus.sources.reading import load
from foedus.sources.registry import source


@pytest.fixture(scope="session")
def berkemeier_fuhrmann(shared_data: Path) -> pl.DataFrame:
    """Return the 576 rows."""
    return load(
        source("berkemeier-fuhrmann"), [shared_data / "fulfilment" / "BerkemeierFuhrmannRAP2018_0303.dta"]
    ).tables["tests"]


@pytest.fixture(scope="session")
def leeds_anac(shared_data: Path) -> pl.DataFrame:
    """Return the 137 rows."""
    return load(source("leeds-anac"), [shared_data / "fulfilment" / "LeedsAnacIIrep.dta"]).tables["commitments"]

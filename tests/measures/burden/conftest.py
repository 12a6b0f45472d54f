"""A store of published expenditure, output and population, as their publishers have them."""

from __future__ import annotations

from pathlib import Path

import pytest

from foedus.measures.capability.reading import Tables
from foedus.sources.reading import load
from foedus.sources.registry import source
from foedus.sources.store import Store

FILES = {
    "gdp-population": "gw/gw_gdppop.rda",
    "nato-expenditure": "nato/240617-def-exp-2024-TABLES-en.xlsx",
    "nmc": "cow/cow_nmc.rda",
    "sipri": "sipri/SIPRI-Milex-data-1949-2024_2.xlsx",
}


@pytest.fixture(scope="session")
def tables(tmp_path_factory: pytest.TempPathFactory, shared_data: Path) -> Tables:
    """Return the tables of the store."""
    store = Store(tmp_path_factory.mktemp("burdens") / "home")
    for name, file in FILES.items():
        store.put(load(source(name), [shared_data / file]))
    return Tables(store)

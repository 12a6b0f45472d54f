"""The embedded register with what stands beside treaties, and a store with the published exercises and weapons."""

from __future__ import annotations

from pathlib import Path

import pytest

from foedus.measures.interoperability.data import Data
from foedus.measures.typology.world import World
from foedus.register.arrangements import load_arrangements
from foedus.register.compiled import load_register
from foedus.sources.reading import load
from foedus.sources.registry import source
from foedus.sources.store import Store

FILES = {"mme": "exercises/mme_v7.csv", "jme": "exercises/jme_v3.xls", "rdmc": "capabilities/rDMC_wide_v1.rds"}
NOTHING = Data("mme is not in the store", "rdmc is not in the store")
"""What is known without any data."""


@pytest.fixture(scope="session")
def real() -> World:
    """Return the embedded register with what stands beside treaties."""
    return World(load_register(), load_arrangements())


@pytest.fixture(scope="session")
def exercised(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Return a store with the exercises and weapons as published."""
    store = Store(tmp_path_factory.mktemp("exercised"))
    for name, file in FILES.items():
        store.put(load(source(name), [shared_data / file]))
    return store

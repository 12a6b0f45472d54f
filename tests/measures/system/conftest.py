"""A store of the published files that the system is measured from, and its history since 1816."""

from __future__ import annotations

from pathlib import Path

import pytest

from foedus import Register
from foedus.measures.system.history import History, history
from foedus.sources.reading import load
from foedus.sources.registry import source
from foedus.sources.store import Store

PUBLISHED = {
    "atop": ("atop/atop5_1ddyr.rda",),
    "cow-majors": ("cow/majors2016.csv",),
    "gml-mid": ("cow/gml_dirdisp.rda",),
    "inter-state-war": ("cow/Inter-StateWarData_v4.0.csv",),
    "nmc": ("cow/cow_nmc.rda",),
}


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory, shared_data: Path) -> Store:
    store = Store(tmp_path_factory.mktemp("system") / "home")
    for name, places in PUBLISHED.items():
        store.put(load(source(name), [shared_data / place for place in places]))
    return store


@pytest.fixture(scope="session")
def since_1816(register: Register, published: Store) -> History:
    return history(register, published, (1816, 2018), "atop", ("capability", "majors", "disputes", "wars"))

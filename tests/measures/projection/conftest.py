"""Stores: one of short made-up files, and one of the published files."""

from __future__ import annotations

from pathlib import Path

import pytest

from foedus.sources.reading import load
from foedus.sources.registry import source
from foedus.sources.store import Store

NMC = """stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc,version
USA,2,1950,100,10,0,0,150,50,.3,2011
UKG,200,1950,50,0,0,0,50,20,.1,2011
"""
CONTIGUITY = """dyad,state1no,state1ab,state2no,state2ab,year,conttype,version
2020,2,"USA",20,"CAN",1950,1,3.2
2020,20,"CAN",2,"USA",1950,1,3.2
2070,2,"USA",70,"MEX",1950,1,3.2
2070,70,"MEX",2,"USA",1950,1,3.2
2040,2,"USA",40,"CUB",1950,4,3.2
2040,40,"CUB",2,"USA",1950,4,3.2
"""
MADE_UP = {"nmc": ("NMC_5_0.csv", NMC), "contiguity": ("contdird.csv", CONTIGUITY)}
PUBLISHED = {
    "capitals": "cow/cow_capitals.rda",
    "contiguity": "cow/contdird.csv",
    "minimum-distance": "cow/cow_mindist.rda",
    "nmc": "cow/cow_nmc.rda",
}


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Return a store of short made-up files in the publishers' formats."""
    folder = tmp_path_factory.mktemp("small")
    store = Store(folder / "home")
    for name, (file, text) in MADE_UP.items():
        (folder / file).write_text(text)
        store.put(load(source(name), [folder / file], is_part=True), is_part=True)
    return store


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory, shared_data: Path) -> Store:
    """Return a store of the published files."""
    store = Store(tmp_path_factory.mktemp("published") / "home")
    for name, place in PUBLISHED.items():
        store.put(load(source(name), [shared_data / place]))
    return store

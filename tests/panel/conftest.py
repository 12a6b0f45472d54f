"""Stores for panels: one of short made-up files, and one of the files that the truth tables were made from."""

from __future__ import annotations

from pathlib import Path

import pytest

from foedus.sources.reading import load
from foedus.sources.registry import source
from foedus.sources.store import Store

NMC = """stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc,version
USA,2,1950,100,10,0,0,150,50,.3,2011
USA,2,1951,-9,11,0,0,151,51,.4,2011
UKG,200,1950,50,0,0,0,50,20,.1,2011
GMY,255,1990,37,0,0,0,79,25,.03,2011
GFR,260,1990,35,0,0,0,63,21,.02,2011
YAR,678,1990,1,0,0,0,9,1,.001,2011
YEM,679,1990,2,0,0,0,11,2,.002,2011
"""
CONTIGUITY = """dyad,state1no,state1ab,state2no,state2ab,year,conttype,version
2020,2,"USA",20,"CAN",1950,1,3.2
2020,20,"CAN",2,"USA",1950,1,3.2
2020,2,"USA",20,"CAN",1951,4,3.2
2020,2,"USA",20,"CAN",1951,1,3.2
2020,20,"CAN",2,"USA",1951,1,3.2
255290,255,"GMY",290,"POL",1990,1,3.2
255290,290,"POL",255,"GMY",1990,1,3.2
260290,260,"GFR",290,"POL",1990,4,3.2
260290,290,"POL",260,"GFR",1990,4,3.2
"""
MAJORS = """stateabb,ccode,styear,stmonth,stday,endyear,endmonth,endday,version
USA,2,1898,8,13,2016,12,31,2016
UKG,200,1816,1,1,2016,12,31,2016
"""
ATOP = """atopid,member,phase,yrent,moent,dayent,yrexit,moexit,dayexit,defense,offense,neutral,nonagg,consul,version
9001,2,0,1951,9,8,0,0,0,1,0,0,0,1,5.1
9001,740,0,1951,9,8,0,0,0,0,0,0,1,1,5.1
"""
GML = (
    "dispnum,ccode1,ccode2,year,gmlmidongoing,gmlmidonset,sidea1,sidea2,fatality1,fatality2,fatalpre1,fatalpre2,hiact1,"
    "hiact2,hostlev1,hostlev2,orig1,orig2,fatality,hostlev,recip,mindur,maxdur,stmon\n"
    "7,2,365,1950,1,1,1,0,0,-9,0,-9,7,0,3,1,1,1,0,3,0,5,10,5\n"
    "7,365,2,1950,1,1,0,1,-9,0,-9,0,0,7,1,3,1,1,0,3,0,5,10,5\n"
    "8,2,365,1950,1,1,0,1,0,0,0,0,7,7,3,4,1,1,0,4,1,5,10,6\n"
    "8,365,2,1950,1,1,1,0,0,0,0,0,7,7,4,3,1,1,0,4,1,5,10,6\n"
)
WARS = (
    "WarNum,WarName,WarType,ccode,StateName,Side,StartMonth1,StartDay1,StartYear1,EndMonth1,EndDay1,EndYear1,"
    "StartMonth2,StartDay2,StartYear2,EndMonth2,EndDay2,EndYear2,TransFrom,WhereFought,Initiator,Outcome,TransTo,"
    "BatDeath,Version\n"
    "151,Korean,1,732,South Korea,1,6,24,1950,7,27,1953,-8,-8,-8,-8,-8,-8,-8,7,2,6,-8,1,4\n"
    "151,Korean,1,2,United States,1,6,27,1950,7,27,1953,-8,-8,-8,-8,-8,-8,-8,7,2,6,-8,1,4\n"
    "151,Korean,1,100,Colombia,1,1,1,1952,7,27,1953,-8,-8,-8,-8,-8,-8,-8,7,2,6,-8,1,4\n"
    "151,Korean,1,731,North Korea,2,6,24,1950,7,27,1953,-8,-8,-8,-8,-8,-8,-8,7,1,6,-8,1,4\n"
    "151,Korean,1,710,China,2,10,27,1950,7,27,1953,-8,-8,-8,-8,-8,-8,-8,7,2,6,-8,1,4\n"
)
MADE_UP = {
    "nmc": ("NMC_5_0.csv", NMC),
    "contiguity": ("contdird.csv", CONTIGUITY),
    "cow-majors": ("majors2016.csv", MAJORS),
    "atop": ("atop5_1m.csv", ATOP),
    "gml-mid": ("gml-ddy-disputes-2.2.1.csv", GML),
    "inter-state-war": ("Inter-StateWarData_v4.0.csv", WARS),
}


def _stored(folder: Path, *, is_part: bool) -> Store:
    store = Store(folder / "home")
    for name, (file, text) in MADE_UP.items():
        (folder / file).write_text(text)
        store.put(load(source(name), [folder / file], is_part=True), is_part=is_part)
    return store


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Return a store of short made-up files in the publishers' formats, which count as whole."""
    return _stored(tmp_path_factory.mktemp("small"), is_part=False)


@pytest.fixture(scope="session")
def parts(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Return a store of the same files, put there as parts of what was published."""
    return _stored(tmp_path_factory.mktemp("parts"), is_part=True)


PUBLISHED = {
    "atop": ("atop/atop5_1ddyr.rda",),
    "capitals": ("cow/cow_capitals.rda",),
    "contiguity": ("cow/contdird.csv",),
    "cow-majors": ("cow/majors2016.csv",),
    "democracy": ("gw/isard_cw_democracy.csv", "gw/gw_democracy.rda"),
    "gml-mid": ("cow/gml_dirdisp.rda",),
    "inter-state-war": ("cow/Inter-StateWarData_v4.0.csv",),
    "minimum-distance": ("cow/cow_mindist.rda",),
    "nmc": ("cow/cow_nmc.rda",),
}


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory, shared_data: Path) -> Store:
    """Return a store of the published files that the truth tables were made from."""
    store = Store(tmp_path_factory.mktemp("published") / "home")
    for name, places in PUBLISHED.items():
        store.put(load(source(name), [shared_data / place for place in places]))
    return store

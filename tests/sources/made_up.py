"""Short made-up files in the publishers' formats, one set a data set. No line of a real file is in them."""

# ruff: noqa: E501 - a heading is one line, as its publisher writes it

from __future__ import annotations

import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pyreadstat
import xlsxwriter
import xlwt

from foedus.sources.sets.rdmc_kinds import KINDS

Make = Callable[[Path], list[Path]]


def text(name: str, content: str, encoding: str = "utf-8") -> Make:
    """Return a maker of a text file."""

    def make(folder: Path) -> list[Path]:
        path = folder / name
        path.write_bytes(content.encode(encoding))
        return [path]

    return make


def both(*makers: Make) -> Make:
    return lambda folder: [path for maker in makers for path in maker(folder)]


def r_image(name: str, part: str, rows: list[dict[str, Any]]) -> Make:
    """Return a maker of an R file, written by another's library."""

    def make(folder: Path) -> list[Path]:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import pandas as pd  # noqa: PLC0415
            import rdata  # noqa: PLC0415

            with pd.option_context("mode.string_storage", "python"):  # its writer knows no other strings
                frame = pd.DataFrame(rows)
            path = folder / name
            if part:
                rdata.write_rda(path, {part: frame})
            else:
                rdata.write_rds(path, frame)
        return [path]

    return make


def stata(name: str, rows: list[dict[str, Any]]) -> Make:
    def make(folder: Path) -> list[Path]:
        path = folder / name
        pyreadstat.write_dta(pl.DataFrame(rows), str(path))
        return [path]

    return make


def xlsx(name: str, sheets: dict[str, list[list[Any]]]) -> Make:
    def make(folder: Path) -> list[Path]:
        path = folder / name
        with xlsxwriter.Workbook(str(path)) as book:
            for sheet, lines in sheets.items():
                page = book.add_worksheet(sheet)
                for at, line in enumerate(lines):
                    page.write_row(at, 0, line)
        return [path]

    return make


def xls(name: str, lines: list[list[Any]]) -> Make:
    def make(folder: Path) -> list[Path]:
        path = folder / name
        book = xlwt.Workbook()
        page = book.add_sheet("Sheet1_2")
        for at, line in enumerate(lines):
            for place, cell in enumerate(line):
                page.write(at, place, cell)
        book.save(str(path))
        return [path]

    return make


# --------------------------------------------------------------------------------------------------- the files

_PLEDGES = "defense,offense,neutral,nonagg,consul"
_STATE_LIST = "stateabb,ccode,{name}styear,stmonth,stday,endyear,endmonth,endday,version\n"
_GML = (
    "dispnum,ccode1,ccode2,year,gmlmidongoing,gmlmidonset,sidea1,sidea2,fatality1,fatality2,fatalpre1,fatalpre2,hiact1,"
    "hiact2,hostlev1,hostlev2,orig1,orig2,fatality,hostlev,recip,mindur,maxdur,stmon\n"
)
_WAR = (
    "WarNum,WarName,WarType,ccode,StateName,Side,StartMonth1,StartDay1,StartYear1,EndMonth1,EndDay1,EndYear1,StartMonth2,"
    "StartDay2,StartYear2,EndMonth2,EndDay2,EndYear2,TransFrom,WhereFought,Initiator,Outcome,TransTo,BatDeath,Version\r"
)
_DCAD = (
    "ccode1,cowName1,ccode2,cowName2,signDay,signMonth,signYear,EIFDay,EIFMonth,EIFYear,type,category1,category2,category3,"
    "span,terminated,endYearEstimate,asymmetry,sourceType,DCAid\n"
)
_MME = "MMEID,Ex_Name,Series_Name,Location,lat,lon,StartDate,s.year,s.month,s.day,EndDate,e.year,e.month,e.day,CPX,Air,Land,Sea,Amphibious,Cyber,Warfighting,Peacekeeping,Humanitarian,StateA,StateB,StateC\n"
_TROOPS = "countryname,year,ccode,iso3c,region,troops_ad,army_ad,navy_ad,air_force_ad,marine_corps_ad,coast_guard_ad,space_force_ad,army_national_guard,air_national_guard,army_reserve,navy_reserve,marine_corps_reserve,air_force_reserve,coast_guard_reserve,total_selected_reserve,army_civilian,navy_civilian,marine_corps_civilian,air_force_civilian,dod_civilian,total_civilian\n"
_YEARS = [2001, 2002, 2003]


def _sipri_sheet(value: float) -> list[list[Any]]:
    return [
        ["Military expenditure"],
        ["Country", "Notes", *map(float, _YEARS)],
        ["Africa"],
        ["South Sudan", "", "xxx", "xxx", "..."],
        ["Belgium", "", value, value * 2, ". ."],
    ]


def _nato_section(number: str, title: str, value: float) -> list[list[Any]]:
    return [
        ["", f"Table {number} : made up"],
        ["", "", "", 2021, 2022, 2023, "2024e"],
        ["", title],
        ["", "", "Belgium*   (Euros)", value, value, value, value],
        ["", "NATO Total", "", 9, 9, 9, 9],
    ]


NATO_SHEETS: dict[str, list[list[Any]]] = {
    "T1": _nato_section("1", "Current prices", 100),
    "T2": [
        *_nato_section("2", "Current prices and exchange rates", 110),
        *_nato_section("2", "Constant 2015 prices", 120),
    ],
    "T3": [*_nato_section("3", "Share of real GDP (%)", 1.5), *_nato_section("3", "Annual real change (%)", -2)],
    "T5": _nato_section("5", "Constant 2015 prices", 5000),
    "T6": [*_nato_section("6", "GDP per capita", 40), *_nato_section("6", "Defence expenditure per capita", 400)],
    "T7": [
        ["", "", "Table 7 : made up"],
        ["", "", "", 2021, 2022, 2023, "2024e"],
        ["", "", "Belgium", 25, 25, 25, 25],
    ],
    "T8a": [*_nato_section("8a", "Equipment (a)", 20), *_nato_section("8a", "Personnel (b)", 50)],
    "T8b": [*_nato_section("8b", "Infrastructure (c)", 0), *_nato_section("8b", "Other (d)", 30)],
}

_UCDP = "conflict_id,location,side_a,side_a_id,side_b,incompatibility,year,intensity_level,type_of_conflict,start_date,start_prec,start_date2,start_prec2,ep_end,ep_end_date,gwno_a,gwno_a_2nd,gwno_b,gwno_b_2nd,region,version\n"
_BENSON = '"","atopid","consultatop","nagatop","neutatop","defenseatop","offenseatop","PotMilCapacity.score","Depth.score","Scope.score"\n'
_IPI = "Date,Contributor,Contributor_ISO-3,Mission,Mission_Country,Experts_on_Mission,Civilian_Police,Troops,Observers,Total\n"
_WORLD_BANK = (
    '"Data Source","World Development Indicators",\n\n"Last Updated Date","2030-01-01",\n\n'
    '"Country Name","Country Code","Indicator Name","Indicator Code","1960","2001",\n'
)

_KEPT = {
    "sample": 1.0,
    "warid": 4.0,
    "atopid": 1900.0,
    "cowwarid": 10.0,
    "warname": "MadeUp1900-1901",
    "cowid": 2005.0,
    "multilateral": 1.0,
    **dict.fromkeys(("nonaggBF", "consulBF", "cfnaBF", "dnaBF", "honorBF"), 1.0),
    "violateBF": 0.0,
    **dict.fromkeys(("nonaggLLM", "consulLLM", "cfnaLLM", "dnaLLM", "honorLLM", "violateLLM"), 0.0),
    **dict.fromkeys(_PLEDGES.split(","), 1.0),
}
_TESTED = {
    "war": 10.0,
    "atopid": 1900.0,
    "ccode1": 300.0,
    **dict.fromkeys(("honor3", "honor2", "formal", "chcap2d", "dinstch2", "origtar1"), 1.0),
    **dict.fromkeys(("milinst", "chalcapd", "chcp2d20", "regch2", "wartime", "active", "bilat"), 0.0),
}
_GDP = dict.fromkeys(("mrgdppc", "sd_mrgdppc", "pwtrgdp", "sd_pwtrgdp", "pwtpop", "sd_pwtpop"), 1.5)

FILES: dict[str, tuple[Make, dict[str, int]]] = {
    "atop": (
        text(
            "atop5_1m.csv",
            f"atopid,member,phase,yrent,moent,dayent,yrexit,moexit,dayexit,{_PLEDGES},version\r\n"
            "9001,2,0,1900,1,1,1901,6,0,1,0,0,0,1,5.1\r\n9001,20,0,1900,5,,0,0,0,1,0,0,0,1,5.1\r\n",
        ),
        {"members": 2, "directed_dyad_years": 4},
    ),
    "benson-clinton": (
        text("benson-clinton-scores.csv", _BENSON + '"1",9001,0,1,0,1,0,-.5,1.25,2\n"2",9002,0,0,0,1,0,.5,-1.25,2\n'),
        {"alliances": 2},
    ),
    "berkemeier-fuhrmann": (
        stata("BerkemeierFuhrmannRAP2018_0303.dta", [_KEPT, {**_KEPT, "atopid": 1901.0}]),
        {"tests": 2},
    ),
    "capitals": (
        r_image(
            "cow_capitals.rda",
            "cow_capitals",
            [
                {
                    "ccode": 2.0,
                    "statenme": "A",
                    "capital": "B",
                    "stdate": "1900-01-01",
                    "enddate": "1950-12-31",
                    "lat": 1.0,
                    "lng": 2.0,
                }
            ],
        ),
        {"spells": 1},
    ),
    "contiguity": (
        text(
            "contdird.csv",
            "dyad,state1no,state1ab,state2no,state2ab,year,conttype,version\n"
            '2020,2,"USA",20,"CAN",1850,1,3.2\n2020,20,"CAN",2,"USA",1850,1,3.2\n',
        ),
        {"directed_dyad_years": 2},
    ),
    "cow-majors": (
        text("majors2016.csv", _STATE_LIST.format(name="") + "AAA,2,1850,8,13,1900,12,31,2016\n"),
        {"spells": 1},
    ),
    "cow-states": (
        text("states2016.csv", _STATE_LIST.format(name="statenme,") + "AAA,2,Aland,1850,8,3,1900,12,31,2016\n"),
        {"spells": 1},
    ),
    "dcad": (
        text("DCAD-v1.0-main.csv", _DCAD + "2,USA,20,CAN,,4,1984,-99,,,sector,DIC,,,-77,-88,2010,1,treaty,X-1\n"),
        {"agreements": 1},
    ),
    "democracy": (
        text(
            "isard_cw_democracy.csv", "ccode,year,euds,aeuds,polity2,v2x_polyarchy\n2,1900,.5,.1,,.4\n20,1900,,,-7,\n"
        ),
        {"state_years": 2},
    ),
    "doe": (
        text(
            "doe-dir-dyad-2.0.csv",
            "year,ccode_a,ccode_b,pr_win_a,pr_stalemate,pr_win_b\n1980,2,365,0.5,0.375,0.125\n"
            "1980,365,2,0.25,0.625,0.125\n1981,2,365,0.5,0.5,0\n",
        ),
        {"directed_dyad_years": 3},
    ),
    "gdp-population": (
        r_image(
            "gw_gdppop.rda",
            "gw_gdppop",
            [{"gwcode": 2.0, "year": 1900, **_GDP}, {"gwcode": 20.0, "year": 1900, **_GDP}],
        ),
        {"gw_state_years": 2},
    ),
    "geo-pko": (
        text(
            "TCCMap_v.2.3.csv",
            "mission,year,location,latitude,longitude,No.TCC,year.overview\n"
            'UNXYZ,2015,Aville,1.5,-2.5,2,"Ghana (120.5), Korea (ROK) (size unknown)"\nUNXYZ,2015,Btown,1,2,1,Nepal (7)\n',
        ),
        {"locations": 2, "contributors": 3},
    ),
    "gml-mid": (
        text("gml_mid_ddydisps.csv", _GML + "7,2,20,1900,1,1,1,0,0,-9,0,-9,7,0,3,1,1,1,0,3,0,5,1e+02,13\n"),
        {"directed_dyad_years": 1},
    ),
    "gw-states": (
        text("ksgmdw.txt", "2\tUSA\tUnited States\t01:01:1816\t31:12:2020\n20\tCAN\tCanada\t01:07:1867\t31:12:2020\n"),
        {"spells": 2},
    ),
    "icb": (
        text(
            "icb1v13.csv",
            "\ufefficb1,crisno,crisname,yrtrig,motrig,datrig,yrterm,moterm,daterm,gravcr\nICB1,1,CAFÉ WAR,1950,5,66,1951,6,1,6\n",
            "utf-8",
        ),
        {"crises": 1},
    ),
    "inter-state-war": (
        text(
            "Inter-StateWarData_v4.0.csv",
            _WAR + "901,A War,1,2,Aland,1,4,7,1850,11,13,1851,-8,-8,-8,-8,-8,-8,503,2,1,1,-8,-9,4\r"
            "901,A War,1,20,Bland,2,4,7,1850,11,13,1851,-8,-8,-8,-8,-8,-8,503,2,2,2,-8,600,4\r",
        ),
        {"participants": 2},
    ),
    "ipi-peacekeeping": (
        text("current_month.csv", _IPI + "2014-03-31,Argentina,ARG,UNXYZ,Liberia,NA,3,10,NA,13\n"),
        {"contributions": 1},
    ),
    "jme": (
        xls(
            "jme_v3.xls",
            [
                [
                    "Exercise Name",
                    "Location1",
                    "Location2",
                    "s.year",
                    "s.month",
                    "s.day",
                    "e.year",
                    "e.month",
                    "e.day",
                    "JME Type",
                    "State A",
                    "State B",
                    "AUS",
                ],
                ["-9", "A Sea", "-9", 1985, 11, "xx", 1985, 11, 126, "FTX", "AUS", "uSA", ""],
                ["Made Up", "B", "-9", 1985, "-9", "-9", 1985, 12, 1, "CPX", "8 NATO members", "", 1],
            ],
        ),
        {"exercises": 2, "participants": 3},
    ),
    "leeds-anac": (stata("LeedsAnacIIrep.dta", [_TESTED, _TESTED]), {"commitments": 2}),
    "mid": (
        both(
            text(
                "MIDA 5.0.csv",
                "dispnum,stday,stmon,styear,endday,endmon,endyear,outcome,settle,fatality,fatalpre,maxdur,mindur,hiact,hostlev,recip,"
                "numa,numb,ongo2014,version\n7,-9,7,1950,24,1,1951,6,1,0,0,208,178,7,3,0,1,1,0,5\n",
            ),
            text(
                "MIDB 5.0.csv",
                "dispnum,stabb,ccode,stday,stmon,styear,endday,endmon,endyear,sidea,revstate,revtype1,revtype2,fatality,fatalpre,hiact,"
                'hostlev,orig,version\n7,"USA",2,-9,7,1950,24,1,1951,0,1,1,-9,0,0,0,1,1,5\n',
            ),
        ),
        {"disputes": 1, "participants": 1},
    ),
    "minimum-distance": (
        r_image("cow_mindist.rda", "cow_mindist", [{"ccode1": 2.0, "ccode2": 20.0, "year": 1900.0, "mindist": 0.0}]),
        {"dyad_years": 1},
    ),
    "mme": (
        text(
            "mme_v7.csv",
            _MME
            + "mme1,Made Up 1,,Aville,1.5,2.5,1/14/90,1990,1,xx,1/21/90,1990,1,21,0,0,0,1,1,0,1,0,0,Netherlands,NATO,\n",
        ),
        {"exercises": 1, "participants": 2},
    ),
    "nato-expenditure": (xlsx("240617-def-exp-2024-TABLES-en.xlsx", NATO_SHEETS), {"state_years": 4}),
    "natural-earth": (
        text(
            "countries-110m.json",
            '{"type":"Topology","transform":{"scale":[0.5,0.5],"translate":[10,20]},'
            '"arcs":[[[0,0],[4,0]],[[4,0],[0,4],[-4,0],[0,-4]]],"objects":{"countries":{"type":"GeometryCollection",'
            '"geometries":[{"type":"Polygon","arcs":[[0,1]],"id":"250","properties":{"name":"Aland"}},'
            '{"type":"MultiPolygon","arcs":[[[-2,-1]]],"properties":{"name":"Beland"}}]}}}',
        ),
        {"countries": 2},
    ),
    "nmc": (
        text(
            "NMC_5_0.csv",
            "stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc,version\n"
            '"USA",2,1850,-9,17,80,254,8659,101,.04,2011\n"CAN",20,1850,0,1,1,1,1,1,.01,2011\n',
        ),
        {"state_years": 2},
    ),
    "rdmc": (
        r_image(
            "rDMC_wide_v1.rds",
            "",
            [{"year": 1970.0, "country": "a", "stateabb": "AAA", "ccode": 2.0, **dict.fromkeys(KINDS, 3.0)}],
        ),
        {"state_years": 1},
    ),
    "sipri": (
        xlsx(
            "SIPRI-Milex-data-1949-2024_9.xlsx",
            {
                "Constant (2023) US$": _sipri_sheet(10),
                "Current US$": _sipri_sheet(11),
                "Local currency calendar years": _sipri_sheet(12),
                "Share of GDP": _sipri_sheet(0.02),
                "Per capita": _sipri_sheet(13),
                "Share of Govt. spending": _sipri_sheet(0.04),
            },
        ),
        {"state_years": 4},
    ),
    "troops": (
        both(
            text(
                "troopdata-rebuild-country-year.csv", _TROOPS + "Aland,1951,2,NA,North," + ",".join(["5"] * 21) + "\n"
            ),
            text(
                "basedata.csv",
                "countryname,ccode,iso3c,basename,lat,lon,base,lilypad,fundedsite\nAland,2,AAA,Café AB,1,2,1,0,0\n",
                "cp1252",
            ),
        ),
        {"state_years": 1, "bases": 1},
    ),
    "ucdp-acd": (
        text(
            "ucdp-prio-acd-251.csv",
            _UCDP
            + '901,Aland,Government of Aland,1,Rebels,1,1950,1,3,1950-01-01,1,1950-02-01,1,0,,2,"20, 200",,,5,25.1\n',
        ),
        {"conflict_years": 1},
    ),
    "un-votes": (
        both(
            r_image(
                "un_roll_calls.rda",
                "un_roll_calls",
                [
                    {
                        "rcid": 3,
                        "session": 1.0,
                        "importantvote": 0,
                        "date": "1950-01-01",
                        "unres": "R/1",
                        "amend": 1,
                        "para": 0,
                        "short": "S",
                        "descr": "D",
                    }
                ],
            ),
            r_image(
                "un_votes.rda", "un_votes", [{"rcid": 3.0, "country": "Canada", "country_code": "CA", "vote": "no"}]
            ),
        ),
        {"roll_calls": 1, "votes": 1},
    ),
    "world-bank": (
        both(
            text(
                "API_SP.POP.TOTL_DS2_en_csv_v2_1.csv",
                _WORLD_BANK
                + '"Belgium","BEL","Population","SP.POP.TOTL","100","110",\n"Arab World","ARB","Population","SP.POP.TOTL","","7",\n',
            ),
            text(
                "API_NY.GDP.MKTP.CD_DS2_en_csv_v2_1.csv",
                _WORLD_BANK + '"Belgium","BEL","GDP","NY.GDP.MKTP.CD","1.5e+09","",\n',
            ),
        ),
        {"indicators": 4},
    ),
}

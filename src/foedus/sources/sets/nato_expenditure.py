"""Defence expenditure of the members of NATO, as NATO publishes it."""

from __future__ import annotations

from collections.abc import Mapping

from foedus.sources.citation import Citation
from foedus.sources.codes import Derived, with_code
from foedus.sources.extra import pl
from foedus.sources.model import Column, File, Source, Table, Version
from foedus.sources.sets.common import derived_state, year
from foedus.sources.sets.nato_sheets import ESTIMATE, read_tables

_PRICES = "million US$ of 2015"


def _coded(table: pl.DataFrame, _: Mapping[str, pl.DataFrame]) -> Derived:
    return with_code(table, "state", "year", "ccode")


def _share(name: str, of: str) -> Column:
    return Column(name, "number", f"share of expenditure that went into {of}", "per cent", least=0, most=100)


SOURCE = Source(
    name="nato-expenditure",
    title="Defence Expenditure of NATO Countries",
    page="https://www.nato.int/cps/en/natohq/topics_49198.htm",
    terms="Public, with attribution to NATO.",
    citation=Citation(
        "nato2024defence",
        "misc",
        ("NATO Public Diplomacy Division",),
        2024,
        "Defence Expenditure of NATO Countries (2014-2024)",
        place="https://www.nato.int",
    ),
    versions=(
        Version(
            "2024-06",
            (2014, 2024),
            (
                File(
                    "state_years",
                    ("240617-def-exp-2024-TABLES-en.xlsx",),
                    ("94f4de63de124dd323cb6729ddf66b66a3e024b9984d21abc6cb5624773b375e",),
                ),
            ),
        ),
        Version(
            "2019-11",
            (2012, 2019),
            (
                File(
                    "state_years",
                    ("nato.rda",),
                    ("613457afff63c1955ec5f549b4b6a11cc1900f5b62f0f7cf6ea0f244ed59693e",),
                ),
            ),
            {"state_years": 232},
        ),
    ),
    tables=(
        Table(
            "state_years",
            "one row a state and year; a state has figures for years before it joined",
            (
                Column("state", "text", "name of the state, or its three-letter code in the packaged copy"),
                derived_state(),
                year(1949),
                Column(ESTIMATE, "flag", "whether NATO marks the year as an estimate; null in the packaged copy"),
                Column("national_currency", "number", "expenditure", "million units of the state's currency, current"),
                Column("current_usd", "number", "expenditure", "million US$, current", least=0),
                Column("constant_usd", "number", "expenditure", _PRICES, least=0),
                Column("share_gdp", "number", "expenditure by real GDP", "per cent", least=0, most=100),
                Column("real_change", "number", "change of expenditure from the year before", "per cent", least=-100),
                Column("gdp_constant_usd", "number", "GDP", _PRICES, least=0),
                Column("gdp_per_capita", "number", "GDP a head", "thousand US$ of 2015", least=0),
                Column("per_capita", "number", "expenditure a head", "US$ of 2015", least=0),
                Column("personnel", "number", "military personnel", "thousand", least=0),
                _share("share_equipment", "equipment"),
                _share("share_personnel", "personnel"),
                _share("share_infrastructure", "infrastructure"),
                _share("share_other", "the rest"),
            ),
            key=("state", "year"),
            read=read_tables,
            derive=_coded,
        ),
    ),
)

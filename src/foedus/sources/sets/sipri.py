"""Military expenditure of states, as estimated by SIPRI."""

from __future__ import annotations

from collections.abc import Mapping

from foedus.sources.citation import Citation
from foedus.sources.codes import Derived, with_code
from foedus.sources.extra import pl
from foedus.sources.model import Column, File, Source, Table, Version
from foedus.sources.sets.common import derived_state, year
from foedus.sources.sets.sipri_sheets import read_sheets


def _coded(table: pl.DataFrame, _: Mapping[str, pl.DataFrame]) -> Derived:
    return with_code(table, "state", "year", "ccode", {"Germany": ("west-germany", 1989)})


SOURCE = Source(
    name="sipri",
    title="SIPRI Military Expenditure Database",
    page="https://www.sipri.org/databases/milex",
    terms="© SIPRI: free for non-commercial use with credit, less than a tenth of it to be republished.",
    citation=Citation(
        "sipri2025milex",
        "misc",
        ("Stockholm International Peace Research Institute",),
        2025,
        "SIPRI Military Expenditure Database",
        place="https://doi.org/10.55163/CQGC9685",
    ),
    versions=(
        Version(
            "2025",
            (1949, 2025),
            (File("state_years", ("SIPRI-Milex-data-1949-2025*.xlsx",)),),
            addresses=("https://www.sipri.org/sites/default/files/SIPRI-Milex-data-1949-2025_v1.2.xlsx",),
        ),
        Version(
            "2024",
            (1949, 2024),
            (
                File(
                    "state_years",
                    ("SIPRI-Milex-data-1949-2024*.xlsx",),
                    ("8a31c2794c8070230b3b9ef26a3249663f6317a8bc86ba3ec3099c791cdb692f",),
                ),
            ),
        ),
    ),
    tables=(
        Table(
            "state_years",
            "one row a state and year; estimates, which the workbook marks by colour alone, are not told apart",
            (
                Column("state", "text", "name of the state"),
                derived_state(),
                year(1949),
                Column(
                    "constant_usd",
                    "number",
                    "expenditure",
                    "million US$ at constant prices and exchange rates",
                    least=0,
                ),
                Column(
                    "current_usd", "number", "expenditure", "million US$ at current prices and exchange rates", least=0
                ),
                Column("local_currency", "number", "expenditure", "units of the state's currency, current", least=0),
                Column("share_gdp", "number", "expenditure by GDP", "share, 0 to 1", least=0, most=5),
                Column("per_capita", "number", "expenditure a head", "US$, current", years=(1988, 2025), least=0),
                Column(
                    "share_government",
                    "number",
                    "expenditure by government spending",
                    "share, 0 to 1",
                    years=(1988, 2025),
                    least=0,
                    most=5,
                ),
            ),
            key=("state", "year"),
            read=read_sheets,
            derive=_coded,
        ),
    ),
)

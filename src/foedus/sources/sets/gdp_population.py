"""Product and population of states since 1816, estimated with their uncertainty."""

from __future__ import annotations

from foedus.sources.citation import Citation
from foedus.sources.model import Column, File, Source, Table, Version
from foedus.sources.sets.common import gw_state, year

SOURCE = Source(
    name="gdp-population",
    title="Gross domestic product and population since 1816",
    page="https://github.com/svmiller/isard",
    terms="Part of a package under GPL-2; to be cited.",
    citation=Citation(
        "fariss2022new",
        "article",
        ("Fariss, Christopher J.", "Anders, Therese", "Markowitz, Jonathan N.", "Barnum, Miriam"),
        2022,
        "New Estimates of Over 500 Years of Historic GDP and Population Data",
        "Journal of Conflict Resolution",
        volume="66",
        number="3",
        pages="553-591",
    ),
    versions=(
        Version(
            "2022",
            (1816, 2019),
            (
                File(
                    "gw_state_years",
                    ("gw_gdppop.rda",),
                    ("00e33ea4bf48b30d1aa3ad3505b5c6b056ade169bd03874a1f2b7c7a2c68b98f",),
                    part="gw_gdppop",
                ),
            ),
            {"gw_state_years": 19_667},
            ("https://raw.githubusercontent.com/svmiller/isard/HEAD/data/gw_gdppop.rda",),
        ),
    ),
    tables=(
        Table(
            "gw_state_years",
            "one row a state of the Gleditsch–Ward system and a year",
            (
                gw_state(),
                year(1800),
                Column("mrgdppc", "number", "GDP a head (Maddison's measure)", "US$ of 2011", least=0),
                Column("sd_mrgdppc", "number", "its standard deviation", "US$ of 2011", least=0),
                Column("pwtrgdp", "number", "GDP (Penn World Table's measure)", "million US$ of 2011", least=0),
                Column("sd_pwtrgdp", "number", "its standard deviation", "million US$ of 2011", least=0),
                Column("pwtpop", "number", "population (Penn World Table's measure)", "million", least=0),
                Column("sd_pwtpop", "number", "its standard deviation", "million", least=0),
            ),
            key=("gwcode", "year"),
        ),
    ),
)

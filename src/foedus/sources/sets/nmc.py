"""National Material Capabilities: the six components of power and their index."""

from __future__ import annotations

from foedus.sources.citation import Citation
from foedus.sources.model import Column, File, Source, Table, Version
from foedus.sources.sets.common import COW_TERMS, NINES, state, year

SOURCE = Source(
    name="nmc",
    title="National Material Capabilities",
    page="https://correlatesofwar.org/data-sets/national-material-capabilities/",
    terms=COW_TERMS,
    citation=Citation(
        "singer1972capability",
        "incollection",
        ("Singer, J. David", "Bremer, Stuart", "Stuckey, John"),
        1972,
        "Capability Distribution, Uncertainty, and Major Power War, 1820-1965",
        "Peace, War, and Numbers",
        pages="19-48",
        editors="Bruce Russett",
        place="Sage",
    ),
    versions=(
        Version(
            "7.0",
            (1816, 2022),
            (
                File(
                    "state_years",
                    ("NMC-70-abridged.csv", "NMC-70-wsupplementary.csv", "cow_nmc.rda"),
                    ("c265ab4ffa73c87ddc565ce08a12963e8a6aa5020a56e3658108add14b24e82d",),
                    part="cow_nmc",
                ),
            ),
            {"state_years": 17_121},
            ("https://correlatesofwar.org/wp-content/uploads/NMCv7.zip",),
        ),
        Version(
            "6.0",
            (1816, 2016),
            (File("state_years", ("NMC-60-abridged.csv", "NMC-60-wsupplementary.csv")),),
            addresses=("https://correlatesofwar.org/wp-content/uploads/NMC_Documentation-6.0.zip",),
        ),
        Version(
            "5.0",
            (1816, 2012),
            (
                File(
                    "state_years",
                    ("NMC_5_0.csv", "NMC_v5_0.csv"),
                    ("63b22aeb142a5526a0d481727c2b3de352db458d0b457e5e3e743e101819964e",),
                ),
            ),
            {"state_years": 15_171},
        ),
    ),
    tables=(
        Table(
            "state_years",
            "one row a state and year",
            (
                state(),
                year(1816),
                Column(
                    "milex",
                    "number",
                    "military expenditure",
                    "thousand US$ (£ to 1913), current",
                    missing=NINES,
                    least=0,
                ),
                Column("milper", "number", "military personnel", "thousand", missing=NINES, least=0),
                Column("irst", "number", "iron and steel production", "thousand tons", missing=NINES, least=0),
                Column(
                    "pec",
                    "number",
                    "primary energy consumption",
                    "thousand coal-ton equivalents",
                    missing=NINES,
                    least=0,
                ),
                Column("tpop", "number", "total population", "thousand", missing=NINES, least=0),
                Column("upop", "number", "population of cities over 100,000", "thousand", missing=NINES, least=0),
                Column(
                    "cinc",
                    "number",
                    "Composite Index of National Capability",
                    "share",
                    missing=NINES,
                    least=0,
                    most=1,
                ),
            ),
            key=("ccode", "year"),
        ),
    ),
)

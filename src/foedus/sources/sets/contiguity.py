"""Direct contiguity of states, by land and over water."""

from __future__ import annotations

from foedus.sources.citation import Citation
from foedus.sources.model import Column, File, Source, Table, Version
from foedus.sources.sets.common import COW_TERMS, state, year

SOURCE = Source(
    name="contiguity",
    title="Direct contiguity",
    page="https://correlatesofwar.org/data-sets/direct-contiguity/",
    terms=COW_TERMS,
    citation=Citation(
        "stinnett2002correlates",
        "article",
        ("Stinnett, Douglas M.", "Tir, Jaroslav", "Schafer, Philip", "Diehl, Paul F.", "Gochman, Charles"),
        2002,
        "The Correlates of War Project Direct Contiguity Data, Version 3",
        "Conflict Management and Peace Science",
        volume="19",
        number="2",
        pages="58-66",
    ),
    versions=(
        Version(
            "3.2",
            (1816, 2016),
            (
                File(
                    "directed_dyad_years",
                    ("contdird.csv",),
                    ("42b8fe2bc7fffe58665a38f7476d7d76cf3acd5a22e176c3691670997a4717f2",),
                ),
            ),
            {"directed_dyad_years": 82_498},
            ("https://correlatesofwar.org/wp-content/uploads/DirectContiguity320.zip",),
        ),
    ),
    tables=(
        Table(
            "directed_dyad_years",
            "one row an ordered pair of contiguous states, a year and a type; in a year of change a pair has two types",
            (
                state("ccode1", "the first state", written=("state1no", "ccode1")),
                state("ccode2", "the second state", written=("state2no", "ccode2")),
                year(1816),
                Column(
                    "conttype",
                    "integer",
                    "1 by land or river, 2 to 5 over at most 12, 24, 150 or 400 miles of water",
                    least=1,
                    most=5,
                ),
            ),
            key=("ccode1", "ccode2", "year", "conttype"),
            version_column="version",
        ),
    ),
)

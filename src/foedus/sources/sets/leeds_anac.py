"""Alliances tested by war, 1816-1944: whether institutions and formality keep them."""

from __future__ import annotations

from foedus.sources.citation import Citation
from foedus.sources.model import Column, File, Source, Table, Version
from foedus.sources.sets.common import state

SOURCE = Source(
    name="leeds-anac",
    title="Alliance institutionalization and performance (Leeds and Anac)",
    page="http://atopdata.org",
    terms="Replication data of a published article; to be cited.",
    citation=Citation(
        "leeds2005alliance",
        "article",
        ("Leeds, Brett Ashley", "Anac, Sezi"),
        2005,
        "Alliance Institutionalization and Alliance Performance",
        "International Interactions",
        volume="31",
        number="3",
        pages="183-202",
    ),
    versions=(
        Version(
            "2005",
            (1816, 1944),
            (
                File(
                    "commitments",
                    ("LeedsAnacIIrep.dta",),
                    ("4c8bda12f6022152e82b242daba61f875c84e9cb11d604e315b8d60a593ae518",),
                ),
            ),
            {"commitments": 137},
        ),
    ),
    tables=(
        Table(
            "commitments",
            "one row a commitment of a state that a war put to the test",
            (
                Column("war", "integer", "number of the war (COW)", least=1),
                Column("atopid", "integer", "number of the alliance (ATOP)", least=1000, most=9999),
                state("ccode1", "the state that was bound"),
                Column("honor3", "flag", "whether it kept the commitment"),
                Column("honor2", "flag", "whether it kept it, by another reading"),
                Column("milinst", "integer", "military institutions, 0 to 2", least=0, most=2),
                Column("formal", "integer", "formality, 0 to 2", least=0, most=2),
                Column("chcap2d", "flag", "whether its power had changed"),
                Column("dinstch2", "flag", "whether its domestic institutions had changed"),
                Column("origtar1", "flag", "whether it was an original target, by its name"),
                Column("chalcapd", "number", "whether the adversary's power had changed"),
                Column("chcp2d20", "number", "whether its power had changed, by a fifth"),
                Column("regch2", "number", "whether its regime had changed"),
                Column("wartime", "integer", "whether the alliance was made in war"),
                Column("active", "flag", "whether it promised active support"),
                Column("bilat", "flag", "whether it had two members"),
            ),
        ),
    ),
)

"""Alliances put to the test by war, 1816-2003: which commitments were kept."""

from __future__ import annotations

from foedus.sources.citation import Citation
from foedus.sources.model import Column, File, Source, Table, Version

_CODED = {
    "nonaggBF": "a non-aggression commitment was put to the test",
    "consulBF": "a consultation commitment was put to the test",
    "cfnaBF": "what its makers code as cfna",
    "dnaBF": "what its makers code as dna",
    "honorBF": "the commitment was kept",
    "violateBF": "the commitment was broken",
    "nonaggLLM": "as nonaggBF, in the coding of Leeds, Long and Mitchell",
    "consulLLM": "as consulBF, in the coding of Leeds, Long and Mitchell",
    "cfnaLLM": "as cfnaBF, in the coding of Leeds, Long and Mitchell",
    "dnaLLM": "as dnaBF, in the coding of Leeds, Long and Mitchell",
    "honorLLM": "as honorBF, in the coding of Leeds, Long and Mitchell",
    "violateLLM": "as violateBF, in the coding of Leeds, Long and Mitchell",
}
_PLEDGES = {
    "defense": "a defence pledge",
    "offense": "an offence pledge",
    "neutral": "a neutrality pledge",
    "nonagg": "a non-aggression pledge",
    "consul": "a consultation pledge",
}

SOURCE = Source(
    name="berkemeier-fuhrmann",
    title="Reassessing the fulfilment of alliance commitments in war",
    page="https://doi.org/10.1177/2053168018779697",
    terms="Replication data of an open-access article; to be cited.",
    citation=Citation(
        "berkemeier2018reassessing",
        "article",
        ("Berkemeier, Molly", "Fuhrmann, Matthew"),
        2018,
        "Reassessing the Fulfillment of Alliance Commitments in War",
        "Research & Politics",
        volume="5",
        number="2",
        doi="10.1177/2053168018779697",
    ),
    versions=(
        Version(
            "2018",
            (1816, 2003),
            (
                File(
                    "tests",
                    ("BerkemeierFuhrmannRAP2018_0303.dta",),
                    ("92cbfdc40dd1cbb62afb45a11e9f8d21ff744ccb2ba4ffbec95538d9b2f52c41",),
                ),
            ),
            {"tests": 576},
        ),
    ),
    tables=(
        Table(
            "tests",
            "one row an alliance and a war of one of its members",
            (
                Column("sample", "integer", "which sample it belongs to"),
                Column("warid", "integer", "number of the war in this data set"),
                Column("atopid", "integer", "number of the alliance (ATOP)", least=1000, most=9999),
                Column("cowwarid", "integer", "number of the war (COW)"),
                Column("warname", "text", "name and years of the war"),
                Column("cowid", "integer", "number of the alliance (COW)"),
                Column("multilateral", "flag", "whether it had more than two members"),
                *(Column(name, "flag", meaning) for name, meaning in _CODED.items()),
                *(Column(name, "flag", f"whether it had {meaning}") for name, meaning in _PLEDGES.items()),
            ),
        ),
    ),
)

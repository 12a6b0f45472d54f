"""Militarized interstate disputes of the Correlates of War project."""

from __future__ import annotations

from foedus.sources.citation import Citation
from foedus.sources.model import Column, File, Source, Table, Version
from foedus.sources.sets.common import COW_TERMS, NINES, state

_WHEN = (
    Column("stday", "integer", "day of the start", missing=NINES, least=1, most=31),
    Column("stmon", "integer", "month of the start", missing=NINES, least=1, most=12),
    Column("styear", "integer", "year of the start", least=1816, most=2100),
    Column("endday", "integer", "day of the end", missing=NINES, least=1, most=31),
    Column("endmon", "integer", "month of the end", missing=NINES, least=1, most=12),
    Column("endyear", "integer", "year of the end", least=1816, most=2100),
)
_DISPUTE = Column("dispnum", "integer", "number of the dispute", written=("dispnum", "dispnum3", "dispnum4"), least=1)
_FATALITY = (
    Column("fatality", "integer", "deaths, in classes from 0 (none) to 6 (over 999)", missing=NINES, least=0, most=6),
    Column("fatalpre", "integer", "deaths", "persons", missing=NINES, least=0),
)
_HIGHEST = (
    Column("hiact", "integer", "highest action, 0 (none) to 22", missing=NINES, least=0, most=22),
    Column("hostlev", "integer", "hostility, 1 (none) to 5 (war)", missing=NINES, least=1, most=5),
)

SOURCE = Source(
    name="mid",
    title="Militarized interstate disputes",
    page="https://correlatesofwar.org/data-sets/mids/",
    terms=COW_TERMS,
    citation=Citation(
        "palmer2022mid5",
        "article",
        (
            "Palmer, Glenn",
            "McManus, Roseanne W.",
            "D'Orazio, Vito",
            "Kenwick, Michael R.",
            "Karstens, Mikaela",
            "Bloch, Chase",
            "Dietrich, Nick",
            "Kahn, Kayla",
            "Ritter, Kellan",
            "Soules, Michael J.",
        ),
        2022,
        "The MID5 Dataset, 2011-2014: Procedures, Coding Rules, and Description",
        "Conflict Management and Peace Science",
        volume="39",
        number="4",
        pages="470-482",
    ),
    versions=(
        Version(
            "5.0",
            (1816, 2014),
            (
                File(
                    "disputes",
                    ("MIDA 5.0.csv", "MIDA_5.0.csv"),
                    ("fa00331f8b5e68b57d510303039081a1494b4d45df680ca38dfd8640d32c8474",),
                ),
                File(
                    "participants",
                    ("MIDB 5.0.csv", "MIDB_5.0.csv"),
                    ("5189071e3b8aa32e1338f3df43fe574f4a0f2a06b2f481a3213c9e8f01211722",),
                ),
            ),
            {"disputes": 2_436, "participants": 5_883},
            ("https://correlatesofwar.org/wp-content/uploads/MID-5-Data-and-Supporting-Materials.zip",),
        ),
    ),
    tables=(
        Table(
            "disputes",
            "one row a dispute",
            (
                _DISPUTE,
                *_WHEN,
                Column("outcome", "integer", "how it ended, 1 to 9", missing=NINES, least=1, most=9),
                Column("settle", "integer", "how it was settled, 1 to 4", missing=NINES, least=1, most=4),
                *_FATALITY,
                Column("maxdur", "integer", "longest it may have lasted", "days", missing=NINES, least=0),
                Column("mindur", "integer", "shortest it may have lasted", "days", missing=NINES, least=0),
                *_HIGHEST,
                Column("recip", "flag", "whether the other side answered", missing=NINES),
                Column("numa", "integer", "states on side A", least=1),
                Column("numb", "integer", "states on side B", least=1),
                Column("ongo2014", "flag", "whether it went on at the end of 2014", is_optional=True),
            ),
            key=("dispnum",),
            version_column="version",
        ),
        Table(
            "participants",
            "one row a state in a dispute and a spell of its taking part",
            (
                _DISPUTE,
                state(),
                *_WHEN,
                Column("sidea", "flag", "whether it was on side A"),
                Column("revstate", "flag", "whether it wanted a change", missing=NINES),
                Column("revtype1", "integer", "what it wanted to change, 0 to 4", missing=NINES, least=0, most=4),
                Column("revtype2", "integer", "what else it wanted to change", missing=NINES, least=0, most=4),
                *_FATALITY,
                *_HIGHEST,
                Column("orig", "flag", "whether it was in it from the first day"),
            ),
            key=("dispnum", "ccode", "styear", "stmon"),
            version_column="version",
        ),
    ),
)

"""Joint military exercises, 1970-2010: an older list, kept as roughly as it was written."""

from __future__ import annotations

from foedus.sources.citation import Citation
from foedus.sources.model import Column, File, Source, Table, Version
from foedus.sources.sets.exercises import ROW, days, numbered, participants

_NONE = ("-9",)
_SHA = "8b584c9b50bfb8058516b89874306e1a9b6ac5e2fcb21c379b9edbde8dd9a77a"

SOURCE = Source(
    name="jme",
    title="Joint Military Exercises",
    page="https://www.vitodorazio.com/data.html",
    terms="To be cited.",
    citation=Citation(
        "dorazio2013international",
        "misc",
        ("D'Orazio, Vito",),
        2013,
        "International Military Cooperation: From Concepts to Constructs",
        place="Doctoral dissertation, Pennsylvania State University",
    ),
    versions=(
        Version(
            "3",
            (1970, 2010),
            (
                File("exercises", ("jme_v3.xls", "jme_v3.xlsx"), (_SHA,)),
                File("participants", ("jme_v3.xls", "jme_v3.xlsx"), (_SHA,)),
            ),
            {"exercises": 1_790},
        ),
    ),
    tables=(
        Table(
            "exercises",
            "one row an exercise",
            (
                ROW,
                Column("name", "text", "name", written=("Exercise Name",), missing=_NONE),
                Column("location", "text", "where it was held", written=("Location1",), missing=_NONE),
                Column("location2", "text", "where, more closely", written=("Location2",), missing=_NONE),
                *days(),
                Column("type", "text", "CPX (command post), FTX (in the field), as written", written=("JME Type",)),
            ),
            key=("row",),
            shape=numbered,
        ),
        participants(),
    ),
)

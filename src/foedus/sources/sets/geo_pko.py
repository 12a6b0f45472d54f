"""Where United Nations peacekeepers were, and which states sent them."""

from __future__ import annotations

from collections.abc import Mapping

from foedus.sources.citation import Citation
from foedus.sources.codes import Derived, with_code
from foedus.sources.extra import pl
from foedus.sources.model import Column, File, Source, Table, Version
from foedus.sources.raw import Raw, wrong_file
from foedus.sources.sets.common import UNSTATED, derived_state, year

_SHA = "acda82786bebb3c49aef46917401869a6fa35a94968f3b3f0367232a57c68837"
_OVERVIEW = "year.overview"
_ENTRY = r"^(.+) \(([0-9]+(?:\.[0-9]+)?|size unknown)\)$"
_PLACE = (
    Column("row", "integer", "row of the file, from 1", least=1),
    Column("mission", "text", "mission"),
    year(1948),
    Column("location", "text", "place of deployment"),
)


def _numbered(raw: Raw) -> Raw:
    return Raw(raw.name, raw.frame.with_row_index("row", 1), raw.first)


def _by_contributor(raw: Raw) -> Raw:
    """Part the cell that lists contributors, such as ``Ghana (120), Nepal (size unknown)``, into rows."""
    if _OVERVIEW not in raw.frame.columns:
        raise wrong_file(raw.name, f"has no column {_OVERVIEW}")
    listed = _numbered(raw).frame.with_columns(
        pl.col(_OVERVIEW).str.replace_all(r"\), ", ")\n").str.split("\n").alias("entry")
    )
    rows = listed.explode("entry").filter(pl.col("entry").is_not_null())
    unlike = rows.filter(~pl.col("entry").str.contains(_ENTRY))
    if unlike.height:
        row, entry = unlike.select("row", "entry").row(0)
        raise wrong_file(raw.where(row - 1, _OVERVIEW), f"{entry[:60]!r} is no contributor", allowed="NAME (NUMBER)")
    parted = rows.with_columns(
        pl.col("entry").str.extract(_ENTRY, 1).alias("contributor"),
        pl.col("entry").str.extract(_ENTRY, 2).replace("size unknown", None).alias("troops"),
        pl.int_range(1, pl.len() + 1).over("row").alias("place"),
    )
    return raw.shaped(parted)


def _coded(table: pl.DataFrame, _: Mapping[str, pl.DataFrame]) -> Derived:
    return with_code(table, "contributor", "year", "ccode")


SOURCE = Source(
    name="geo-pko",
    title="Geocoded peacekeeping operations, troop contributors by location",
    page="https://www.pcr.uu.se/data/geo-pko/",
    terms=UNSTATED,
    citation=Citation(
        "cil2020mapping",
        "article",
        ("Cil, Deniz", "Fjelde, Hanne", "Hultman, Lisa", "Nilsson, Desirée"),
        2020,
        "Mapping Blue Helmets: Introducing the Geocoded Peacekeeping Operations (Geo-PKO) Dataset",
        "Journal of Peace Research",
        volume="57",
        number="2",
        pages="360-370",
    ),
    versions=(
        Version(
            "2.3",
            (1994, 2024),
            (
                File("locations", ("TCCMap_v.2.3.csv",), (_SHA,)),
                File("contributors", ("TCCMap_v.2.3.csv",), (_SHA,)),
            ),
            {"locations": 4_927},
            ("https://raw.githubusercontent.com/geopko/Geo-PKO-Shiny-Dashboard/HEAD/data/TCCMap_v.2.3.csv",),
        ),
    ),
    tables=(
        Table(
            "locations",
            "one row a mission, a year and a place, as published (a few stand twice)",
            (
                *_PLACE,
                Column("lat", "number", "latitude", "degrees north", written=("latitude",), least=-90, most=90),
                Column("lon", "number", "longitude", "degrees east", written=("longitude",), least=-180, most=180),
                Column("contributors", "integer", "number of contributors", written=("No.TCC",), least=0),
            ),
            key=("row",),
            shape=_numbered,
        ),
        Table(
            "contributors",
            "one row a contributor at a place in a year",
            (
                *_PLACE,
                Column("place", "integer", "its place in the list, from 1", least=1),
                Column("contributor", "text", "name of the contributor"),
                derived_state("ccode", "the contributor"),
                Column("troops", "number", "troops, as a mean over the year; null where unknown", "persons", least=0),
            ),
            key=("row", "place"),
            shape=_by_contributor,
            derive=_coded,
        ),
    ),
)

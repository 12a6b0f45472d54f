"""Natural Earth: the outlines of today's countries, for maps that say so."""

from __future__ import annotations

import json
from collections.abc import Mapping

from foedus.sources.citation import Citation
from foedus.sources.extra import pl
from foedus.sources.formats.content import Content
from foedus.sources.formats.topojson import read_shapes
from foedus.sources.model import Column, File, Source, Table, Version
from foedus.sources.raw import Raw
from foedus.sources.sets.iso_numbers import ALPHA_3


def read_countries(content: Content) -> Raw:
    """Read the countries of a TopoJSON file, one a row."""
    shapes = read_shapes(content, "countries")
    return Raw(
        content.name,
        pl.DataFrame(
            {
                "name": [shape.name for shape in shapes],
                "iso_number": [shape.id for shape in shapes],
                "outline": [json.dumps(shape.geometry, separators=(",", ":")) for shape in shapes],
            },
            schema={"name": pl.String, "iso_number": pl.String, "outline": pl.String},
        ),
    )


def with_alpha_3(frame: pl.DataFrame, _: Mapping[str, pl.DataFrame]) -> tuple[pl.DataFrame, tuple[str, ...]]:
    """Add ISO alpha-3 codes by number, and say which shapes have none."""
    coded = frame.with_columns(pl.col("iso_number").replace_strict(ALPHA_3, default=None).alias("iso3"))
    without = coded.filter(pl.col("iso3").is_null())["name"].to_list()
    return coded, (f"no iso3: {', '.join(without)}",) if without else ()


SOURCE = Source(
    name="natural-earth",
    title="Natural Earth countries, as TopoJSON",
    page="https://www.naturalearthdata.com/downloads/110m-cultural-vectors/",
    terms="In the public domain; the TopoJSON of world-atlas is under the ISC licence.",
    citation=Citation(
        "naturalearth2018countries",
        "misc",
        ("Natural Earth",),
        2018,
        "Admin 0: Countries, version 4.1.0",
        place="naturalearthdata.com, as TopoJSON in world-atlas 2.0.2 by Michael Bostock",
    ),
    versions=(
        Version(
            "4.1.0",
            (2018, 2018),
            (
                File(
                    "countries",
                    ("countries-110m.json", "countries-50m.json"),
                    (
                        "2516c915867c7baf18ddec727aec46c315541a07cfb3d79a6559b05d5e94eee8",
                        "04342cdc1e3016bcd7db1630de95684d67b79fe3c8c460321e87aef469502394",
                    ),
                ),
            ),
        ),
    ),
    tables=(
        Table(
            "countries",
            "one row a country of 2018, as its publisher draws it; a line on it recognises nothing",
            (
                Column("name", "text", "the publisher's name"),
                Column("iso_number", "text", "ISO 3166 number; null for what has none"),
                Column("outline", "text", "its polygons as GeoJSON, to a thousandth of a degree", "degrees"),
                Column("iso3", "text", "ISO 3166 alpha-3 code; null for what has none", is_derived=True),
            ),
            key=("name",),
            read=read_countries,
            derive=with_alpha_3,
        ),
    ),
)

"""Outlines of countries: arcs are put together as the format says, and codes are those of the register."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import shapely
from tests.sources.made_up import FILES

from foedus import BadInput, Day, Register
from foedus.sources.formats.content import Content
from foedus.sources.formats.topojson import read_shapes
from foedus.sources.reading import load
from foedus.sources.registry import source
from foedus.sources.sets.iso_numbers import ALPHA_3


def test_arcs_make_rings_forwards_and_backwards(tmp_path: Path) -> None:
    """By hand: steps of half a degree from 10 east and 20 north make a square of two degrees."""
    make, _ = FILES["natural-earth"]
    table = load(source("natural-earth"), make(tmp_path), is_part=True).tables["countries"]
    rings = [json.loads(text)["coordinates"][0][0] for text in table["outline"]]
    assert rings[0] == [[10, 20], [12, 20], [12, 22], [10, 22], [10, 20]]
    assert rings[1] == rings[0][::-1]
    assert table["iso3"].to_list() == ["FRA", None]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"objects":{"countries":{"geometries":[{"type":"Polygon","arcs":[[7]]}]}},"arcs":[]}',
        '{"objects":{"land":{}},"arcs":[]}',
        '{"objects":{"countries":{"geometries":[{"type":"Polygon","arcs":[["a"]]}]}},"arcs":[[[0,0]]]}',
        "[" * 100_000,
    ],
)
def test_another_file_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="no TopoJSON"):
        read_shapes(Content("x.json", text.encode()), "countries")


def test_numbers_and_codes_are_used_once() -> None:
    assert len(set(ALPHA_3.values())) == len(ALPHA_3)
    assert all(len(number) == 3 and number.isdigit() for number in ALPHA_3)


@pytest.mark.data
def test_each_capital_lies_in_its_country(shared_data: Path, register: Register) -> None:
    """The register's capitals are the oracle for numbers, codes and rings; its 1:110 million outlines are coarse.

    A capital by the sea may lie up to half a degree outside, and small countries have no shape.
    """
    path = shared_data / "geography" / "countries-110m.json"
    table = load(source("natural-earth"), [path]).tables["countries"]
    shapes = {code: shapely.from_geojson(text) for code, text in table.select("iso3", "outline").iter_rows() if code}
    day = Day.parse("2018-01-01")
    wrong, looked_at = [], 0
    for actor in register.actors:
        code, seat = actor.iso3_on(day), actor.capital_on(day)
        if code in shapes and seat and actor.in_system_on(day):
            looked_at += 1
            if shapes[code].distance(shapely.Point(seat.lon, seat.lat)) > 0.5:
                wrong.append(actor.id)
    assert looked_at > 155
    assert wrong == ["equatorial-guinea", "vanuatu"]  # their capitals are on islands that so small a map leaves out

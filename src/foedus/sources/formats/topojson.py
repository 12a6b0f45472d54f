"""TopoJSON: shapes whose borders are shared arcs of small whole numbers, put together as GeoJSON.

The format: Bostock and Metcalf, "The TopoJSON Format Specification", version 1, sections 2.1.1 to 2.1.4.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from foedus.sources.formats.content import Content
from foedus.sources.raw import wrong_file

Position = list[float]
_DIGITS = 3
"""Of a degree: about a hundred metres, finer than the maps these files are made for."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape of a collection.

    Attributes
    ----------
    id, name : str
        As the file has them; empty if it does not.
    geometry : dict
        A GeoJSON MultiPolygon, degrees east and north.
    """

    id: str
    name: str
    geometry: dict[str, Any]


def read_shapes(content: Content, collection: str) -> list[Shape]:
    """Return the polygons of a collection of a file.

    Raises
    ------
    BadInput
        If it is no TopoJSON, has no such collection, or refers to what is not in it.
    """
    try:
        whole = json.loads(content.data)
        arcs = _arcs(whole)
        held = whole["objects"][collection]["geometries"]
        return [shape for one in held for shape in _shape(one, arcs)]
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError) as error:
        what = f"is no TopoJSON with a collection of {collection}"
        raise wrong_file(content.name, what, allowed="countries-110m.json of world-atlas") from error


def _arcs(whole: dict[str, Any]) -> list[list[Position]]:
    """Return the arcs in degrees: each begins somewhere and goes on in steps, if the file is quantised."""
    transform = whole.get("transform")
    if transform is None:
        return [[_rounded(x, y) for x, y, *_ in arc] for arc in whole["arcs"]]
    (across, down), (east, north) = transform["scale"], transform["translate"]
    return [
        [
            _rounded(x * across + east, y * down + north)
            for x, y in zip(accumulate(p[0] for p in arc), accumulate(p[1] for p in arc), strict=True)
        ]
        for arc in whole["arcs"]
    ]


def _rounded(x: float, y: float) -> Position:
    return [round(float(x), _DIGITS), round(float(y), _DIGITS)]


def _shape(one: dict[str, Any], arcs: Sequence[list[Position]]) -> Iterator[Shape]:
    if one["type"] not in {"Polygon", "MultiPolygon"}:
        return
    polygons = [one["arcs"]] if one["type"] == "Polygon" else one["arcs"]
    coordinates = [[_ring(ring, arcs) for ring in polygon] for polygon in polygons]
    name = str((one.get("properties") or {}).get("name", ""))
    yield Shape(str(one.get("id", "")), name, {"type": "MultiPolygon", "coordinates": coordinates})


def _ring(numbers: Sequence[int], arcs: Sequence[list[Position]]) -> list[Position]:
    """Return a closed line: arcs end to end, those with a number below zero backwards (-1 is arc 0)."""
    ring: list[Position] = []
    for number in numbers:
        arc = arcs[~number][::-1] if number < 0 else arcs[number]
        ring += arc[1:] if ring else arc
    return ring

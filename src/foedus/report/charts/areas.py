"""Areas of treaties on a map: which pixels lie in one, its outline, and dots that fill it.

`inside` is `foedus.domain.area.contains` over arrays; that one is its specification.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from foedus.domain.area import (
    EARTH_RADIUS_KM,
    AllShapes,
    AnyShape,
    Circle,
    Complement,
    Meridian,
    NamedArea,
    Parallel,
    Polygon,
    Shape,
)
from foedus.report.charts.globe import Floats, View

Bools = NDArray[np.bool_]
Points = tuple[tuple[float, float], ...]

STEP = 2.5
"""Pixels between the places that are tested."""
_NEAR_POLE = 89.999


def inside(shape: Shape, lat: Floats, lon: Floats, named: Callable[[str], Shape]) -> Bools:
    """Whether each place lies in a shape; off the map, where they are NaN, none does."""
    match shape:
        case NamedArea(area):
            return inside(named(area), lat, lon, named)
        case AnyShape(shapes):
            return reduce(np.logical_or, (inside(part, lat, lon, named) for part in shapes))
        case AllShapes(shapes):
            return reduce(np.logical_and, (inside(part, lat, lon, named) for part in shapes))
        case Complement(part):
            return ~inside(part, lat, lon, named) & np.isfinite(lat)
        case Parallel(limit, side):
            return np.asarray(lat > limit if side == "north" else lat < limit)
        case Meridian(limit, side):
            eastward = (lon - limit) % 360
            return np.asarray((eastward > 0) & (eastward < 180) if side == "east" else eastward > 180)
        case Circle(centre, km):
            return np.asarray(_km(centre.lat, centre.lon, lat, lon) <= km)
        case Polygon():
            return _in_polygon(shape, lat, lon)


def _km(lat: float, lon: float, lats: Floats, lons: Floats) -> Floats:
    chord = np.sin(np.radians(lats - lat) / 2) ** 2
    chord = chord + np.cos(np.radians(lat)) * np.cos(np.radians(lats)) * np.sin(np.radians(lons - lon) / 2) ** 2
    return np.asarray(2 * EARTH_RADIUS_KM * np.arcsin(np.minimum(1.0, np.sqrt(chord))))


def _in_polygon(shape: Polygon, lat: Floats, lon: Floats) -> Bools:
    ring = (*shape.points, shape.points[0])
    crossing = _rhumb if shape.edges == "rhumb" else _great_circle
    held = np.zeros(lat.shape, dtype=bool)
    for turn in (-360.0, 0.0, 360.0):
        odd = np.zeros(lat.shape, dtype=bool)
        turned = lon + turn
        for start, end in pairwise(ring):
            if start.lon != end.lon:
                meets = (start.lon > turned) != (end.lon > turned)
                ends = (start.lat, start.lon, end.lat, end.lon)
                odd[meets] ^= crossing(ends, turned[meets]) > lat[meets]
        held |= odd
    return held & np.isfinite(lat)


_Ends = tuple[float, float, float, float]


def _mercator(lat: float) -> float:
    return float(np.arcsinh(np.tan(np.radians(max(-_NEAR_POLE, min(_NEAR_POLE, lat))))))


def _rhumb(ends: _Ends, lon: Floats) -> Floats:
    """Return the latitudes at which a rhumb line meets meridians."""
    share = (lon - ends[1]) / (ends[3] - ends[1])
    low, high = _mercator(ends[0]), _mercator(ends[2])
    return np.degrees(np.arctan(np.sinh(low + share * (high - low))))


def _great_circle(ends: _Ends, lon: Floats) -> Floats:
    """Return the latitudes at which a great circle meets meridians."""
    span = np.sin(np.radians(ends[3] - ends[1]))
    if abs(span) < 1e-12:
        return np.full(lon.shape, (ends[0] + ends[2]) / 2)
    rise = np.tan(np.radians(ends[0])) * np.sin(np.radians(ends[3] - lon))
    rise = rise + np.tan(np.radians(ends[2])) * np.sin(np.radians(lon - ends[1]))
    return np.asarray(np.degrees(np.arctan(rise / span)))


def on_view(shape: Shape, view: View, named: Callable[[str], Shape]) -> Bools:
    """Return which places of a view's grid lie in a shape, shape (rows, columns), `STEP` pixels apart."""
    x, y = np.meshgrid(np.arange(0, view.width + 0.1, STEP), np.arange(0, view.height + 0.1, STEP))
    lat, lon = view.ground(x + view.left, y + view.top)
    return inside(shape, lat, lon, named)


def dots(mask: Bools, spacing: int = 4) -> Points:
    """Return staggered places inside a mask, pixels: a screen of dots that fills it in any print."""
    rows, columns = np.nonzero(mask)
    kept = (rows % spacing == 0) & ((columns + (rows // spacing % 2) * (spacing // 2)) % spacing == 0)
    return tuple((float(c * STEP), float(r * STEP)) for r, c in zip(rows[kept], columns[kept], strict=True))


def outline(mask: Bools) -> list[Points]:
    """Return the lines between what is in a mask and what is not, pixels; the edge of the picture is no line.

    Marching squares at half the step: each cell of four places gives the pieces that part its corners.
    """
    pieces = list(_pieces(mask))
    return [tuple((x * STEP / 2, y * STEP / 2) for x, y in line) for line in _joined(pieces)]


_Knot = tuple[int, int]
_CASES: dict[int, tuple[tuple[int, int], ...]] = {
    1: ((3, 2),), 2: ((2, 1),), 3: ((3, 1),), 4: ((0, 1),), 5: ((3, 0), (2, 1)), 6: ((0, 2),), 7: ((3, 0),),
    8: ((3, 0),), 9: ((0, 2),), 10: ((0, 1), (3, 2)), 11: ((0, 1),), 12: ((3, 1),), 13: ((2, 1),), 14: ((3, 2),),
}  # fmt: skip
"""By the corners inside (8 upper left, 4 upper right, 2 lower right, 1 lower left): sides that a piece joins."""
_SIDES: tuple[_Knot, ...] = ((1, 0), (2, 1), (1, 2), (0, 1))
"""Top, right, bottom, left: the middles of a cell's sides in half steps."""


def _pieces(mask: Bools) -> list[tuple[_Knot, _Knot]]:
    codes = mask[:-1, :-1] * 8 + mask[:-1, 1:] * 4 + mask[1:, 1:] * 2 + mask[1:, :-1] * 1
    return [
        (
            (2 * int(c) + _SIDES[one][0], 2 * int(r) + _SIDES[one][1]),
            (2 * int(c) + _SIDES[other][0], 2 * int(r) + _SIDES[other][1]),
        )
        for r, c in zip(*np.nonzero((codes > 0) & (codes < 15)), strict=True)
        for one, other in _CASES[int(codes[r, c])]
    ]


def _joined(pieces: list[tuple[_Knot, _Knot]]) -> list[list[_Knot]]:
    """Return pieces joined end to end into lines, without the points on a straight stretch."""
    beside: dict[_Knot, list[int]] = {}
    for at, piece in enumerate(pieces):
        for knot in piece:
            beside.setdefault(knot, []).append(at)
    left = set(range(len(pieces)))
    ends = [knot for knot, held in beside.items() if len(held) == 1]
    lines = []
    for knot in [*ends, *beside]:
        while (line := _followed(knot, pieces, beside, left)) is not None:
            lines.append(_straightened(line))
    return lines


def _followed(
    knot: _Knot, pieces: list[tuple[_Knot, _Knot]], beside: dict[_Knot, list[int]], left: set[int]
) -> list[_Knot] | None:
    line = [knot]
    while (at := next((one for one in beside[line[-1]] if one in left), None)) is not None:
        left.remove(at)
        one, other = pieces[at]
        line.append(other if one == line[-1] else one)
    return line if len(line) > 1 else None


def _straightened(line: list[_Knot]) -> list[_Knot]:
    kept = [line[0]]
    for at in range(1, len(line) - 1):
        (ax, ay), (bx, by), (cx, cy) = kept[-1], line[at], line[at + 1]
        if (bx - ax) * (cy - by) != (by - ay) * (cx - bx):
            kept.append(line[at])
    return [*kept, line[-1]]

"""Treaty areas as geometry on the sphere: parallels, meridians, polygons with rhumb or great-circle edges, circles.

A rhumb line is straight on Mercator's chart, so a polygon of rhumb edges is tested there by counting crossings of the
meridian through the place. A great-circle edge is tested exactly where it crosses that meridian. Longitudes may run
past 180 degrees, so that a figure need not be cut at the date line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import asin, asinh, atan, cos, degrees, radians, sin, sinh, sqrt, tan
from typing import Literal

Edges = Literal["rhumb", "great_circle"]

EARTH_RADIUS_KM = 6371.0088
"""Mean radius of the Earth (IUGG), kilometres."""

_NEAR_POLE = 89.999


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the Earth, degrees north and east."""

    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Parallel:
    """Everything north or south of a parallel (degrees)."""

    limit: float
    side: Literal["north", "south"]

    def contains(self, point: Point) -> bool:
        """Whether the point lies on that side; the parallel itself does not."""
        return point.lat > self.limit if self.side == "north" else point.lat < self.limit


@dataclass(frozen=True, slots=True)
class Meridian:
    """Everything within 180 degrees east or west of a meridian (degrees)."""

    limit: float
    side: Literal["east", "west"]

    def contains(self, point: Point) -> bool:
        """Whether the point lies on that side."""
        eastward = (point.lon - self.limit) % 360
        return 0 < eastward < 180 if self.side == "east" else eastward > 180


@dataclass(frozen=True, slots=True)
class Circle:
    """Everything within a great-circle distance, kilometres."""

    centre: Point
    km: float

    def contains(self, point: Point) -> bool:
        """Whether the point lies within the distance."""
        return great_circle_km(self.centre, point) <= self.km


@dataclass(frozen=True, slots=True)
class Polygon:
    """The figure enclosed by a closed line of points."""

    points: tuple[Point, ...]
    edges: Edges = "rhumb"

    def contains(self, point: Point) -> bool:
        """Whether the point lies inside, by the parity of edges met going north from it."""
        crossing = _rhumb_crossing if self.edges == "rhumb" else _great_circle_crossing
        return any(self._encloses(point.lat, point.lon + turn, crossing) for turn in (-360, 0, 360))

    def _encloses(self, lat: float, lon: float, crossing: _Crossing) -> bool:
        ring = (*self.points, self.points[0])
        met = 0
        for start, end in pairwise(ring):
            if (start.lon > lon) != (end.lon > lon):
                met += crossing(start, end, lon) > lat
        return met % 2 == 1


@dataclass(frozen=True, slots=True)
class NamedArea:
    """Another area, by its id."""

    area: str


@dataclass(frozen=True, slots=True)
class AnyShape:
    """A place in any of the shapes."""

    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class AllShapes:
    """A place in all of the shapes."""

    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Complement:
    """A place outside the shape."""

    shape: Shape


Figure = Parallel | Meridian | Circle | Polygon
Shape = Figure | NamedArea | AnyShape | AllShapes | Complement

_Crossing = Callable[[Point, Point, float], float]


@dataclass(frozen=True, slots=True)
class Area:
    """A named area.

    Attributes
    ----------
    id : str
        The area's id within its treaty, or among the shared ones.
    name : str
        What messages call it.
    """

    id: str
    name: str
    shape: Shape


def contains(shape: Shape, point: Point, named: Callable[[str], Shape]) -> bool:
    """Whether a shape holds a point; `named` finds the shape of another area by its id."""
    match shape:
        case NamedArea(area):
            return contains(named(area), point, named)
        case AnyShape(shapes):
            return any(contains(part, point, named) for part in shapes)
        case AllShapes(shapes):
            return all(contains(part, point, named) for part in shapes)
        case Complement(part):
            return not contains(part, point, named)
        case Parallel() | Meridian() | Circle() | Polygon():
            return shape.contains(point)


def named_in(shape: Shape) -> Iterator[str]:
    """Yield the ids of the areas a shape refers to."""
    match shape:
        case NamedArea(area):
            yield area
        case AnyShape(shapes) | AllShapes(shapes):
            for part in shapes:
                yield from named_in(part)
        case Complement(part):
            yield from named_in(part)
        case _:
            return


def great_circle_km(here: Point, there: Point) -> float:
    """Return the great-circle distance on a sphere of mean radius (haversine), kilometres."""
    half_lat = radians(there.lat - here.lat) / 2
    half_lon = radians(there.lon - here.lon) / 2
    chord = sin(half_lat) ** 2 + cos(radians(here.lat)) * cos(radians(there.lat)) * sin(half_lon) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(chord)))


def _mercator(lat: float) -> float:
    return asinh(tan(radians(max(-_NEAR_POLE, min(_NEAR_POLE, lat)))))


def _rhumb_crossing(start: Point, end: Point, lon: float) -> float:
    """Return the latitude at which the rhumb line meets a meridian between its ends."""
    share = (lon - start.lon) / (end.lon - start.lon)
    low, high = _mercator(start.lat), _mercator(end.lat)
    return degrees(atan(sinh(low + share * (high - low))))


def _great_circle_crossing(start: Point, end: Point, lon: float) -> float:
    """Return the latitude at which the great circle meets a meridian between its ends."""
    span = sin(radians(end.lon - start.lon))
    if abs(span) < 1e-12:
        return (start.lat + end.lat) / 2
    rise = tan(radians(start.lat)) * sin(radians(end.lon - lon))
    rise += tan(radians(end.lat)) * sin(radians(lon - start.lon))
    return degrees(atan(rise / span))


def crosses_itself(ring: Sequence[tuple[float, float]]) -> bool:
    """Whether a closed line of (lat, lon) corners meets itself away from its corners, or encloses nothing."""
    if len(set(ring)) < 3:
        return True
    sides = list(pairwise((*ring, ring[0])))
    return any(
        _cross(one, other) for at, one in enumerate(sides) for other in sides[at + 1 :] if not set(one) & set(other)
    )


_Corner = tuple[float, float]


def _cross(one: tuple[_Corner, _Corner], other: tuple[_Corner, _Corner]) -> bool:
    """Whether two sides properly cross, on the chart of degrees."""
    (a, b), (c, d) = one, other
    return _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0


def _turn(a: _Corner, b: _Corner, c: _Corner) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

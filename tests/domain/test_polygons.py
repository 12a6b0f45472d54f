"""Polygons against Shapely.

A rhumb line is straight on Mercator's chart, so Shapely decides there with straight edges. A great circle is not
straight on any chart used here; its edges are cut into pieces of a fifth of a degree and Shapely decides on the plain
chart. Such a piece strays from the arc by less than 0.001 degrees below 70 degrees of latitude, so places nearer to the
line than 0.01 degrees are left out.
"""

from __future__ import annotations

from itertools import pairwise
from math import atan2, cos, degrees, hypot, log, pi, radians, sin, tan

import pytest
import shapely
from hypothesis import assume, given
from hypothesis import strategies as st

from foedus.domain.area import Edges, Point, Polygon

NEAR_THE_LINE = 0.01
EDGES: tuple[Edges, ...] = ("rhumb", "great_circle")


@st.composite
def rings(draw: st.DrawFn) -> tuple[Point, ...]:
    """Draw the corners of a figure around a centre, in the order of their bearing, so that no edges cross."""
    lat, lon = draw(st.floats(-45, 45)), draw(st.floats(-180, 180))
    bearings = sorted(draw(st.lists(st.integers(0, 359), min_size=3, max_size=9, unique=True)))
    reaches = [draw(st.floats(1, 24)) for _ in bearings]
    return tuple(
        Point(lat + reach * cos(radians(bearing)), lon + 2 * reach * sin(radians(bearing)))
        for bearing, reach in zip(bearings, reaches, strict=True)
    )


def near(ring: tuple[Point, ...], across: float, up: float) -> Point:
    """Return a point in or around a ring, by its share of the ring's width and height."""
    lats, lons = [corner.lat for corner in ring], [corner.lon for corner in ring]
    return Point(
        min(lats) + up * (max(lats) - min(lats)),
        min(lons) + across * (max(lons) - min(lons)),
    )


SHARES = st.floats(-0.1, 1.1)


def mercator(point: Point) -> tuple[float, float]:
    """Return degrees on Mercator's chart, in the textbook form."""
    return point.lon, degrees(log(tan(pi / 4 + radians(point.lat) / 2)))


def arc(start: Point, end: Point) -> list[tuple[float, float]]:
    """Return points along a great circle by spherical interpolation, as longitude and latitude."""
    ends = [
        (
            cos(radians(place.lat)) * cos(radians(place.lon)),
            cos(radians(place.lat)) * sin(radians(place.lon)),
            sin(radians(place.lat)),
        )
        for place in (start, end)
    ]
    pieces = max(2, int(5 * hypot(end.lat - start.lat, end.lon - start.lon)))
    line: list[tuple[float, float]] = []
    for piece in range(pieces):
        # the chord, blown up to the sphere, runs along the arc; even steps are not needed
        x, y, z = (a + (b - a) * piece / pieces for a, b in zip(*ends, strict=True))
        lon = degrees(atan2(y, x))
        line.append((lon + 360 * round((start.lon - lon) / 360), degrees(atan2(z, hypot(x, y)))))
    return line


def judged(chart: shapely.Polygon, place: tuple[float, float]) -> bool:
    """Return Shapely's verdict; a figure or a place that it cannot judge sharply is left out."""
    assume(chart.is_valid)
    assume(chart.exterior.distance(shapely.Point(place)) > NEAR_THE_LINE)
    return bool(chart.contains(shapely.Point(place)))


@given(rings(), SHARES, SHARES)
def test_rhumb_edges_agree_with_shapely_on_mercators_chart(ring: tuple[Point, ...], across: float, up: float) -> None:
    point = near(ring, across, up)
    chart = shapely.Polygon([mercator(corner) for corner in ring])
    expected = judged(chart, mercator(point))
    assert Polygon(ring, "rhumb").contains(point) is expected


@given(rings(), SHARES, SHARES)
def test_great_circle_edges_agree_with_shapely_on_a_dense_line(
    ring: tuple[Point, ...], across: float, up: float
) -> None:
    point = near(ring, across, up)
    line = [place for start, end in pairwise((*ring, ring[0])) for place in arc(start, end)]
    expected = judged(shapely.Polygon(line), (point.lon, point.lat))
    assert Polygon(ring, "great_circle").contains(point) is expected


@given(rings(), SHARES, SHARES, st.sampled_from([-360, 360]), st.sampled_from(EDGES))
def test_a_full_turn_changes_nothing(
    ring: tuple[Point, ...], across: float, up: float, turn: int, edges: Edges
) -> None:
    figure = Polygon(ring, edges)
    point = near(ring, across, up)
    assume(
        shapely.Polygon([(c.lon, c.lat) for c in ring]).exterior.distance(shapely.Point(point.lon, point.lat)) > 1e-6
    )
    assume(all(abs(corner.lon - point.lon) > 1e-6 for corner in ring))
    assert figure.contains(Point(point.lat, point.lon + turn)) is figure.contains(point)


@given(rings(), SHARES, SHARES)
def test_the_order_of_the_corners_does_not_matter(ring: tuple[Point, ...], across: float, up: float) -> None:
    point = near(ring, across, up)
    assume(shapely.Polygon(map(mercator, ring)).exterior.distance(shapely.Point(mercator(point))) > 1e-6)
    assert Polygon(ring[::-1]).contains(point) is Polygon(ring).contains(point)


ACROSS_THE_DATE_LINE = (Point(-10, 170), Point(-10, 190), Point(10, 190), Point(10, 170))


@pytest.mark.parametrize(
    ("lon", "inside"), [(175, True), (-175, True), (180, True), (-180, True), (165, False), (-165, False), (0, False)]
)
def test_a_figure_crosses_the_date_line(lon: float, inside: bool) -> None:
    assert Polygon(ACROSS_THE_DATE_LINE).contains(Point(0, lon)) is inside


# Between two places at 50 N, 100 degrees apart, a rhumb line keeps to the parallel; the great circle climbs to
# atan(tan 50 / cos 50) = 61.66 N half-way.
NORTHERN_BAND = (Point(50, -50), Point(50, 50), Point(20, 50), Point(20, -50))


@pytest.mark.parametrize(
    ("edges", "lat", "inside"),
    [("rhumb", 49.9, True), ("rhumb", 50.1, False), ("great_circle", 61.6, True), ("great_circle", 61.7, False)],
)
def test_a_great_circle_climbs_where_a_rhumb_line_keeps_its_parallel(edges: Edges, lat: float, inside: bool) -> None:
    figure = Polygon(NORTHERN_BAND, edges)
    assert figure.contains(Point(lat, 0)) is inside


@pytest.mark.parametrize("edges", EDGES)
@pytest.mark.parametrize(
    ("lat", "lon", "inside"), [(89.9, 45, True), (61, 45, True), (59, 45, False), (89.9, 200, False)]
)
def test_a_figure_reaches_the_pole(edges: Edges, lat: float, lon: float, inside: bool) -> None:
    sector = Polygon((Point(60, 0), Point(60, 45), Point(60, 90), Point(90, 90), Point(90, 0)), edges)
    assert sector.contains(Point(lat, lon)) is inside


@pytest.mark.parametrize("edges", EDGES)
@pytest.mark.parametrize(("lat", "inside"), [(-89.9, True), (-59, False)])
def test_a_figure_reaches_the_south_pole(edges: Edges, lat: float, inside: bool) -> None:
    sector = Polygon((Point(-60, 0), Point(-60, 45), Point(-60, 90), Point(-90, 90), Point(-90, 0)), edges)
    assert sector.contains(Point(lat, 45)) is inside

"""Parallels, meridians, circles and their combinations, against closed forms and published positions."""

from __future__ import annotations

from itertools import product
from math import asin, atan2, cos, degrees, pi, radians, sin

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from foedus.domain.area import (
    EARTH_RADIUS_KM,
    AllShapes,
    AnyShape,
    Circle,
    Complement,
    Meridian,
    NamedArea,
    Parallel,
    Point,
    Polygon,
    Shape,
    contains,
    great_circle_km,
    named_in,
)

POINTS = st.builds(Point, st.floats(-90, 90), st.floats(-180, 180))
FAR_FROM_POLES = st.builds(Point, st.floats(-85, 85), st.floats(-180, 180))
SQUARE = Polygon((Point(0, 0), Point(0, 10), Point(10, 10), Point(10, 0)))

LONDON, PARIS = Point(51.5074, -0.1278), Point(48.8566, 2.3522)
NEW_YORK, TOKYO = Point(40.7128, -74.0060), Point(35.6762, 139.6503)


def nowhere(area_id: str) -> Shape:
    raise KeyError(area_id)


def destination(start: Point, bearing: float, km: float) -> Point:
    """Return the point reached from a start (spherical direct problem, closed form)."""
    arc, course, lat = km / EARTH_RADIUS_KM, radians(bearing), radians(start.lat)
    reached = asin(max(-1.0, min(1.0, sin(lat) * cos(arc) + cos(lat) * sin(arc) * cos(course))))
    turn = atan2(sin(course) * sin(arc) * cos(lat), cos(arc) - sin(lat) * sin(reached))
    return Point(degrees(reached), start.lon + degrees(turn))


# --- parallels and meridians ------------------------------------------------------------------------------------------


@given(POINTS, st.floats(-90, 90))
def test_a_parallel_parts_north_from_south_and_lies_in_neither(point: Point, limit: float) -> None:
    north, south = Parallel(limit, "north").contains(point), Parallel(limit, "south").contains(point)
    assert (north, south) == (point.lat > limit, point.lat < limit)


@pytest.mark.parametrize(
    ("limit", "side", "lon", "inside"),
    [
        (0, "east", 90, True),
        (0, "east", -90, False),
        (0, "west", -90, True),
        (170, "east", -170, True),  # across the date line
        (-170, "west", 170, True),
        (190, "east", -160, True),  # 190 E is 170 W
        (10, "east", 10, False),  # the meridian itself belongs to neither side
        (10, "west", 10, False),
    ],
)
def test_a_meridian_parts_east_from_west(limit: float, side: str, lon: float, inside: bool) -> None:
    half = Meridian(limit, "east") if side == "east" else Meridian(limit, "west")
    assert half.contains(Point(0, lon)) is inside


@given(POINTS, st.integers(-360, 360))
def test_no_point_lies_on_both_sides_of_a_meridian(point: Point, limit: int) -> None:
    assert not (Meridian(limit, "east").contains(point) and Meridian(limit, "west").contains(point))


# --- distances and circles --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("here", "there", "km"),
    [
        (LONDON, PARIS, 344),
        (LONDON, NEW_YORK, 5_570),
        (TOKYO, NEW_YORK, 10_850),
    ],
)
def test_distances_between_cities_are_those_of_the_atlas(here: Point, there: Point, km: float) -> None:
    assert great_circle_km(here, there) == pytest.approx(km, rel=0.005)  # the Earth is no sphere: half a per cent


@pytest.mark.parametrize(
    ("here", "there", "share"),
    [
        (Point(0, 0), Point(0, 180), 1 / 2),
        (Point(90, 0), Point(-90, 77), 1 / 2),
        (Point(0, 0), Point(90, 0), 1 / 4),
        (Point(0, -170), Point(0, 170), 20 / 360),
        (Point(60, 10), Point(60, 10), 0),
    ],
)
def test_distances_are_shares_of_the_circumference(here: Point, there: Point, share: float) -> None:
    assert great_circle_km(here, there) == pytest.approx(share * 2 * pi * EARTH_RADIUS_KM, abs=1e-6)


@given(FAR_FROM_POLES, st.floats(0, 360), st.floats(1, 19_000))
def test_distance_undoes_the_direct_problem(start: Point, bearing: float, km: float) -> None:
    assert great_circle_km(start, destination(start, bearing, km)) == pytest.approx(km, abs=0.01)


@given(POINTS, POINTS)
def test_distance_is_symmetric(here: Point, there: Point) -> None:
    assert great_circle_km(here, there) == pytest.approx(great_circle_km(there, here), abs=1e-6)


@given(POINTS, POINTS, POINTS)
def test_a_detour_is_never_shorter(here: Point, there: Point, by: Point) -> None:
    assert great_circle_km(here, there) <= great_circle_km(here, by) + great_circle_km(by, there) + 1e-3


@given(FAR_FROM_POLES, st.floats(0, 360), st.floats(1, 15_000), st.floats(0.01, 1.99))
def test_a_circle_holds_what_lies_within_its_radius(centre: Point, bearing: float, km: float, share: float) -> None:
    assume(abs(share - 1) > 1e-4)
    assume(km * share < pi * EARTH_RADIUS_KM)
    assert Circle(centre, km).contains(destination(centre, bearing, km * share)) is (share < 1)


def test_a_circle_of_half_the_circumference_holds_the_antipodes() -> None:
    assert Circle(Point(10, 20), 20_040).contains(Point(-10, -160))


# --- combinations -----------------------------------------------------------------------------------------------------

NORTH, EAST = Parallel(0, "north"), Meridian(0, "east")


@pytest.mark.parametrize(("lat", "lon"), list(product((-10, 10), (-10, 10))))
def test_combinations_are_those_of_logic(lat: float, lon: float) -> None:
    def held(shape: Shape) -> bool:
        return contains(shape, Point(lat, lon), nowhere)

    assert held(AnyShape((NORTH, EAST))) is (lat > 0 or lon > 0)
    assert held(AllShapes((NORTH, EAST))) is (lat > 0 and lon > 0)
    assert held(Complement(NORTH)) is (lat < 0)


@given(POINTS)
def test_a_place_outside_neither_half_lies_in_both(point: Point) -> None:
    neither = Complement(AnyShape((Complement(NORTH), Complement(EAST))))
    assert contains(neither, point, nowhere) == contains(AllShapes((NORTH, EAST)), point, nowhere)


@pytest.mark.parametrize(("shape", "inside"), [(AnyShape(()), False), (AllShapes(()), True)])
def test_a_combination_of_nothing(shape: Shape, inside: bool) -> None:
    assert contains(shape, Point(0, 0), nowhere) is inside


def test_a_named_area_is_found_by_its_id() -> None:
    shapes: dict[str, Shape] = {"inner": NamedArea("square"), "square": SQUARE}
    assert contains(Complement(NamedArea("inner")), Point(5, 5), shapes.__getitem__) is False


def test_the_areas_a_shape_refers_to_are_told() -> None:
    shape = AllShapes((NamedArea("a"), Complement(AnyShape((NamedArea("b"), NORTH))), SQUARE))
    assert list(named_in(shape)) == ["a", "b"]

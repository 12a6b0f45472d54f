"""Areas on a map are the areas of the law: the same places lie in them."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus import Register
from foedus.domain.area import (
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
)
from foedus.report.charts.areas import STEP, dots, inside, on_view, outline
from foedus.report.charts.globe import around, world

LAT, LON = st.floats(-80, 80), st.floats(-180, 180)
CORNERS = st.lists(st.tuples(LAT, LON), min_size=3, max_size=7)
FIGURES = st.one_of(
    st.builds(Parallel, LAT, st.sampled_from(["north", "south"])),
    st.builds(Meridian, LON, st.sampled_from(["east", "west"])),
    st.builds(Circle, st.builds(Point, LAT, LON), st.floats(100, 8000)),
    st.builds(
        lambda ring, edges: Polygon(tuple(Point(*corner) for corner in ring), edges),
        CORNERS,
        st.sampled_from(["rhumb", "great_circle"]),
    ),
)
SHAPES = st.recursive(
    FIGURES,
    lambda inner: st.one_of(
        st.builds(lambda *parts: AnyShape(parts), inner, inner),
        st.builds(lambda *parts: AllShapes(parts), inner, inner),
        st.builds(Complement, inner),
        st.just(NamedArea("square")),
    ),
    max_leaves=4,
)
SQUARE = Polygon((Point(10, 10), Point(10, 40), Point(40, 40), Point(40, 10)))


def named(_: str) -> Shape:
    return SQUARE


@given(SHAPES, st.lists(st.tuples(LAT, LON), min_size=1, max_size=20))
def test_the_same_places_lie_in_an_area(shape: Shape, places: list[tuple[float, float]]) -> None:
    """The specification is `foedus.domain.area.contains`, place by place."""
    lat, lon = (np.array(values) for values in zip(*places, strict=True))
    wanted = [contains(shape, Point(*place), named) for place in places]
    assert inside(shape, lat, lon, named).tolist() == wanted


@pytest.mark.parametrize("area", ["nato/north-atlantic", "tiar/security-zone", "seato/treaty-area"])
def test_real_areas_agree_with_the_register(area: str, register: Register) -> None:
    treaty_id, area_id = area.split("/")
    treaty = register.treaty(treaty_id)
    chance = np.random.default_rng(7)
    lat, lon = chance.uniform(-80, 80, 300), chance.uniform(-180, 180, 300)

    def shape_of(name: str) -> Shape:
        found: Shape = (treaty.area_of.get(name) or register.areas[name]).shape
        return found

    ours = inside(shape_of(area_id), lat, lon, shape_of)
    wanted = [
        register.lies_in_area_of(treaty, area_id, Point(float(a), float(b))) for a, b in zip(lat, lon, strict=True)
    ]
    assert ours.tolist() == wanted
    assert 0 < sum(wanted) < 300


def test_nothing_lies_off_the_map() -> None:
    view = world()
    mask = on_view(Complement(Parallel(95, "north")), view, named)
    assert mask[mask.shape[0] // 2, mask.shape[1] // 2]
    assert not mask[0, 0]


@given(st.integers(0, 2**32 - 1))
def test_an_outline_parts_what_is_in_from_what_is_out(seed: int) -> None:
    """Each pair of neighbours of which one is in has the middle between them on a line, and no other pair has."""
    mask = np.random.default_rng(seed).random((8, 9)) < 0.5
    lines = outline(mask)
    half = STEP / 2
    met = {(round(x / half), round(y / half)) for line in lines for x, y in _all_points(line, half)}
    for row in range(8):
        for column in range(9):
            for down, right in ((0, 1), (1, 0)):
                if row + down < 8 and column + right < 9:
                    differ = mask[row, column] != mask[row + down, column + right]
                    assert ((2 * column + right, 2 * row + down) in met) == differ


def _all_points(line: tuple[tuple[float, float], ...], half: float) -> list[tuple[float, float]]:
    """Return the corners of a line and what lies between them, half a step at a time."""
    points = [line[0]]
    for (ax, ay), (bx, by) in pairwise(line):
        count = round(max(abs(bx - ax), abs(by - ay)) / half)
        points += [(ax + (bx - ax) * at / count, ay + (by - ay) * at / count) for at in range(1, count + 1)]
    return points


def test_dots_lie_inside() -> None:
    view = around([(10.0, 10.0), (40.0, 40.0)])
    mask = on_view(SQUARE, view, named)
    held = dots(mask)
    assert len(held) > 50
    assert all(mask[round(y / STEP), round(x / STEP)] for x, y in held)

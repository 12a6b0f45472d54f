"""The projection is that of the renderer; areas on the map are areas on the ground."""

from __future__ import annotations

import numpy as np
import pytest
import vl_convert
from hypothesis import given
from hypothesis import strategies as st

from foedus.report.charts.globe import View, around, equal_earth, from_equal_earth, world

LAT, LON = st.floats(-89, 89), st.floats(-179.9, 179.9)


@pytest.mark.parametrize("meridian", [0.0, 11.0, -95.0, 170.0])
def test_a_place_lies_where_the_renderer_puts_it(meridian: float) -> None:
    """The oracle is d3-geo inside Vega; both work in double precision."""
    view = View(meridian, 150.0, 420.0, 200.0, 840, 400)
    places = [(0.0, 0.0), (51.5, -0.1), (-34.6, -58.4), (35.7, 139.7), (64.1, -21.9), (-41.3, 174.8)]
    spec = {
        "width": view.width,
        "height": view.height,
        "projection": {**view.projection, "clipExtent": None},
        "data": {"values": [{"lat": lat, "lon": lon} for lat, lon in places]},
        "mark": "circle",
        "encoding": {
            "latitude": {"field": "lat", "type": "quantitative"},
            "longitude": {"field": "lon", "type": "quantitative"},
        },
    }
    scene = vl_convert.vegalite_to_scenegraph(spec)["scenegraph"]
    found = [(one["x"], one["y"]) for one in scene["items"][0]["items"][0]["items"]]
    ours = [tuple(map(float, view.place(*place))) for place in places]
    assert np.allclose(found, ours, atol=1e-6)


@given(LAT, LON)
def test_the_way_back_leads_to_the_place(lat: float, lon: float) -> None:
    x, y = equal_earth(np.array([lat]), np.array([lon]))
    back = from_equal_earth(x, y)
    assert float(back[0][0]) == pytest.approx(lat, abs=1e-7)
    assert float(back[1][0]) == pytest.approx(lon, abs=1e-6)


@given(st.floats(-80, 80), st.floats(-170, 170))
def test_a_small_cell_keeps_its_area(lat: float, lon: float) -> None:
    """The closed form: a cell on the unit sphere has the area of its longitudes times the sines of its latitudes.

    The Jacobian is taken by differences of 0.01 degrees, whose error is of the order of 1e-7.
    """
    step = 0.01
    x, y = equal_earth(np.array([lat, lat, lat + step]), np.array([lon, lon + step, lon]))
    on_map = abs((x[1] - x[0]) * (y[2] - y[0]) - (x[2] - x[0]) * (y[1] - y[0]))
    on_ground = np.radians(step) * (np.sin(np.radians(lat + step)) - np.sin(np.radians(lat)))
    assert on_map == pytest.approx(on_ground, rel=1e-3)


def test_off_the_map_there_is_no_place() -> None:
    lat, lon = from_equal_earth(np.array([3.0, 0.0]), np.array([0.0, 1.5]))
    assert np.isnan(lat).all()
    assert np.isnan(lon).all()


@given(st.lists(st.tuples(st.floats(-60, 75), st.floats(-180, 180)), min_size=1, max_size=12))
def test_a_view_holds_the_places_it_is_made_for(places: list[tuple[float, float]]) -> None:
    view = around(places)
    if view.meridian != world(900).meridian:
        assert all(view.holds(*map(float, view.place(*place))) for place in places)


def test_places_across_the_date_line_are_close_together() -> None:
    view = around([(-36.8, 174.8), (-13.8, -171.8)])
    assert view.meridian == pytest.approx(-178.5, abs=0.1)
    assert view.scale > 600


def test_a_window_that_is_moved_shows_the_same() -> None:
    view = world()
    moved = view.moved(100, 50)
    assert np.allclose(moved.place(10.0, 20.0), np.add(view.place(10.0, 20.0), [100, 50]))
    assert moved.holds(101, 51)
    assert not moved.holds(99, 51)

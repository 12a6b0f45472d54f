"""Distances over the earth, against geographiclib (Karney 2013), which is exact to nanometres."""

from __future__ import annotations

import numpy as np
import pytest
from geographiclib.geodesic import Geodesic
from hypothesis import example, given
from hypothesis import strategies as st

from foedus.domain.area import EARTH_RADIUS_KM
from foedus.measures.projection.geodesic import KM_A_MILE, geodesic, great_circle, way_length

LATITUDES = st.floats(-90, 90)
LONGITUDES = st.floats(-180, 180)


def karney(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    return float(Geodesic.WGS84.Inverse(lat1, lon1, lat2, lon2)["s12"]) / 1000


@given(LATITUDES, LONGITUDES, LATITUDES, LONGITUDES)
@example(0.0, 0.0, 0.0, 180.0)  # opposite on the equator: the way leads over a pole
@example(0.0, 0.0, 0.3, 179.7)  # nearly opposite: Vincenty's equations come to no end
@example(30.0, 0.0, -29.9, 179.8)
@example(90.0, 0.0, -90.0, 0.0)
@example(90.0, 10.0, -89.9, 0.0)
@example(1.0, 2.0, 1.0, 2.0)
def test_the_ellipsoid_agrees_with_geographiclib_to_a_metre(lat1: float, lon1: float, lat2: float, lon2: float) -> None:
    """A millimetre where Vincenty's series converges (his own claim); a metre for the search among opposite places."""
    ours, theirs = geodesic(lat1, lon1, lat2, lon2), karney(lat1, lon1, lat2, lon2)
    assert ours == pytest.approx(theirs, abs=1e-3 if theirs > 19_800 else 2e-6)


@given(LATITUDES, LONGITUDES, LATITUDES, LONGITUDES)
def test_the_sphere_is_within_six_in_a_thousand_of_the_ellipsoid(
    lat1: float, lon1: float, lat2: float, lon2: float
) -> None:
    """The radii of curvature of the ellipsoid lie within 0.6 per cent of the mean radius."""
    assert float(great_circle(lat1, lon1, lat2, lon2)) == pytest.approx(karney(lat1, lon1, lat2, lon2), rel=6e-3)


@given(LATITUDES, LONGITUDES, LATITUDES, LONGITUDES, LATITUDES, LONGITUDES)
def test_the_sphere_is_a_metric(lat1: float, lon1: float, lat2: float, lon2: float, lat3: float, lon3: float) -> None:
    there = float(great_circle(lat1, lon1, lat2, lon2))
    assert there == pytest.approx(float(great_circle(lat2, lon2, lat1, lon1)), abs=1e-9)
    assert 0 <= there <= np.pi * EARTH_RADIUS_KM + 1e-9
    around = float(great_circle(lat1, lon1, lat3, lon3)) + float(great_circle(lat3, lon3, lat2, lon2))
    assert there <= around + 1e-6


def test_a_quarter_of_the_sphere_in_closed_form() -> None:
    quarter = np.pi / 2 * EARTH_RADIUS_KM
    assert great_circle(0, 0, [0, 90, -90], [90, 0, 50]).tolist() == pytest.approx([quarter] * 3, rel=1e-14)
    assert way_length([(0, 0), (0, 90), (90, 0)]) == pytest.approx(2 * quarter, rel=1e-14)


def test_places_that_go_together_are_spread() -> None:
    found = great_circle(np.zeros((3, 1)), np.zeros((3, 1)), np.zeros((1, 4)), np.arange(4.0)[None, :])
    assert found.shape == (3, 4)


def test_what_is_not_known_stays_so() -> None:
    assert np.isnan(great_circle(np.nan, 0, 0, 0))


def test_a_mile_is_a_statute_mile() -> None:
    assert KM_A_MILE == 1.609344

"""Capability at a place and over the world, by hand on made-up grounds and by what must hold."""

from __future__ import annotations

from math import e, log10

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus import FoedusError, Register
from foedus._base.dates import Day
from foedus.measures.projection.deliverable import deliverable, nearest_distance
from foedus.measures.projection.geodesic import KM_A_MILE, great_circle
from foedus.measures.projection.places import Place
from foedus.measures.projection.reach import grid, reach, share
from foedus.measures.projection.standing import Grounds, grounds_on
from foedus.register.arrangements import load_arrangements

DAY = Day.parse("1985-06-01")
SEOUL = Place("Seoul", 37.57, 126.98)
LATITUDES, LONGITUDES, SHARES = st.floats(-90, 90), st.floats(-180, 180), st.floats(0.001, 1)
PLACES = st.builds(lambda lat, lon: Place("x", lat, lon), LATITUDES, LONGITUDES)


@pytest.fixture(scope="module")
def grounds(register: Register) -> Grounds:
    return grounds_on(DAY, register, load_arrangements().presences)


def test_what_a_state_brings_by_hand(grounds: Grounds) -> None:
    found = {one.state: one for one in deliverable(SEOUL, {"united-states": 0.14}, grounds, 1985)}
    one = found["united-states"]
    home = grounds.standings("united-states", ["home"])[0].place
    way = float(great_circle(home.lat, home.lon, SEOUL.lat, SEOUL.lon))
    assert one.home_km == pytest.approx(way)
    assert one.from_home == pytest.approx(0.14 ** log10(way / KM_A_MILE / 500 + 10 - e))
    assert one.nearest.place.state == "south-korea"
    assert one.nearest_km < 20  # two sources of where Seoul is
    assert one.from_nearest == pytest.approx(0.14 ** log10(one.nearest_km / KM_A_MILE / 500 + 10 - e))


def test_from_home_alone_there_is_no_nearer_ground(grounds: Grounds) -> None:
    one = deliverable(SEOUL, {"united-states": 0.14}, grounds, 1985, ["home"])[0]
    assert (one.nearest.footing, one.nearest_km, one.from_nearest) == ("home", one.home_km, one.from_home)


def test_more_ground_never_brings_less_and_the_most_comes_first(grounds: Grounds) -> None:
    shares = {"united-states": 0.14, "united-kingdom": 0.02, "france": 0.02, "japan": 0.05, "russia": 0.17}
    narrow = {one.state: one.from_nearest for one in deliverable(SEOUL, shares, grounds, 1985, ["home"])}
    wide = deliverable(SEOUL, shares, grounds, 1985)
    assert all(one.from_nearest >= narrow[one.state] for one in wide)
    assert all(one.from_nearest >= one.from_home for one in wide)
    felt = [one.from_nearest for one in wide]
    assert felt == sorted(felt, reverse=True)


def test_who_has_no_capital_is_not_reckoned(grounds: Grounds) -> None:
    assert deliverable(SEOUL, {"atlantis": 0.5}, grounds, 1985) == []


@given(st.lists(PLACES, min_size=1, max_size=4), LATITUDES, LONGITUDES)
def test_the_nearest_start_counts(starts: list[Place], lat: float, lon: float) -> None:
    expected = min(float(great_circle(one.lat, one.lon, lat, lon)) for one in starts)
    assert nearest_distance(starts, np.array([lat]), np.array([lon]))[0] == expected


# -------------------------------------------------------------------------------------------------------------- reach


def test_a_grid_covers_the_world_once() -> None:
    held = grid(10)
    assert held.lat.shape == held.lon.shape == (18, 36)
    assert (held.lat[0, 0], held.lon[0, 0]) == (85, -175)
    assert (held.lat[-1, -1], held.lon[-1, -1]) == (-85, 175)
    area = np.cos(np.radians(held.lat)).sum() * np.radians(10) ** 2
    assert area == pytest.approx(4 * np.pi, rel=0.01)  # the middle of a cell stands for it


@pytest.mark.parametrize("step", [0, -5, 7, 0.1, 100, float("nan")])
def test_a_grid_that_does_not_fit_is_refused(step: float) -> None:
    with pytest.raises(FoedusError, match="a grid of"):
        grid(step)


@given(
    st.dictionaries(st.sampled_from("abcd"), st.tuples(SHARES, st.lists(PLACES, min_size=1, max_size=3)), min_size=1)
)
def test_reach_is_the_sum_of_its_members(drawn: dict[str, tuple[float, list[Place]]]) -> None:
    over = grid(45)
    shares = {state: held for state, (held, _) in drawn.items()}
    starts = {state: places for state, (_, places) in drawn.items()}
    total = reach(shares, starts, over, 1985)
    each = [reach({state: shares[state]}, starts, over, 1985) for state in shares]
    np.testing.assert_allclose(total, sum(each), rtol=1e-12)
    assert (total > 0).all()
    assert reach(shares, {}, over, 1985).tolist() == np.zeros(over.lat.shape).tolist()


@given(st.tuples(SHARES, SHARES), PLACES, PLACES)
def test_the_shares_of_two_sides_make_one(strengths: tuple[float, float], one: Place, other: Place) -> None:
    over = grid(45)
    first = reach({"a": strengths[0]}, {"a": [one]}, over, 1985)
    second = reach({"b": strengths[1]}, {"b": [other]}, over, 1985)
    np.testing.assert_allclose(share(first, second) + share(second, first), 1)


def test_where_neither_has_strength_there_is_no_share() -> None:
    assert np.isnan(share(np.zeros(2), np.zeros(2))).all()

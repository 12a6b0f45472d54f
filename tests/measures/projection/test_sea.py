"""Distances by sea, against published tables.

The network's lanes are straight between a few thousand points, so that they are not a navigator's: three per cent of
the published length are allowed, which is more than the largest difference seen (2.8 per cent, Boston to Anchorage).
"""

from __future__ import annotations

import pytest

from foedus import FoedusError
from foedus._base.dates import Day
from foedus.measures.projection.geodesic import KM_A_NAUTICAL_MILE, great_circle
from foedus.measures.projection.places import Place
from foedus.measures.projection.sea import CLOSED, PASSAGES, closed_on, sea_way

NEW_YORK = Place("New York", 40.66, -74.03)
COLOMBO = Place("Colombo", 6.95, 79.83)
JEDDAH = Place("Jeddah", 21.48, 39.15)
CONSTANTA = Place("Constanța", 44.15, 28.67)
BOSTON = Place("Boston", 42.35, -71.02)
ANCHORAGE = Place("Anchorage", 61.2, -150.2)
ROTTERDAM = Place("Rotterdam", 51.98, 4.0)
TOKYO = Place("Tokyo", 35.6, 139.8)

PUBLISHED = {
    "National Geospatial-Intelligence Agency, Publication 151 (2001), by Gibraltar": (NEW_YORK, COLOMBO, (), 8604),
    "Suez Canal Authority, by the canal": (JEDDAH, CONSTANTA, (), 1698),
    "Suez Canal Authority, by the Cape": (JEDDAH, CONSTANTA, ("suez",), 11771),
    "Distances between United States Ports (1978), by Panama": (BOSTON, ANCHORAGE, (), 7312),
}


@pytest.mark.parametrize("table", PUBLISHED)
def test_a_published_distance_in_nautical_miles(table: str) -> None:
    one, other, closed, miles = PUBLISHED[table]
    way = sea_way(one, other, {*CLOSED, *closed})
    assert way is not None
    assert way.km / KM_A_NAUTICAL_MILE == pytest.approx(miles, rel=0.03)


def test_what_the_suez_canal_saves_from_rotterdam_to_tokyo() -> None:
    """The Suez Canal Authority says 23 per cent of the way round the Cape; three points are allowed, as above."""
    short = sea_way(ROTTERDAM, TOKYO)
    long = sea_way(ROTTERDAM, TOKYO, {*CLOSED, "suez", "panama"})
    assert short is not None
    assert long is not None
    assert 1 - short.km / long.km == pytest.approx(0.23, abs=0.03)
    assert "suez" in short.passages
    assert "south_africa" in long.passages


@pytest.mark.parametrize(
    ("day", "closed"),
    [
        ("1869-11-16", {"northwest", "suez", "panama"}),
        ("1869-11-17", {"northwest", "panama"}),
        ("1914-08-14", {"northwest", "panama"}),
        ("1914-08-15", {"northwest"}),
    ],
)
def test_a_canal_is_closed_until_the_day_it_was_opened(day: str, closed: set[str]) -> None:
    assert closed_on(Day.parse(day)) == closed


def test_a_sea_that_is_shut_has_no_way_out() -> None:
    assert sea_way(CONSTANTA, JEDDAH, {"bosporus"}) is None


def test_there_and_back_is_as_far_and_never_shorter_than_the_great_circle() -> None:
    one, other = sea_way(NEW_YORK, COLOMBO), sea_way(COLOMBO, NEW_YORK)
    assert one is not None
    assert other is not None
    assert one.km == pytest.approx(other.km, rel=1e-9)
    straight = float(great_circle(NEW_YORK.lat, NEW_YORK.lon, COLOMBO.lat, COLOMBO.lon))
    assert one.to_sea + one.km + one.from_sea >= straight - 1e-6


def test_closing_more_never_shortens_the_way() -> None:
    lengths = []
    closed: set[str] = set(CLOSED)
    for passage in ("suez", "panama", "gibraltar"):
        way = sea_way(ROTTERDAM, TOKYO, closed)
        assert way is not None
        lengths.append(way.km)
        closed.add(passage)
    assert lengths == sorted(lengths)


def test_an_inland_place_tells_how_far_the_sea_is() -> None:
    way = sea_way(Place("Moscow", 55.75, 37.62), ROTTERDAM)
    assert way is not None
    assert way.to_sea > 400


def test_an_unknown_strait_is_refused() -> None:
    with pytest.raises(FoedusError, match="no strait or canal of the network is called kattegat"):
        sea_way(NEW_YORK, COLOMBO, {"kattegat"})


def test_the_names_are_those_of_the_library() -> None:
    from searoute.classes.passages import Passage  # noqa: PLC0415 - heavy

    assert set(PASSAGES) == {name for name in vars(Passage) if not name.startswith(("_", "valid", "filter"))}

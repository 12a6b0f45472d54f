"""Regions and treaty areas of the register, at places whose position anyone can look up."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import Any, get_args

import pytest

from foedus import Register
from foedus._base.documents import read_file
from foedus.domain.area import Point
from foedus.domain.vocabulary import Region

PLACES: list[dict[str, Any]] = read_file(Path(__file__).parent / "places.yaml").value


def pairs(key: str) -> list[tuple[str, str]]:
    return [(place["name"], region) for place in PLACES for region in place[key]]


def point_of(name: str) -> Point:
    place = next(place for place in PLACES if place["name"] == name)
    return Point(place["lat"], place["lon"])


@pytest.mark.parametrize(("name", "region"), pairs("regions"))
def test_a_place_lies_in_its_region(register: Register, name: str, region: str) -> None:
    assert register.lies_in(point_of(name), register.areas[region])


@pytest.mark.parametrize(("name", "region"), pairs("not_regions"))
def test_a_place_lies_outside_other_regions(register: Register, name: str, region: str) -> None:
    assert not register.lies_in(point_of(name), register.areas[region])


@pytest.mark.parametrize("region", [region for region in get_args(Region) if region != "space"])
def test_every_region_of_the_earth_has_an_area(register: Register, region: str) -> None:
    assert register.areas[region].name


@pytest.mark.parametrize("region", sorted({region for region in get_args(Region) if region != "space"}))
def test_every_region_has_a_known_place_inside_and_one_outside(region: str) -> None:
    assert {region} <= {found for _, found in pairs("regions")}
    assert any(region not in place["regions"] for place in PLACES)


TREATY_AREAS = [
    # the zone of the Rio Treaty, article 4
    ("tiar", "security-zone", "Stanley, Falkland Islands", -51.70, -57.85, True),
    ("tiar", "security-zone", "Grytviken, South Georgia", -54.28, -36.51, True),
    ("tiar", "security-zone", "Buenos Aires", -34.60, -58.38, True),
    ("tiar", "security-zone", "Nuuk, Greenland", 64.18, -51.72, True),
    ("tiar", "security-zone", "Anchorage", 61.22, -149.90, True),
    ("tiar", "security-zone", "Attu, Aleutians", 52.90, 173.00, True),
    ("tiar", "security-zone", "South Pole sector, Antarctic Peninsula", -65.00, -60.00, True),
    ("tiar", "security-zone", "Honolulu, Hawaii", 21.31, -157.86, False),
    ("tiar", "security-zone", "Reykjavik", 64.15, -21.94, False),
    ("tiar", "security-zone", "Ponta Delgada, Azores", 37.74, -25.67, False),
    ("tiar", "security-zone", "Jamestown, Saint Helena", -15.93, -5.72, False),
    ("tiar", "security-zone", "Provideniya, Chukotka", 64.42, -173.23, False),
    ("tiar", "security-zone", "Hanga Roa, Easter Island", -27.15, -109.43, False),
    # the North Atlantic Treaty, article 6: north of the Tropic of Cancer
    ("nato", "north-atlantic", "mid-ocean at 40 N", 40.00, -40.00, True),
    ("nato", "north-atlantic", "Ponta Delgada, Azores", 37.74, -25.67, True),
    ("nato", "north-atlantic", "off Bermuda", 32.00, -64.00, True),
    ("nato", "north-atlantic", "Cape Verde", 15.00, -23.60, False),
    ("nato", "north-atlantic", "Stanley, Falkland Islands", -51.70, -57.85, False),
    ("nato", "north-atlantic", "Honolulu, Hawaii", 21.31, -157.86, False),
]


@pytest.mark.parametrize(("treaty", "area", "name", "lat", "lon", "inside"), TREATY_AREAS)
def test_a_treaty_area_holds_a_place(  # noqa: PLR0917 - one row of the table above
    register: Register, treaty: str, area: str, name: str, lat: float, lon: float, inside: bool
) -> None:
    assert register.lies_in_area_of(register.treaty(treaty), area, Point(lat, lon)) is inside, name


@pytest.mark.parametrize(("lat", "inside"), [(23.50, True), (23.40, False)])
def test_the_north_atlantic_area_ends_at_the_tropic_of_cancer(register: Register, lat: float, inside: bool) -> None:
    assert register.lies_in_area_of(register.treaty("nato"), "north-atlantic", Point(lat, -50)) is inside


def test_every_shape_of_the_register_answers_everywhere(register: Register) -> None:
    everywhere = [Point(lat, lon) for lat, lon in product(range(-90, 91, 30), range(-180, 181, 45))]
    for treaty in register.treaties.values():
        for area in treaty.areas:
            held = [register.lies_in_area_of(treaty, area.id, point) for point in everywhere]
            assert False in held, f"{treaty.id}: {area.id} holds the whole Earth"

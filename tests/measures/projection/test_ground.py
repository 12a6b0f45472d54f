"""Places, ways over land, least distances, strengths, and the ground from which forces may start."""

from __future__ import annotations

from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus import FoedusError, Register
from foedus._base.dates import Day
from foedus.measures.projection.geodesic import great_circle
from foedus.measures.projection.land import borders_on, land_way
from foedus.measures.projection.minimum import minimum_distance
from foedus.measures.projection.places import Place, place_of
from foedus.measures.projection.standing import bonds_on, defended_by, grounds_on
from foedus.measures.projection.strength import bundled_strengths, strengths
from foedus.register.arrangements import load_arrangements
from foedus.sources.store import Store

DAY = Day.parse("1985-06-01")


# ------------------------------------------------------------------------------------------------------------- places


def test_a_state_is_its_capital_on_the_day(register: Register) -> None:
    assert place_of("West Germany", DAY, register).name.startswith("Bonn")
    assert place_of("capital:Germany", Day.parse("2024-06-01"), register).name == "Berlin, Germany"
    assert place_of("Singapore", DAY, register).name == "Singapore"


def test_degrees_are_a_place(register: Register) -> None:
    assert place_of("-51.7, -57.85", DAY, register) == Place("-51.7, -57.85", -51.7, -57.85)


@pytest.mark.parametrize("text", ["91,0", "0,181", "nan,0", "1,inf"])
def test_what_is_nowhere_on_earth_is_refused(register: Register, text: str) -> None:
    with pytest.raises(FoedusError, match="is no place"):
        place_of(text, DAY, register)


def test_an_unknown_name_is_no_place(register: Register) -> None:
    with pytest.raises(FoedusError, match="no actor is called"):
        place_of("Atlantis", DAY, register)


# ---------------------------------------------------------------------------------------------------------- over land

PLACES = st.builds(lambda lat, lon: Place("x", lat, lon), st.floats(-80, 80), st.floats(-180, 180))


@given(st.lists(PLACES, min_size=5, max_size=5), st.sets(st.tuples(st.integers(0, 4), st.integers(0, 4))))
def test_the_way_over_land_is_the_shortest_of_all(places: list[Place], drawn: set[tuple[int, int]]) -> None:
    seats = {str(at): place for at, place in enumerate(places)}
    borders = {(str(one), str(other)) for one, other in drawn if one != other}
    both = borders | {(other, one) for one, other in borders}

    def length(way: tuple[str, ...]) -> float:
        return sum(
            float(great_circle(seats[a].lat, seats[a].lon, seats[b].lat, seats[b].lon)) for a, b in pairwise(way)
        )

    ways = [
        ("0", *middle, "4")
        for many in range(4)
        for middle in permutations(["1", "2", "3"], many)
        if all(step in both for step in zip(("0", *middle), (*middle, "4"), strict=True))
    ]
    found = land_way(seats, borders, "0", "4")
    if found is None:
        assert not ways
    else:
        assert found.km == pytest.approx(min(map(length, ways)), rel=1e-12)
        assert length(found.states) == pytest.approx(found.km, rel=1e-12)


def test_only_borders_by_land_count(small: Store, register: Register) -> None:
    held = borders_on(Day.parse("1950-06-01"), register, small)
    assert ("united-states", "canada") in held.pairs
    assert not any("cuba" in pair for pair in held.pairs)
    way = land_way(held.capitals, held.pairs, "canada", "mexico")
    assert way is not None
    assert way.states == ("canada", "united-states", "mexico")
    assert land_way(held.capitals, held.pairs, "canada", "cuba") is None


def test_borders_of_a_year_without_data_are_refused(small: Store, register: Register) -> None:
    with pytest.raises(FoedusError, match="land borders of 2024 are not in the data"):
        borders_on(Day.parse("2024-06-01"), register, small)


@pytest.mark.data
def test_france_reaches_russia_through_germany_and_poland(published: Store, register: Register) -> None:
    day = Day.parse("2012-06-01")
    held = borders_on(day, register, published)
    way = land_way(held.capitals, held.pairs, "france", "russia")
    assert way is not None
    assert way.states == ("france", "germany", "poland", "russia")
    assert land_way(held.capitals, held.pairs, "japan", "france") is None


@pytest.mark.data
def test_the_least_distance_is_the_publishers(published: Store, register: Register) -> None:
    day = Day.parse("2012-06-01")
    table = published.read("minimum-distance", "dyad_years")
    row = table.filter((table["ccode1"] == 200) & (table["ccode2"] == 740) & (table["year"] == 2012))
    for pair in (("united-kingdom", "japan"), ("japan", "united-kingdom")):
        found, data = minimum_distance(*pair, day, register, published)
        assert found == row["mindist"].item()
        assert data.startswith("Minimum Distance")
    with pytest.raises(FoedusError, match="has no distance of the two in 1850"):
        minimum_distance("united-kingdom", "france", Day.parse("1850-06-01"), register, published)


# ---------------------------------------------------------------------------------------------------------- strengths


def test_strengths_are_those_of_the_year_and_no_other(small: Store, register: Register) -> None:
    held = strengths(register, small, Day.parse("1950-06-01"))
    assert held.of == {"united-states": 0.3, "united-kingdom": 0.1}
    assert strengths(register, small, Day.parse("1985-06-01"), 1950).of == held.of
    with pytest.raises(FoedusError, match="has no figures of 1985"):
        strengths(register, small, Day.parse("1985-06-01"))


def test_without_data_the_figures_that_come_with_it_are_offered(tmp_path: object, register: Register) -> None:
    with pytest.raises(FoedusError, match="--shares bundled"):
        strengths(register, Store(tmp_path / "none"), DAY)  # type: ignore[operator]


def test_bundled_shares_add_up_to_one(tmp_path: object, register: Register) -> None:
    held = bundled_strengths(register, Store(tmp_path / "none"), Day.parse("2025-06-01"))  # type: ignore[operator]
    assert sum(held.of.values()) == pytest.approx(1)
    assert max(held.of, key=lambda state: held.of[state]) == "united-states"
    assert "World Factbook" in held.told


# ------------------------------------------------------------------------------------------------------------- ground


def test_allies_owe_defence_on_the_day_and_not_before(register: Register) -> None:
    assert "belgium" in defended_by(bonds_on(DAY, register))["united-states"]
    before = defended_by(bonds_on(Day.parse("1949-01-01"), register))
    assert "belgium" not in before.get("united-states", {})


def test_forces_may_start_from_home_allies_and_hosts(register: Register) -> None:
    grounds = grounds_on(DAY, register, load_arrangements().presences)
    held = grounds.standings("united-states")
    assert held[0].footing == "home"
    assert held[0].place.name.startswith("Washington")
    by_footing = {
        footing: {one.place.state for one in held if one.footing == footing} for footing in ("ally", "stationed")
    }
    assert {"south-korea", "japan", "west-germany"} <= by_footing["stationed"]
    assert {"belgium", "japan"} <= by_footing["ally"]
    assert all(one.by for one in held[1:])


def test_only_the_footings_asked_for_are_given(register: Register) -> None:
    grounds = grounds_on(DAY, register, load_arrangements().presences)
    assert {one.footing for one in grounds.standings("united-states", ["home"])} == {"home"}
    assert grounds.standings("atlantis") == ()

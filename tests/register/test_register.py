"""The questions other rooms ask of the register."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus import Day, Register, load_register
from foedus._base.errors import UnknownName
from foedus.domain.area import Point


def test_the_register_is_read_once() -> None:
    assert load_register() is load_register()


def test_a_treaty_is_decoded_once(register: Register) -> None:
    assert register.treaty("nato") is register.treaty("nato")


def test_every_treaty_has_its_own_id(register: Register) -> None:
    assert [treaty.id for treaty in register.treaties.values()] == list(register.treaties)


def test_every_alias_leads_to_its_treaty(register: Register) -> None:
    for alias, treaty_id in register.aliases.items():
        assert alias in register.treaty(alias).aliases
        assert register.treaty_id(alias) == treaty_id


def test_an_unknown_treaty_gets_suggestions(register: Register) -> None:
    with pytest.raises(UnknownName, match=r"no treaty has the id 'dual-1878'\n  to do: did you mean .*dual-1879"):
        register.treaty("dual-1878")


def test_a_treaty_like_no_other_leads_to_the_list(register: Register) -> None:
    with pytest.raises(UnknownName, match="see foedus treaty list"):
        register.treaty("xyzzy")


@pytest.mark.parametrize(
    ("state", "class_id", "day", "member"),
    [
        ("italy", "great_power", "1914-08-01", True),
        ("italy", "great_power", "1859-12-31", False),
        ("france", "great_power", "1942-01-01", False),
        ("united-states", "great_power", "1898-08-12", False),
        ("argentina", "american_state", "1982-04-02", True),
        ("spain", "american_state", "1982-04-02", False),
        ("bulgaria", "balkan_state", "1912-10-01", True),
    ],
)
def test_membership_of_a_class_is_dated(register: Register, state: str, class_id: str, day: str, member: bool) -> None:
    assert register.is_member(state, class_id, Day.parse(day)) is member


def test_every_member_of_a_class_is_an_actor(register: Register) -> None:
    for class_id, held in register.classes.items():
        assert {member for member, _ in held.members if member not in register.actors} == set(), class_id


def test_every_holder_of_a_disputed_place_is_an_actor(register: Register) -> None:
    for place in register.disputed:
        named = {actor for actors, _ in (*place.administered, *place.claimed) for actor in actors}
        assert {actor for actor in named if actor not in register.actors} == set(), place.id


def test_a_treaty_s_own_area_goes_before_a_shared_one(register: Register) -> None:
    nato = register.treaty("nato")
    own, shared = nato.area_of["algerian-departments"], register.areas["algerian-departments"]
    algiers, lisbon = Point(36.75, 3.06), Point(38.72, -9.14)
    for point in (algiers, lisbon):
        assert register.lies_in_area_of(nato, own.id, point) is register.lies_in(point, own)
    assert register.lies_in(algiers, shared)


def test_clauses_come_with_their_treaty(register: Register) -> None:
    assert all(clause in treaty.clauses for treaty, clause in register.clauses())


def test_every_clause_is_listed_once(register: Register) -> None:
    listed = [(treaty.id, clause.id) for treaty, clause in register.clauses()]
    assert len(listed) == len(set(listed)) == sum(len(treaty.clauses) for treaty in register.treaties.values())


def test_successors_named_in_the_register_are_ids(register: Register) -> None:
    for treaty in register.treaties.values():
        assert treaty.id not in {*treaty.replaces, *treaty.replaced_by}


@given(st.text(max_size=20))
def test_any_text_is_a_treaty_or_an_unknown_name(text: str) -> None:
    register = load_register()
    try:
        treaty_id = register.treaty_id(text)
    except UnknownName:
        return
    assert treaty_id in register.treaties


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_every_point_is_inside_or_outside_every_shared_area(lat: float, lon: float) -> None:
    register = load_register()
    held = {area.id for area in register.areas.values() if register.lies_in(Point(lat, lon), area)}
    assert held <= set(register.areas)

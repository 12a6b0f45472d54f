"""What a checked file means: defaults, dates that are left out, and parties that never joined."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from foedus import Day, Register, Treaty
from foedus._base.dates import ALWAYS, Spell
from foedus._base.documents import Document, read_bytes
from foedus._base.validation import check
from foedus.domain.actor import IsoCode, Name
from foedus.domain.area import AllShapes, AnyShape, Circle, Complement, Meridian, NamedArea, Parallel, Point, Polygon
from foedus.domain.evidence import Evidence
from foedus.domain.group import Group
from foedus.domain.treaty import CarveOut, Contingent, Secrecy
from foedus.register.actor_schema import ActorsFile
from foedus.register.decode import decode_actor, decode_area, decode_class, decode_disputed, decode_treaty
from foedus.register.files import read_treaty
from foedus.register.place_schema import AreasFile

Pact = Callable[..., Path]


@pytest.fixture
def read(pact: Pact, register: Register) -> Callable[..., Treaty]:
    """Return a function that reads the pact with one piece of it replaced."""
    return lambda old="", new="": decode_treaty(read_treaty(pact(old, new), register.actors).checked)


Read = Callable[..., Treaty]

HELP = "place: [{term: in-strait}]"
CLAUSE = "known: {verified: text, source: text, locator: article 1}"


# --- dates and parties ------------------------------------------------------------------------------------------------


def test_a_party_is_bound_from_entry_into_force(read: Read) -> None:
    (place,) = read().places_of("japan")
    assert (place.bound, place.signed) == (Spell(Day.parse("1902-02-01"), None), Day.parse("1902-01-30"))


def test_a_party_may_be_bound_for_its_own_time(read: Read) -> None:
    (place,) = read().places_of("russia")
    assert place.bound == Spell(Day.parse("1905-01-01"), Day.parse("1907-01-01"))


def test_the_day_a_later_party_signed_is_not_known_unless_it_is_given(read: Read) -> None:
    assert read().places_of("russia")[0].signed is None
    given = read("from: 1905-01-01\n", "from: 1905-01-01\n    signed: 1902-01-30\n")
    assert given.places_of("russia")[0].signed == given.signed


def test_a_party_that_never_joined_is_never_bound(read: Read) -> None:
    (place,) = read("from: 1905-01-01\n    until: 1907-01-01", "from: never").places_of("russia")
    assert place.bound is None


def test_nobody_is_bound_by_a_treaty_that_never_came_into_force(read: Read) -> None:
    treaty = read("in_force: 1902-02-01", "in_force: never")
    assert (treaty.life, treaty.places_of("japan")[0].bound) == (None, None)


def test_an_unknown_entry_into_force_lies_after_signature(read: Read) -> None:
    life = read("in_force: 1902-02-01", "in_force: unknown").life
    assert life is not None
    assert not life.possibly(Day.parse("1902-01-29"))
    assert life.possibly(Day.parse("1902-01-30"))
    assert not life.surely(Day.parse("1911-01-01"))


def test_a_treaty_without_an_end_is_in_force(read: Read) -> None:
    assert read("ended: 1912-02-01\n", "").life == Spell(Day.parse("1902-02-01"), None)


def test_names_of_parties_become_ids(read: Read) -> None:
    assert [party.state for party in read().parties] == ["united-kingdom", "japan", "russia"]


def test_a_role_left_out_is_that_of_a_party(read: Read) -> None:
    assert [party.role for party in read().parties] == ["party", "party", "guest"]


def test_a_secret_instrument_tells_who_knew(read: Read) -> None:
    known = 'character: treaty\n    secret: {known_to: [Japan], published: "1922"}\n    articles:'
    text = read("character: treaty\n    articles:", known).instruments[0]
    assert text.secret == Secrecy(("japan",), Day.parse("1922"))


def test_an_instrument_that_never_came_into_force_is_marked(read: Read) -> None:
    text = read("character: treaty\n    articles:", "character: treaty\n    in_force: never\n    articles:")
    assert not text.instruments[0].in_force


def test_an_article_without_a_summary_stands_empty(read: Read) -> None:
    assert read().instruments[0].articles == {"1": "", "2": "peace and friendship"}


# --- clauses ----------------------------------------------------------------------------------------------------------


def test_a_clause_binds_parties_towards_parties_that_are_targets(read: Read) -> None:
    (clause,) = read().clauses
    assert (clause.owes, clause.to, clause.beneficiary_is) == (Group(("party",)), Group(("party",)), ("target",))


@pytest.mark.parametrize(
    ("written", "group"),
    [
        ("{states: [Japan]}", Group(states=("japan",))),
        ("{roles: [guest]}", Group(roles=("guest",))),
        ("{except: [Japan]}", Group(roles=("party",), excepted=("japan",))),
        ("{roles: [guest], states: [Japan]}", Group(roles=("guest",), states=("japan",))),
        ("{anyone: true}", Group(anyone=True)),
        ("{anyone: true, except: [Japan]}", Group(anyone=True, excepted=("japan",))),
    ],
)
def test_a_group_is_read(read: Read, written: str, group: Group) -> None:
    (clause,) = read(HELP, f"to: {written}").clauses
    assert clause.to == group


@pytest.mark.parametrize(
    ("written", "evidence"),
    [
        ("known: {verified: knowledge}", Evidence("knowledge", readers=0)),
        ("known: {verified: text, source: text, locator: 5}", Evidence("text", "text", "5", 1)),
        ("known: {verified: text, source: text, locator: x, readers: 2}", Evidence("text", "text", "x", 2)),
    ],
)
def test_evidence_counts_its_readers(read: Read, written: str, evidence: Evidence) -> None:
    (clause,) = read(CLAUSE, written).clauses
    assert clause.evidence == evidence


def test_a_reading_changes_only_the_step_it_names(read: Read) -> None:
    reading = "\n    readings: [{id: narrow, holders: [Japan], act: [{gravity: major}], duty: false}]"
    (clause,) = read(HELP, HELP + reading).clauses
    (narrow,) = clause.readings
    assert narrow.steps.place == clause.steps.place
    assert (clause.steps.act, narrow.steps.act is not None, narrow.duty, narrow.spell) == (None, True, False, ALWAYS)


def test_a_carve_out_is_read_with_who_made_it(read: Read) -> None:
    written = "exceptions: [{by: [Japan], article: 3, when: [{gravity: major}], summary: never}]"
    (clause,) = read(HELP, written).clauses
    (carve_out,) = clause.exceptions
    assert carve_out == CarveOut(carve_out.when, "never", "3", ("japan",))


def test_a_contingent_is_read(read: Read) -> None:
    (clause,) = read(HELP, "contingent: {men: 24000, note: on foot}").clauses
    assert clause.contingent == Contingent(24_000, "on foot")


# --- actors, areas, classes, places -----------------------------------------------------------------------------------


def actor(text: str) -> Any:
    written = f"actors: [{{id: a, kind: state, names: [{{name: A}}], {text}}}]"
    return decode_actor(check(ActorsFile, read_bytes(written.encode(), "f"))["actors"][0])


SYSTEM = "{number: 7, abbreviation: AAA, spells: [['1900-01-01', null]]}"


@pytest.mark.parametrize(
    ("text", "exists"),
    [
        ("note: x", ()),
        (f"cow: {SYSTEM}", (Spell(Day.parse("1900-01-01"), None),)),
        (f"gw: {SYSTEM}", (Spell(Day.parse("1900-01-01"), None),)),
        (f"cow: {SYSTEM}, exists: [['1800', '1910']]", (Spell(Day.parse("1800"), Day.parse("1910")),)),
    ],
)
def test_an_actor_lives_as_written_or_as_long_as_in_a_system(text: str, exists: tuple[Spell, ...]) -> None:
    assert actor(text).exists == exists


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("iso3: DEU", (IsoCode("DEU"),)),
        ("iso3: [{code: DEU, from: '1990'}]", (IsoCode("DEU", Spell(Day.parse("1990"))),)),
    ],
)
def test_an_iso_code_may_be_dated(text: str, codes: tuple[IsoCode, ...]) -> None:
    assert actor(text).iso3 == codes


def test_an_alias_may_be_a_word_or_a_dated_name() -> None:
    aliases = actor("aliases: [B, {name: C, until: '1945'}]").aliases
    assert aliases == (Name("B"), Name("C", Spell(None, Day.parse("1945"))))


def test_an_actor_may_hold_two_numbers_of_a_system_in_turn() -> None:
    assert len(actor(f"gw: [{SYSTEM}, {SYSTEM}]").gw) == 2


@pytest.mark.parametrize(
    ("written", "shape"),
    [
        ("{north_of: 23.5}", Parallel(23.5, "north")),
        ("{south_of: -10}", Parallel(-10, "south")),
        ("{east_of: 170}", Meridian(170, "east")),
        ("{west_of: 190}", Meridian(190, "west")),
        ("{circle: {lat: 1, lon: 2, km: 3}}", Circle(Point(1, 2), 3)),
        ("{polygon: [[0, 0], [0, 1], [1, 1]]}", Polygon((Point(0, 0), Point(0, 1), Point(1, 1)), "rhumb")),
        (
            "{polygon: [[0, 0], [0, 1], [1, 1]], edges: great_circle}",
            Polygon((Point(0, 0), Point(0, 1), Point(1, 1)), "great_circle"),
        ),
        ("{region: [europe, asia]}", AnyShape((NamedArea("europe"), NamedArea("asia")))),
        ("{area: zone}", NamedArea("zone")),
        ("{not: {area: zone}}", Complement(NamedArea("zone"))),
        ("{all: [{north_of: 1}, {east_of: 2}]}", AllShapes((Parallel(1, "north"), Meridian(2, "east")))),
        ("{any: [{north_of: 1}]}", AnyShape((Parallel(1, "north"),))),
    ],
)
def test_a_shape_is_read(written: str, shape: object) -> None:
    document = read_bytes(f"areas: {{x: {{name: X, shape: {written}}}}}".encode(), "f")
    assert decode_area("x", check(AreasFile, document)["areas"]["x"]).shape == shape


def test_a_class_has_each_member_with_its_spell() -> None:
    part = {"name": "The class", "members": [{"states": ["a", "b"], "from": "1900"}, {"states": ["c"]}]}
    late = Spell(Day.parse("1900"), None)
    assert decode_class("x", part).members == (("a", late), ("b", late), ("c", ALWAYS))


def test_a_disputed_place_has_its_holders_with_their_spells() -> None:
    document = Document(
        "f", {"names": ["A", "B"], "area": {"north_of": 1}, "administered": [{"by": ["x"]}], "claimed": []}
    )
    assert decode_disputed("p", document.value).administered == ((("x",), ALWAYS),)

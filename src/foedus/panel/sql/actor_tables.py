"""States and other actors as tables: names, numbers, capitals, successions, classes and disputed places."""

from __future__ import annotations

from collections.abc import Iterator

from foedus.domain.actor import Actor, Name
from foedus.panel.sql.cells import Row, as_json, dated, first_day, spell_cells, spelled, text, words
from foedus.panel.sql.figures import shape_json
from foedus.panel.sql.register_table import register_table
from foedus.panel.sql.treaty_tables import ACTOR, NOTE, NUMBER
from foedus.panel.sql.view import Column
from foedus.register.register import Register


def _actors(register: Register) -> Iterator[Row]:
    for actor in register.actors:
        yield (
            actor.id,
            actor.kind,
            actor.names[-1].text,
            actor.cow.number if actor.cow else None,
            actor.gw[-1].number if actor.gw else None,
            actor.iso3[-1].code if actor.iso3 else None,
            text(actor.disputed),
            text(actor.note),
        )


def _lives(register: Register) -> Iterator[Row]:
    for actor in register.actors:
        for number, spell in enumerate(actor.exists, 1):
            yield actor.id, number, *spell_cells(spell)


def _states(register: Register) -> Iterator[Row]:
    for actor in register.actors:
        for system in ("cow", "gw"):
            yield from _memberships(actor, system)


def _memberships(actor: Actor, system: str) -> Iterator[Row]:
    number = 0
    for member in actor.memberships(system):
        codes = (member.number, None) if system == "cow" else (None, member.number)
        for spell in member.spells:
            number += 1
            name = actor.name_on(spell.start) if spell.start else actor.names[-1].text
            yield actor.id, system, number, name, *codes, text(member.abbreviation), *spell_cells(spell)


def _iso_codes(register: Register) -> Iterator[Row]:
    for actor in register.actors:
        for iso in actor.iso3:
            yield actor.id, iso.code, *spell_cells(iso.spell)


def _names(register: Register) -> Iterator[Row]:
    for actor in register.actors:
        for name in actor.names:
            yield _name(actor, name, is_alias=False)
        for name in actor.aliases:
            yield _name(actor, name, is_alias=True)


def _name(actor: Actor, name: Name, *, is_alias: bool) -> Row:
    return actor.id, name.text, text(name.formal), is_alias, *spell_cells(name.spell)


def _capitals(register: Register) -> Iterator[Row]:
    for actor in register.actors:
        for number, seat in enumerate(actor.capitals, 1):
            yield actor.id, number, text(seat.name), seat.lat, seat.lon, *spell_cells(seat.spell)


def _successions(register: Register) -> Iterator[Row]:
    for actor in register.actors:
        for link in actor.predecessors:
            yield actor.id, "predecessor", link.actor, text(link.how), *first_day(link.date)
        for link in actor.successors:
            yield actor.id, "successor", link.actor, text(link.how), *first_day(link.date)


def _class_members(register: Register) -> Iterator[Row]:
    for one in register.classes.values():
        for state, spell in one.members:
            yield one.id, one.name, state, *spell_cells(spell)


def _disputed_places(register: Register) -> Iterator[Row]:
    for place in register.disputed:
        yield place.id, words(place.names), as_json(shape_json(place.shape)), text(place.note)


def _holders(register: Register) -> Iterator[Row]:
    for place in register.disputed:
        for how, held in (("administered", place.administered), ("claimed", place.claimed)):
            for actors, spell in held:
                for actor in actors:
                    yield place.id, how, actor, *spell_cells(spell)


ACTOR_TABLES = (
    register_table(
        "actors",
        "States, earlier polities, organisations and other actors, with the latest of their names and codes",
        ("actor",),
        (
            Column("actor", "VARCHAR", "id of the actor"),
            Column("kind", "VARCHAR", "state, polity, organisation or non_state"),
            Column("name", "VARCHAR", "its latest name"),
            Column("ccode", "INTEGER", "Correlates of War number"),
            Column("gwcode", "INTEGER", "Gleditsch–Ward number, the latest it had"),
            Column("iso3", "VARCHAR", "ISO 3166 alpha-3 code, the latest it had"),
            Column("disputed", "VARCHAR", "what is disputed about its statehood or territory"),
            NOTE,
        ),
        _actors,
    ),
    register_table(
        "states",
        "Membership of the state systems: a row for each spell in each system",
        ("actor", "system", "number"),
        (
            ACTOR,
            Column("system", "VARCHAR", "cow (Correlates of War) or gw (Gleditsch–Ward)"),
            NUMBER,
            Column("name", "VARCHAR", "its name when the spell began"),
            Column("ccode", "INTEGER", "Correlates of War number; null in the other system"),
            Column("gwcode", "INTEGER", "Gleditsch–Ward number; null in the other system"),
            Column("abbreviation", "VARCHAR", "of the system"),
            *spelled("first day of the spell", "last day of the spell"),
        ),
        _states,
    ),
    register_table(
        "lives",
        "When actors existed, which may be longer than their membership of a state system",
        ("actor", "number"),
        (ACTOR, NUMBER, *spelled("first day", "last day")),
        _lives,
    ),
    register_table(
        "iso_codes",
        "ISO 3166 alpha-3 codes and the time for which they were assigned",
        (),
        (ACTOR, Column("iso3", "VARCHAR", "the code"), *spelled("first day", "last day")),
        _iso_codes,
    ),
    register_table(
        "names",
        "What actors were called, and when",
        (),
        (
            ACTOR,
            Column("name", "VARCHAR", "the name"),
            Column("formal", "VARCHAR", "its long form"),
            Column("is_alias", "BOOLEAN", "a name that is found and never shown"),
            *spelled("first day on which it was borne", "last day on which it was borne"),
        ),
        _names,
    ),
    register_table(
        "capitals",
        "Seats of government",
        ("actor", "number"),
        (
            ACTOR,
            NUMBER,
            Column("name", "VARCHAR", "of the place"),
            Column("lat", "DOUBLE", "latitude", "degrees north"),
            Column("lon", "DOUBLE", "longitude", "degrees east"),
            *spelled("first day", "last day"),
        ),
        _capitals,
    ),
    register_table(
        "successions",
        "Predecessors and successors of actors",
        (),
        (
            ACTOR,
            Column("link", "VARCHAR", "what the other is to it: predecessor or successor"),
            Column("other", "VARCHAR", "id of the other actor"),
            Column("how", "VARCHAR", "how the one came of the other"),
            *dated("date", "when"),
        ),
        _successions,
    ),
    register_table(
        "class_members",
        "Shared classes of states, such as the Great Powers, to which clauses refer",
        (),
        (
            Column("class", "VARCHAR", "id of the class"),
            Column("class_name", "VARCHAR", "what it is called"),
            ACTOR,
            *spelled("first day of membership", "last day of membership"),
        ),
        _class_members,
    ),
    register_table(
        "disputed_places",
        "Places whose sovereignty is disputed, with every name they have; no recognition is implied",
        ("place",),
        (
            Column("place", "VARCHAR", "id of the place"),
            Column("names", "VARCHAR[]", "every name in use; the order means nothing"),
            Column("shape", "JSON", "figures on the sphere, degrees north and east"),
            NOTE,
        ),
        _disputed_places,
    ),
    register_table(
        "disputed_holders",
        "Who administered and who claimed a disputed place, and when",
        (),
        (
            Column("place", "VARCHAR", "id of the place"),
            Column("how", "VARCHAR", "administered or claimed"),
            ACTOR,
            *spelled("first day", "last day"),
        ),
        _holders,
    ),
)

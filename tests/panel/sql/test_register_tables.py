"""The register as tables: whole, tidy, typed as declared, and saying what the register says."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from foedus.panel.sql.dictionary import REGISTER_TABLES
from foedus.register.arrangements import load_arrangements

KEYED = [name for name, table in REGISTER_TABLES.items() if table.view.key]


@pytest.mark.parametrize("name", REGISTER_TABLES)
def test_a_table_has_the_types_that_its_declaration_says(name: str, asked: Any) -> None:
    described = {row[0]: row[1] for row in asked(f"DESCRIBE {name}").frame.rows()}
    assert described == {column.name: column.type for column in REGISTER_TABLES[name].view.columns}


@pytest.mark.parametrize("name", REGISTER_TABLES)
def test_a_query_gives_back_every_cell(name: str, register: Any, asked: Any) -> None:
    assert asked(f"FROM {name}").frame.equals(REGISTER_TABLES[name].frame(register))


@pytest.mark.parametrize("name", KEYED)
def test_no_two_rows_share_a_key(name: str, register: Any) -> None:
    table = REGISTER_TABLES[name]
    assert not table.frame(register).select(table.view.key).is_duplicated().any()


@pytest.mark.parametrize("name", REGISTER_TABLES)
def test_names_are_plain_and_every_column_is_explained(name: str) -> None:
    view = REGISTER_TABLES[name].view
    assert all(column.name.isidentifier() and column.name.islower() for column in view.columns)
    assert all(column.meaning and not column.meaning.endswith(".") for column in view.columns)
    assert set(view.key) <= {column.name for column in view.columns}


@pytest.mark.parametrize("name", REGISTER_TABLES)
def test_nothing_is_an_empty_text(name: str, register: Any) -> None:
    frame = REGISTER_TABLES[name].frame(register)
    texts = [column for column, kind in frame.schema.items() if str(kind) == "String"]
    assert [column for column in texts if (frame.get_column(column) == "").any()] == []


def test_every_treaty_party_clause_and_reading_is_there(register: Any, cells: Any) -> None:
    treaties = register.treaties.values()
    told = {
        "treaties": len(treaties),
        "parties": sum(len(treaty.parties) for treaty in treaties),
        "clauses": sum(len(treaty.clauses) for treaty in treaties),
        "readings": sum(len(clause.readings) for treaty in treaties for clause in treaty.clauses),
        "exceptions": sum(len(clause.exceptions) for treaty in treaties for clause in treaty.clauses),
        "endings": sum(len(treaty.ends) for treaty in treaties),
        "actors": len(list(register.actors)),
    }
    assert {name: cells(f"SELECT count(*) FROM {name}")[0][0] for name in told} == told  # noqa: S608


@pytest.mark.parametrize(
    ("child", "on", "parent"),
    [
        ("parties", "treaty", "treaties"),
        ("parties", "actor", "actors"),
        ("clauses", "treaty", "treaties"),
        ("triggers", "treaty, clause", "clauses"),
        ("conditions", "treaty, clause, part, which, step", "triggers"),
        ("readings", "treaty, clause", "clauses"),
        ("exceptions", "treaty, clause", "clauses"),
        ("articles", "treaty, instrument", "instruments"),
        ("endings", "treaty", "treaties"),
        ("states", "actor", "actors"),
        ("names", "actor", "actors"),
        ("capitals", "actor", "actors"),
        ("successions", "actor", "actors"),
        ("class_members", "actor", "actors"),
        ("disputed_holders", "place", "disputed_places"),
        ("operation_participants", "operation", "operations"),
        ("operation_participants", "actor", "actors"),
        ("operation_mandates", "operation", "operations"),
        ("organ_rules", "file, body", "organs"),
        ("organs", "file", "arrangements"),
        ("structures", "file", "arrangements"),
        ("presences", "file", "arrangements"),
        ("presence_sizes", "file, body", "presences"),
        ("nuclear_sharing", "file", "arrangements"),
        ("nuclear_assurances", "file, body", "nuclear_free_zones"),
    ],
)
def test_keys_join(child: str, on: str, parent: str, cells: Any) -> None:
    names = on.split(", ")
    same = " AND ".join(f"child.{name} IS NOT DISTINCT FROM parent.{name}" for name in names)
    assert cells(f"SELECT count(*) FROM {child} AS child ANTI JOIN {parent} AS parent ON {same}") == [(0,)]  # noqa: S608


def test_nato_is_as_the_register_has_it(cells: Any) -> None:
    assert cells("SELECT signed, in_force, ended, binds FROM treaties WHERE treaty = 'nato'") == [
        (date(1949, 4, 4), date(1949, 8, 24), None, True)
    ]
    assert ("France", 220, 220, date(1949, 8, 24), None) in cells(
        "SELECT name, ccode, gwcode, since, until FROM parties WHERE treaty = 'nato' AND is_bound"
    )


def test_operations_and_what_alliances_are_made_of_are_there(register: Any, cells: Any) -> None:
    held = load_arrangements()
    told = {
        "operations": len(register.operations),
        "operation_participants": sum(len(one.participants) for one in register.operations.values()),
        "organs": len(held.organs),
        "structures": len(held.structures),
        "presences": len(held.presences),
        "nuclear_sharing": len(held.nuclear.sharing),
        "nuclear_umbrellas": len(held.nuclear.umbrellas),
        "nuclear_free_zones": len(held.nuclear.zones),
    }
    assert {name: cells(f"SELECT count(*) FROM {name}")[0][0] for name in told} == told  # noqa: S608
    assert all(told.values())


def test_a_member_is_named_or_comes_with_a_treaty(cells: Any) -> None:
    assert cells("SELECT count(*) FROM memberships WHERE (actor IS NULL) = (parties_of IS NULL)") == [(0,)]


def test_a_party_that_never_joined_has_no_spell(cells: Any) -> None:
    assert cells("SELECT count(*) FROM parties WHERE NOT is_bound AND (since IS NOT NULL OR until IS NOT NULL)") == [
        (0,)
    ]
    assert cells("SELECT count(*) FROM parties WHERE NOT is_bound")[0][0] > 0


def test_an_old_style_date_stands_in_both_calendars(cells: Any) -> None:
    assert cells("SELECT signed, signed_text FROM treaties WHERE treaty = 'serbia-bulgaria-1912'") == [
        (date(1912, 3, 13), "julian:1912-02-29")
    ]


def test_prussia_and_germany_share_a_number_and_not_a_time(cells: Any) -> None:
    spells = cells("SELECT name, since FROM states WHERE ccode = 255 ORDER BY since")
    assert spells[0] == ("Prussia", date(1816, 1, 1))
    assert {name for name, _ in spells} >= {"Prussia", "Germany"}


def test_an_area_is_json_that_a_query_can_open(cells: Any) -> None:
    [(limit, side)] = cells(
        "SELECT shape->'all'->0->>'parallel', shape->'all'->0->>'side' FROM areas "
        "WHERE treaty = 'nato' AND area = 'north-atlantic'"
    )
    assert (float(limit), side) == (23.44, "north")


def test_what_a_text_is_known_not_to_provide_is_told_from_what_is_not_known(register: Any) -> None:
    frame = REGISTER_TABLES["provisions"].frame(register)
    told = {
        (treaty.id, kind)
        for treaty in register.treaties.values()
        if treaty.provisions
        for kind in {item.kind for item in treaty.provisions.items} | set(treaty.provisions.absent)
    }
    assert told <= set(frame.select("treaty", "kind").rows())

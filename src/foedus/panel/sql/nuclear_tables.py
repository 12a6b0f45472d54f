"""Nuclear standing as tables: who had weapons, where others' lay, whom they cover, and where none may be."""

from __future__ import annotations

from collections.abc import Iterator

from foedus.panel.sql.arrangement_tables import BODY, FILE, NAME
from foedus.panel.sql.cells import Row, dated, first_day, spell_cells, spelled, text
from foedus.panel.sql.register_table import register_table
from foedus.panel.sql.treaty_tables import ACTOR, EVIDENCE, NOTE, NUMBER, evidence_cells
from foedus.panel.sql.view import Column
from foedus.register.arrangements import load_arrangements
from foedus.register.register import Register


def _statuses(_: Register) -> Iterator[Row]:
    for number, one in enumerate(load_arrangements().nuclear.statuses, 1):
        yield (
            number,
            one.heading.file,
            one.state,
            one.standing,
            *first_day(one.first_test),
            *spell_cells(one.spell),
            *evidence_cells(one.evidence),
            text(one.note),
        )


def _sharing(_: Register) -> Iterator[Row]:
    for one in load_arrangements().nuclear.sharing:
        yield (
            one.heading.file,
            one.id,
            one.owner,
            one.host,
            one.custody,
            one.certainty,
            text(one.treaty),
            text(one.systems),
            *spell_cells(one.spell),
            *evidence_cells(one.evidence),
            text(one.note),
        )


def _umbrellas(_: Register) -> Iterator[Row]:
    for one in load_arrangements().nuclear.umbrellas:
        yield (
            one.heading.file,
            one.id,
            one.by,
            one.ground,
            one.certainty,
            text(one.treaty),
            text(one.instrument),
            text(one.summary),
            *spell_cells(one.spell),
            *evidence_cells(one.evidence),
            text(one.note),
        )


def _zones(_: Register) -> Iterator[Row]:
    for one in load_arrangements().nuclear.zones:
        yield (
            one.heading.file,
            one.id,
            one.name,
            text(one.treaty),
            text(one.summary),
            *first_day(one.signed),
            *spell_cells(one.spell),
            *evidence_cells(one.evidence),
            text(one.note),
        )


def _assurances(_: Register) -> Iterator[Row]:
    for zone in load_arrangements().nuclear.zones:
        for number, one in enumerate(zone.assurances, 1):
            yield (
                zone.heading.file,
                zone.id,
                number,
                one.state,
                text(one.protocol),
                *first_day(one.signed),
                one.bound is not None,
                *spell_cells(one.bound),
                *evidence_cells(one.evidence),
                text(one.note),
            )


NUCLEAR_TABLES = (
    register_table(
        "nuclear_statuses",
        "Which states had nuclear weapons, and when",
        ("number",),
        (
            NUMBER,
            FILE,
            ACTOR,
            Column("standing", "VARCHAR", "acknowledged, undeclared, or inherited from a former common state"),
            *dated("first_test", "its first test"),
            *spelled("first day", "last day"),
            *EVIDENCE,
            NOTE,
        ),
        _statuses,
    ),
    register_table(
        "nuclear_sharing",
        "One state's nuclear weapons on another's soil",
        ("file", "body"),
        (
            FILE,
            BODY,
            Column("owner", "VARCHAR", "id of the actor whose weapons they are"),
            Column("host", "VARCHAR", "id of the actor on whose soil"),
            Column("custody", "VARCHAR", "dual_key (the host's forces would deliver them) or owner"),
            Column("certainty", "VARCHAR", "documented, reported, announced or disputed"),
            Column("treaty", "VARCHAR", "id of the treaty under which"),
            Column("systems", "VARCHAR", "what kind of weapons"),
            *spelled("first day", "last day"),
            *EVIDENCE,
            NOTE,
        ),
        _sharing,
    ),
    register_table(
        "nuclear_umbrellas",
        "Whose weapons cover others, and on what word; whom they cover stands in memberships",
        ("file", "body"),
        (
            FILE,
            BODY,
            Column("by", "VARCHAR", "id of the actor that covers the others"),
            Column("ground", "VARCHAR", "treaty, declaration or practice"),
            Column("certainty", "VARCHAR", "documented, reported, announced or disputed"),
            Column("treaty", "VARCHAR", "id of the treaty read so"),
            Column("instrument", "VARCHAR", "name of the declaration or paper"),
            Column("summary", "VARCHAR", "what was said, in our words"),
            *spelled("first day", "last day"),
            *EVIDENCE,
            NOTE,
        ),
        _umbrellas,
    ),
    register_table(
        "nuclear_free_zones",
        "Zones free of nuclear weapons; who belongs to them stands in memberships",
        ("file", "body"),
        (
            FILE,
            BODY,
            NAME,
            Column("treaty", "VARCHAR", "id of the treaty, where the register holds it"),
            Column("summary", "VARCHAR", "what it says, in our words"),
            *dated("signed", "when it was signed"),
            *spelled("first day", "last day"),
            *EVIDENCE,
            NOTE,
        ),
        _zones,
    ),
    register_table(
        "nuclear_assurances",
        "What nuclear-weapon states have promised the zones",
        ("file", "body", "number"),
        (
            FILE,
            BODY,
            NUMBER,
            ACTOR,
            Column("protocol", "VARCHAR", "the protocol"),
            *dated("signed", "when it signed"),
            Column("is_bound", "BOOLEAN", "false for one that has not ratified; it has no spell"),
            *spelled("first day on which it bound", "last day on which it bound"),
            *EVIDENCE,
            NOTE,
        ),
        _assurances,
    ),
)

"""Operations as tables: what states did together, who led and took part, by what mandate, under whose command."""

from __future__ import annotations

from collections.abc import Iterator

from foedus.domain.operation import Participant
from foedus.panel.sql.cells import Row, dated, first_day, spell_cells, spelled, text, words
from foedus.panel.sql.register_table import register_table
from foedus.panel.sql.treaty_tables import ACTOR, EVIDENCE, NOTE, NUMBER, evidence_cells
from foedus.panel.sql.view import Column
from foedus.register.register import Register

OPERATION = Column("operation", "VARCHAR", "id of the operation")
_ON = dated("counted_on", "when they were counted")


def _operations(register: Register) -> Iterator[Row]:
    for one in register.operations.values():
        yield (
            one.id,
            one.name,
            words((*one.aliases, *one.other_names)),
            one.kind,
            words(one.purposes),
            text(one.summary),
            *spell_cells(one.spell),
            words(one.hosts),
            text(one.theatre),
            words(one.alliances),
            one.ending.how if one.ending else None,
            words(one.ending.to) if one.ending else None,
            text(one.note),
        )


def _leads(register: Register) -> Iterator[Row]:
    for one in register.operations.values():
        for number, lead in enumerate(one.leads, 1):
            yield one.id, number, text(lead.actor), text(lead.treaty), *spell_cells(lead.spell), text(lead.note)


def _participants(register: Register) -> Iterator[Row]:
    for one in register.operations.values():
        for number, part in enumerate(one.participants, 1):
            yield (
                one.id,
                number,
                part.state,
                *_codes(register, part),
                part.role,
                part.dated,
                *spell_cells(part.spell),
                part.size.personnel if part.size else None,
                *first_day(part.size.on if part.size else None),
                text(part.caveats),
                text(part.note),
            )


def _codes(register: Register, part: Participant) -> Row:
    actor = register.actors[part.state]
    if part.spell.start is None:
        return actor.names[-1].text, None
    return actor.name_on(part.spell.start), actor.number_on("cow", part.spell.start)


def _opponents(register: Register) -> Iterator[Row]:
    for one in register.operations.values():
        for number, opponent in enumerate(one.opponents, 1):
            yield one.id, number, text(opponent.actor), text(opponent.name), *spell_cells(opponent.spell)


def _mandates(register: Register) -> Iterator[Row]:
    for one in register.operations.values():
        for number, mandate in enumerate(one.mandates, 1):
            yield (
                one.id,
                number,
                mandate.basis,
                *first_day(mandate.date),
                text(mandate.resolution),
                text(mandate.by),
                text(mandate.disputed),
                text(mandate.note),
            )


def _commands(register: Register) -> Iterator[Row]:
    for one in register.operations.values():
        for number, command in enumerate(one.commands, 1):
            yield one.id, number, command.arrangement, text(command.text), *spell_cells(command.spell)


def _sizes(register: Register) -> Iterator[Row]:
    for one in register.operations.values():
        for number, size in enumerate(one.sizes, 1):
            yield one.id, number, size.personnel, *first_day(size.on), text(size.source), text(size.note)


def _evidence(register: Register) -> Iterator[Row]:
    for one in register.operations.values():
        for group, known in one.known.items():
            yield one.id, group, *evidence_cells(known)


def _sources(register: Register) -> Iterator[Row]:
    for one in register.operations.values():
        for source in one.sources:
            yield one.id, source.id, text(source.title), text(source.kind), text(source.url), text(source.note)


OPERATION_TABLES = (
    register_table(
        "operations",
        "Operations and the coalitions that carried them: facts, from which no duty follows",
        ("operation",),
        (
            OPERATION,
            Column("name", "VARCHAR", "what it is called"),
            Column("other_names", "VARCHAR[]", "aliases by which commands find it, and other names"),
            Column("kind", "VARCHAR", "what kind of operation it is"),
            Column("purposes", "VARCHAR[]", "what it was for"),
            Column("summary", "VARCHAR", "what it was, in our words"),
            *spelled("first deployment or decision", "last withdrawal"),
            Column("hosts", "VARCHAR[]", "actors on whose territory it took place"),
            Column("theatre", "VARCHAR", "the place in words"),
            Column("alliances", "VARCHAR[]", "treaties whose alliance ran it, or within which it took place"),
            Column("how_ended", "VARCHAR", "how it ended"),
            Column("followed_by", "VARCHAR[]", "operations that took its work over"),
            NOTE,
        ),
        _operations,
    ),
    register_table(
        "operation_leads",
        "Who led an operation, and when",
        ("operation", "number"),
        (
            OPERATION,
            NUMBER,
            Column("actor", "VARCHAR", "id of the state or organisation; null where an alliance led"),
            Column("treaty", "VARCHAR", "id of the treaty whose alliance led"),
            *spelled("first day", "last day"),
            NOTE,
        ),
        _leads,
    ),
    register_table(
        "operation_participants",
        "Who took part in an operation, and when",
        ("operation", "number"),
        (
            OPERATION,
            NUMBER,
            ACTOR,
            Column("name", "VARCHAR", "its name at the time"),
            Column("ccode", "INTEGER", "Correlates of War number at the time, else the latest it had"),
            Column("role", "VARCHAR", "what it did"),
            Column("is_dated", "BOOLEAN", "false where only the operation's dates are known, and not its own"),
            *spelled("first day of its part", "last day of it"),
            Column("personnel", "INTEGER", "how many people it sent, on the day of the count", "persons"),
            *_ON,
            Column("caveats", "VARCHAR", "what it kept out of; null where nothing is documented"),
            NOTE,
        ),
        _participants,
    ),
    register_table(
        "operation_opponents",
        "Whom an operation fought, and when",
        ("operation", "number"),
        (
            OPERATION,
            NUMBER,
            Column("actor", "VARCHAR", "id of the actor; null for a group known by name only"),
            Column("name", "VARCHAR", "of a group that is no actor of the register"),
            *spelled("first day", "last day"),
        ),
        _opponents,
    ),
    register_table(
        "operation_mandates",
        "What an operation was founded on",
        ("operation", "number"),
        (
            OPERATION,
            NUMBER,
            Column("basis", "VARCHAR", "security_council, consent, …"),
            *dated("date", "when it was given"),
            Column("resolution", "VARCHAR", "number of a resolution"),
            Column("by", "VARCHAR", "id of who decided or consented"),
            Column("disputed", "VARCHAR", "who disputed it and why; null where it stood unquestioned"),
            NOTE,
        ),
        _mandates,
    ),
    register_table(
        "operation_commands",
        "Who commanded whom in an operation, and when",
        ("operation", "number"),
        (
            OPERATION,
            NUMBER,
            Column("arrangement", "VARCHAR", "what kind of arrangement"),
            Column("says", "VARCHAR", "who commanded whom"),
            *spelled("first day", "last day"),
        ),
        _commands,
    ),
    register_table(
        "operation_sizes",
        "The whole force of an operation, on days for which a count is documented",
        ("operation", "number"),
        (
            OPERATION,
            NUMBER,
            Column("personnel", "INTEGER", "as the source rounds it", "persons"),
            *_ON,
            Column("source", "VARCHAR", "id of the source, see operation_sources"),
            NOTE,
        ),
        _sizes,
    ),
    register_table(
        "operation_evidence",
        "How each group of statements on an operation is known",
        ("operation", "statements"),
        (
            OPERATION,
            Column("statements", "VARCHAR", "dates (with place and end), participants, mandates, command, opponents"),
            *EVIDENCE,
        ),
        _evidence,
    ),
    register_table(
        "operation_sources",
        "Where the statements on an operation are known from",
        ("operation", "source"),
        (
            OPERATION,
            Column("source", "VARCHAR", "id of the source within its operation"),
            Column("title", "VARCHAR", "of the work"),
            Column("kind", "VARCHAR", "what kind of work it is"),
            Column("url", "VARCHAR", "its address"),
            NOTE,
        ),
        _sources,
    ),
)

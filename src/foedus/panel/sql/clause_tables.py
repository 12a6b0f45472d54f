"""Clauses as tables: the duties, what sets them off, what excepts them, and how they are read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from foedus.domain.condition import Tree
from foedus.domain.treaty import Clause, Steps, Treaty
from foedus.panel.sql.cells import Row, as_json, spell_cells, spelled, text, words
from foedus.panel.sql.group_columns import group_cells, group_columns
from foedus.panel.sql.register_table import register_table
from foedus.panel.sql.treaty_tables import EVIDENCE, NUMBER, TREATY, evidence_cells
from foedus.panel.sql.trees import key_of, leaves, sentence, tree_json, value_of, words_of
from foedus.panel.sql.view import Column
from foedus.register.register import Register

CLAUSE = Column("clause", "VARCHAR", "id of the clause within its treaty")

Part = tuple[str, str | None, str, Tree]
"""Where a tree stands: clause, reading or exception; which of them; the step; and the tree."""


def _clauses(register: Register) -> Iterator[Row]:
    for treaty, clause in register.clauses():
        fixed = clause.contingent
        yield (
            treaty.id,
            clause.id,
            text(clause.article),
            text(clause.instrument),
            clause.obligation,
            clause.strength,
            *group_cells(clause.owes),
            *group_cells(clause.to),
            words(clause.beneficiary_is),
            text(clause.summary),
            *spell_cells(clause.spell),
            words(clause.effects),
            fixed.men if fixed else None,
            text(fixed.note) if fixed else None,
            *evidence_cells(clause.evidence),
        )


def _parts(clause: Clause) -> Iterator[Part]:
    yield from _steps("clause", None, clause.steps)
    for reading in clause.readings:
        yield from _steps("reading", reading.id, reading.steps)
    for number, exception in enumerate(clause.exceptions, 1):
        yield "exception", str(number), "exception", exception.when


def _steps(part: str, which: str | None, steps: Steps) -> Iterator[Part]:
    for step in fields(steps):
        tree = getattr(steps, step.name)
        if tree is not None:
            yield part, which, step.name, tree


def _triggers(register: Register) -> Iterator[Row]:
    for treaty, clause in register.clauses():
        for part, which, step, tree in _parts(clause):
            yield treaty.id, clause.id, part, which, step, sentence(tree), as_json(tree_json(tree))


def _conditions(register: Register) -> Iterator[Row]:
    for treaty, clause in register.clauses():
        for part, which, step, tree in _parts(clause):
            yield from _leaf_rows(treaty, clause, (part, which, step, tree))


def _leaf_rows(treaty: Treaty, clause: Clause, place: Part) -> Iterator[Row]:
    part, which, step, tree = place
    for number, found in enumerate(leaves(tree), 1):
        condition, value = key_of(found.leaf.condition), value_of(found.leaf.condition)
        yield (
            treaty.id,
            clause.id,
            part,
            which,
            step,
            number,
            condition,
            words(words_of(value)),
            as_json(value),
            found.is_denied,
            found.is_alternative,
            text(found.leaf.article),
            *spell_cells(found.leaf.spell),
        )


def _exceptions(register: Register) -> Iterator[Row]:
    for treaty, clause in register.clauses():
        for number, exception in enumerate(clause.exceptions, 1):
            yield (
                treaty.id,
                clause.id,
                number,
                text(exception.summary),
                text(exception.article),
                words(exception.by),
            )


def _readings(register: Register) -> Iterator[Row]:
    for treaty, clause in register.clauses():
        for reading in clause.readings:
            yield (
                treaty.id,
                clause.id,
                reading.id,
                words(reading.holders),
                *spell_cells(reading.spell),
                text(reading.summary),
                reading.duty,
            )


PLACE = (
    Column("part", "VARCHAR", "what the condition belongs to: clause, reading (a rival one) or exception"),
    Column("which", "VARCHAR", "id of the reading, or number of the exception; null for the clause itself"),
    Column("step", "VARCHAR", "what it tests: act, place, adversary, procedure or exception"),
)

CLAUSE_TABLES = (
    register_table(
        "clauses",
        "Clauses, the unit of law: who owes what to whom, and how strongly",
        ("treaty", "clause"),
        (
            TREATY,
            CLAUSE,
            Column("article", "VARCHAR", "the article it stands in"),
            Column("instrument", "VARCHAR", "id of the text it stands in"),
            Column(
                "obligation", "VARCHAR", "defend, discretionary_action, offense, consult, neutrality, nonaggression"
            ),
            Column("strength", "VARCHAR", "how strongly, from all_means to political_only"),
            *group_columns("owed_by", "that owe"),
            *group_columns("owed_to", "to whom it is owed"),
            Column("beneficiary_is", "VARCHAR[]", "what the beneficiary must be: target, attacker, at_war, …"),
            Column("summary", "VARCHAR", "what it says, in our words"),
            *spelled("first day of its own life, where narrower than the treaty's", "last day of it"),
            Column("effects", "VARCHAR[]", "what follows once it is due: no_separate_peace, command_transfer, …"),
            Column("contingent_men", "INTEGER", "forces fixed by the text", "persons"),
            Column("contingent_note", "VARCHAR", "forces or money fixed by the text, in words"),
            *EVIDENCE,
        ),
        _clauses,
    ),
    register_table(
        "triggers",
        "What must hold before a duty matures, step by step; a step that is not tested has no row",
        ("treaty", "clause", "part", "which", "step"),
        (
            TREATY,
            CLAUSE,
            *PLACE,
            Column("says", "VARCHAR", "the conditions as a sentence"),
            Column("tree", "JSON", "the conditions as in a treaty file, terms spelled out"),
        ),
        _triggers,
    ),
    register_table(
        "conditions",
        "The same, condition by condition",
        ("treaty", "clause", "part", "which", "step", "number"),
        (
            TREATY,
            CLAUSE,
            *PLACE,
            NUMBER,
            Column("condition", "VARCHAR", "its name in a treaty file: region, gravity, adversary, request, …"),
            Column("words", "VARCHAR[]", "what it asks for, word by word"),
            Column("value", "JSON", "what it asks for, as in a treaty file"),
            Column("is_denied", "BOOLEAN", "whether it must not hold"),
            Column("is_alternative", "BOOLEAN", "whether it is one of several of which one is enough"),
            Column("article", "VARCHAR", "the article it comes from, where another than the clause's"),
            *spelled("first day on which it was law", "last day on which it was law"),
        ),
        _conditions,
    ),
    register_table(
        "exceptions",
        "Carve-outs: where one is met there is no duty; what each waits for stands in triggers",
        ("treaty", "clause", "number"),
        (
            TREATY,
            CLAUSE,
            NUMBER,
            Column("summary", "VARCHAR", "what it says, in our words"),
            Column("article", "VARCHAR", "the article it stands in"),
            Column("by", "VARCHAR[]", "actors for whom alone it holds"),
        ),
        _exceptions,
    ),
    register_table(
        "readings",
        "Rival readings of a clause, and who held them when",
        ("treaty", "clause", "reading"),
        (
            TREATY,
            CLAUSE,
            Column("reading", "VARCHAR", "id of the reading"),
            Column("holders", "VARCHAR[]", "who holds it, as the sources call them"),
            *spelled("first day on which it was held", "last day on which it was held"),
            Column("summary", "VARCHAR", "how it reads the clause, in our words"),
            Column("is_duty", "BOOLEAN", "whether there is a duty of the clause's kind at all under it"),
        ),
        _readings,
    ),
)

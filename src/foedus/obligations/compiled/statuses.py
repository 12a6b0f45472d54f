"""Statuses of every finding of many contingencies, as columns."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from foedus._base.dates import Day
from foedus.domain.contingency import Contingency
from foedus.domain.finding import StepName
from foedus.domain.treaty import Clause, Reading, Treaty
from foedus.domain.vocabulary import Obligation, Status
from foedus.obligations.compiled.batch import Batch, batch_of
from foedus.obligations.compiled.block import Block, blocks
from foedus.obligations.compiled.evaluate import tested
from foedus.obligations.compiled.rulebook import OBLIGATIONS, Rule, rules
from foedus.obligations.compiled.standing import in_force, roles
from foedus.obligations.compiled.truths import (
    NOT_DUE,
    STATUSES,
    Bytes,
    Codes,
    Flags,
    Truths,
    decided,
    joint,
    status_codes,
)
from foedus.obligations.evaluate import branches_of
from foedus.obligations.judgement import rival_readings
from foedus.obligations.resolve import scenes
from foedus.obligations.situation import Scene
from foedus.register.register import Register

STEPS_OF_CLAUSE: tuple[StepName, ...] = ("act", "place", "adversary", "procedure")


@dataclass(frozen=True)
class Statuses:
    """Findings without their reasons; what is not listed is not due.

    Attributes
    ----------
    event, obligor, beneficiary, clause : array of int, shape (findings,)
        Codes: the number of the event, actors in `actors`, clauses in `clauses`.
    status : array of int, shape (findings,)
        Codes in `STATUSES`.
    """

    event: Codes
    obligor: Codes
    beneficiary: Codes
    clause: Codes
    status: Bytes
    actors: Sequence[str]
    clauses: Sequence[tuple[Treaty, Clause]]

    def __len__(self) -> int:
        """How many findings are listed."""
        return len(self.event)

    def at(self, rows: Codes | Flags | slice) -> Statuses:
        """Return some of the findings."""
        columns = {name: getattr(self, name)[rows] for name in ("event", "obligor", "beneficiary", "clause", "status")}
        return replace(self, **columns)

    def rows(self) -> Iterator[tuple[int, str, str, str, str, Status]]:
        """Yield event, obligor, beneficiary, treaty, clause and status of each finding."""
        columns = (self.event, self.obligor, self.beneficiary, self.clause, self.status)
        for event, obligor, beneficiary, number, status in zip(*(column.tolist() for column in columns), strict=True):
            treaty, clause = self.clauses[number]
            yield event, self.actors[obligor], self.actors[beneficiary], treaty.id, clause.id, STATUSES[status]


def statuses(
    register: Register,
    contingencies: Iterable[Contingency],
    *,
    law_on: Day | None = None,
    public_only: bool = False,
    of: Collection[Obligation] = OBLIGATIONS,
) -> Iterator[tuple[Sequence[Scene], Statuses]]:
    """Yield the statuses of contingencies, one batch for the events of each day; `of` says of which obligations.

    What `foedus.obligations.resolve.resolve` finds is what these list, but for reasons, traces and what is not due. The
    numbers in `Statuses.event` count the scenes they stand beside.
    """
    days: dict[Day, list[Scene]] = {}
    for contingency in contingencies:
        for scene in scenes(register, contingency, law_on=law_on, public_only=public_only):
            days.setdefault(scene.event.date, []).append(scene)
    for held in days.values():
        yield held, statuses_of(register, batch_of(held), of)


def statuses_of(register: Register, batch: Batch, of: Collection[Obligation] = OBLIGATIONS) -> Statuses:
    """Return the statuses of a batch, sorted by treaty and clause, then by beneficiary, event and obligor."""
    return statuses_under(list(rules(register, batch.law, batch.actors, of)), batch)


def statuses_under(held: Sequence[Rule], batch: Batch) -> Statuses:
    """Return the statuses of a batch under some clauses, in the order of the clauses."""
    parts = [_found(block, number) for number, rule in enumerate(held) for block in blocks(batch, rule)]
    columns = [np.concatenate(column) for column in zip(*parts, strict=True)] if parts else [np.zeros(0, int)] * 5
    event, obligor, beneficiary, clause, status = columns
    clauses = [(rule.treaty, rule.clause) for rule in held]
    return Statuses(event, obligor, beneficiary, clause, status.astype(np.uint8), batch.actors, clauses)


def _found(block: Block, number: int) -> tuple[Codes, Codes, Codes, Codes, Bytes]:
    """Return the columns of what a block finds, without what is not due."""
    kinds = _kinds(block)
    block, kinds = _joined(block, kinds)
    codes = joint(kinds)
    codes[block.obligor == block.beneficiary[:, None]] = NOT_DUE
    row, column = np.nonzero(codes != NOT_DUE)
    line = block.obligor[0, column] if block.obligor.shape[0] == 1 else block.obligor[row, column]
    event = block.batch.event[block.world[row]]
    return event, line, block.beneficiary[row], np.full(len(row), number), codes[row, column]


def _kinds(block: Block) -> Bytes:
    """Return, as bits, the statuses reached under the clause as written and every rival reading."""
    shape = (len(block.world), block.obligor.shape[1])
    alive = in_force(block) & roles(block) if len(block.world) else decided(np.zeros(shape, np.bool_))
    kinds = np.zeros(shape, np.uint8)
    for reading in (None, *rival_readings(block.rule.clause, block.batch.law.day)):
        codes = np.full(shape, NOT_DUE, np.uint8)
        rows, truths = _under(block, alive, reading)
        codes[rows] = status_codes(truths)
        kinds |= np.uint8(1) << codes
    return kinds


def _under(block: Block, alive: Truths, reading: Reading | None) -> tuple[Codes, Truths]:
    """Return which rows have a live outcome under a reading, and the outcomes."""
    rows = np.arange(len(block.world))
    truths, clause = alive, block.rule.clause
    if reading is not None and not reading.duty:
        return rows[:0], truths.at(rows[:0])
    steps = reading.steps if reading else clause.steps
    trees = [(step, tree) for step in STEPS_OF_CLAUSE for tree in branches_of(getattr(steps, step))]
    for step, tree in trees:
        rows, block, truths = _live(rows, block, truths)
        truths &= tested(tree, block, step)
    for carve_out in clause.exceptions:
        rows, block, truths = _live(rows, block, truths)
        spared = ~tested(carve_out.when, block, "exceptions")
        truths &= spared | ~decided(block.batch.holds(carve_out.by)[block.obligor]) if carve_out.by else spared
    return rows, truths


def _live(rows: Codes, block: Block, truths: Truths) -> tuple[Codes, Block, Truths]:
    """Leave out the rows that nothing can make due any more."""
    keep = np.broadcast_to(truths.live(), (len(rows),))
    return (rows, block, truths) if keep.all() else (rows[keep], block.at(keep), truths.at(keep))


def _joined(block: Block, kinds: Bytes) -> tuple[Block, Bytes]:
    """Join the worlds of each event: one row for each event and question."""
    batch = block.batch
    if batch.worlds == int(batch.event.max(initial=-1)) + 1:
        return block, kinds
    base = len(batch.actors)
    key = batch.event[block.world] * base + block.beneficiary
    if block.obligor.shape[0] > 1:
        key = key * base + block.obligor[:, 0]
    _, first, kind = np.unique(key, return_index=True, return_inverse=True)
    merged = np.zeros((len(first), kinds.shape[1]), np.uint8)
    np.bitwise_or.at(merged, kind, kinds)
    return block.at(first), merged

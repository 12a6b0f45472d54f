"""The questions put to one clause: rows of (world, beneficiary), each asked of a line of obligors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from foedus.obligations.compiled.batch import Batch, Sets
from foedus.obligations.compiled.looks import Look
from foedus.obligations.compiled.rulebook import Rule
from foedus.obligations.compiled.truths import Codes, Flags
from foedus.obligations.situation import Situation


@dataclass(frozen=True)
class Block:
    """Rows of one clause.

    Attributes
    ----------
    world, beneficiary : array of int, shape (rows,)
        The world and the actor of each row.
    obligor : array of int, shape (1, obligors) or (rows, 1)
        Who is asked: the same line for every row, or one for each row.
    """

    batch: Batch
    rule: Rule
    world: Codes
    beneficiary: Codes
    obligor: Codes

    def at(self, rows: Codes | Flags) -> Block:
        """Return some of the rows."""
        obligor = self.obligor if self.obligor.shape[0] == 1 else self.obligor[rows]
        return replace(self, world=self.world[rows], beneficiary=self.beneficiary[rows], obligor=obligor)

    def situation(self, row: int, column: int) -> Situation:
        """Return one question in full, as the conditions ask for it."""
        batch, world = self.batch, int(self.world[row])
        line = self.obligor[0 if self.obligor.shape[0] == 1 else row]
        owing, owed = (batch.actors[code] for code in (line[column], self.beneficiary[row]))
        return Situation(batch.scene(world), self.rule.treaty, self.rule.clause, owing, owed, views=batch.views[world])

    @cached_property
    def is_target(self) -> Flags:
        """Whether the beneficiary is a target; shape (rows,)."""
        return self.batch.targets.hold(self.world, self.beneficiary)

    @cached_property
    def is_attacker(self) -> Flags:
        """Whether the beneficiary is an attacker; shape (rows,)."""
        return self.batch.attackers.hold(self.world, self.beneficiary)

    @cached_property
    def obligor_is_target(self) -> Flags:
        """Whether the obligor is a target; broadcasts to (rows, obligors)."""
        return self._obligor_in(self.batch.targets)

    @cached_property
    def obligor_is_attacker(self) -> Flags:
        """Whether the obligor is an attacker; broadcasts to (rows, obligors)."""
        return self._obligor_in(self.batch.attackers)

    def _obligor_in(self, side: Sets) -> Flags:
        if self.obligor.shape[0] != 1:
            return side.hold(self.world, self.obligor[:, 0])[:, None]
        column = np.full(len(self.batch.actors), -1)
        column[self.obligor[0]] = np.arange(self.obligor.shape[1])
        rows, members = side.spread(self.world)
        asked = column[members] >= 0
        flags = np.zeros((len(self.world), self.obligor.shape[1]), np.bool_)
        flags[rows[asked], column[members[asked]]] = True
        return flags

    @cached_property
    def faces_targets(self) -> Flags:
        """Whether the beneficiary's adversaries are the targets, not the attackers; shape (rows,)."""
        return self.is_attacker & ~self.is_target

    @cached_property
    def adversaries(self) -> Codes:
        """A code that is equal where the beneficiary's adversaries are; shape (rows,)."""
        batch, base = self.batch, len(self.batch.actors) + 1
        self_left_out = np.where(self.is_attacker, self.beneficiary + 1, 0)
        facing_attackers = batch.attackers.kind[self.world] * base + self_left_out
        return 2 * np.where(self.faces_targets, batch.targets.kind[self.world], facing_attackers) + self.faces_targets

    @cached_property
    def opposed(self) -> tuple[Codes, Codes]:
        """Every (row, adversary of its beneficiary)."""
        parts = []
        for rows, side in ((self.faces_targets, self.batch.targets), (~self.faces_targets, self.batch.attackers)):
            numbers = np.flatnonzero(rows)
            within, actor = side.spread(self.world[numbers])
            parts.append((numbers[within], actor))
        row, actor = (np.concatenate(columns) for columns in zip(*parts, strict=True))
        apart = actor != self.beneficiary[row]
        return row[apart], actor[apart]

    @cached_property
    def first_user(self) -> Codes:
        """A code that is equal where the same is known of who used force first; shape (rows,)."""
        batch, base = self.batch, len(self.batch.actors)
        rows, author = batch.authors.spread(self.world)
        own = author == self.beneficiary[rows]
        sided = [side.pairs[0] * base + side.pairs[1] for side in (batch.attackers, batch.targets)]
        attacks, is_hit = (np.isin(self.world[rows] * base + author, keys) for keys in sided)
        opposed = np.where(self.faces_targets[rows], is_hit, attacks & ~own)
        told = [np.bincount(rows[flags], minlength=len(self.world)) > 0 for flags in (own, opposed)]
        return 4 * batch.seen[Look.AUTHORS][self.world] + 2 * told[0] + told[1]


def blocks(batch: Batch, rule: Rule) -> Iterator[Block]:
    """Yield the questions that a batch puts to a clause (semantics 1.2, 1.3)."""
    if not len(rule.obligors):
        return
    if rule.clause.obligation == "nonaggression":
        yield _of_attackers(batch, rule)
        return
    yield _of_the_concerned(batch, rule)
    if "partner" in rule.clause.beneficiary_is:
        yield _of_partners(batch, rule)


def _of_attackers(batch: Batch, rule: Rule) -> Block:
    """Return, for each attacker that may be bound, every target."""
    world, attacker = batch.attackers.pairs
    bound = np.isin(attacker, rule.obligors)
    world, attacker = world[bound], attacker[bound]
    rows, target = batch.targets.spread(world)
    return Block(batch, rule, world[rows], target, attacker[rows, None])


def _of_the_concerned(batch: Batch, rule: Rule) -> Block:
    """Return the targets, attackers and callers to whom the duty may be owed."""
    world, actor = _concerned(batch, rule)
    asked = rule.covered[actor]
    if rule.named.any():
        asked |= rule.named[actor] & batch.targets.hold(world, actor)
    return Block(batch, rule, world[asked], actor[asked], rule.obligors[None, :])


def _of_partners(batch: Batch, rule: Rule) -> Block:
    """Return, for each target that may be bound, every party not itself concerned."""
    concerned_world, concerned = _concerned(batch, rule)
    world, target = batch.targets.pairs
    bound = np.isin(target, rule.obligors)
    world, target = world[bound], target[bound]
    partners = np.flatnonzero(rule.covered)
    rows, partner = np.repeat(np.arange(len(world)), len(partners)), np.tile(partners, len(world))
    base = len(batch.actors)
    apart = ~np.isin(world[rows] * base + partner, concerned_world * base + concerned)
    rows, partner = rows[apart], partner[apart]
    return Block(batch, rule, world[rows], partner, target[rows, None])


def _concerned(batch: Batch, rule: Rule) -> tuple[Codes, Codes]:
    """Return every (world, actor) that the clause is asked about, each once."""
    world, actor = batch.concerned
    asked, base = rule.covered | rule.named, len(batch.actors)
    world, actor = world[asked[actor]], actor[asked[actor]]
    under = np.array([treaty == rule.treaty.id for treaty in batch.called], np.bool_)
    if "requester" not in rule.clause.beneficiary_is or not under.any():
        return world, actor
    caller_world, caller = batch.calls[under & asked[batch.calls[:, 1]]].T
    world, actor = np.divmod(np.union1d(world * base + actor, caller_world * base + caller), base)
    return world, actor

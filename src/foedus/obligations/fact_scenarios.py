"""Every combination of what unknown facts may be, and the status of each open duty in each of them.

The statuses are found by the compiled form of the engine, which evaluates a condition once for every distinct
combination of what it looks at; `foedus.obligations.resolve` is its specification.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np

from foedus.obligations.compiled.batch import batch_of
from foedus.obligations.compiled.rulebook import rules_of
from foedus.obligations.compiled.statuses import statuses_under
from foedus.obligations.compiled.truths import DUE, NOT_DUE, STATUSES, UNDETERMINED, Bytes, Flags
from foedus.obligations.fact_words import Value
from foedus.obligations.situation import Scene
from foedus.obligations.unknown_facts import OpenDuty, UnknownFact, supposing


@dataclass(frozen=True, eq=False)
class Scenarios:
    """The statuses of open duties, scenario by scenario.

    Attributes
    ----------
    facts : tuple of UnknownFact
        Those that are varied; the first changes slowest.
    duties : tuple of OpenDuty
    status : array of int, shape (scenarios, duties)
        Codes in `STATUSES`.
    """

    facts: tuple[UnknownFact, ...]
    duties: tuple[OpenDuty, ...]
    status: Bytes

    @property
    def shape(self) -> tuple[int, ...]:
        """How many values each fact has."""
        return tuple(len(fact.values) for fact in self.facts)

    @property
    def is_due(self) -> Flags:
        """Whether each duty is due; shape (scenarios, duties)."""
        flags: Flags = self.status == DUE
        return flags

    @property
    def may_be_due(self) -> Flags:
        """Whether each duty is due, or a fact that is still unknown may make it so; shape (scenarios, duties)."""
        varied = {fact.field for fact in self.facts}
        hangs = np.array([not varied.issuperset(duty.fields) for duty in self.duties], np.bool_)
        flags: Flags = self.is_due | (self.status == UNDETERMINED) | (hangs & (self.status != NOT_DUE))
        return flags


def scenarios(scene: Scene, duties: Sequence[OpenDuty], facts: Sequence[UnknownFact]) -> Scenarios:
    """Return the status of each duty under every combination of the facts' values.

    Parameters
    ----------
    facts : sequence of UnknownFact
        None leave the one scenario in which everything stays unknown.
    """
    scenes = [_supposed(scene, facts, values) for values in product(*(fact.values for fact in facts))]
    batch = batch_of(scenes)
    column = {_key(duty): number for number, duty in enumerate(duties)}
    treaties = {duty.finding.treaty: duty.situation.treaty for duty in duties}
    wanted = {(duty.finding.treaty, duty.finding.clause) for duty in duties}
    rules = [
        one for one in rules_of(treaties.values(), scene.law, batch.actors) if (one.treaty.id, one.clause.id) in wanted
    ]
    status = np.full((len(scenes), len(duties)), NOT_DUE, np.uint8)
    for number, obligor, beneficiary, treaty, clause, word in statuses_under(rules, batch).rows():
        at = column.get((obligor, beneficiary, treaty, clause))
        if at is not None:
            status[number, at] = STATUSES.index(word)
    return Scenarios(tuple(facts), tuple(duties), status)


def _supposed(scene: Scene, facts: Sequence[UnknownFact], values: Sequence[Value]) -> Scene:
    for fact, value in zip(facts, values, strict=True):
        scene = supposing(scene, fact.field, value)
    return scene


def _key(duty: OpenDuty) -> tuple[str, str, str, str]:
    found = duty.finding
    return found.obligor, found.beneficiary, found.treaty, found.clause

"""The duties to fight that are alive: found over arrays, and judged in full only where there is one."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import numpy as np

from foedus.domain.contingency import Contingency
from foedus.domain.finding import Finding
from foedus.domain.vocabulary import FORCE, Status
from foedus.obligations.compiled.statuses import statuses
from foedus.obligations.compiled.truths import STATUSES
from foedus.obligations.judgement import judge
from foedus.obligations.situation import Scene, Situation
from foedus.register.register import Register


def duties_to_fight(
    register: Register, contingencies: Iterable[Contingency], wanted: Collection[Status]
) -> list[tuple[Scene, tuple[Finding, ...]]]:
    """Return, for every event, its findings to defend or attack that have one of the statuses wanted."""
    told: list[tuple[Scene, tuple[Finding, ...]]] = []
    codes = [STATUSES.index(one) for one in wanted]
    for scenes, held in statuses(register, contingencies, of=FORCE):
        findings: list[list[Finding]] = [[] for _ in scenes]
        found = held.at(np.isin(held.status, codes))
        columns = (found.event, found.obligor, found.beneficiary, found.clause)
        for event, obligor, beneficiary, number in zip(*(column.tolist() for column in columns), strict=True):
            treaty, clause = found.clauses[number]
            pair = found.actors[obligor], found.actors[beneficiary]
            findings[event].append(judge(Situation(scenes[event], treaty, clause, *pair)))
        told.extend((scene, tuple(mine)) for scene, mine in zip(scenes, findings, strict=True))
    return told

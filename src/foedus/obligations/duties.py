"""The duties to fight that are alive: found over arrays, and judged in full only where there is one."""

from __future__ import annotations

from collections.abc import Iterable

from foedus.domain.contingency import Contingency
from foedus.domain.finding import Finding
from foedus.domain.vocabulary import FORCE
from foedus.obligations.compiled.statuses import statuses
from foedus.obligations.judgement import judge
from foedus.obligations.situation import Scene, Situation
from foedus.register.register import Register


def duties_to_fight(
    register: Register, contingencies: Iterable[Contingency]
) -> list[tuple[Scene, tuple[Finding, ...]]]:
    """Return, for every event, its findings to defend or attack that are due, contested, dormant or not settled."""
    told: list[tuple[Scene, tuple[Finding, ...]]] = []
    for scenes, found in statuses(register, contingencies):
        findings: list[list[Finding]] = [[] for _ in scenes]
        fights = [clause.obligation in FORCE for _, clause in found.clauses]
        columns = (found.event, found.obligor, found.beneficiary, found.clause)
        for event, obligor, beneficiary, number in zip(*(column.tolist() for column in columns), strict=True):
            if fights[number]:
                treaty, clause = found.clauses[number]
                pair = found.actors[obligor], found.actors[beneficiary]
                findings[event].append(judge(Situation(scenes[event], treaty, clause, *pair)))
        told.extend((scene, tuple(held)) for scene, held in zip(scenes, findings, strict=True))
    return told

"""Which unknown facts are varied: all of them while they are few, those that matter most where they are many."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

from foedus.assessment.fact_table import fact_table
from foedus.assessment.fact_worth import worths
from foedus.domain.finding import Finding
from foedus.obligations.fact_scenarios import scenarios
from foedus.obligations.fact_values import Unvaried
from foedus.obligations.situation import Scene
from foedus.obligations.unknown_facts import OpenDuty, UnknownFact, unknown_facts

MOST_FACTS = 5
MOST_SCENARIOS = 64
LESS = f"it decides less, and more than {MOST_FACTS} facts or {MOST_SCENARIOS} scenarios are not tried"


def facts_to_vary(
    scene: Scene, findings: Sequence[Finding], duties: Sequence[OpenDuty], first: frozenset[str]
) -> tuple[tuple[UnknownFact, ...], tuple[Unvaried, ...]]:
    """Return the facts to vary, sorted by field, and those that stay unknown.

    Parameters
    ----------
    findings : sequence of Finding
        As resolved, the facts being unknown.
    duties : sequence of OpenDuty
        Those that hang on facts.
    first : frozenset of str
        Fields that are taken before the others.
    """
    facts, unvaried = unknown_facts(duties)
    if len(facts) <= MOST_FACTS and prod(len(fact.values) for fact in facts) <= MOST_SCENARIOS:
        return facts, unvaried
    chosen: list[UnknownFact] = []
    for fact in sorted(facts, key=lambda one: (one.field not in first, *_alone(scene, findings, duties, one))):
        size = prod(len(one.values) for one in (*chosen, fact))
        if len(chosen) < MOST_FACTS and size <= MOST_SCENARIOS:
            chosen.append(fact)
    left = (Unvaried(fact.field, LESS) for fact in facts if fact not in chosen)
    return tuple(sorted(chosen, key=lambda fact: fact.field)), (*unvaried, *left)


def _alone(
    scene: Scene, findings: Sequence[Finding], duties: Sequence[OpenDuty], fact: UnknownFact
) -> tuple[bool, float, int, int, str]:
    """Return the rank of a fact that is varied alone, the others being unknown."""
    return worths(fact_table(findings, scenarios(scene, duties, [fact]), scene.event), None, {})[0].rank

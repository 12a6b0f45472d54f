"""Resolve a contingency: for each clause in force, who owes what to whom, and why not the others.

The semantics are set out paragraph by paragraph in ``docs/semantics.md``; the tests cite them.
"""

from __future__ import annotations

from collections.abc import Iterator

from foedus._base.dates import Day
from foedus.domain.contingency import Contingency
from foedus.domain.finding import Finding
from foedus.domain.treaty import Clause, Treaty
from foedus.obligations.emission import situations
from foedus.obligations.interaction import with_interactions
from foedus.obligations.judgement import judge
from foedus.obligations.situation import Law, Scene, Situation
from foedus.register.register import Register


def resolve(
    register: Register,
    contingency: Contingency,
    *,
    law_on: Day | None = None,
    public_only: bool = False,
) -> tuple[Finding, ...]:
    """Return every finding of a contingency, event by event, sorted by treaty, clause and states.

    Parameters
    ----------
    register : Register
        The law.
    contingency : Contingency
        What happened.
    law_on : Day, optional
        Apply the law as it stood on this day instead of the day of each event.
    public_only : bool
        Leave out what was secret and not yet published: the law as a well-informed contemporary knew it.
    """
    findings: list[Finding] = []
    for scene in scenes(register, contingency, law_on=law_on, public_only=public_only):
        found = [judge(situation) for situation in situations(scene)]
        findings.extend(with_interactions(found, scene))
    return tuple(findings)


def scenes(
    register: Register,
    contingency: Contingency,
    *,
    law_on: Day | None = None,
    public_only: bool = False,
) -> Iterator[Scene]:
    """Yield each event of the contingency with the law that applies to it."""
    for event in contingency.events:
        yield Scene(register, contingency, event, Law(law_on or event.date, public_only))


def explain(scene: Scene, state: str, treaty: Treaty) -> tuple[Finding, ...]:
    """Return a finding for every clause of a treaty under which a state might owe something, in force or not."""
    event = scene.event
    concerned = [other for other in dict.fromkeys((*event.targets, *event.attackers)) if other != state]
    found = [
        judge(Situation(scene, treaty, clause, state, other))
        for clause in treaty.clauses
        for other in _covered(treaty, clause, concerned) or concerned
    ]
    return tuple(with_interactions(found, scene))


def _covered(treaty: Treaty, clause: Clause, concerned: list[str]) -> list[str]:
    """Return those to whom a clause has ever been owed, if any is concerned."""
    return [
        other
        for other in concerned
        if other in clause.to.states or any(clause.to.holds(p.state, p.role) for p in treaty.places_of(other))
    ]

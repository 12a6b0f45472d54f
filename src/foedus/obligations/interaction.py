"""Step 9, interaction: waivers by the beneficiary, and other duties of the same state that pull against this one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from foedus.domain.finding import Finding, TraceLine
from foedus.domain.treaty import Treaty
from foedus.domain.vocabulary import Obligation
from foedus.obligations.in_force import clause_may_live
from foedus.obligations.situation import Law, Scene

_LIVE = frozenset({"due", "contested", "conditional"})
_TOWARDS_ADVERSARY: frozenset[Obligation] = frozenset({"defend", "offense", "neutrality"})
_OF_TWO = _TOWARDS_ADVERSARY | {"nonaggression"}
"""A promise of peace between two stands against help to the enemy of one; one among many does not bar it."""


def with_interactions(findings: Iterable[Finding], scene: Scene) -> Iterator[Finding]:
    """Yield the findings, each live duty to act followed by what it meets."""
    for finding in findings:
        lines = (*_waivers(finding, scene), *_conflicts(finding, scene))
        yield replace(finding, trace=(*finding.trace, *lines)) if lines else finding


def _waivers(finding: Finding, scene: Scene) -> Iterator[TraceLine]:
    if finding.status not in _LIVE:
        return
    for declared in scene.contingency.findings:
        if (
            declared.what == "duty_waived"
            and declared.by == finding.beneficiary
            and declared.treaty in {finding.treaty, ""}
            and scene.happened(declared.date)
        ):
            why = f"{scene.name(declared.by)} waived the duty on {declared.date}: owed, but not called"
            yield TraceLine("interaction", "waiver", "met", why)


def _conflicts(finding: Finding, scene: Scene) -> Iterator[TraceLine]:
    """Yield what binds the obligor towards those whom this duty would have it fight."""
    if finding.status not in _LIVE or finding.obligation not in {"defend", "offense"}:
        return
    for adversary in sorted(scene.opponents_of(finding.beneficiary)):
        for why in other_duties(finding.obligor, adversary, scene, finding.treaty):
            yield TraceLine("interaction", "other duties", "met", why)


def other_duties(state: str, adversary: str, scene: Scene, under: str = "") -> Iterator[str]:
    """Yield in words what binds a state to one whom it would fight; `under` is the treaty that calls it in."""
    for treaty in scene.register.treaties_on(scene.law.day):
        kinds = _owed(treaty, state, adversary, scene.law)
        if kinds:
            by = "the same treaty" if treaty.id == under else treaty.name
            duties = ", ".join(map(_said, kinds))
            yield f"{scene.name(state)} is also bound to {scene.name(adversary)} by {by} ({duties})"


def _said(kind: Obligation) -> str:
    return "non-aggression" if kind == "nonaggression" else kind.replace("_", " ")


def _owed(treaty: Treaty, obligor: str, adversary: str, law: Law) -> list[Obligation]:
    """Return the kinds of duty that one state owes another under a treaty on the day."""
    if not treaty.binds or obligor not in treaty.spells_of or adversary not in treaty.spells_of:
        return []
    owing, owed = (treaty.places_on(state, law.day) for state in (obligor, adversary))
    kinds = _OF_TWO if len(treaty.spells_of) == 2 else _TOWARDS_ADVERSARY
    return sorted(
        {
            clause.obligation
            for clause in treaty.clauses
            if clause.obligation in kinds
            and any(clause.owes.holds(place.state, place.role) for place in owing)
            and any(clause.to.holds(place.state, place.role) for place in owed)
            and clause_may_live(treaty, clause, law)
        }
    )

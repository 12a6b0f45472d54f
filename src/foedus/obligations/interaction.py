"""Step 9, interaction: waivers by the beneficiary, and other duties of the same state that pull against this one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from foedus.domain.finding import Finding, TraceLine
from foedus.domain.vocabulary import Obligation
from foedus.obligations.in_force import clause_may_live
from foedus.obligations.situation import Scene

_LIVE = frozenset({"due", "contested", "conditional"})
_TOWARDS_ADVERSARY: frozenset[Obligation] = frozenset({"defend", "offense", "neutrality", "nonaggression"})


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
    """Yield what binds the obligor not to fight those whom this duty would have it fight."""
    if finding.status not in _LIVE or finding.obligation not in {"defend", "offense"}:
        return
    adversaries = frozenset(scene.opponents_of(finding.beneficiary))
    for treaty_id in sorted(scene.register.treaties):
        if treaty_id == finding.treaty:
            continue
        treaty = scene.register.treaties[treaty_id]
        bound = {
            party.state for party in treaty.parties if party.bound is not None and party.bound.possibly(scene.law.day)
        }
        facing = adversaries & bound
        if not treaty.binds or finding.obligor not in bound or not facing:
            continue
        kinds = sorted(
            {
                clause.obligation
                for clause in treaty.clauses
                if clause.obligation in _TOWARDS_ADVERSARY and clause_may_live(treaty, clause, scene.law)
            }
        )
        if kinds:
            why = (
                f"{scene.name(finding.obligor)} is also bound to {scene.names(facing)} by "
                f"{treaty.name} ({', '.join(kinds)})"
            )
            yield TraceLine("interaction", "other duties", "met", why)

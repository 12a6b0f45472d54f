"""Findings that say the same of several states, gathered into one entry a reader can take in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from foedus.domain.finding import Finding, Permission
from foedus.domain.vocabulary import Obligation, Status

Section = Status | Literal["breached", "dead_letter"]

ORDER: tuple[Section, ...] = ("due", "breached", "contested", "conditional", "undetermined", "dead_letter", "not_due")

WEIGHTS: tuple[Obligation, ...] = (
    "defend",
    "offense",
    "nonaggression",
    "discretionary_action",
    "consult",
    "neutrality",
)
"""The order in which duties of one status are told: those to fight first."""

HEADINGS: dict[Section, str] = {
    "due": "Due",
    "breached": "Breached: a promise not to use force",
    "contested": "Contested: due on one reading or account, not on another",
    "conditional": "Dormant: due once something further happens",
    "undetermined": "Not settled: a fact is missing",
    "dead_letter": "By the letter of treaties that practice has dropped (dormant, dead letters)",
    "not_due": "Not due, and why",
}


@dataclass(frozen=True, slots=True)
class Group:
    """One treaty, one status, one reason; every clause and every pair of states of which it holds.

    Attributes
    ----------
    findings : tuple of Finding
        One a clause; the others differ only in the states.
    """

    findings: tuple[Finding, ...]
    obligors: tuple[str, ...]
    beneficiaries: tuple[str, ...]


def section_of(finding: Finding) -> Section:
    """Return the section in which a finding is told.

    A promise not to use force that is due is breached; a live duty of a treaty that practice has dropped stands apart.
    """
    if finding.status != "not_due" and finding.vitality != "live":
        return "dead_letter"
    is_breach = finding.status == "due" and finding.obligation == "nonaggression"
    return "breached" if is_breach else finding.status


def grouped(findings: Iterable[Finding], event: str, section: Section) -> list[Group]:
    """Return the findings of an event that belong in a section.

    States that share clause and reason stand together, then clauses that share states and reason.
    """
    pairs: dict[tuple[str, str, str, str], list[Finding]] = {}
    for finding in findings:
        if finding.event == event and section_of(finding) == section:
            key = (finding.treaty, finding.clause, finding.because, finding.beneficiary)
            pairs.setdefault(key, []).append(finding)
    by_clause: dict[tuple[str, str, str, frozenset[str]], list[Finding]] = {}
    for (treaty, clause, because, beneficiary), members in pairs.items():
        everyone = frozenset(member.obligor for member in members)
        mutual = everyone | {beneficiary}
        same = next((k for k in ((treaty, clause, because, s) for s in (everyone, mutual)) if k in by_clause), None)
        by_clause.setdefault(same or (treaty, clause, because, everyone), []).extend(members)
    by_states: dict[tuple[str, str, tuple[str, ...], tuple[str, ...]], list[Finding]] = {}
    for (treaty, _, because, _), members in by_clause.items():
        obligors = tuple(dict.fromkeys(member.obligor for member in members))
        beneficiaries = tuple(dict.fromkeys(member.beneficiary for member in members))
        by_states.setdefault((treaty, because, obligors, beneficiaries), []).append(members[0])
    groups = [
        Group(tuple(clauses), obligors, beneficiaries) for (_, _, obligors, beneficiaries), clauses in by_states.items()
    ]
    return sorted(groups, key=_weight)


def without_failed_siblings(findings: Iterable[Finding]) -> list[Finding]:
    """Leave out what is not due where another clause of the same article is owed between the same states."""
    held = list(findings)
    live = {_article(finding) for finding in held if finding.status != "not_due"}
    return [finding for finding in held if finding.status != "not_due" or _article(finding) not in live]


def _article(finding: Finding) -> tuple[str, str, str, str, str]:
    return (finding.event, finding.obligor, finding.beneficiary, finding.treaty, finding.article)


def _weight(group: Group) -> int:
    return min(WEIGHTS.index(finding.obligation) for finding in group.findings)


def grouped_permissions(permissions: Iterable[Permission], event: str) -> list[tuple[Permission, tuple[str, ...]]]:
    """Return the permissions of an event, states with the same answer together."""
    gathered: dict[tuple[str, str, str], list[Permission]] = {}
    for permission in permissions:
        if permission.event == event:
            key = (permission.beneficiary, permission.status, permission.because)
            gathered.setdefault(key, []).append(permission)
    return [(members[0], tuple(one.state for one in members)) for members in gathered.values()]

"""The law of an event in words, for a page: what is owed by status, and what is permitted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from foedus.domain.finding import Finding, Permission
from foedus.report.groups import HEADINGS, ORDER, Group, Section, grouped, grouped_permissions, without_failed_siblings
from foedus.report.outlook.told import Namer
from foedus.report.wording import plain

KNOWN = {"text": "", "secondary": " (from secondary works)", "knowledge": " (from memory, not looked up)"}
FOLDED: frozenset[Section] = frozenset({"not_due", "dead_letter"})
"""What a page shows only when asked."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Who owes whom, under what, what, and why; `group` holds the findings it tells of."""

    who: str
    treaty: str
    duties: tuple[str, ...]
    because: str
    group: Group


@dataclass(frozen=True, slots=True)
class Heading:
    """The entries of a status."""

    section: Section
    title: str
    folded: bool
    entries: tuple[Entry, ...]


def law_told(findings: Sequence[Finding], namer: Namer) -> Iterator[Heading]:
    """Yield what is owed in an event, section by section, leaving out those with nothing in them."""
    held = without_failed_siblings(findings)
    for section in ORDER:
        groups = grouped(held, namer.event, section)
        if groups:
            yield Heading(
                section, HEADINGS[section], section in FOLDED, tuple(_entry(group, namer) for group in groups)
            )


def permitted_told(permissions: Sequence[Permission], namer: Namer) -> Iterator[str]:
    """Yield who may use force, and why."""
    for permission, states in grouped_permissions(permissions, namer.event):
        yield f"{namer.states(states)}: {plain(permission.status)}. {permission.because}"


def _entry(group: Group, namer: Namer) -> Entry:
    first = group.findings[0]
    count = f" ({len(group.obligors)})" if len(group.obligors) > 3 else ""
    who = f"{namer.states(group.obligors)}{count} → {namer.states(group.beneficiaries)}"
    waits = f"; and waits for {', '.join(first.conditional_on)}" if _also_waits(first) else ""
    duties = tuple(dict.fromkeys(map(_duty, group.findings)))
    return Entry(who, namer.treaty(first.treaty), duties, first.because + waits, group)


def _also_waits(finding: Finding) -> bool:
    """Whether it waits for something that its reason does not tell."""
    return finding.status == "undetermined" and bool(finding.conditional_on)


def _duty(finding: Finding) -> str:
    kind = "non-aggression" if finding.obligation == "nonaggression" else plain(finding.obligation)
    return f"article {finding.article}: {kind}, {plain(finding.strength)}{KNOWN[finding.evidence.verified]}"

"""Findings, permissions and traces on a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.text import Text

from foedus.cli.output import MARKS, STYLES, listed, said, show_cutoff
from foedus.domain.contingency import Contingency, Event
from foedus.domain.finding import Finding, Permission, TraceLine
from foedus.obligations.act import said as words_of
from foedus.obligations.answer import actor_json
from foedus.register.register import Register
from foedus.report.groups import (
    HEADINGS,
    ORDER,
    Group,
    Section,
    grouped,
    grouped_permissions,
    section_of,
    without_failed_siblings,
)
from foedus.report.wording import supposed_words

_FEW = 3
"""More states are counted in a short answer, not named."""
_MILD = frozenset({"consult", "neutrality"})
_KNOWN = {"text": "", "secondary": "  (from secondary works)", "knowledge": "  (from memory, not looked up)"}


def _duty(finding: Finding) -> str:
    """Return article, kind and strength in a line."""
    kind = "non-aggression" if finding.obligation == "nonaggression" else finding.obligation
    words = f"{said(kind)}, {said(finding.strength)}"
    prefix = "art. " if finding.article[:1].isdigit() or finding.article[:1].isupper() else ""
    return f"[dim]{prefix}{escape(finding.article)}:[/dim] [italic]{words}[/italic]{_KNOWN[finding.evidence.verified]}"


def _pressing(held: Iterable[Finding]) -> list[Finding]:
    """Return what a short answer tells."""
    return [one for one in held if one.obligation not in _MILD and section_of(one) not in {"not_due", "dead_letter"}]


class FindingsScreen:
    """Prints the answer to one contingency.

    Parameters
    ----------
    console : rich.console.Console
        Where to.
    register : Register
        For names.
    contingency : Contingency
        What was asked.
    """

    def __init__(self, console: Console, register: Register, contingency: Contingency) -> None:
        self._console = console
        self._register = register
        self._contingency = contingency
        self._labels = dict(contingency.labels)
        self._days = {event.id: event.date for event in contingency.events}

    def name(self, actor_id: str, event: str) -> str:
        """Return an actor's name on the day of an event."""
        return str(actor_json(self._register, actor_id, self._days[event], self._labels)["name"])

    def names(self, actor_ids: Iterable[str], event: str) -> str:
        """Return several names in a row."""
        return listed(self.name(actor_id, event) for actor_id in actor_ids)

    def answer(self, findings: Iterable[Finding], permissions: Iterable[Permission], *, brief: bool = False) -> None:
        """Print every event with what is owed and what is permitted.

        Parameters
        ----------
        brief : bool
            In a line each, without consultation and neutrality, without what is not due or has been dropped.
        """
        held, may = without_failed_siblings(findings), tuple(permissions)
        shown, tell = (_pressing(held), self._in_brief) if brief else (held, self._group)
        for event in self._contingency.events:
            self._heading(event)
            for section in ORDER:
                self._section(grouped(shown, event.id, section), section, tell)
            if not any(finding.event == event.id for finding in held):
                self._console.print("No treaty of the register touches this event.\n")
            self._permissions(may, event)

    def edition(self) -> None:
        """Print which register answered, and what it cannot know of."""
        latest = max(event.date for event in self._contingency.events)
        show_cutoff(self._register.edition, latest, self._console)
        for supposed in supposed_words(self._register):
            self._console.print(Text(f"Supposing, against the facts: {supposed}", style="yellow"))

    def _heading(self, event: Event) -> None:
        attackers = self.names(event.attackers, event.id)
        targets = self.names(event.targets, event.id)
        title = f"[bold]{event.date}: {attackers} against {targets}[/bold]"
        self._console.print(title)
        act = event.act
        facts = [said(word) for word in (act.kind, act.gravity) if word]
        if event.place.name:
            facts.insert(0, escape(event.place.name))
        if facts:
            self._console.print("; ".join(dict.fromkeys(facts)))
        for note in self._register.naming_notes(event.place.point, event.date):
            self._console.print(Text(note, style="dim"))
        self._console.print()

    def _section(self, groups: list[Group], section: Section, tell: Callable[[Group], None]) -> None:
        if not groups:
            return
        self._console.print(f"[{STYLES[section]}]{HEADINGS[section]}[/]")
        for group in groups:
            tell(group)
        self._console.print()

    def _in_brief(self, group: Group) -> None:
        finding = group.findings[0]
        many = len(group.obligors) > _FEW
        obligors = f"{len(group.obligors)} states" if many else self.names(group.obligors, finding.event)
        beneficiaries = self.names(group.beneficiaries, finding.event)
        treaty = escape(self._register.treaties[finding.treaty].name)
        duties = ", ".join(dict.fromkeys(map(_duty, group.findings)))
        self._print(f"[bold]{obligors}[/bold] → {beneficiaries}: {treaty}, {duties}", 2)

    def _group(self, group: Group) -> None:
        finding = group.findings[0]
        treaty = self._register.treaties[finding.treaty]
        obligors = self.names(group.obligors, finding.event)
        beneficiaries = self.names(group.beneficiaries, finding.event)
        count = f" ({len(group.obligors)})" if len(group.obligors) > 3 else ""
        self._print(f"[bold]{obligors}[/bold]{count} → {beneficiaries}", 2)
        self._print(escape(treaty.name), 4)
        for duty in dict.fromkeys(map(_duty, group.findings)):
            self._print(duty, 4)
        self._print(escape(finding.because), 4)
        if finding.status == "undetermined" and finding.conditional_on:
            self._print(f"and waits for {escape(', '.join(finding.conditional_on))}", 4)
        for line in finding.trace if len(group.obligors) == 1 else ():
            if line.step == "interaction":
                self._print(f"[dim]{escape(line.why)}[/dim]", 4)

    def _permissions(self, permissions: tuple[Permission, ...], event: Event) -> None:
        groups = grouped_permissions(permissions, event.id)
        if not groups:
            return
        self._console.print("[bold]May they use force? The general law, beside the treaties[/bold]")
        for permission, states in groups:
            names = self.names(states, event.id)
            status = words_of(permission.status)
            self._print(f"[bold]{names}[/bold]: {status}. {escape(permission.because)}", 2)
        self._console.print()

    def trace(self, finding: Finding) -> None:
        """Print one finding with every test that led to it."""
        treaty = self._register.treaties[finding.treaty]
        obligor = escape(self.name(finding.obligor, finding.event))
        beneficiary = escape(self.name(finding.beneficiary, finding.event))
        kind = "non-aggression" if finding.obligation == "nonaggression" else said(finding.obligation)
        self._console.print(
            f"[bold]{obligor} → {beneficiary}[/bold]: {escape(treaty.name)}, article {escape(finding.article)}"
        )
        self._print(
            f"{kind}, {said(finding.strength)}: [{STYLES[finding.status]}]{said(finding.status)}[/]"
            f"{_KNOWN[finding.evidence.verified]}",
            2,
        )
        self._print(escape(finding.because), 2)
        self._lines(finding.trace)
        for one in finding.by_reading:
            self._print(f"[magenta]{escape(one.reading)}[/]: {said(one.status)}; {escape(one.because)}", 4)
        self._console.print()

    def _lines(self, lines: Iterable[TraceLine]) -> None:
        step = ""
        for line in lines:
            if line.step != step:
                step = line.step
                self._print(f"[dim]{escape(step)}[/dim]", 2)
            where = f" [dim](art. {escape(line.article)})[/dim]" if line.article else ""
            ask = f" [cyan]\\[{escape(line.field)}][/cyan]" if line.field else ""
            mark = f"[{STYLES[line.result]}]{MARKS[line.result]}[/]"
            self._print(f"{mark} {escape(line.test)}: {escape(line.why)}{where}{ask}", 4 + 2 * line.depth)

    def _print(self, markup: str, indent: int) -> None:
        self._console.print(Padding(Text.from_markup(markup), (0, 0, 0, indent), expand=False))

"""The rule of a treaty's term, and what it provides beside its pledges, on the screen."""

from __future__ import annotations

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.text import Text

from foedus._base.dates import ALWAYS, Day
from foedus.cli.output import said
from foedus.cli.wording import group_words, known_words
from foedus.domain.provision import Duration, Provision, Provisions
from foedus.register.register import Register
from foedus.report.wording import duration_words


def show_duration(rule: Duration, screen: Console) -> None:
    """Print how long the treaty runs by its own text."""
    article = f" art. {escape(rule.article)}" if rule.article else ""
    screen.print(f"[bold]Duration[/bold]{article}")
    _indented(escape("; ".join(duration_words(rule))), screen)
    if rule.note:
        _indented(escape(rule.note), screen)
    _indented(f"[dim]{known_words(rule.evidence)}[/dim]", screen)
    screen.print()


def show_provisions(held: Provisions, register: Register, day: Day | None, screen: Console) -> None:
    """Print what the treaty provides, what it is known not to, and whether the list is complete."""
    rest = "complete" if held.complete else "what is not listed is not known"
    screen.print(f"[bold]Provisions[/bold] ({rest})")
    for item in held.items:
        if day is None or item.spell.possibly(day):
            _indented(_provision(item, register), screen)
            if item.evidence != held.evidence:
                _indented(f"[dim]{known_words(item.evidence)}[/dim]", screen, by=4)
    if not held.items and held.complete:
        _indented("none", screen)
    if held.absent:
        _indented(f"known to be absent: {', '.join(map(said, sorted(held.absent)))}", screen)
    _indented(f"[dim]{known_words(held.evidence)}[/dim]", screen)
    screen.print()


def _provision(item: Provision, register: Register) -> str:
    article = f"art. {escape(item.article)} " if item.article else ""
    life = "" if item.spell == ALWAYS else f" [dim]{item.spell}[/dim]"
    sides = [group_words(group, register) if group else "all" for group in (item.of, item.to)]
    who = f" ({' → '.join(sides)})" if item.of or item.to else ""
    return f"{article}[italic]{said(item.kind)}[/italic]: {escape(item.summary)}{who}{life}"


def _indented(line: str, screen: Console, by: int = 2) -> None:
    screen.print(Padding(Text.from_markup(line), (0, 0, 0, by), expand=False))

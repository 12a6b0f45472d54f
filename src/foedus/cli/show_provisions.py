"""The rule of a treaty's term, and what it provides beside its pledges, on the screen."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.text import Text

from foedus._base.dates import ALWAYS, Day
from foedus.cli.output import said
from foedus.cli.wording import group_words, known_words
from foedus.domain.provision import Duration, Provision, Provisions
from foedus.register.register import Register

RENEWAL = {
    "automatic": "renewed automatically",
    "by_agreement": "renewed by agreement",
    "none": "no renewal",
    "not_stated": "nothing said of renewal",
}
DENUNCIATION = {
    "any_time": "may be denounced at any time",
    "after_first_term": "may be denounced after the first term",
    "end_of_term": "may be denounced to the end of a term",
    "allowed": "may be denounced",
    "excluded": "may not be denounced",
    "not_stated": "nothing said of denunciation",
}


def show_duration(rule: Duration, screen: Console) -> None:
    """Print how long the treaty runs by its own text."""
    article = f" art. {escape(rule.article)}" if rule.article else ""
    screen.print(f"[bold]Duration[/bold]{article}")
    _indented("; ".join(_duration(rule)), screen)
    if rule.note:
        _indented(escape(rule.note), screen)
    _indented(f"[dim]{known_words(rule.evidence)}[/dim]", screen)
    screen.print()


def _duration(rule: Duration) -> Iterator[str]:
    match rule.first_term:
        case None:
            yield "first term not known"
        case "years":
            yield f"{_number(rule.years)} years"
        case "until":
            yield f"until {escape(rule.until)}"
        case "indefinite":
            yield "without limit"
        case "not_stated":
            yield "nothing said of a term"
    yield _renewal(rule)
    yield DENUNCIATION[rule.denunciation] if rule.denunciation else "denunciation not known"
    if rule.notice_months is not None:
        yield _notice(rule.notice_months)


def _renewal(rule: Duration) -> str:
    if rule.renewal is None:
        return "renewal not known"
    if rule.renewed_for is None:
        return RENEWAL[rule.renewal]
    length = "without limit" if rule.renewed_for == "indefinite" else f"for {_number(rule.renewed_for)} years"
    return f"{RENEWAL[rule.renewal]} {length}"


def _notice(months: float | str) -> str:
    if isinstance(months, str):
        return "nothing said of notice"
    return f"{_number(months)} months' notice" if months else "no notice needed"


def _number(value: float | None) -> str:
    return f"{value:g}"


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

"""``foedus decision``: how long an alliance takes to decide, by its own rules and at paces that the user sets."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, cast, get_args

import typer
from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.text import Text

from foedus._base.dates import Day
from foedus._base.errors import BadInput, Fault
from foedus.cli.output import JsonOption, console, day_option, listed, print_json, said, show_cutoff
from foedus.domain.organ import Subject
from foedus.obligations.answer import envelope
from foedus.register.arrangements import load_arrangements
from foedus.register.compiled import load_register
from foedus.register.register import Register
from foedus.response.decision.body import Decision, Paces, decisions
from foedus.response.decision.delay import QUANTILES

app = typer.Typer(add_completion=False)

EPILOG = (
    "Examples:  foedus decision nato --days 3   |   foedus decision nato --for accession --pace Hungary=400 --pace "
    "Turkey=500 --days 120   |   foedus decision united-nations --on 1990-08-02 --json"
)
MOST_TOLD = 5
TINY = 0.005
"""A gain of less, in per cent, is not told."""


@app.command(epilog=EPILOG)
def decision(
    alliance: Annotated[str, typer.Argument(help="An id of foedus alliance list.")],
    on: Annotated[str | None, typer.Option("--on", help="The day; the register's cut-off if left out.")] = None,
    subject: Annotated[str, typer.Option("--for", help=f"What is decided: {', '.join(get_args(Subject))}.")] = "all",
    days: Annotated[float, typer.Option("--days", help="Days a member takes to approve, on average.")] = 7.0,
    pace: Annotated[
        list[str] | None, typer.Option("--pace", metavar="STATE=DAYS", help="Another pace of a member (repeatable).")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Tell how long a decision takes if each member approves at its own pace; the paces are your assumption."""
    if subject not in get_args(Subject):
        raise BadInput(Fault(f"{subject[:40]!r} is not a word of this option", "--for", ", ".join(get_args(Subject))))
    register, held = load_register(), load_arrangements()
    if alliance not in held.alliances:
        raise BadInput(
            Fault(f"no bodies of {alliance[:60]!r} are on record", "ALLIANCE", remedy="foedus alliance list")
        )
    day = day_option(on, "--on") or Day.parse(register.edition.cutoff)
    paces = Paces(days, _paces(pace or (), day, register))
    found = decisions(alliance, cast("Subject", subject), day, paces, (register, held))
    if as_json:
        told = [_json(one, register, day) for one in found]
        print_json(
            envelope("decision", register, alliance=alliance, on=day.iso(), subject=subject, days=days, decisions=told)
        )
        return
    screen = console()
    for one in found:
        _show(one, register, day, screen)
    screen.print(
        f"[yellow]An assumption, not a forecast:[/yellow] each member approves after {days:g} days on average"
        f"{', but those given with --pace' if pace else ''}, each on its own."
    )
    show_cutoff(register.edition, day, screen)


def _paces(given: Iterable[str], day: Day, register: Register) -> dict[str, float]:
    held: dict[str, float] = {}
    for text in given:
        state, days = _pace(text, day, register)
        if state in held:
            raise BadInput(Fault(f"{state} has two paces", "--pace", "one for each state"))
        held[state] = days
    return held


def _pace(text: str, day: Day, register: Register) -> tuple[str, float]:
    name, _, number = text.partition("=")
    try:
        days = float(number)
    except ValueError as error:
        raise BadInput(Fault(f"{text[:60]!r} is no pace", "--pace", "STATE=DAYS, such as Hungary=60")) from error
    try:
        return register.actors.find(name, day).id, days
    except BadInput as error:
        raise type(error)(fault.inside("--pace") for fault in error.faults) from error


def _show(one: Decision, register: Register, day: Day, screen: Console) -> None:
    screen.print(f"[bold]{escape(one.organ.name)}[/bold]: {said(one.rule.rule)}")
    screen.print(Padding(Text(one.rule.summary, style="dim"), (0, 0, 0, 2), expand=False))
    screen.print(f"  {_who(one, register, day)}")
    low, middle, high = map(_days, one.delay.quantiles)
    screen.print(
        f"  {_days(one.delay.expected)} days on average: in one of ten cases less than {low}, in half of them less "
        f"than {middle}, in one of ten more than {high}"
    )
    gains = sorted(zip(one.delay.speeding, one.members, strict=False), reverse=True)
    if len({round(gain, 3) for gain, _ in gains}) > 1:
        told = ", ".join(
            f"{_name(state, register, day)} {gain:.2f}" for gain, state in gains[:MOST_TOLD] if gain > TINY
        )
        screen.print(f"  [dim]if a member were one per cent quicker, per cent of that gained:[/dim] {escape(told)}")
    if one.note:
        screen.print(f"  [yellow]{escape(one.note)}[/yellow]")
    screen.print()


def _who(one: Decision, register: Register, day: Day) -> str:
    """Return who must approve, in words."""
    seats, names = len(one.delay.speeding), listed(_name(state, register, day) for state in one.vetoes)
    if one.rule.rule == "self_judging":
        return f"none of {seats} needs the others' approval"
    if one.rule.rule == "lead_nation":
        return f"decided by {names}; {seats} have a seat"
    return f"{one.needed} of {seats} must approve{f'; not without {names}' if names else ''}"


def _days(days: float) -> str:
    """Return a number of days with one decimal, or as many as a part of a day needs."""
    return f"{days:,.1f}" if days >= 1 else f"{days:.2g}"


def _name(state: str, register: Register, day: Day) -> str:
    return register.actors[state].name_on(day)


def _json(one: Decision, register: Register, day: Day) -> dict[str, Any]:
    return {
        "organ": {"id": one.organ.id, "name": one.organ.name},
        "rule": one.rule.rule,
        "seats": len(one.delay.speeding),
        "needed": one.needed,
        "vetoes": list(one.vetoes),
        "expected": one.delay.expected,
        "quantiles": {f"{level:g}": value for level, value in zip(QUANTILES, one.delay.quantiles, strict=True)},
        "members": [
            {"id": state, "name": _name(state, register, day), "speeding": gain}
            for state, gain in zip(one.members, one.delay.speeding, strict=False)
        ],
        "note": one.note,
    }

"""``foedus register diff``: what changed in the law between two days."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.markup import escape
from rich.padding import Padding

from foedus._base.dates import Day
from foedus._base.errors import BadInput, Fault
from foedus.cli.output import JsonOption, console, day_given, listed, print_json
from foedus.obligations.answer import envelope
from foedus.register.compiled import load_register
from foedus.register.register import Register
from foedus.report.register_diff import TURNS, difference_json, register_diff

EPILOG = "Examples:  foedus register diff 2022-01-01 2024-06-01   |   foedus register diff 1913-01-01 1914-08-01 --json"


def diff(
    before: Annotated[str, typer.Argument(metavar="DATE", help="The earlier day, YYYY-MM-DD.")],
    after: Annotated[str, typer.Argument(metavar="DATE", help="The later day.")],
    as_json: JsonOption = False,
) -> None:
    """Tell what changed in the law between two days: treaties, parties and provisions that came or went."""
    days = day_given(before, "the first DATE"), day_given(after, "the second DATE")
    if days[1] < days[0]:
        what = f"{days[1]} lies before {days[0]}"
        raise BadInput(Fault(what, "DATE DATE", "the earlier day first", f"foedus register diff {after} {before}"))
    held = load_register()
    found = register_diff(held, *days)
    if as_json:
        told = list(map(difference_json, found))
        print_json(envelope("register-diff", held, before=days[0].iso(), after=days[1].iso(), differences=told))
        return
    screen = console()
    for turn in TURNS:
        turned = [one for one in found if one.turn == turn]
        if turned:
            screen.print(f"[bold]{turn.capitalize()}[/bold]")
        for one in turned:
            doubt = " [dim](the date is not established)[/dim]" if one.is_doubtful else ""
            words = [_called(what, held, days[1]) for what in one.what]
            screen.print(Padding(f"{escape(one.treaty.name)}: {listed(words, most=12)}{doubt}", (0, 0, 0, 2)))
    if not found:
        screen.print("Nothing that the register knows of.")
    screen.print(f"[dim]Register {held.edition.version}, kept to {held.edition.cutoff}.[/dim]")


def _called(what: str, held: Register, day: Day) -> str:
    actor = held.actors.get(what)
    return actor.name_on(day) if actor else what

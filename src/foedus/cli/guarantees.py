"""``foedus guarantees``: what every state would be owed if any other attacked it, and what changed."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated, Any, get_args

import typer
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table

from foedus._base.dates import Day
from foedus._base.errors import BadInput, Fault
from foedus.cli.contingency_options import SupposeOption, register_under
from foedus.cli.output import JsonOption, console, day_given, listed, said
from foedus.domain.vocabulary import Obligation, Status
from foedus.obligations.answer import envelope, law_json
from foedus.obligations.guarantee_changes import changes
from foedus.obligations.guarantees import Guarantees, guarantees
from foedus.register.register import Register
from foedus.report.guarantees import CHANGE_COLUMNS, COLUMNS, Shift, change_rows, rows, shifts, summary
from foedus.report.table_file import Row, table_writer, write_json, write_table

app = typer.Typer(add_completion=False)

OBLIGATIONS: tuple[Obligation, ...] = get_args(Obligation)
STATUSES: tuple[Status, ...] = ("due", "contested", "conditional", "undetermined")
SHOWN = 10
LABEL = (
    "An unprovoked, grave armed attack by every state on every other's capital, undisputed and resisted, nothing else "
    "having happened. A legal bound, not a forecast."
)
EPILOG = (
    "Examples:  foedus guarantees --on 2026-01-01   |   foedus guarantees --on 2026-01-01 -o owed.csv   |   "
    "foedus guarantees --on 2023-05-01 --against 2022-05-01"
)


@app.command(epilog=EPILOG)
def command(
    on: Annotated[str, typer.Option("--on", help="The day, YYYY-MM-DD.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write every row: .csv, .json or .parquet.")
    ] = None,
    obligation: Annotated[
        list[str] | None,
        typer.Option("--obligation", help=f"Only these duties (repeatable): {', '.join(OBLIGATIONS)}."),
    ] = None,
    suppose: SupposeOption = None,
    against: Annotated[
        str | None,
        typer.Option(
            "--against",
            metavar="DATE|FILE|facts",
            help="Tell what differs from another day, from other suppositions, or from the facts.",
        ),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Say who would owe what to whom if, on a day, any state attacked the capital of any other."""
    if output is not None:
        table_writer(output)
    kinds = _kinds(obligation)
    day, clock = day_given(on, "--on"), _Clock()
    register = _decoded(register_under(suppose), day)
    clock.lap("register")
    found = guarantees(register, day).only(kinds)
    clock.lap("resolution")
    if against is None:
        head = _head("guarantees", register, day)
        _deliver(output, COLUMNS, rows(found, register), head, lambda: _show(found, register), as_json=as_json)
    else:
        other_register, other_day = _other(against, day)
        before = guarantees(other_register, other_day).only(kinds)
        differing = changes(before, found)
        clock.lap("comparison")
        head = {**_head("guarantees-changes", register, day), "against": _setting(other_register, other_day)}
        table = change_rows(differing, register, before, found)
        shown = shifts(differing)
        _deliver(
            output,
            CHANGE_COLUMNS,
            table,
            head,
            lambda: _show_shifts(shown, register, (other_day, day)),
            as_json=as_json,
        )
    clock.lap("writing" if output or as_json else "showing")
    typer.echo(clock, err=True)


class _Clock:
    """Seconds of each part of the work, told apart."""

    def __init__(self) -> None:
        self._since = time.perf_counter()
        self._laps: list[str] = []

    def lap(self, part: str) -> None:
        now = time.perf_counter()
        self._laps.append(f"{part} {now - self._since:.2f} s")
        self._since = now

    def __str__(self) -> str:
        return ", ".join(self._laps)


def _kinds(given: list[str] | None) -> tuple[Obligation, ...]:
    for word in given or ():
        if word not in OBLIGATIONS:
            raise BadInput(Fault(f"no duty is called {word!r}", "--obligation", ", ".join(OBLIGATIONS)))
    return tuple(kind for kind in OBLIGATIONS if not given or kind in given)


def _decoded(register: Register, day: Day) -> Register:
    """Return the register with the treaties of the day read, so that reading and resolving are timed apart."""
    register.treaties_on(day)
    return register


def _other(against: str, day: Day) -> tuple[Register, Day]:
    if against == "facts":
        return register_under(None), day
    if Path(against).suffix in {".yaml", ".yml", ".json"}:
        return register_under(Path(against)), day
    return register_under(None), day_given(against, "--against")


def _setting(register: Register, day: Day) -> dict[str, Any]:
    return {"date": day.iso(), "law": law_json(register, None, public_only=False)}


def _head(kind: str, register: Register, day: Day) -> dict[str, Any]:
    return {**envelope(kind, register, **_setting(register, day)), "label": LABEL}


def _deliver(
    output: Path | None,
    columns: tuple[str, ...],
    table: Iterable[Row],
    head: dict[str, Any],
    show: Callable[[], None],
    *,
    as_json: bool,
) -> None:
    if output is not None:
        count = write_table(output, columns, table, head)
        typer.echo(f"{count:,} rows written to {output}", err=True)
    elif as_json:
        write_json(sys.stdout.buffer, columns, table, head)
    else:
        show()


def _show(found: Guarantees, register: Register) -> None:
    screen, told = console(), summary(found)
    screen.print(f"[bold]Guarantees on {found.day}[/bold]: {told.states} states, {told.attacks:,} attacks, one by one")
    screen.print(Padding(f"[dim]{LABEL}[/dim]", (0, 0, 1, 0)))
    if not told.attacks:
        screen.print("The register knows no two states with a seat of government on that day.")
        return
    table = Table(box=None, pad_edge=False)
    table.add_column("duty")
    for status in STATUSES:
        table.add_column(said(status), justify="right")
    for kind in OBLIGATIONS:
        counts = [told.counts.get((kind, status), 0) for status in STATUSES]
        if any(counts):
            words = "non-aggression breached" if kind == "nonaggression" else said(kind)
            table.add_row(words, *(f"{count:,}" for count in counts))
    screen.print(table)
    if not any(kind == "defend" for kind, _ in told.counts):
        return

    def name(actor: str) -> str:
        return register.actors[actor].name_on(found.day)

    most = ", ".join(f"{escape(name(state))} ({count})" for state, count in told.defenders[:SHOWN])
    screen.print(f"\n[bold]Owed defence by most states[/bold]: {most}")
    bare = listed((name(state) for state in told.undefended), most=SHOWN * 3)
    heading = f"Owed defence by nobody, so far as this register knows ({len(told.undefended)})"
    screen.print(f"[bold]{heading}[/bold]: {bare or 'no state'}")


def _show_shifts(found: list[Shift], register: Register, days: tuple[Day, Day]) -> None:
    screen = console()
    before, after = days
    screen.print(
        f"[bold]What changed[/bold] from {before} to {after}" if before != after else "[bold]What changed[/bold]"
    )
    screen.print(Padding(f"[dim]{LABEL}[/dim]", (0, 0, 1, 0)))
    if not found:
        screen.print("Nothing.")

    def names(actors: tuple[str, ...]) -> str:
        return listed((register.actors[actor].name_on(after) for actor in actors), most=SHOWN)

    heading = ""
    for shift in found:
        was, now = (said(status) if status else "not due" for status in (shift.before, shift.after))
        title = f"{register.treaties[shift.treaty].name}, {shift.clause} ({said(shift.obligation)}): {was} → {now}"
        if title != heading:
            screen.print(f"[bold]{escape(title)}[/bold]")
            heading = title
        state = escape(register.actors[shift.state].name_on(after))
        for count, words, others in (
            (len(shift.owed_by), "is owed it by", shift.owed_by),
            (len(shift.owes_to), "owes it to", shift.owes_to),
        ):
            if count:
                screen.print(Padding(f"{state} {words} {count}: {names(others)}", (0, 0, 0, 2), expand=False))

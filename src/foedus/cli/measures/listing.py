"""``foedus measures list`` and ``show``."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from foedus._base.errors import BadInput, Fault
from foedus.catalogue.measures import FAMILIES, all_measures, measure, measures_of
from foedus.cli.output import JsonOption, console, print_json
from foedus.obligations.answer import envelope
from foedus.register.compiled import load_register

list_app = typer.Typer(add_completion=False)
show_app = typer.Typer(add_completion=False)


@list_app.command(epilog="Examples:  foedus measures list   |   foedus measures list --family burden --json")
def list_(
    family: Annotated[str | None, typer.Option("--family", help="Only those of a family.")] = None,
    as_json: JsonOption = False,
) -> None:
    """List the measures: what each is a number of, its unit, and its source."""
    if family is not None and family not in FAMILIES:
        raise BadInput(Fault(f"no family is called {family[:40]!r}", "--family", ", ".join(FAMILIES)))
    held = all_measures() if family is None else measures_of(family)
    if as_json:
        print_json(envelope("measures", load_register(), measures=[asdict(one) for one in held]))
        return
    table = Table(box=None, pad_edge=False)
    table.add_column("measure", no_wrap=True)
    for column in ("of", "what it is", "source"):
        table.add_column(column, overflow="fold")
    for name in FAMILIES:
        for one in (each for each in held if each.family == name):
            table.add_row(f"[bold]{one.name}[/bold]", one.of, escape(one.title), f"[dim]{escape(one.source)}[/dim]")
    screen = console()
    screen.print(table)
    screen.print(f"[dim]{len(held)} measures; foedus measures show NAME tells the formula.[/dim]")


@show_app.command(epilog="Examples:  foedus measures show cinc   |   foedus measures show cinc --json")
def show(
    name: Annotated[str, typer.Argument(metavar="MEASURE", help="A name from foedus measures list.")],
    as_json: JsonOption = False,
) -> None:
    """Show a measure: formula, unit, source, the data it needs, and where it is used."""
    one = measure(name)
    if as_json:
        print_json(envelope("measure", load_register(), measure=asdict(one)))
        return
    screen = console()
    screen.print(f"[bold]{escape(one.title)}[/bold]  [dim]{one.name}[/dim]")
    told = {
        "of": one.of,
        "unit": one.unit,
        "formula": one.formula,
        "source": one.source,
        "data": ", ".join(one.data) or "nothing to download",
        "panels": ", ".join(f"--add {name}" for name in one.additions) or "no column",
        "command": one.command,
        "function": one.function.replace(":", "."),
        "page": f"docs/{one.page}",
    }
    for label, text in told.items():
        screen.print(f"[dim]{label:8}[/dim] {escape(text)}")

"""``foedus measures balance-of-power``: who is safe by resources alone."""

from __future__ import annotations

from typing import Annotated

import numpy as np
import typer
from rich.table import Table

from foedus.cli.chart_options import PngOption, SvgOption, draw
from foedus.cli.output import JsonOption, console, print_json
from foedus.measures.system.balance_of_power import balance_of_power
from foedus.obligations.answer import envelope
from foedus.register.compiled import load_register
from foedus.report.charts.bars import Bar, bars
from foedus.report.charts.theme import Words

app = typer.Typer(add_completion=False)

EPILOG = "Examples:  foedus measures balance-of-power 50 30 20   |   foedus measures balance-of-power 45 35 20 --json"
LOGIC = "By resources alone: distance, geography, commitments and will are left out."


@app.command(epilog=EPILOG)
def command(
    resources: Annotated[list[float], typer.Argument(metavar="RESOURCES…", help="One number for each state.")],
    png: PngOption = None,
    svg: SvgOption = None,
    as_json: JsonOption = False,
) -> None:
    """Tell who is essential to some winning coalition, and so safe from elimination."""
    found = balance_of_power(np.array(resources))
    held = [
        Bar(f"state {place}, {'essential' if essential else 'not essential'}", amount / sum(resources))
        for place, (amount, essential) in enumerate(zip(resources, found.essential, strict=True), 1)
    ]
    source = "resources as given; Niou, Ordeshook and Rose (1989)"
    draw(
        lambda: bars(held, Words("Who some winning coalition needs", "share of all resources", source, LOGIC)), png, svg
    )
    winning = [[place + 1 for place in coalition] for coalition in found.winning]
    dominant = None if found.dominant is None else found.dominant + 1
    if as_json:
        states = [
            {"place": place, "resources": amount, "is_essential": essential}
            for place, (amount, essential) in enumerate(zip(resources, found.essential, strict=True), 1)
        ]
        told = {"dominant": dominant, "is_stable": found.is_stable, "winning": winning}
        print_json(envelope("balance-of-power", load_register(), states=states, **told))
        return
    table = Table(box=None, pad_edge=False)
    for name in ("state", "resources", "essential"):
        table.add_column(name, justify="right")
    for place, (amount, essential) in enumerate(zip(resources, found.essential, strict=True), 1):
        table.add_row(str(place), f"{amount:g}", "yes" if essential else "no")
    screen = console()
    screen.print(table)
    screen.print("coalitions that just win: " + "; ".join(" + ".join(map(str, one)) for one in winning))
    if found.is_stable:
        screen.print("One has exactly half: nobody can win against it, and nobody gains.")
    if dominant is not None:
        screen.print(f"State {dominant} has more than half and needs nobody.")
    screen.print(f"[dim]{LOGIC}[/dim]")

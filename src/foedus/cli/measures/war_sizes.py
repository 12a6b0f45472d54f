"""``foedus measures war-sizes``: how heavy the tail of the sizes of inter-state wars is."""

from __future__ import annotations

import typer
from rich.markup import escape

from foedus.cli.chart_options import PngOption, SvgOption, draw
from foedus.cli.measures.years import data_told
from foedus.cli.output import JsonOption, console, print_json
from foedus.measures.system.history import war_sizes
from foedus.measures.system.war_sizes import PowerLaw, power_law
from foedus.obligations.answer import envelope
from foedus.register.compiled import load_register
from foedus.report.charts.tail import tail
from foedus.report.charts.theme import Words
from foedus.sources.store import Store

app = typer.Typer(add_completion=False)

EPILOG = "Examples:  foedus measures war-sizes --png wars.png   |   foedus measures war-sizes --json"
WARNING = "That a power law was fitted does not say that it is true, and it forecasts no war; deaths are estimates."


@app.command(epilog=EPILOG)
def command(png: PngOption = None, svg: SvgOption = None, as_json: JsonOption = False) -> None:
    """Fit a power law to the tail of battle deaths in inter-state wars."""
    table, entry = Store.default().read_entry("inter-state-war", "participants")
    wars = war_sizes(table)
    sizes = wars["deaths"].to_numpy().astype(float)
    found = power_law(sizes)
    versions = {"inter-state-war": entry.version}
    data = data_told(versions)
    unit = f"share of wars with so many or more; the line is the power law, alpha {found.alpha:.2f}"
    words = Words("Battle deaths of inter-state wars", unit, data, WARNING)
    law = [(size, _expected(found, size)) for size in _line(found, sizes.max())]
    draw(lambda: tail(sizes, law, words, "battle deaths"), png, svg)
    unknown = int(wars["unknown"].sum())
    if as_json:
        told = {name: getattr(found, name) for name in ("alpha", "error", "least", "tail", "cases", "distance")}
        print_json(envelope("war-sizes", load_register(), data=versions, unknown=unknown, **told))
        return
    years = wars["year"].to_list()
    screen = console()
    screen.print(f"[bold]{found.cases} wars[/bold], {min(years)} to {max(years)}")
    screen.print(
        f"alpha {found.alpha:.3f} ± {found.error:.3f} for the {found.tail} of {found.least:,.0f} battle deaths or more"
    )
    screen.print(f"largest distance of the two distributions: {found.distance:.3f}")
    if unknown:
        screen.print(f"deaths that are not known, and count for nothing: of {unknown} of the states that took part")
    screen.print(f"[dim]{WARNING}[/dim]")
    screen.print(f"[dim]{escape(data)}[/dim]")


def _expected(found: PowerLaw, size: float) -> float:
    return found.tail / found.cases * found.larger(size)


def _line(found: PowerLaw, largest: float) -> list[float]:
    return [found.least, float(largest)]

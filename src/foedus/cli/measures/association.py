"""``foedus measures association``: how strongly two facts go together, from four counts."""

from __future__ import annotations

from math import isnan
from typing import Annotated, Any

import typer

from foedus._base.errors import BadInput, Fault
from foedus.cli.chart_options import PngOption, SvgOption, draw
from foedus.cli.output import JsonOption, console, print_json
from foedus.measures.system.association import Table
from foedus.obligations.answer import envelope
from foedus.register.compiled import load_register
from foedus.report.charts.bars import Bar, bars
from foedus.report.charts.theme import Words

app = typer.Typer(add_completion=False)

EPILOG = "Examples:  foedus measures association 23 5 3 68   |   foedus measures association 23 5 3 68 --json"


@app.command(epilog=EPILOG)
def command(
    both: Annotated[int, typer.Argument(min=0, help="Cases with both facts.")],
    first_only: Annotated[int, typer.Argument(min=0, help="Cases with the first fact alone.")],
    second_only: Annotated[int, typer.Argument(min=0, help="Cases with the second fact alone.")],
    neither: Annotated[int, typer.Argument(min=0, help="Cases with neither.")],
    first: Annotated[str, typer.Option("--first", help="What the first fact is.")] = "first fact",
    second: Annotated[str, typer.Option("--second", help="What the second fact is.")] = "second fact",
    png: PngOption = None,
    svg: SvgOption = None,
    as_json: JsonOption = False,
) -> None:
    """Measure how strongly two facts go together: Yule's Q, phi, chi-squared, and the two rates."""
    table = _table(both, first_only, second_only, neither)
    for option, text in (("--first", first), ("--second", second)):
        if not text.strip():
            raise BadInput(Fault("a fact without a name", option, "a few words"))
    shares = [Bar(f"with {first}", _known(table.with_first)), Bar(f"without {first}", _known(table.without_first))]
    title = f"{second[:1].upper()}{second[1:]}, with and without {first}"
    words = Words(title, "share of cases", f"{table.cases} cases, as given", CAUSE)
    draw(lambda: bars(shares, words), png, svg)
    if as_json:
        print_json(envelope("association", load_register(), table=association_json(table)))
        return
    screen = console()
    screen.print(association_told(table, first, second))
    screen.print(f"[dim]{CAUSE}[/dim]")


MOST_CASES = 10**12
CAUSE = "An association is no cause, and cases that depend on each other count for less than their number."


def _table(*counts: int) -> Table:
    """Return the table of four counts.

    Raises
    ------
    BadInput
        If there are no cases, or more than any data set has.
    """
    if not 0 < sum(counts) <= MOST_CASES:
        raise BadInput(Fault(f"the four counts make {sum(counts):.3g} cases", "COUNTS", f"1 to {MOST_CASES:.0e}"))
    return Table(*counts)


def association_told(table: Table, first: str, second: str) -> str:
    """Return a table in words."""
    rates = f"{second} in {_share(table.with_first)} with {first}, in {_share(table.without_first)} without"
    numbers = ", ".join(
        f"{name} {value:.3f}" if not isnan(value) else f"{name} –"
        for name, value in (("Yule's Q", table.yule_q), ("φ", table.phi))
    )
    chi = f", χ² {table.chi_squared:.2f}" if not isnan(table.chi_squared) else ""
    return f"{rates}; {numbers}{chi} ({table.cases:,} cases)"


def association_json(table: Table) -> dict[str, Any]:
    """Return a table as JSON has it."""
    counts = {name: getattr(table, name) for name in ("both", "first_only", "second_only", "neither")}
    numbers = ("with_first", "without_first", "yule_q", "phi", "chi_squared")
    return counts | {name: _known(getattr(table, name)) for name in numbers}


def _share(value: float) -> str:
    return "no known share" if isnan(value) else f"{100 * value:.3g} %"


def _known(value: float) -> float | None:
    return None if isnan(value) else value

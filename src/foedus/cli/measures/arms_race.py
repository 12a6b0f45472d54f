"""``foedus measures arms-race``: Richardson's race, fitted to two series of yearly arms."""

from __future__ import annotations

from math import isnan
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from rich.markup import escape

from foedus.cli.chart_options import PngOption, SvgOption, draw
from foedus.cli.output import JsonOption, console, print_json
from foedus.measures.system.arms_race import ArmsRace, Growth, fit, growth
from foedus.measures.system.arms_series import RICHARDSON, Arms, read_arms
from foedus.obligations.answer import envelope
from foedus.register.compiled import load_register
from foedus.report.charts.chart import Chart
from foedus.report.charts.series import Point, series
from foedus.report.charts.theme import Words

app = typer.Typer(add_completion=False)

EPILOG = "Examples:  foedus measures arms-race   |   foedus measures arms-race budgets.yaml --png race.png"
WARNING = "A few years fit any story: the coefficients describe these years, and two series may rise for other reasons."


@app.command(epilog=EPILOG)
def command(
    file: Annotated[
        Path | None,
        typer.Argument(metavar="FILE", help="YAML or JSON: two series; Richardson's of 1909 to 1913 if left out."),
    ] = None,
    png: PngOption = None,
    svg: SvgOption = None,
    as_json: JsonOption = False,
) -> None:
    """Fit Richardson's equations to two series of arms: growth, mutual answer, weariness, grievance, equilibrium."""
    arms = RICHARDSON if file is None else read_arms(file)
    one, other = (np.array(levels) for levels in arms.levels)
    grown, race = growth(one + other), fit(one, other)
    draw(lambda: _picture(arms, grown), png, svg)
    if as_json:
        told = {
            "source": arms.source,
            "years": list(arms.years),
            "sides": dict(zip(arms.sides, map(list, arms.levels), strict=True)),
            "growth": {name: _known(getattr(grown, name)) for name in ("slope", "rest", "correlation")},
            "coefficients": {name: getattr(race, name) for name in "kaglbh"},
            "is_stable": race.is_stable,
            "equilibrium": None if race.equilibrium is None else list(race.equilibrium),
        }
        print_json(envelope("arms-race", load_register(), **told))
        return
    _tell(arms, grown, race)


def _tell(arms: Arms, grown: Growth, race: ArmsRace) -> None:
    screen = console()
    screen.print(
        f"[bold]{escape(arms.sides[0])}[/bold] against [bold]{escape(arms.sides[1])}[/bold], "
        f"{arms.years[0]} to {arms.years[-1]}"
    )
    screen.print(f"[dim]{escape(arms.unit)}; coefficients by the year[/dim]")
    screen.print(
        f"both together grew a year by {grown.slope:.4f} of what they were beyond {grown.rest:.1f} "
        f"(correlation {grown.correlation:.5f}, {grown.years} growths for the three unknowns of each side)"
    )
    for name, value in zip("kaglbh", (race.k, race.a, race.g, race.l, race.b, race.h), strict=True):
        screen.print(f"  {name} {value:9.3f}  [dim]{_MEANING[name]}[/dim]")
    screen.print(_ending(race))
    screen.print(f"[dim]{WARNING}[/dim]")
    screen.print(f"[dim]{escape(arms.source)}[/dim]")


def _ending(race: ArmsRace) -> str:
    if race.equilibrium is None:
        return "no point of rest"
    rest = " and ".join(f"{level:,.1f}" for level in race.equilibrium)
    if race.is_stable:
        return f"stable: from wherever they begin they come to {rest}"
    return f"not stable: they would stay at {rest}, and move away from any other levels"


_MEANING = {
    "k": "answer of the first to the second",
    "a": "weariness of the first",
    "g": "grievance of the first, in the unit above",
    "l": "answer of the second to the first",
    "b": "weariness of the second",
    "h": "grievance of the second, in the unit above",
}


def _picture(arms: Arms, grown: Growth) -> Chart:
    points = [
        Point(year, level, side)
        for side, levels in zip(arms.sides, arms.levels, strict=True)
        for year, level in zip(arms.years, levels, strict=True)
    ]
    told = f"{WARNING} Together they grew a year by {grown.slope:.2f} of what they were beyond {grown.rest:.0f}."
    return series(points, Words("An arms race", arms.unit, arms.source, told))


def _known(value: float) -> float | None:
    return None if isnan(value) else value

"""``foedus measures capability``: what states could bring to bear, alone and together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, get_args

import typer

from foedus._base.errors import BadInput, Fault
from foedus.cli.chart_options import PngOption, SvgOption, draw
from foedus.cli.measures.capability_json import column_json, group_json, spread_json, states_json
from foedus.cli.measures.groups import (
    AllianceOption,
    Asked,
    Group,
    OnOption,
    OperationOption,
    SourceOption,
    StatesOption,
    YearOption,
    source_asked,
)
from foedus.cli.measures.show_capability import Line, picture, picture_of_years, show, show_years
from foedus.cli.output import JsonOption, console, print_json
from foedus.measures.capability.quantities import QUANTITIES, overview, quantity
from foedus.measures.capability.reading import Reading, Tables
from foedus.obligations.answer import envelope
from foedus.register.compiled import load_register
from foedus.register.register import Register
from foedus.sources.store import Store

app = typer.Typer(add_completion=False)


@app.command(
    epilog="Examples:  foedus measures capability --alliance nato   |   foedus measures capability --states USA,CHN,RUS"
    " --measure gdp   |   … --alliance nato --since 1950 --measure cinc"
)
def capability(
    states: StatesOption = None,
    alliance: AllianceOption = None,
    operation: OperationOption = None,
    year: YearOption = None,
    on: OnOption = None,
    measure: Annotated[
        str | None, typer.Option("--measure", metavar="NAME", help="One measure, with shares: cinc, expenditure, gdp …")
    ] = None,
    source: SourceOption = None,
    since: Annotated[
        int | None, typer.Option("--since", min=1816, max=2100, help="Year by year since then; needs --measure.")
    ] = None,
    drawn: Annotated[
        str, typer.Option("--draw", help="With --since, what is drawn: sum, concentration or equal-members.")
    ] = "sum",
    png: PngOption = None,
    svg: SvgOption = None,
    as_json: JsonOption = False,
) -> None:
    """Measure capability: values, sum and concentration of a group of states."""
    register = load_register()
    chosen = source_asked(source)
    asked = Asked(states, alliance, operation, year, on)
    tables = Tables(Store.default())
    if since is not None:
        held = _years(asked, register, tables, since, _needed(measure), chosen)
        if as_json:
            print_json(envelope("capability-years", register, **_years_json(held, _needed(measure))))
        else:
            show_years(held, _needed(measure), console())
        wanted = _line(drawn)
        draw(lambda: picture_of_years(held, _needed(measure), wanted), png, svg)
        return
    group = asked.group(register)
    question = group.question(register, tables)
    found = overview(question, chosen) if measure is None else {measure: quantity(measure).read(question, chosen)}
    if as_json:
        told = {
            "on": group.day.iso(),
            "year": group.year,
            "group": group_json(group),
            "columns": [column_json(name, reading, group, register) for name, reading in found.items()],
            "states": states_json(found, group, register),
        }
        print_json(envelope("capability", register, **told))
    else:
        show(found, group, register, console())
    draw(lambda: picture(found, group, register), png, svg)


def _needed(measure: str | None) -> str:
    if measure is None:
        raise BadInput(
            Fault("years are asked for of no measure in particular", "--since", ", ".join(QUANTITIES), "--measure")
        )
    return measure


def _line(text: str) -> Line:
    wanted = next((one for one in get_args(Line) if one == text), None)
    if wanted is None:
        raise BadInput(Fault(f"no line shows {text[:40]!r}", "--draw", ", ".join(get_args(Line))))
    line: Line = wanted
    return line


def _years(
    asked: Asked, register: Register, tables: Tables, since: int, name: str, source: str
) -> list[tuple[Group, Reading]]:
    """Return the group and its figures of each year that has any.

    Raises
    ------
    DataMissing
        If no year has any.
    """
    until = asked.group(register).day.year
    found = []
    for group in asked.through(register, since, until):
        reading = quantity(name).find(group.question(register, tables), source)
        if reading is not None:
            found.append((group, reading))
    if not found:
        raise quantity(name).missing(since, source)
    return found


def _years_json(found: Sequence[tuple[Group, Reading]], name: str) -> dict[str, Any]:
    latest, reading = found[-1]
    years = [
        {
            "year": group.day.year,
            "members": len(group.states),
            "source": read.source,
            "spread": spread_json(read.spread),
        }
        for group, read in found
    ]
    return {"group": group_json(latest), "measure": name, "unit": reading.unit, "years": years}

"""``foedus measures system``: poles, blocs, balance, stability, dependence and security, year by year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any, cast, get_args

import typer
from rich.markup import escape
from rich.table import Table as Lines

from foedus._base.dates import Day
from foedus._base.errors import BadInput, Fault
from foedus.cli.chart_options import PngOption, SvgOption, draw
from foedus.cli.measures.association import association_json, association_told
from foedus.cli.measures.years import cut_told, data_told, shown_years, years_asked
from foedus.cli.output import JsonOption, console, print_json
from foedus.measures.system.association import Table
from foedus.measures.system.history import DATA, TABLES, Alliances, History, check_covered, covered, history
from foedus.measures.system.rivalry import WINDOW
from foedus.measures.system.sections import SECTIONS, SURVIVAL_YEARS, Column, Row, Section
from foedus.measures.system.security import dispute_table
from foedus.obligations.answer import envelope
from foedus.panel.panel import FIRST_YEAR
from foedus.register.compiled import load_register
from foedus.report.charts.bars import Bar, bars
from foedus.report.charts.chart import Chart
from foedus.report.charts.series import Point, series
from foedus.report.charts.theme import Words
from foedus.sources.registry import source
from foedus.sources.store import Store

app = typer.Typer(add_completion=False)

EPILOG = (
    "Examples:  foedus measures system --year 1960   |   foedus measures system --what polarisation --from 1945   |   "
    "foedus measures system --alliances atop --what polarity --from 1816 --to 2016 --png polarity.png"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A section with its rows; or the data sets for which it waits."""

    section: Section
    rows: tuple[Row, ...]
    waits_for: tuple[str, ...]
    over_all_years: Table | None = None


@app.command(epilog=EPILOG)
def command(
    year: Annotated[
        int | None, typer.Option("--year", help="One year; the latest that is covered if left out.")
    ] = None,
    from_: Annotated[int | None, typer.Option("--from", help="First of several years.")] = None,
    to: Annotated[int | None, typer.Option("--to", help="Last of several years.")] = None,
    what: Annotated[
        str | None, typer.Option("--what", help=f"One of {', '.join(one.name for one in SECTIONS)}; else all.")
    ] = None,
    alliances: Annotated[
        str, typer.Option("--alliances", help="Whose pledges of defence: register, atop.")
    ] = "register",
    gamma: Annotated[float, typer.Option("--gamma", help="For stability: how much more defence counts, from 1.")] = 1.0,
    png: PngOption = None,
    svg: SvgOption = None,
    as_json: JsonOption = False,
) -> None:
    """Measure the system of states: ties, polarity, polarisation, balance, stability, dependence, security."""
    register = load_register()
    whose = _alliances(alliances)
    chosen = _sections(what)
    if not gamma >= 1:
        raise BadInput(Fault(f"{gamma} is no multiplier of defence", "--gamma", "1 or more"))
    if (png or svg) and what is None:
        raise BadInput(Fault("a picture shows one section", "--png, --svg", remedy="--what NAME"))
    store = Store.default()
    ready, waiting = _ready(chosen, store, is_asked=what is not None)
    is_of_alliances = any(section.is_of_alliances for section in ready)
    reach = covered(register, whose) if is_of_alliances else (FIRST_YEAR, Day.parse(register.edition.cutoff).year)
    years = years_asked(year, from_, to, reach)
    if is_of_alliances:
        check_covered(register, years, whose)
    needs = dict.fromkeys(need for section in ready for need in section.needs)
    more = max(reach[0], years[0] - _before(ready)), _later(years[1], reach, ready)
    held = history(register, store, more, whose if is_of_alliances else None, needs)
    found = [*(_found(section, held, years, gamma) for section in ready), *waiting]
    found.sort(key=lambda one: SECTIONS.index(one.section))
    data = data_told(held.versions, register)
    draw(lambda: _picture(found[0], years, data), png, svg)
    if as_json:
        told = {"alliances": held.alliances, "gamma": gamma, "data": dict(held.versions)}
        print_json(envelope("system", register, **told, sections=[_section_json(one, years) for one in found]))
        return
    _tell(found, years, data)


def _alliances(text: str) -> Alliances:
    if text not in get_args(Alliances):
        raise BadInput(Fault(f"no alliances are called {text[:40]!r}", "--alliances", ", ".join(get_args(Alliances))))
    return cast("Alliances", text)


def _sections(what: str | None) -> list[Section]:
    chosen = [one for one in SECTIONS if what in {None, one.name}]
    if not chosen:
        allowed = ", ".join(one.name for one in SECTIONS)
        raise BadInput(Fault(f"nothing of the system is called {what!r}", "--what", allowed))
    return chosen


def _ready(chosen: Sequence[Section], store: Store, *, is_asked: bool) -> tuple[list[Section], list[Found]]:
    """Part the sections whose data are in the store from those that wait; one that is asked for must not wait."""
    there = {(entry.source, entry.table) for entry in store.entries()}
    ready, waiting = [], []
    for section in chosen:
        lacking = tuple(DATA[need] for need in section.needs if (DATA[need], TABLES[need]) not in there)
        if lacking and not is_asked:
            waiting.append(Found(section, (), lacking))
        else:
            ready.append(section)
    return ready, waiting


def _before(ready: Sequence[Section]) -> int:
    """Return how many years to read before the first: changes look back one, rivals many."""
    return WINDOW - 1 if any(section.name == "security" for section in ready) else 1


def _later(last: int, reach: tuple[int, int], ready: Sequence[Section]) -> int:
    """Return the last year to read: ties are followed for some years."""
    return max(last, min(reach[1], last + SURVIVAL_YEARS)) if any(section.name == "ties" for section in ready) else last


def _found(section: Section, held: History, years: tuple[int, int], gamma: float) -> Found:
    rows = section.rows(held.years, gamma)
    kept = [place for place, one in enumerate(held.years) if years[0] <= one.year <= years[1]]
    pooled = dispute_table([held.years[place] for place in kept]) if section.name == "security" else None
    return Found(section, tuple(rows[place] for place in kept), (), pooled)


def _section_json(one: Found, years: tuple[int, int]) -> dict[str, Any]:
    section = one.section
    rows = [{"year": year, "values": row} for year, row in zip(range(years[0], years[1] + 1), one.rows, strict=False)]
    return {
        "name": section.name,
        "title": section.title,
        "warning": section.warning,
        "waits_for": list(one.waits_for),
        "columns": [{"name": one.name, "meaning": one.meaning, "unit": one.unit} for one in section.columns],
        "rows": rows,
        "over_all_years": association_json(one.over_all_years) if one.over_all_years else None,
    }


def _tell(found: Sequence[Found], years: tuple[int, int], data: str) -> None:
    screen = console()
    for one in found:
        screen.print(f"[bold]{one.section.title}[/bold]  [dim]{one.section.name}[/dim]")
        if one.waits_for:
            commands = ", ".join(source(name).brought_by()[0] for name in one.waits_for)
            screen.print(f"  [dim]no data in the store: {commands}[/dim]\n")
            continue
        screen.print(_one_year(one) if years[0] == years[1] else _many_years(one, years))
        for line in _explained(one) if years[0] < years[1] else ():
            screen.print(f"[dim]{escape(line)}[/dim]")
        if one.over_all_years and one.over_all_years.cases:
            screen.print("  all these years: " + association_told(one.over_all_years, "allied", "dispute began"))
        screen.print(f"  [dim]{escape(one.section.warning)}[/dim]\n")
    screen.print(f"[dim]{years[0] if years[0] == years[1] else f'{years[0]} to {years[1]}'}; {escape(data)}[/dim]")


def _one_year(one: Found) -> Lines:
    lines = Lines(box=None, show_header=False, pad_edge=True)
    row = one.rows[0] if one.rows else {}
    for column in one.section.columns:
        value = _written(row.get(column.name), column.unit)
        unit = "" if column.unit in {"0 or 1", "share, 0 to 1"} else column.unit
        lines.add_row(value, column.meaning, f"[dim]{unit}[/dim]")
    return lines


def _many_years(one: Found, years: tuple[int, int]) -> Lines:
    lines = Lines(box=None, pad_edge=False)
    lines.add_column("year")
    for column in one.section.columns:
        lines.add_column(column.name.replace("_", " "), justify="right")
    for year, row in shown_years(list(zip(range(years[0], years[1] + 1), one.rows, strict=False))):
        lines.add_row(str(year), *(_written(row[column.name], column.unit) for column in one.section.columns))
    return lines


def _explained(one: Found) -> list[str]:
    """Return what the columns of a table of years are, and what it leaves out."""
    lines = [f"{column.name.replace('_', ' ')}: {_meaning(column)}" for column in one.section.columns]
    cut = cut_told(len(one.rows))
    return [*lines, cut] if cut else lines


def _meaning(column: Column) -> str:
    is_told = column.unit in {"0 or 1", "states", "pairs"} or column.name in {"allied_disputes", "other_disputes"}
    return column.meaning if is_told else f"{column.meaning} ({column.unit})"


def _written(value: float | None, unit: str) -> str:
    if value is None:
        return "–"
    if unit == "0 or 1":
        return "yes" if value else "no"
    return f"{value:,.0f}" if float(value).is_integer() and "to 1" not in unit else f"{value:.3f}"


_UNITS: dict[str, str] = {
    "polarisation": "modularity -1/2 to 1, shares 0 to 1",
    "security": "disputes begun for 1,000 pairs of states",
}


def _picture(one: Found, years: tuple[int, int], data: str) -> Chart:
    section = one.section
    drawn = [column for column in section.columns if column.name in section.drawn]
    words = Words(section.title, _UNITS.get(section.name, drawn[0].unit), data, section.warning)
    if years[0] == years[1]:
        row = one.rows[0] if one.rows else {}
        return bars([Bar(column.label, row.get(column.name)) for column in drawn], words)
    span = range(years[0], years[1] + 1)
    points = [
        Point(year, row[column.name], column.label)
        for column in drawn
        for year, row in zip(span, one.rows, strict=False)
    ]
    return series(points, words)

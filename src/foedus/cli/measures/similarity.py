"""``foedus measures similarity``: how alike two states' foreign policies are, year by year."""

from __future__ import annotations

from typing import Annotated, Any, cast, get_args

import typer
from rich.markup import escape
from rich.table import Table

from foedus._base.dates import Day
from foedus._base.errors import BadInput, Fault
from foedus.cli.chart_options import PngOption, SvgOption, draw
from foedus.cli.measures.years import cut_told, data_told, shown_years, years_asked
from foedus.cli.output import JsonOption, console, print_json
from foedus.domain.actor import Actor
from foedus.measures.similarity.pair_years import COEFFICIENTS, Kind, PairYears, column, covered, pair_years
from foedus.obligations.answer import envelope
from foedus.register.compiled import load_register
from foedus.register.register import Register
from foedus.report.charts.chart import Chart
from foedus.report.charts.series import Point, series
from foedus.report.charts.theme import Words
from foedus.sources.store import Store

app = typer.Typer(add_completion=False)

EPILOG = (
    "Examples:  foedus measures similarity France Poland --year 1963   |   foedus measures similarity "
    "USA Turkey --portfolio un-votes --from 1946 --to 2020 --coefficient kappa --png alike.png"
)
NAMES = {"s": "S", "s_squared": "S²", "kappa": "κ", "pi": "π", "tau_b": "τ-b", "s_weighted": "S by CINC"}
WORDS = {
    "register": "promises by the register",
    "atop": "promises by ATOP",
    "un-votes": "votes in the General Assembly",
}
FEW = 10
PROMISES = "Alike is not allied: of two states that promise nobody anything S is near 1. κ and π correct for chance."
NOTES = {
    "register": PROMISES,
    "atop": PROMISES,
    "un-votes": f"The questions change from year to year; years with fewer than {FEW} for both are not drawn.",
}


@app.command(epilog=EPILOG)
def command(
    first: Annotated[str, typer.Argument(metavar="A", help="A state, by any name or code.")],
    second: Annotated[str, typer.Argument(metavar="B", help="The other.")],
    year: Annotated[
        int | None, typer.Option("--year", help="One year; the latest that is covered if left out.")
    ] = None,
    from_: Annotated[int | None, typer.Option("--from", help="First of several years.")] = None,
    to: Annotated[int | None, typer.Option("--to", help="Last of several years.")] = None,
    portfolio: Annotated[
        str, typer.Option("--portfolio", help="What is compared: register, atop or un-votes.")
    ] = "register",
    weights: Annotated[
        str, typer.Option("--weights", help="cinc: also S with the others weighing their capability.")
    ] = "none",
    coefficient: Annotated[
        list[str] | None, typer.Option("--coefficient", help="Show only this one (repeatable).")
    ] = None,
    png: PngOption = None,
    svg: SvgOption = None,
    as_json: JsonOption = False,
) -> None:
    """Tell how alike two states' promises or votes were: S, Cohen's kappa, Scott's pi, Kendall's tau-b."""
    register = load_register()
    kind = _kind(portfolio)
    years = years_asked(year, from_, to, covered(register, kind))
    shown = _coefficients(coefficient, weights)
    states = _states(register, (first, second), years[1])
    held = pair_years(register, Store.default(), states, years, kind, weighted=weights == "cinc")
    names = tuple(state.name_on(_day(years[1])) for state in states)
    data = data_told(held.versions, register)
    draw(lambda: _picture(held, cast("tuple[str, str]", names), shown, data), png, svg)
    if as_json:
        print_json(envelope("similarity", register, **_answer(held, states, years[1])))
        return
    screen = console()
    screen.print(f"[bold]{escape(names[0])} and {escape(names[1])}[/bold], {WORDS[kind]}")
    screen.print(_table(held, shown))
    for note in (NOTES[kind], cut_told(len(held.years)), _unweighed(held, shown)):
        if note:
            screen.print(f"[dim]{note}[/dim]")
    screen.print(f"[dim]{escape(data)}[/dim]")


def _unweighed(held: PairYears, shown: list[str]) -> str:
    """Return what must be said where S by capability was asked for and some year has no capabilities."""
    years = [one.year for one in held.years if not one.missing and column(one, "s_weighted") is None]
    if "s_weighted" not in shown or not years:
        return ""
    return f"No capabilities of {years[0]}{f' to {years[-1]}' if years[1:] else ''} in nmc: S by CINC is missing."


def _kind(text: str) -> Kind:
    if text not in get_args(Kind):
        raise BadInput(Fault(f"no portfolio is called {text[:40]!r}", "--portfolio", ", ".join(get_args(Kind))))
    return cast("Kind", text)


def _coefficients(asked: list[str] | None, weights: str) -> list[str]:
    if weights not in {"none", "cinc"}:
        raise BadInput(Fault(f"no weights are called {weights[:40]!r}", "--weights", "none, cinc"))
    held = [name for name in COEFFICIENTS if weights == "cinc" or name != "s_weighted"]
    unknown = [name for name in asked or () if name not in held]
    if unknown:
        raise BadInput(Fault(f"no coefficient is called {unknown[0][:40]!r}", "--coefficient", ", ".join(held)))
    return [name for name in held if not asked or name in asked]


def _states(register: Register, names: tuple[str, str], year: int) -> tuple[Actor, Actor]:
    one, other = (register.actors.find(name, _day(year)) for name in names)
    if one == other:
        raise BadInput(Fault(f"{names[0][:40]} and {names[1][:40]} are the same state", "A B", "two states"))
    return one, other


def _day(year: int) -> Day:
    return Day.parse(f"{year:04d}-12-31")


def _table(held: PairYears, shown: list[str]) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column("year")
    for name in shown:
        table.add_column(NAMES[name], justify="right")
    table.add_column("questions" if held.kind == "un-votes" else "states", justify="right")
    for one in shown_years(held.years):
        if one.missing:
            table.add_row(str(one.year), *["–"] * len(shown), f"[dim]{escape(one.missing)}[/dim]")
            continue
        values = [column(one, name) for name in shown]
        told = ["–" if value is None else f"{value:.3f}" for value in values]
        table.add_row(str(one.year), *told, str(one.compared))
    return table


def _answer(held: PairYears, states: tuple[Actor, Actor], year: int) -> dict[str, Any]:
    one, other = (
        {"id": state.id, "name": state.name_on(_day(year)), "cow": state.number_on("cow", _day(year))}
        for state in states
    )
    rows = [
        {
            "year": one.year,
            "compared": one.compared,
            "missing": one.missing or None,
            **{name: column(one, name) for name in COEFFICIENTS},
        }
        for one in held.years
    ]
    return {"one": one, "other": other, "portfolio": held.kind, "data": dict(held.versions), "years": rows}


def _picture(held: PairYears, names: tuple[str, str], shown: list[str], data: str) -> Chart:
    few = FEW if held.kind == "un-votes" else 0
    points = [
        Point(one.year, column(one, name) if one.compared >= few else None, NAMES[name])
        for name in shown
        for one in held.years
    ]
    words = Words(f"{names[0]} and {names[1]}: {WORDS[held.kind]}", "similarity, up to 1", data, NOTES[held.kind])
    return series(points, words)

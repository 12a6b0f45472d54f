"""Capability on a screen and in a picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

import numpy as np
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from foedus.cli.measures.groups import Group
from foedus.cli.output import show_cutoff
from foedus.measures.capability.quantities import QUANTITIES
from foedus.measures.capability.reading import Reading, Spread
from foedus.register.register import Register
from foedus.report.charts.bars import Bar, bars
from foedus.report.charts.chart import Chart
from foedus.report.charts.series import Point, series
from foedus.report.charts.theme import Words

Line = Literal["sum", "concentration", "equal-members"]
SHOWN = 20
"""How many of all states are shown; of a named group all are."""
_SCALES = {
    "million US$": (1e-3, "bn US$", ",.1f"),
    "million US$ of 2011 at purchasing power": (1e-3, "bn US$ 2011 PPP", ",.0f"),
    "million US$ (£ to 1913)": (1e-3, "bn US$/£", ",.1f"),
    "persons on active duty": (1e-3, "thousand", ",.1f"),
    "share of the world, 0 to 1": (100, "% of world", ",.2f"),
    "US$ squared a person": (1e-15, "10¹⁵ US$²/person", ",.1f"),
    "US$ of 2011 at purchasing power": (1e-9, "bn US$ 2011 PPP", ",.0f"),
    "pieces": (1, "pieces", ",.0f"),
}
_PERSONS = {"population": (1e-6, "million", ",.1f"), "personnel": (1e-3, "thousand", ",.1f")}

Scale = tuple[float, str, str]


def _scale(name: str, reading: Reading) -> Scale:
    """Return by what the values are multiplied on a screen, in which unit they then are, and how they are written."""
    if reading.unit == "persons":
        return _PERSONS[name]
    return _SCALES[reading.unit]


def _order(found: Mapping[str, Reading]) -> list[int]:
    """Return the states by the first quantity, the largest first, those without a value last."""
    first = next(iter(found.values())).values
    return sorted(range(len(first)), key=lambda at: -first[at] if np.isfinite(first[at]) else np.inf)


def show(found: Mapping[str, Reading], group: Group, register: Register, screen: Console) -> None:
    """Print what was read, state by state, with sum and concentration."""
    order = _order(found)
    shown = order if group.kind != "system" else order[:SHOWN]
    screen.print(f"[bold]{escape(group.name)}[/bold] on {group.day}, {group.size}")
    table = Table(box=None, pad_edge=False)
    table.add_column("")
    for name, reading in found.items():
        table.add_column(f"{QUANTITIES[name].heading}\n[dim]{_scale(name, reading)[1]}[/dim]", justify="right")
    if len(found) == 1:
        table.add_column("share\n[dim]%[/dim]", justify="right")
        table.add_column("year", justify="right")
    for at in shown:
        cells = [_written(name, reading, reading.values[at]) for name, reading in found.items()]
        if len(found) == 1:
            reading = next(iter(found.values()))
            cells += [_number(100 * reading.shares[at], ".1f"), str(reading.years[at] or "")]
        table.add_row(escape(register.actors[group.states[at]].name_on(group.day)), *cells)
    if len(shown) < len(order):
        table.add_row(f"[dim]and {len(order) - len(shown)} more[/dim]")
    _add_spread(table, found)
    screen.print(table)
    _show_sources(found, group, register, screen)
    screen.print()
    show_cutoff(register.edition, group.day, screen)


def _add_spread(table: Table, found: Mapping[str, Reading]) -> None:
    spreads = [reading.spread for reading in found.values()]
    table.add_section()
    sums = [_written(name, reading, reading.spread.total) for name, reading in found.items()]
    table.add_row("[bold]together[/bold]", *sums)
    table.add_row("states with a value", *(str(one.known) for one in spreads))
    table.add_row("concentration (Ray–Singer)", *(_number(one.con, ".3f") for one in spreads))
    table.add_row("Herfindahl", *(_number(one.herfindahl, ".3f") for one in spreads))
    table.add_row("as many equal members", *(_number(one.effective_number, ".1f") for one in spreads))


def _show_sources(found: Mapping[str, Reading], group: Group, register: Register, screen: Console) -> None:
    for name, reading in found.items():
        about = f"{QUANTITIES[name].heading}: {reading.source}, data of {span(reading)}"
        screen.print(f"[dim]{escape(about)}{escape('; ' + reading.note) if reading.note else ''}[/dim]")
        missing = [state for state, value in zip(group.states, reading.values, strict=True) if not np.isfinite(value)]
        if missing and group.kind != "system":
            names = ", ".join(register.actors[state].name_on(group.day) for state in missing)
            screen.print(f"[dim]  no value, and not in the sum: {escape(names)}[/dim]")


def span(reading: Reading) -> str:
    """Return the years of the values."""
    years = sorted({year for year in reading.years if year is not None})
    return str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"


def _written(name: str, reading: Reading, value: float) -> str:
    factor, _, how = _scale(name, reading)
    return _number(value * factor, how)


def _number(value: float, how: str) -> str:
    return format(value, how) if np.isfinite(value) else "[dim]–[/dim]"


def picture(found: Mapping[str, Reading], group: Group, register: Register) -> Chart:
    """Return the first quantity as bars."""
    name, reading = next(iter(found.items()))
    factor, unit, _ = _scale(name, reading)
    held = [
        Bar(register.actors[group.states[at]].name_on(group.day), _drawn(reading.values[at] * factor))
        for at in _order(found)[: 40 if group.kind != "system" else SHOWN]
    ]
    words = Words(
        _capital(QUANTITIES[name].title) + (f": {group.name}" if group.kind != "states" else ""),
        unit,
        f"{reading.source}, data of {span(reading)}",
        reading.note,
    )
    return bars(held, words)


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _drawn(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None


def show_years(found: Sequence[tuple[Group, Reading]], name: str, screen: Console) -> None:
    """Print the sum and concentration of a group year by year."""
    latest = found[-1][0]
    screen.print(f"[bold]{escape(latest.name)}[/bold], {escape(QUANTITIES[name].title)} year by year")
    table = Table(box=None, pad_edge=False)
    for heading in ("year", "members", "with a value", "together", "Ray–Singer", "as many equal", "source"):
        table.add_column(heading, justify="left" if heading == "source" else "right")
    for group, reading in found:
        spread = reading.spread
        table.add_row(
            str(group.day.year),
            str(len(group.states)),
            str(spread.known),
            _written(name, reading, spread.total),
            _number(spread.con, ".3f"),
            _number(spread.effective_number, ".1f"),
            f"[dim]{escape(reading.source)}[/dim]",
        )
    screen.print(table)
    units = dict.fromkeys(_scale(name, reading)[1] for _, reading in found)
    screen.print(f"[dim]together: {escape(', '.join(units))}; members are those of the last day of the year[/dim]")


def picture_of_years(found: Sequence[tuple[Group, Reading]], name: str, line: Line) -> Chart:
    """Return the sum of a group, or how it is concentrated, as a line."""
    latest, reading = found[-1]
    factor, unit, _ = _scale(name, reading)
    what, in_unit = {
        "sum": ("together", unit),
        "concentration": ("concentration", "Ray and Singer's CON: 0 all alike, 1 one has all"),
        "equal-members": ("as many equal members", "the inverse of Herfindahl's index"),
    }[line]
    held = [Point(group.day.year, _drawn(_on_line(read.spread, line, factor))) for group, read in found]
    sources = ", ".join(dict.fromkeys(read.source for _, read in found))
    title = f"{_capital(QUANTITIES[name].title)}: {latest.name}, {what}"
    return series(held, Words(title, in_unit, sources, "members of each year's last day, by the register"))


def _on_line(spread: Spread, line: Line, factor: float) -> float:
    if line == "sum":
        return spread.total * factor
    return spread.con if line == "concentration" else spread.effective_number

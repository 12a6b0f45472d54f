"""``foedus treaty timeline``: treaties as bars over the years."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, get_args

import typer
from rich.console import Console
from rich.text import Text

from foedus._base.dates import Day
from foedus._base.errors import BadInput, Fault
from foedus.catalogue.charts import maker
from foedus.cli.chart_options import PngOption, SvgOption, draw
from foedus.cli.output import JsonOption, console, print_json
from foedus.domain.vocabulary import Obligation
from foedus.obligations.answer import envelope
from foedus.register.compiled import load_register
from foedus.register.register import Register
from foedus.report.timeline import Cell, Row, bar, columns, timeline, timeline_json

EPILOG = (
    "Examples:  foedus treaty timeline --state France --from 1871 --to 1914   |   "
    "foedus treaty timeline --obligation defend --from 1945 --json   |   "
    "foedus treaty timeline --state France --from 1871 --to 1914 --png france.png"
)
OBLIGATIONS: tuple[Obligation, ...] = get_args(Obligation)
FIRST, LAST = -4999, 9999
LONGEST_ID, NARROWEST = 24, 8
DRAWN: dict[Cell, tuple[str, str]] = {
    "none": (" ", " "),
    "bound": ("█", "="),
    "dormant": ("░", "."),
    "doubtful": ("▒", "?"),
}
"""Each cell on a terminal, and where there is none."""


def show_timeline(
    start: Annotated[
        int | None, typer.Option("--from", metavar="YEAR", help="First year; left out, the oldest.")
    ] = None,
    end: Annotated[int | None, typer.Option("--to", metavar="YEAR", help="Last year; left out, the last kept.")] = None,
    state: Annotated[str | None, typer.Option("--state", help="Only treaties, and spells, of this state.")] = None,
    obligation: Annotated[
        list[str] | None, typer.Option("--obligation", help="Only with such a clause: defend, consult … (repeatable).")
    ] = None,
    png: PngOption = None,
    svg: SvgOption = None,
    as_json: JsonOption = False,
) -> None:
    """Draw treaties as bars over the years, oldest first: when each was law, or bound one state."""
    register = load_register()
    kinds = kinds_of(obligation or ())
    states = None if state is None else register.actors.ever_called(state)
    rows = timeline(register, span(register, (start, end)), states, kinds)
    years = span(register, (start, end), min((row.first for row in rows), default=None))
    title = f"Treaties of {state}" if state else "Treaties of the register"
    draw(lambda: maker("timeline")(register, rows, years, title), png, svg)
    if as_json:
        print_json(envelope("timeline", register, **timeline_json(rows, years)))
        return
    _print(rows, years, register, console())


def kinds_of(words: Sequence[str]) -> list[Obligation]:
    """Return the kinds of duty that were named.

    Raises
    ------
    BadInput
        If one is no kind of duty.
    """
    kinds = [kind for kind in OBLIGATIONS if kind in words]
    strange = [word for word in words if word not in OBLIGATIONS]
    if strange:
        raise BadInput(Fault(f"{strange[0][:60]!r} is no kind of duty", "--obligation", ", ".join(OBLIGATIONS)))
    return kinds


def span(register: Register, ends: tuple[int | None, int | None], first: int | None = None) -> range:
    """Return the years from the one to the other.

    Parameters
    ----------
    ends : tuple of int or None
        As given; left out, the last one is that of the register's cut-off.
    first : int, optional
        The first year where none is given; the earliest there is, or the last one, if None.

    Raises
    ------
    BadInput
        If a year is outside what is covered, or the first comes after the last.
    """
    last = Day.parse(register.edition.cutoff).year if ends[1] is None else ends[1]
    start = ends[0] if ends[0] is not None else FIRST if first is None else first
    for option, year in (("--from", start), ("--to", last)):
        if not FIRST <= year <= LAST:
            raise BadInput(Fault(f"{year} lies outside the years covered", option, f"{FIRST} to {LAST}"))
    if start > last:
        raise BadInput(Fault(f"the first year ({start}) comes after the last ({last})", "--from", f"at most {last}"))
    return range(start, last + 1)


def _print(rows: list[Row], years: range, register: Register, screen: Console) -> None:
    kept = f"register {register.edition.version}, kept to {register.edition.cutoff}"
    if not rows:
        screen.print(f"No treaty of the register runs in those years ({kept}). Not covered is not empty.")
        return
    label = min(LONGEST_ID, max(len(row.treaty.id) for row in rows))
    stretches = columns(years, max(NARROWEST, screen.width - label - 1))
    style = 0 if screen.is_terminal else 1
    screen.print(Text(" " * (label + 1) + _axis(stretches), style="dim"), no_wrap=True, overflow="crop")
    for row in rows:
        drawn = "".join(DRAWN[cell][style] for cell in bar(row, stretches))
        name = row.treaty.id if len(row.treaty.id) <= label else f"{row.treaty.id[: label - 1]}{'…~'[style]}"
        screen.print(Text.assemble(name.ljust(label + 1), (drawn, "cyan")), no_wrap=True, overflow="crop")
    each = f", {len(stretches[0])} years a column" if len(stretches[0]) > 1 else ""
    legend = ", ".join(f"{DRAWN[cell][style]} {words}" for cell, words in _LEGEND)
    screen.print(f"[dim]{legend}{each}; {len(rows)} treaties, {kept}[/dim]")


_LEGEND: tuple[tuple[Cell, str], ...] = (
    ("bound", "law"),
    ("dormant", "dormant or dead letter"),
    ("doubtful", "date in doubt"),
)


def _axis(stretches: list[range]) -> str:
    """Return the years above the bars, as many as have room, each over the column it begins."""
    axis = ""
    for at, stretch in enumerate(stretches):
        year = str(stretch[0])
        if (at == 0 or len(axis) + 2 <= at) and at + len(year) <= max(len(stretches), len(year)):
            axis = axis.ljust(at) + year
    return axis

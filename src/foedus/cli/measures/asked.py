"""What commands on places and networks share: the day, the figures, names, and tables of numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, get_args

import typer
from rich.markup import escape
from rich.table import Table

from foedus._base.dates import Day
from foedus._base.errors import BadInput, Fault
from foedus.cli.output import day_option
from foedus.measures.projection.strength import Shares, Strengths, bundled_strengths, strengths
from foedus.register.register import Register
from foedus.sources.store import Store

DayOption = Annotated[
    str | None, typer.Option("--on", metavar="DATE", help="The day; the register's cut-off if left out.")
]
FiguresOption = Annotated[
    int | None, typer.Option("--figures", metavar="YEAR", help="Capabilities of another year than the day's.")
]
SharesOption = Annotated[
    str, typer.Option("--shares", help="Strength by nmc, or bundled: expenditure today, nothing to download.")
]
TopOption = Annotated[int, typer.Option("--top", min=1, max=400, help="How many to show; --json has all.")]


def day_asked(text: str | None, register: Register) -> Day:
    """Return the day that was given, or the last one that the register was kept to."""
    return day_option(text, "--on") or Day.parse(register.edition.cutoff)


def figures_asked(day: Day, year: int | None, shares: str, register: Register) -> Strengths:
    """Return the capabilities in the store, those of the day's year unless another is asked for, or those bundled.

    Raises
    ------
    BadInput
        If there are no such shares, or a year is asked of those that have none.
    """
    if shares not in get_args(Shares):
        raise BadInput(Fault(f"no shares are called {shares[:40]!r}", "--shares", ", ".join(get_args(Shares))))
    if shares == "nmc":
        return strengths(register, Store.default(), day, year)
    if year is not None:
        raise BadInput(Fault("bundled figures are of no one year", "--figures", "--shares nmc with a year"))
    return bundled_strengths(register, Store.default(), day)


def names_on(day: Day, register: Register) -> Mapping[str, str]:
    """Return what every actor is called on a day."""
    return {actor.id: actor.name_on(day) for actor in register.actors}


def register_told(register: Register) -> str:
    """Return which register it is, as a picture names it."""
    return f"Foedus register {register.edition.version}"


def numbers_table(first: str, *columns: str) -> Table:
    """Return a table whose first column is of names and whose others are of numbers."""
    table = Table(box=None, pad_edge=False)
    table.add_column(first)
    for column in columns:
        table.add_column(escape(column), justify="right", min_width=max(map(len, column.split())))
    return table


def km(value: float) -> str:
    """Return kilometres as people write them."""
    return f"{value:,.0f}"

"""``foedus measures interoperability``: what two states, or the members of an alliance, share to work together with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from foedus._base.dates import Day
from foedus._base.errors import BadInput, Fault, UnknownName
from foedus.cli.chart_options import PngOption, SvgOption, draw
from foedus.cli.output import JsonOption, console, day_option, print_json, show_cutoff
from foedus.measures.interoperability.data import Data, read_data
from foedus.measures.interoperability.index import HALF_LIFE, HALVES, PARTS, WEIGHTS, Part, Settings
from foedus.measures.interoperability.pairs import Interoperability, interoperability
from foedus.measures.typology.world import World
from foedus.obligations.answer import envelope
from foedus.register.arrangements import load_arrangements
from foedus.register.compiled import load_register
from foedus.register.register import Register
from foedus.report.alliance import AllianceOn, alliance_on
from foedus.report.charts.chart import Chart
from foedus.report.interoperability import (
    interoperability_json,
    members_drawn,
    pair_drawn,
    standings,
)
from foedus.sources.store import Store

app = typer.Typer(add_completion=False)

LISTS = ("mme", "jme")
MATRIX = 8
"""Up to so many members fit beside each other on a screen."""


@app.command(
    epilog='Examples:  foedus measures interoperability "United Kingdom" France --on 2000-12-31   |   '
    "foedus measures interoperability nato --on 2000-12-31   |   "
    "foedus measures interoperability Poland Germany --weight exercises=2 --half-life 3"
)
def interoperability_(
    names: Annotated[list[str], typer.Argument(metavar="STATE STATE... | ALLIANCE", help="States, or one alliance.")],
    on: Annotated[str | None, typer.Option("--on", help="The day; the register's cut-off if left out.")] = None,
    weights: Annotated[
        list[str] | None, typer.Option("--weight", metavar="PART=N", help="What a part weighs, 1 if left out.")
    ] = None,
    half_life: Annotated[
        float, typer.Option("--half-life", metavar="YEARS", help="After it an operation or exercise counts for half.")
    ] = HALF_LIFE,
    exercises: Annotated[str, typer.Option("--exercises", help="Which list of exercises: mme or jme.")] = "mme",
    png: PngOption = None,
    svg: SvgOption = None,
    as_json: JsonOption = False,
) -> None:
    """Tell what two states share to work together with, part by part, or how the members of an alliance compare."""
    if exercises not in LISTS:
        raise BadInput(Fault(f"no list of exercises is called {exercises[:40]!r}", "--exercises", ", ".join(LISTS)))
    world = World(load_register(), load_arrangements())
    day = day_option(on, "--on") or Day.parse(world.register.edition.cutoff)
    settings = Settings(_weights(weights or ()), half_life)
    title, states = _states(names, world, day)
    data = read_data(Store.default(), exercises)
    pairs = interoperability(states, world, day, data, settings)
    if as_json:
        told = {"on": day.iso(), "states": list(states), **interoperability_json(pairs, settings)}
        print_json(envelope("interoperability", world.register, **told))
    else:
        _show(pairs, states, world.register, settings, console())
    draw(lambda: _drawn(pairs, title, world.register, data, settings), png, svg)


def _drawn(pairs: Sequence[Interoperability], title: str, register: Register, data: Data, settings: Settings) -> Chart:
    if len(pairs) == 1:
        return pair_drawn(pairs[0], register, data, settings)
    return members_drawn(pairs, title, register, data, settings)


def _weights(given: Sequence[str]) -> Mapping[Part, float]:
    """Return the weights with those that were given."""
    held = dict(WEIGHTS)
    for text in given:
        name, _, number = text.partition("=")
        if name not in PARTS:
            raise BadInput(Fault(f"no part is called {name[:40]!r}", "--weight", ", ".join(PARTS)))
        try:
            held[name] = float(number)
        except ValueError as error:
            fault = Fault(f"{number[:20]!r} is no number", f"--weight {name}", "such as exercises=2")
            raise BadInput(fault) from error
    return held


def _states(names: Sequence[str], world: World, day: Day) -> tuple[str, tuple[str, ...]]:
    """Return what the group is called, and its states by id: those that are named, or an alliance's parties."""
    if len(names) > 1:
        states = tuple(dict.fromkeys(world.register.actors.find(name, day).id for name in names))
        title, what = (
            ", ".join(world.register.actors[one].name_on(day) for one in states),
            f"{', '.join(names)[:60]} is one state",
        )
    else:
        alliance = _alliance(names[0], world, day)
        title, states = alliance.name, alliance.parties
        what = f"{alliance.name} bound {len(states)} states on {day.iso()}"
    if len(states) < 2:
        raise BadInput(Fault(what, "STATE STATE... | ALLIANCE", "two states or more"))
    return title, states


def _alliance(name: str, world: World, day: Day) -> AllianceOn:
    """Return an alliance on a day; a state alone is no alliance, and has nobody to share anything with."""
    try:
        return alliance_on(name, day, world.register, load_arrangements())
    except UnknownName as unknown:
        try:
            state = world.register.actors.find(name, day)
        except UnknownName:
            raise unknown from None
        what = f"{state.name_on(day)}: one state has nobody to share with"
        raise BadInput(Fault(what, "STATE STATE... | ALLIANCE", "two states or more, or one alliance")) from unknown


# --- on the screen ----------------------------------------------------------------------------------------------------


def _show(
    pairs: Sequence[Interoperability], states: Sequence[str], register: Register, settings: Settings, screen: Console
) -> None:
    if len(pairs) == 1:
        _show_pair(pairs[0], register, settings, screen)
    else:
        _show_members(pairs, states, register, screen)
    screen.print(
        f"[dim]An index of what is shared, no probability of success. Weights and the half-life of "
        f"{settings.half_life:g} years are conventions: --weight PART=N, --half-life YEARS.[/dim]"
    )
    show_cutoff(register.edition, pairs[0].day, screen)


def _show_pair(one: Interoperability, register: Register, settings: Settings, screen: Console) -> None:
    names = " and ".join(register.actors[state].name_on(one.day) for state in one.pair)
    value = "[cyan]unknown[/cyan]" if one.value is None else f"[bold]{one.value:.3f}[/bold]"
    screen.print(
        f"[bold]{escape(names)}[/bold] on {one.day.iso()}: {value} from parts with {one.available:.0%} of the weight"
    )
    table = Table(box=None, pad_edge=False)
    for column in ("part", "value", "weight", "half at"):
        table.add_column(column, no_wrap=True, justify="left" if column == "part" else "right")
    table.add_column("what it rests on, or what is missing", style="dim")
    for name, known in one.parts.items():
        value = "[cyan]unknown[/cyan]" if known.value is None else f"{known.value:.3f}"
        half = f"{HALVES[name]:g}" if name in HALVES else ""
        table.add_row(name, value, f"{settings.weights[name]:g}", half, escape(known.because))
    screen.print(table)


def _show_members(
    pairs: Sequence[Interoperability], states: Sequence[str], register: Register, screen: Console
) -> None:
    day = pairs[0].day
    screen.print(_matrix(pairs, states, register) if len(states) <= MATRIX else _ranking(pairs, register))
    ends = [f"{share:.0%}" for share in (min(one.available for one in pairs), max(one.available for one in pairs))]
    screen.print(
        f"[dim]{len(states)} states, {len(pairs)} pairs on {day.iso()}; parts with {' to '.join(dict.fromkeys(ends))} "
        f"of the weight are known. --json has every part of every pair.[/dim]"
    )


def _ranking(pairs: Sequence[Interoperability], register: Register) -> Table:
    day = pairs[0].day
    table = Table(box=None, pad_edge=False)
    table.add_column("member")
    table.add_column("mean", justify="right", no_wrap=True)
    table.add_column("most with")
    table.add_column("least with")
    for one in standings(pairs):
        ends = [f"{register.actors[end[0]].name_on(day)} {end[1]:.2f}" if end else "" for end in (one.best, one.worst)]
        mean = "unknown" if one.mean is None else f"{one.mean:.2f}"
        table.add_row(escape(register.actors[one.state].name_on(day)), mean, *map(escape, ends))
    return table


def _matrix(pairs: Sequence[Interoperability], states: Sequence[str], register: Register) -> Table:
    day = pairs[0].day
    values = {frozenset(one.pair): one.value for one in pairs}
    table = Table(box=None, pad_edge=False)
    table.add_column("")
    for state in states:
        table.add_column(_short(state, register, day), justify="right", no_wrap=True)
    for state in states:
        cells = ["[dim]·[/dim]" if other == state else _cell(values[frozenset((state, other))]) for other in states]
        table.add_row(escape(register.actors[state].name_on(day)), *cells)
    return table


def _cell(value: float | None) -> str:
    return "?" if value is None else f"{value:.2f}"


def _short(state: str, register: Register, day: Day) -> str:
    actor = register.actors[state]
    return actor.iso3_on(day) or actor.name_on(day)[:3].upper()

"""``foedus measures typology``: what kinds of alliances and coalitions there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from foedus._base.dates import Day
from foedus._base.errors import BadInput, Fault, UnknownName
from foedus.cli.chart_options import PngOption, SvgOption, draw
from foedus.cli.output import JsonOption, console, day_option, print_json, show_cutoff
from foedus.measures.typology.answer import Answer
from foedus.measures.typology.data import Data
from foedus.measures.typology.kinds import Kinds, all_kinds, kinds, kinds_of_operation, with_answers
from foedus.measures.typology.on_day import as_on
from foedus.measures.typology.types import Count, century, counts, since
from foedus.measures.typology.world import World
from foedus.obligations.answer import envelope
from foedus.register.arrangements import load_arrangements
from foedus.register.compiled import load_register
from foedus.register.register import Register
from foedus.report.typology import SCALES, SPAN, count_json, drawn, kinds_json, shares_drawn
from foedus.sources.store import Store

app = typer.Typer(add_completion=False)


@app.command(
    epilog="Examples:  foedus measures typology   |   foedus measures typology nato cst --on 2020-01-01   |   "
    "foedus measures typology nato anzus --draw depth --png depth.png"
)
def typology(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[TREATY]...", help="Treaties or operations, by id or alias.")
    ] = None,
    on: Annotated[str | None, typer.Option("--on", help="As they stood on this day; whole lives if left out.")] = None,
    what: Annotated[
        str, typer.Option("--draw", help="What the picture shows of named treaties: depth, milinst or formal.")
    ] = "depth",
    png: PngOption = None,
    svg: SvgOption = None,
    as_json: JsonOption = False,
) -> None:
    """Tell what kind of alliance each is, and by which article or field; without names, count them by century."""
    if what not in SCALES:
        raise BadInput(Fault(f"{what[:40]!r} cannot be drawn", "--draw", ", ".join(SCALES)))
    day = day_option(on, "--on")
    world = World(load_register(), load_arrangements())
    if names:
        if png or svg:
            _check_drawable(names, world.register)
        _tell_each(names, world, day, as_json=as_json, screen=console())
        draw(lambda: drawn([_treaty(name, world, day) for name in names], what, world.register.edition), png, svg)
        return
    held = list(all_kinds(world, day))
    _tell_counts(held, world, day, as_json=as_json)
    last = Day.parse(world.register.edition.cutoff).year
    spans = [(since(one.signed.year, SPAN, last), one) for one in held if 1815 <= one.signed.year <= last]
    draw(lambda: shares_drawn(counts(spans), world.register.edition), png, svg)


def _check_drawable(names: Sequence[str], register: Register) -> None:
    """Refuse to draw operations, which have neither depth nor formality.

    Raises
    ------
    BadInput
        Naming the first.
    """
    for name in names:
        if _is_operation(name, register):
            raise BadInput(
                Fault(f"{name} is an operation, which has no {', '.join(SCALES)}", "--png, --svg", "treaties")
            )


def _is_operation(name: str, register: Register) -> bool:
    try:
        register.treaty(name)
    except UnknownName:
        return name in register.operations or name in register.operations.aliases
    return False


def _treaty(name: str, world: World, day: Day | None) -> Kinds:
    return kinds(world.register.treaty(name), world, day)


def _tell_each(names: Sequence[str], world: World, day: Day | None, *, as_json: bool, screen: Console) -> None:
    data = Data(Store.default())
    held = [_described(name, world, day, data) for name in names]
    if as_json:
        told = {"on": day.iso() if day else None, "treaties": list(map(kinds_json, held)), "counts": []}
        print_json(envelope("typology", world.register, **told))
        return
    for one in held:
        _show(one, screen)
    show_cutoff(world.register.edition, day or held[0].signed, screen)


def _described(name: str, world: World, day: Day | None, data: Data) -> Kinds:
    """Return what a treaty is, or a coalition where no treaty has the name."""
    register = world.register
    try:
        treaty = register.treaty(name)
    except UnknownName:
        if name not in register.operations and name not in register.operations.aliases:
            raise
        return kinds_of_operation(register.operations.find(name), world, day)
    held = treaty if day is None else as_on(treaty, day)
    return with_answers(kinds(treaty, world, day), data.answers(held, register, day or treaty.signed))


def _show(one: Kinds, screen: Console) -> None:
    when = f"on {one.day.iso()}" if one.day else "over its whole life"
    screen.print(f"[bold]{escape(one.name)}[/bold]  [dim]{one.id}, {when}[/dim]")
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(no_wrap=True)
    table.add_column()
    table.add_column(style="dim")
    for question, answer in _worth_a_row(one):
        table.add_row(question.replace("_", " "), _said(answer), escape(answer.because))
    screen.print(table)
    screen.print()


def _worth_a_row(one: Kinds) -> Iterator[tuple[str, Answer]]:
    """Yield the answers without conditions that do not apply, and without the ends of a depth that is known."""
    for question, answer in one.answers.items():
        is_idle = question.startswith("condition_") and not answer.value
        is_told = question.startswith("depth_") and one["depth"].value is not None
        if not is_idle and not is_told:
            yield question, answer


def _said(answer: Answer) -> str:
    match answer.value:
        case None:
            return "[cyan]unknown[/cyan]"
        case bool():
            return "yes" if answer.value else "no"
        case float():
            return f"{answer.value:.3g}"
        case _:
            return escape(str(answer.value).replace("_", " "))


# --- counts -----------------------------------------------------------------------------------------------------------


def _tell_counts(held: Sequence[Kinds], world: World, day: Day | None, *, as_json: bool) -> None:
    counted = counts((century(one.signed.year), one) for one in held)
    coalitions = [kinds_of_operation(one, world) for one in world.register.operations.values()]
    ad_hoc = sum(one["form"].value == "ad_hoc" for one in coalitions)
    if as_json:
        told = {"on": day.iso() if day else None, "treaties": [], "counts": list(map(count_json, counted))}
        print_json(envelope("typology", world.register, **told))
        return
    screen = console()
    screen.print(_table(counted))
    in_force = f" in force on {day.iso()}" if day else ""
    screen.print(
        f"[dim]{len(held)} treaties{in_force}, by century of signature; +n? are not known. Beside them {ad_hoc} ad hoc "
        f"coalitions and {len(coalitions) - ad_hoc} operations of standing alliances and organisations.\n"
        f"Register {world.register.edition.version}: before {world.register.edition.covers_since[:4]} a choice.[/dim]"
    )


def _table(counted: Sequence[Count]) -> Table:
    times = sorted({one.since for one in counted})
    table = Table(box=None, pad_edge=False)
    table.add_column("type", no_wrap=True)
    for time in times:
        table.add_column(_ordinal(time), justify="right", no_wrap=True)
    by_type: dict[str, dict[int, Count]] = {}
    for one in counted:
        by_type.setdefault(one.type, {})[one.since] = one
    for name, of_time in by_type.items():
        table.add_row(name, *(_cell(of_time[time]) for time in times))
    table.add_row("[dim]treaties[/dim]", *(str(next(iter(by_type.values()))[time].of) for time in times))
    return table


def _cell(one: Count) -> str:
    unknown = one.of - one.known
    return f"{one.yes}" + (f" [dim]+{unknown}?[/dim]" if unknown else "")


def _ordinal(time: int) -> str:
    number = abs(time)
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}" + (" BC" if time < 0 else "")

"""``foedus state``: states and other actors, on a date."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from rich.markup import escape
from rich.table import Table

from foedus._base.dates import Day
from foedus._base.errors import BadInput, Fault
from foedus.catalogue.charts import maker
from foedus.cli.chart_options import PngOption, SvgOption, draw
from foedus.cli.output import JsonOption, console, day_option, print_json, show_cutoff
from foedus.cli.show_arrangements import show_standing
from foedus.domain.actor import Actor
from foedus.obligations.answer import actor_json, envelope
from foedus.register.compiled import load_register
from foedus.report.state import operations_of, standing_on, state_json, treaties_of

app = typer.Typer(add_completion=False, no_args_is_help=True)

OnOption = Annotated[
    str | None, typer.Option("--on", help="The day on which the name is meant; the register's cut-off if left out.")
]


@app.command(
    epilog="Examples:  foedus state show Prussia --on 1866-06-16   |   foedus state show cow:365 --on 1975-01-01   |   "
    "foedus state show France --on 1955-06-15 --png partners.png"
)
def show(
    name: Annotated[str, typer.Argument(help="A name, an id, cow:N, gw:N, an abbreviation or ISO alpha-3 code.")],
    on: OnOption = None,
    png: PngOption = None,
    svg: SvgOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show an actor on a day: names, codes; treaties, operations, nuclear weapons, forces abroad and at home."""
    register = load_register()
    day = day_option(on, "--on") or Day.parse(register.edition.cutoff)
    actor = register.actors.find(name, day)
    draw(lambda: maker("ego-network")(register, actor.id, day), png, svg)
    if as_json:
        print_json(envelope("state", register, **state_json(actor, day, register)))
        return
    bound, taking_part = treaties_of(actor, day, register), operations_of(actor, day, register)
    screen = console()
    screen.print(
        f"[bold]{escape(actor.name_on(day))}[/bold] on {day}  [dim]{actor.id}, {actor.kind.replace('_', ' ')}[/dim]"
    )
    table = Table(box=None, show_header=False, pad_edge=False)
    for label, value in _rows(actor, day):
        table.add_row(f"[dim]{label}[/dim]", escape(value))
    screen.print(table)
    screen.print(f"\n[bold]Bound by[/bold] ({len(bound)})")
    for treaty_id, treaty_name in bound:
        screen.print(f"  {escape(treaty_name)} [dim]{treaty_id}[/dim]")
    if taking_part:
        screen.print(f"\n[bold]Takes part in[/bold] ({len(taking_part)})")
    for operation_id, (operation_name, doubt) in taking_part.items():
        screen.print(f"  {escape(operation_name)} [dim]{operation_id}{doubt}[/dim]")
    show_standing(*standing_on(actor, day, register), screen)
    screen.print()
    show_cutoff(register.edition, day, screen)


@app.command("list", epilog="Examples:  foedus state list --on 1914-08-01   |   foedus state list --system gw --json")
def list_(
    on: OnOption = None,
    system: Annotated[str, typer.Option("--system", help="cow or gw.")] = "cow",
    as_json: JsonOption = False,
) -> None:
    """List the members of a state system on a day."""
    if system not in {"cow", "gw"}:
        raise BadInput(Fault(f"no state system is called {system!r}", "--system", "cow, gw"))
    register = load_register()
    day = day_option(on, "--on") or Day.parse(register.edition.cutoff)
    members = [actor for actor in register.actors if actor.in_system_on(day, system)]
    members.sort(key=lambda actor: actor.number_on(system, day) or 0)
    if as_json:
        states = [actor_json(register, actor.id, day, {}) for actor in members]
        print_json(envelope("states", register, on=day.iso(), system=system, states=states))
        return
    table = Table(box=None, pad_edge=False)
    for column in (system, "name", "iso3", "id"):
        table.add_column(column)
    for actor in members:
        table.add_row(str(actor.number_on(system, day)), escape(actor.name_on(day)), actor.iso3_on(day) or "", actor.id)
    screen = console()
    screen.print(table)
    screen.print(f"[dim]{len(members)} members of the {system} system on {day}[/dim]")


def _rows(actor: Actor, day: Day) -> list[tuple[str, str]]:
    capital = actor.capital_on(day)
    rows = [
        ("names", "; ".join(f"{name.text} {name.spell}" for name in actor.names)),
        ("COW", _membership(actor, "cow")),
        ("Gleditsch–Ward", _membership(actor, "gw")),
        ("ISO alpha-3", actor.iso3_on(day) or ""),
        ("existed", ", ".join(map(str, actor.exists))),
        ("capital", f"{capital.name} ({capital.lat}, {capital.lon})" if capital else ""),
        ("predecessors", _links(actor.predecessors)),
        ("successors", _links(actor.successors)),
        ("disputed", actor.disputed),
        ("note", actor.note),
    ]
    return [(label, value) for label, value in rows if value]


def _membership(actor: Actor, system: str) -> str:
    return "; ".join(
        f"{member.number} {member.abbreviation} {', '.join(map(str, member.spells))}"
        for member in actor.memberships(system)
    )


def _links(links: Any) -> str:
    return ", ".join(f"{link.actor} ({link.how}{f' {link.date}' if link.date else ''})" for link in links)

"""``foedus alliance``: what alliances are made of beside clauses, on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from foedus._base.dates import Day
from foedus._base.errors import BadInput, Fault
from foedus.catalogue.charts import maker
from foedus.cli.chart_options import PngOption, SvgOption, draw
from foedus.cli.output import JsonOption, console, day_option, listed, print_json, show_cutoff
from foedus.cli.show_arrangements import (
    show_organ,
    show_presence,
    show_sharing,
    show_structure,
    show_umbrella,
    show_zone,
)
from foedus.obligations.answer import envelope
from foedus.register.arrangements import BoundBy, load_arrangements
from foedus.register.compiled import load_register
from foedus.register.register import Register
from foedus.report.alliance import AllianceOn, alliance_json, alliance_on
from foedus.report.arrangements import Teller

if TYPE_CHECKING:
    from foedus.report.charts.chart import Chart

app = typer.Typer(add_completion=False, no_args_is_help=True)


@app.command("list", epilog="Examples:  foedus alliance list   |   foedus alliance list --json")
def list_(as_json: JsonOption = False) -> None:
    """List the alliances whose organs or structures the register holds."""
    held = load_arrangements()
    rows = [
        {
            "id": heading.id,
            "name": heading.name,
            "treaties": list(heading.treaties),
            "organs": len(held.organs_of(heading.id)),
            "structures": len(held.structures_of(heading.id)),
        }
        for heading in sorted(held.alliances.values(), key=lambda one: one.id)
    ]
    if as_json:
        print_json(envelope("alliances", load_register(), alliances=rows))
        return
    table = Table(box=None, pad_edge=False)
    table.add_column("id", no_wrap=True)
    table.add_column("name")
    for column in ("organs", "structures"):
        table.add_column(column, justify="right", no_wrap=True)
    for row in rows:
        table.add_row(str(row["id"]), escape(str(row["name"])), str(row["organs"]), str(row["structures"]))
    console().print(table)


@app.command(
    epilog="Examples:  foedus alliance show nato --on 1975-01-01   |   foedus alliance show csto --json"
    "   |   foedus alliance show nato --on 1975-01-01 --png map.png"
)
def show(
    treaty: Annotated[str, typer.Argument(help="The id of a treaty, an alias, or an id of `foedus alliance list`.")],
    on: Annotated[
        str | None, typer.Option("--on", help="The day asked about; the register's cut-off if left out.")
    ] = None,
    png: PngOption = None,
    svg: SvgOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show an alliance on a day: parties, organs and rules, structures, nuclear arrangements, stationed forces.

    `--png` and `--svg` draw a map of the parties and areas of the first treaty that it rests on.
    """
    register, held = load_register(), load_arrangements()
    day = day_option(on, "--on") or Day.parse(register.edition.cutoff)
    found = alliance_on(treaty, day, register, held)
    tell = Teller(register, day, BoundBy(register))
    draw(lambda: _map(found, register, day), png, svg)
    if as_json:
        print_json(envelope("alliance", register, on=day.iso(), alliance=alliance_json(found, tell)))
        return
    screen = console()
    _show(found, tell, screen)
    screen.print()
    show_cutoff(register.edition, day, screen)


def _map(alliance: AllianceOn, register: Register, day: Day) -> Chart:
    if not alliance.treaties:
        what = f"{alliance.id} rests on no treaty of the register, so there is nothing to draw"
        raise BadInput(Fault(what, "--png", "an alliance that rests on a treaty"))
    return maker("area-map")(register, register.treaty(alliance.treaties[0]), day)


def _show(alliance: AllianceOn, tell: Teller, screen: Console) -> None:
    screen.print(f"[bold]{escape(alliance.name)}[/bold] on {tell.day}  [dim]{alliance.id}[/dim]")
    rests = ", ".join(alliance.treaties) or alliance.agreement
    if rests:
        screen.print(f"[dim]rests on[/dim] {escape(rests)}")
    for treaty in (tell.register.treaties[name] for name in alliance.treaties):
        if tell.day.last < treaty.signed.first:
            screen.print(f"[yellow]{escape(treaty.name)} was signed later, on {treaty.signed}[/yellow]")
    if alliance.treaties:
        names = listed(map(tell.name, alliance.parties)) or "nobody"
        screen.print(f"[bold]Bound on the day[/bold] ({len(alliance.parties)}): {names}", soft_wrap=False)
    _title("Organs and rules", bool(alliance.organs), screen)
    for organ in alliance.organs:
        show_organ(organ, tell, screen)
    _title("Structures", bool(alliance.structures), screen)
    for structure in alliance.structures:
        show_structure(structure, tell, screen)
    _show_nuclear(alliance, tell, screen)
    _title("Stationed forces that rest on it", bool(alliance.presences), screen)
    for presence in alliance.presences:
        show_presence(presence, tell, screen)
    _show_sources(alliance, tell, screen)


def _show_nuclear(alliance: AllianceOn, tell: Teller, screen: Console) -> None:
    _title("Nuclear arrangements", bool(alliance.umbrellas or alliance.sharing or alliance.zones), screen)
    for umbrella in alliance.umbrellas:
        show_umbrella(umbrella, tell, screen)
    for sharing in alliance.sharing:
        show_sharing(sharing, tell, screen)
    for zone in alliance.zones:
        show_zone(zone, tell, screen)


def _show_sources(alliance: AllianceOn, tell: Teller, screen: Console) -> None:
    sources = {source["title"]: source for source in alliance_json(alliance, tell)["sources"]}
    if sources:
        screen.print("\n[dim]sources[/dim]")
    for source in sources.values():
        where = f" <{source['url']}>" if source["url"] else ""
        screen.print(Padding(Text(f"{source['title']}{where}"), (0, 0, 0, 2), expand=False), style="dim")


def _title(title: str, has_any: bool, screen: Console) -> None:
    """Print the title of a part; one that holds nothing says so."""
    screen.print(f"\n[bold]{title}[/bold]" + ("" if has_any else "  [dim]none on record[/dim]"))

"""``foedus treaty``: the register's treaties."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from foedus._base.dates import Day, Spell
from foedus.catalogue.charts import maker
from foedus.cli.chart_options import PngOption, SvgOption, draw
from foedus.cli.output import JsonOption, console, day_option, listed, print_json, said, show_cutoff
from foedus.cli.show_provisions import show_duration, show_provisions
from foedus.cli.timeline import EPILOG as TIMELINE_EPILOG
from foedus.cli.timeline import show_timeline
from foedus.cli.wording import group_words, known_words
from foedus.domain.treaty import Clause, Party, Treaty
from foedus.obligations.answer import envelope
from foedus.register.compiled import load_register
from foedus.register.register import Register
from foedus.report.treaties import last_day, party_name, treaty_head, treaty_whole, unread_told

app = typer.Typer(add_completion=False, no_args_is_help=True)

OnOption = Annotated[str | None, typer.Option("--on", help="Only what was in force on this day.")]


@app.command(
    "list",
    epilog="Examples:  foedus treaty list   |   foedus treaty list --on 1914-08-01 --state Italy   |   "
    "foedus treaty list --type bilateral --type defence --asymmetric --region europe",
)
def list_(
    on: OnOption = None,
    state: Annotated[str | None, typer.Option("--state", help="Only treaties of this state.")] = None,
    types: Annotated[
        list[str] | None,
        typer.Option("--type", help="Only of this type: bilateral, regional, defence, conditional … (repeatable)."),
    ] = None,
    asymmetric: Annotated[
        bool | None, typer.Option("--asymmetric/--symmetric", help="Only where the parties' pledges differ, or not.")
    ] = None,
    secret: Annotated[
        bool | None, typer.Option("--secret/--open", help="Only what was made secretly, in part or wholly, or not.")
    ] = None,
    region: Annotated[
        str | None, typer.Option("--region", help="Only where every member's capital lies there: europe, africa …")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """List the treaties, oldest first; what is not known to be of a type is left out."""
    register = load_register()
    day = day_option(on, "--on")
    treaties = sorted(register.treaties.values(), key=lambda treaty: (treaty.signed, treaty.id))
    if day is not None:
        treaties = [treaty for treaty in treaties if treaty.life and treaty.life.possibly(day)]
    if state is not None:
        states = (
            frozenset({register.actors.find(state, day).id}) if day is not None else register.actors.ever_called(state)
        )
        treaties = [treaty for treaty in treaties if _binds(treaty, states, day)]
    if types or region or asymmetric is not None or secret is not None:
        from foedus.cli.treaty_types import that_fit, wanted  # noqa: PLC0415 - brings all that types hang on

        wish = wanted(types or (), asymmetric=asymmetric, secret=secret, region=region)
        treaties = that_fit(wish, treaties, register, day)
    if as_json:
        print_json(envelope("treaties", register, treaties=[treaty_head(treaty) for treaty in treaties]))
        return
    table = Table(box=None, pad_edge=False)
    table.add_column("id", no_wrap=True)
    table.add_column("signed", no_wrap=True)
    table.add_column("ended", no_wrap=True)
    table.add_column("name")
    for treaty in treaties:
        table.add_row(treaty.id, treaty.signed.iso(), treaty.ended.iso() if treaty.ended else "", escape(treaty.name))
    screen = console()
    screen.print(table)
    screen.print(
        f"[dim]{len(treaties)} treaties, register {register.edition.version}, kept to {register.edition.cutoff}[/dim]"
    )


def _binds(treaty: Treaty, states: frozenset[str], day: Day | None) -> bool:
    """Whether one of the states stood in the treaty, on the day if one is given."""
    places = [place for state in states for place in treaty.places_of(state)]
    if day is None:
        return bool(places)
    return any(place.may_be_bound_on(day) for place in places)


@app.command(
    epilog="Examples:  foedus treaty show nato   |   foedus treaty show nato --on 1955-06-01 --json"
    "   |   foedus treaty show nato --on 1955-06-01 --png map.png"
)
def show(
    treaty: Annotated[str, typer.Argument(help="The id of a treaty, or an alias.")],
    on: OnOption = None,
    png: PngOption = None,
    svg: SvgOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show a treaty: parties with their spells, and who owes what to whom, clause by clause.

    `--png` and `--svg` draw a map of its parties and areas: on the day, or on the last one on which it was law.
    """
    register = load_register()
    day = day_option(on, "--on")
    found = register.treaty(treaty)
    draw(lambda: maker("area-map")(register, found, day or Day.from_number(last_day(found, register).first)), png, svg)
    if as_json:
        print_json(envelope("treaty", register, treaty=treaty_whole(found, register)))
        return
    screen = console()
    _show(found, register, day, screen)
    if day is not None:
        screen.print()
        show_cutoff(register.edition, day, screen)


app.command("timeline", epilog=TIMELINE_EPILOG)(show_timeline)


def _show(treaty: Treaty, register: Register, day: Day | None, screen: Console) -> None:
    screen.print(f"[bold]{escape(treaty.name)}[/bold]  [dim]{treaty.id}[/dim]")
    screen.print(
        f"{said(treaty.character)}, signed {treaty.signed}, "
        f"{f'in force {treaty.in_force}' if treaty.in_force else 'never in force'}"
        f"{f', ended {treaty.ended}' if treaty.ended else ''}"
    )
    screen.print(Padding(Text(treaty.summary), (1, 0, 1, 0), expand=False))
    if treaty.term:
        screen.print(f"[dim]term:[/dim] {escape(treaty.term)}\n")
    if treaty.duration:
        show_duration(treaty.duration, screen)
    _show_parties(treaty, register, day, screen)
    for clause in treaty.clauses:
        if day is None or clause.spell.possibly(day):
            _show_clause(clause, register, treaty, screen)
    if told := unread_told(treaty):
        screen.print(f"[yellow]{escape(told)}[/yellow]\n")
    if treaty.provisions:
        show_provisions(treaty.provisions, register, day, screen)
    screen.print("[dim]sources[/dim]")
    for source in treaty.sources:
        where = f" <{source.url}>" if source.url else ""
        screen.print(Padding(Text(f"{source.id}: {source.title}{where}"), (0, 0, 0, 2), expand=False))


def _show_parties(treaty: Treaty, register: Register, day: Day | None, screen: Console) -> None:
    held = [party for party in treaty.parties if day is None or party.may_be_bound_on(day)]
    screen.print(f"[bold]Parties[/bold]{f' on {day}' if day else ''} ({len(held)})")
    by_spell: dict[tuple[str, str], list[str]] = {}
    for party in held:
        by_spell.setdefault((party.role, _bound(party)), []).append(party_name(party, register))
    for (role, bound), names in by_spell.items():
        who = "" if role == "party" else f" [dim]({said(role)})[/dim]"
        screen.print(Padding(Text.from_markup(f"{bound}: {listed(names)}{who}"), (0, 0, 0, 2), expand=False))
    for pause in treaty.suspensions:
        sides = " and ".join(
            listed(register.actors[state].names[-1].text for state in side) for side in (pause.one, pause.other)
        )
        screen.print(Padding(Text.from_markup(f"suspended between {sides} {pause.spell}"), (0, 0, 0, 2), expand=False))
    screen.print()


def _bound(party: Party) -> str:
    if party.bound is None:
        return "never bound"
    return str(party.bound) if party.bound.end else f"since {party.bound.start}"


def _show_clause(clause: Clause, register: Register, treaty: Treaty, screen: Console) -> None:
    life = "" if clause.spell == Spell() else f"  [dim]{clause.spell}[/dim]"
    instrument = treaty.instrument_of[clause.instrument]
    secret = "  [dim]secret[/dim]" if instrument.secret else ""
    screen.print(
        f"[bold]art. {escape(clause.article)}[/bold] [dim]{escape(instrument.title)}[/dim]: "
        f"[italic]{said(clause.obligation)}[/italic], {said(clause.strength)}{life}{secret}"
    )
    who = f"{group_words(clause.owes, register)} → {group_words(clause.to, register)}"
    for line in (escape(clause.summary), who, f"[dim]{known_words(clause.evidence)}[/dim]"):
        screen.print(Padding(Text.from_markup(line), (0, 0, 0, 2), expand=False))
    for reading in clause.readings:
        line = f"[magenta]reading {escape(reading.id)}[/]: {escape(reading.summary)} ({listed(reading.holders)})"
        screen.print(Padding(Text.from_markup(line), (0, 0, 0, 2), expand=False))
    screen.print()

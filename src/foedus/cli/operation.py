"""``foedus operation``: the register's operations and ad hoc coalitions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, get_args

import typer
from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from foedus._base.dates import Day, Spell
from foedus._base.errors import BadInput, Fault, UnknownName
from foedus.cli.output import JsonOption, console, day_option, listed, print_json, said
from foedus.domain.operation import Mandate, Operation, Participant, Size
from foedus.domain.vocabulary import OperationKind, OperationPurpose
from foedus.obligations.answer import envelope
from foedus.register.compiled import load_register
from foedus.register.register import Register
from foedus.report.operations import lead_name, name_in, operation_head, operation_whole

app = typer.Typer(add_completion=False, no_args_is_help=True)

KNOWN = {
    "text": "read in the document",
    "secondary": "from a secondary work",
    "knowledge": "from memory, not looked up",
}

OnOption = Annotated[str | None, typer.Option("--on", help="Only what may have held on this day.")]


@app.command("list", epilog="Examples:  foedus operation list --on 1993-07-01   |   foedus operation list --lead NATO")
def list_(
    on: OnOption = None,
    state: Annotated[str | None, typer.Option("--state", help="Only those in which this state took part.")] = None,
    kind: Annotated[str | None, typer.Option("--kind", help="Only of this kind.")] = None,
    purpose: Annotated[str | None, typer.Option("--purpose", help="Only with this purpose.")] = None,
    lead: Annotated[
        str | None, typer.Option("--lead", help="Only those led by this state, organisation or treaty's alliance.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """List the operations, oldest first."""
    _is_a_word(kind, get_args(OperationKind), "--kind")
    _is_a_word(purpose, get_args(OperationPurpose), "--purpose")
    register = load_register()
    day = day_option(on, "--on")
    held = [
        operation
        for operation in (register.operations.oldest_first() if day is None else register.operations.on(day))
        if kind in {None, operation.kind} and (purpose is None or purpose in operation.purposes)
    ]
    if state is not None:
        states = _called(state, day, register)
        held = [operation for operation in held if _takes_part(operation, states, day)]
    if lead is not None:
        leads = _leads_called(lead, day, register)
        held = [operation for operation in held if _is_led_by(operation, leads, day)]
    if as_json:
        heads = list(map(operation_head, held))
        print_json(envelope("operations", register, on=day.iso() if day else None, operations=heads))
        return
    _print_list(held, register)


def _is_a_word(word: str | None, words: Iterable[str], option: str) -> None:
    if word is not None and word not in words:
        raise BadInput(Fault(f"{word[:60]!r} is not a word of this option", option, ", ".join(words)))


def _called(name: str, day: Day | None, register: Register) -> frozenset[str]:
    """Return the actors so called, on the day if one is given."""
    return register.actors.ever_called(name) if day is None else frozenset({register.actors.find(name, day).id})


def _leads_called(name: str, day: Day | None, register: Register) -> frozenset[str]:
    """Return the ids of the actor and of the treaty so called."""
    treaty = register.aliases.get(name, name)
    treaties = frozenset({treaty}) if treaty in register.treaties else frozenset[str]()
    try:
        return treaties | _called(name, day, register)
    except UnknownName:
        if treaties:
            return treaties
        raise


def _takes_part(operation: Operation, states: frozenset[str], day: Day | None) -> bool:
    parts = operation.participants if day is None else operation.participants_on(day)
    return any(part.state in states for part in parts)


def _is_led_by(operation: Operation, leads: frozenset[str], day: Day | None) -> bool:
    held = operation.leads if day is None else operation.leads_on(day)
    return any(not leads.isdisjoint({lead.actor, lead.treaty}) for lead in held)


def _print_list(operations: list[Operation], register: Register) -> None:
    table = Table(box=None, pad_edge=False)
    for column in ("id", "began", "ended"):
        table.add_column(column, no_wrap=True)
    table.add_column("name")
    for operation in operations:
        began, ended = operation.spell.start, operation.spell.end
        table.add_row(operation.id, began.iso() if began else "", ended.iso() if ended else "", escape(operation.name))
    screen = console()
    screen.print(table)
    edition = register.edition
    screen.print(f"[dim]{len(operations)} operations, register {edition.version}, kept to {edition.cutoff}[/dim]")


@app.command(epilog="Examples:  foedus operation show isaf   |   foedus operation show isaf --on 2005-06-01 --json")
def show(
    operation: Annotated[str, typer.Argument(help="The id of an operation, or an alias.")],
    on: OnOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show an operation: lead, participants with their spells, mandate, command, and how each is known."""
    register = load_register()
    day = day_option(on, "--on")
    found = register.operations.find(operation)
    if as_json:
        whole = operation_whole(found, register, day)
        print_json(envelope("operation", register, on=day.iso() if day else None, operation=whole))
        return
    _show(found, register, day, console())


def _show(operation: Operation, register: Register, day: Day | None, screen: Console) -> None:
    screen.print(f"[bold]{escape(operation.name)}[/bold]  [dim]{operation.id}[/dim]")
    if operation.other_names:
        screen.print(f"[dim]also[/dim] {escape('; '.join(operation.other_names))}")
    purposes = ", ".join(map(said, operation.purposes))
    screen.print(f"{said(operation.kind)}: {purposes}, {_life(operation)}")
    screen.print(f"[dim]where[/dim] {escape(operation.theatre)}")
    if day is not None and not operation.spell.possibly(day):
        screen.print(f"[yellow]it did not run on {day}[/yellow]")
    screen.print(Padding(Text(operation.summary), (1, 0, 1, 0), expand=False))
    _show_participants(operation, register, day, screen)
    _show_part(screen, "Mandate", map(_mandate_line, operation.mandates), operation, "mandates")
    lines = [*_lead_lines(operation, register, day), *_command_lines(operation, day)]
    _show_part(screen, "Command", lines, operation, "command")
    _show_part(screen, "Against", _opponent_lines(operation, register, day), operation, "opponents")
    _show_part(screen, "Dates and end", _end_lines(operation), operation, "dates")
    _show_sources(operation, screen)


def _life(operation: Operation) -> str:
    began, ended = operation.spell.start, operation.spell.end
    return f"from {began} to {ended}" if ended else f"since {began}"


def _show_participants(operation: Operation, register: Register, day: Day | None, screen: Console) -> None:
    held = operation.participants if day is None else operation.participants_on(day)
    lines = _participant_lines(held, operation, register)
    count = len({part.state for part in held})
    title = f"Participants{f' on {day}' if day else ''} ({count})"
    _show_part(screen, title, lines, operation, "participants")


def _participant_lines(held: Iterable[Participant], operation: Operation, register: Register) -> Iterator[str]:
    """Yield a line for each group of states of which the same is told; a state that was counted has its own."""
    groups: dict[tuple[str, str, str, str], list[str]] = {}
    for part in held:
        name = name_in(part.spell, part.state, register)
        size = f"; {_size(part.size)}" if part.size else ""
        groups.setdefault((said(part.role), _when(part, operation), size, _remarks(part)), []).append(name)
    for (role, when, size, remarks), names in groups.items():
        yield f"{role}{when}: {listed(names)}{size}{remarks}"


def _when(part: Participant, operation: Operation) -> str:
    if not part.dated:
        return " [dim]at some time[/dim]"
    return "" if part.spell == operation.spell else f" [dim]{_dated(part.spell)}[/dim]"


def _dated(spell: Spell) -> str:
    return str(spell) if spell.end else f"since {spell.start}"


def _remarks(part: Participant) -> str:
    note = f"; {escape(part.note)}" if part.note else ""
    caveats = f"; [yellow]caveats[/]: {escape(part.caveats)}" if part.caveats else ""
    return note + caveats


def _size(size: Size) -> str:
    source = f", {escape(size.source)}" if size.source else ""
    note = f", {escape(size.note)}" if size.note else ""
    return f"{size.personnel:,} ({size.on}{source}{note})"


def _mandate_line(mandate: Mandate) -> str:
    parts = [said(mandate.basis), mandate.resolution, f"of {mandate.date}" if mandate.date else ""]
    head = escape(" ".join(part for part in parts if part))
    note = f": {escape(mandate.note)}" if mandate.note else ""
    disputed = f"; [magenta]disputed[/]: {escape(mandate.disputed)}" if mandate.disputed else ""
    return f"{head}{note}{disputed}"


def _lead_lines(operation: Operation, register: Register, day: Day | None) -> Iterator[str]:
    for lead in operation.leads if day is None else operation.leads_on(day):
        note = f", {escape(lead.note)}" if lead.note else ""
        spell = "" if lead.spell == operation.spell else f" [dim]{_dated(lead.spell)}[/dim]"
        yield f"led by {escape(lead_name(lead, register))}{spell}{note}"


def _command_lines(operation: Operation, day: Day | None) -> Iterator[str]:
    for command in operation.commands if day is None else operation.commands_on(day):
        spell = "" if command.spell == operation.spell else f" [dim]{_dated(command.spell)}[/dim]"
        yield f"[italic]{said(command.arrangement)}[/italic]{spell}: {escape(command.text)}"


def _opponent_lines(operation: Operation, register: Register, day: Day | None) -> Iterator[str]:
    for one in operation.opponents if day is None else operation.opponents_on(day):
        name = name_in(one.spell, one.actor, register) if one.actor else one.name
        spell = "" if one.spell == operation.spell else f" [dim]{_dated(one.spell)}[/dim]"
        yield f"{escape(name)}{spell}"


def _end_lines(operation: Operation) -> Iterator[str]:
    yield _life(operation)
    for size in operation.sizes:
        yield f"the whole force: {_size(size)}"
    if operation.ending is not None:
        to = f" to {', '.join(operation.ending.to)}" if operation.ending.to else ""
        note = f": {escape(operation.ending.note)}" if operation.ending.note else ""
        yield f"{said(operation.ending.how)}{to}{note}"
    if operation.note:
        yield escape(operation.note)


def _show_part(screen: Console, title: str, lines: Iterable[str], operation: Operation, group: str) -> None:
    held = list(lines)
    known = {str(name): evidence for name, evidence in operation.known.items()}.get(group)
    if not held or known is None:
        return
    locator = f" ({escape(known.source)}, {escape(known.locator)})" if known.source else ""
    screen.print(f"[bold]{title}[/bold]  [dim]{KNOWN[known.verified]}{locator}[/dim]")
    for line in held:
        screen.print(Padding(Text.from_markup(line), (0, 0, 0, 2), expand=False))
    screen.print()


def _show_sources(operation: Operation, screen: Console) -> None:
    if not operation.sources:
        return
    screen.print("[dim]sources[/dim]")
    for source in operation.sources:
        where = f" <{source.url}>" if source.url else ""
        screen.print(Padding(Text(f"{source.id}: {source.title}{where}"), (0, 0, 0, 2), expand=False))

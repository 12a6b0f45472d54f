"""``foedus clause``: the treaty laboratory."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Words

from foedus._base.documents import read_file
from foedus._base.errors import BadInput
from foedus.cli.output import STYLES, JsonOption, console, day_option, listed, print_json, said
from foedus.domain.treaty import Treaty
from foedus.domain.vocabulary import Obligation, Status
from foedus.obligations.answer import envelope
from foedus.obligations.casebook import read_cases
from foedus.obligations.grid import Trial
from foedus.obligations.laboratory import LABEL, STRENGTH, Behaviour, Experiment, Text, experiment
from foedus.register.compiled import load_register
from foedus.register.draft import Draft, drop_articles, read_draft
from foedus.register.register import Register
from foedus.report.casebook import CASES
from foedus.report.laboratory import Line, behaviour_lines, counts, difference_lines, experiment_json

app = typer.Typer(add_completion=False, no_args_is_help=True)

SAID: dict[Status, str] = {"conditional": "dormant", "undetermined": "not settled"}
EPILOG = (
    "Examples:  foedus clause test nato --drop-article 6   |   foedus clause test teu-42-7 --against nato   |   "
    "foedus clause test draft.yaml --json"
)


@app.callback()
def clause() -> None:
    """Test treaty texts."""


@app.command("test", epilog=EPILOG)
def put_to_the_test(
    draft: Annotated[str, typer.Argument(metavar="DRAFT", help="A treaty file, or the id of a treaty.")],
    against: Annotated[
        str | None,
        typer.Option("--against", metavar="TREATY", help="Another text; left out, the register's of the same id."),
    ] = None,
    drop: Annotated[
        list[str] | None, typer.Option("--drop-article", metavar="N", help="Leave an article out (may be repeated).")
    ] = None,
    on: Annotated[str | None, typer.Option("--on", help="The day of the grid; left out, the last covered.")] = None,
    law_on: Annotated[str | None, typer.Option("--law-on", help="Put the law of this day to the cases.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Show what a treaty text does on all cases of the casebook and on a fixed grid, and where it parts from another.

    The behaviour of a text, not a forecast: the grid is the same for every text, and nothing is searched for.
    """
    register = load_register()
    text = _draft(draft, register)
    if drop:
        text = drop_articles(text, drop)
    other = _other(text, against, register)
    cases = [Trial(name, contingency) for name, contingency in read_cases(read_file(CASES), register)]
    own = Text(text.treaty, text.put_in(register), text.called)
    held = experiment(own, other, cases, on=day_option(on, "--on"), law_on=day_option(law_on, "--law-on"))
    if as_json:
        print_json(envelope("clause-test", register, **experiment_json(held)))
        return
    _print(held, console())


def _draft(name: str, register: Register) -> Draft:
    """Return the draft a file holds, or the text of a treaty of the register."""
    if name not in register.treaties and (Path(name).suffix or _is_a_file(name)):
        return read_draft(Path(name), register)
    treaty = _treaty(name, "DRAFT", register)
    return Draft(treaty, treaty, treaty.id)


def _is_a_file(name: str) -> bool:
    try:
        return Path(name).is_file()
    except OSError:  # a name too long for any file
        return False


def _treaty(name: str, option: str, register: Register) -> Treaty:
    try:
        return register.treaty(name)
    except BadInput as error:
        raise error.inside(option) from error


def _other(text: Draft, against: str | None, register: Register) -> Text | None:
    if against is not None:
        treaty = _treaty(against, "--against", register)
    elif text.replaced is not None and text.replaced is not text.treaty:
        treaty = text.replaced
    else:
        return None
    return Text(treaty, register, f"{treaty.id} in the register")


def _print(held: Experiment, screen: Console) -> None:
    beside = f" beside [bold]{escape(held.other.called)}[/bold]" if held.other else ""
    screen.print(f"[bold]{escape(held.draft.called)}[/bold]{beside}. {LABEL}\n")
    cases = sum(not trial.is_of_grid for trial in held.trials)
    _print_counts(held, f"Casebook: law in {held.in_force} of {cases} cases", screen, of_grid=False)
    if not held.in_force:
        screen.print("[dim]--law-on DAY puts the law of one day to all of them.[/dim]")
    screen.print()
    grid = len(held.trials) - cases
    _print_counts(held, f"Grid: {grid} contingencies, {_kinds(held)}, on {held.day}", screen, of_grid=True)
    screen.print()
    if held.other is None:
        _print_lines("What it does", behaviour_lines(held), held, screen)
    else:
        _print_lines("Differences", difference_lines(held), held, screen)


def _kinds(held: Experiment) -> str:
    more = f" ({held.kinds_left_out} more left out)" if held.kinds_left_out else ""
    return f"{len(held.kinds)} kind{'' if len(held.kinds) == 1 else 's'} of party{more}"


def _print_counts(held: Experiment, title: str, screen: Console, *, of_grid: bool) -> None:
    screen.print(f"[bold]{title}[/bold]")
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("duty", no_wrap=True)
    table.add_column("text")
    for status in STRENGTH:
        table.add_column(_word(status), justify="right")
    texts: list[tuple[str, Behaviour]] = [("draft", held.behaviour)]
    if held.other:
        texts.append(("other", held.other_behaviour))
    counted = [(name, counts(held, behaviour, of_grid=of_grid)) for name, behaviour in texts]
    for kind in dict.fromkeys(kind for _, one in counted for kind in one):
        for name, one in counted:
            numbers = [str(one.get(kind, {}).get(status, 0)) for status in STRENGTH]
            table.add_row(_duty(kind), name, *numbers)
    if table.row_count:
        screen.print(table)
    else:
        screen.print("no duty is asked about")


def _word(status: Status, kind: Obligation = "defend") -> str:
    breached = status == "due" and kind == "nonaggression"
    return "breached" if breached else SAID.get(status, status.replace("_", " "))


def _duty(kind: Obligation) -> str:
    return "non-aggression" if kind == "nonaggression" else said(kind)


def _print_lines(title: str, lines: list[Line], held: Experiment, screen: Console) -> None:
    for text, kinds in ((held.draft, held.only_in_draft), (held.other, held.only_in_other)):
        if text and kinds:
            screen.print(f"Only in {escape(text.called)}: {', '.join(map(_duty, kinds))}")
    screen.print(f"[bold]{title}[/bold]" if lines else f"[bold]{title}[/bold]: none")
    for heading, of_grid in (("in the cases", False), ("on the grid", True)):
        part = [line for line in lines if line.is_of_grid == of_grid]
        if part:
            screen.print(f"[dim]{heading}[/dim]")
        for line in part:
            screen.print(Padding(Words.from_markup(_told(line, held)), (0, 0, 0, 2), expand=False))


def _told(line: Line, held: Experiment) -> str:
    after = f"[{STYLES[line.draft]}]{_word(line.draft, line.obligation)}[/]"
    change = after if line.other is None else f"{_word(line.other, line.obligation)} → {after}"
    who = _states(line, held)
    if not line.is_of_grid:
        return f"{_duty(line.obligation)}: {change}; {escape(line.names[0])}: {who}"
    grid = [trial for trial in held.trials if trial.is_of_grid]
    places = "any place" if {trial.place for trial in grid} <= set(line.places) else "; ".join(line.places)
    acts = "any act" if {trial.name for trial in grid} <= set(line.names) else "; ".join(line.names)
    targets = {state for trial in grid for event in trial.contingency.events for state in event.targets}
    some = "" if targets <= set(line.beneficiaries) else f" ({who})"
    return f"{_duty(line.obligation)}: {change}; {escape(f'{acts} | {places}')}{some}"


def _states(line: Line, held: Experiment) -> str:
    """Return who owes to whom, by the names of the day."""
    trial = next(one for one in held.trials if one.name == line.names[0])
    owing, owed = (
        listed((trial.called(state, held.draft.register) for state in states), most=4)
        for states in (line.obligors, line.beneficiaries)
    )
    return f"{owing} → {owed}"

"""``foedus cascade``: the chain of alliances, followed through."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, get_args

import typer
from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.text import Text

from foedus._base.errors import BadInput, Fault
from foedus.catalogue.charts import maker
from foedus.cli.chart_options import PngOption, SvgOption, draw
from foedus.cli.contingency_options import CaseArgument, SupposeOption, contingency_from, register_under
from foedus.cli.output import JsonOption, console, listed, print_json
from foedus.domain.cascade import Cascade, Mode, Round
from foedus.obligations.answer import actor_json, envelope, law_json
from foedus.obligations.cascade import cascade
from foedus.report.cascade import cascade_dot, cascade_json, grouped_moves, left_open_told, nobody_told

app = typer.Typer(add_completion=False)

MODES: tuple[Mode, ...] = get_args(Mode)
EPILOG = (
    "Examples:  foedus cascade case.yaml   |   foedus cascade case.yaml --mode all-pledges --json   |   "
    "foedus cascade case.yaml --graph chain.dot   |   foedus cascade case.yaml --png chain.png"
)


@app.command(epilog=EPILOG)
def command(
    case: CaseArgument = None,
    mode: Annotated[str, typer.Option("--mode", help="letter, all-pledges or as-entered.")] = "letter",
    suppose: SupposeOption = None,
    graph: Annotated[
        Path | None, typer.Option("--graph", metavar="FILE", help="Write the first course as a graph (DOT).")
    ] = None,
    png: PngOption = None,
    svg: SvgOption = None,
    as_json: JsonOption = False,
) -> None:
    """Follow a contingency through as allies come in, round by round, until nothing changes.

    A legal bound, not a forecast: by the letter, what is due is done; with all pledges, what is contested or dormant
    too; as entered, the entries that the case lists.
    """
    chosen = next((one for one in MODES if one == mode), None)
    if chosen is None:
        raise BadInput(Fault(f"no mode is called {mode!r}", "--mode", ", ".join(MODES)))
    register = register_under(suppose)
    intake = contingency_from(register, case, attackers=None, targets=None, on=None, at=None, act=None, gravity=None)
    chain = cascade(register, intake.contingency, chosen)
    labels = dict(intake.contingency.labels)
    day = intake.contingency.events[0].date

    def name(actor_id: str) -> str:
        return str(actor_json(register, actor_id, day, labels)["name"])

    if graph is not None:
        _write(graph, cascade_dot(chain, name))
    title = intake.contingency.title or "A chain of alliances"
    draw(lambda: maker("cascade")(chain, intake.contingency, register, title), png, svg)
    if as_json:
        law = law_json(register, None, public_only=False)
        answer = cascade_json(chain, register, intake.contingency)
        print_json(envelope("cascade", register, contingency=intake.checked, law=law, **answer))
        return
    _print(chain, name, console())


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise BadInput(
            Fault(f"cannot be written ({error.strerror})", f"--graph {path}", "a file in a folder")
        ) from error


def _print(chain: Cascade, name: Callable[[str], str], screen: Console) -> None:
    screen.print(f"[bold]{chain.label}[/bold]\n")
    for number, branch in enumerate(chain.branches, 1):
        if len(chain.branches) > 1:
            choices = "; ".join(branch.choices) or "no choice was needed"
            screen.print(f"[magenta]Course {number}[/magenta]: {escape(choices)}")
        if not branch.rounds:
            screen.print(f"{nobody_told(chain)}\n")
        for finished in branch.rounds:
            _print_round(finished, name, screen)
    if told := left_open_told(chain, name):
        words, states = told
        screen.print(f"[yellow]{words}:[/yellow] {escape(listed(states))}")
    if chain.is_cut:
        screen.print("[yellow]There may be more: it was cut at the limit of rounds or courses.[/yellow]")


def _print_round(finished: Round, name: Callable[[str], str], screen: Console) -> None:
    def line(markup: str, indent: int) -> None:
        screen.print(Padding(Text.from_markup(markup), (0, 0, 0, indent), expand=False))

    screen.print(f"[bold]Round {finished.number}[/bold]")
    for words in finished.torn:
        line(f"[magenta]{escape(words)}, who fight each other[/magenta]", 2)
    for group in grouped_moves(finished):
        under = escape(", ".join(group.under)) or "no duty in the register"
        line(f"[bold]{listed(map(name, group.states))}[/bold] beside {listed(map(name, group.beside))}", 2)
        line(f"against {listed(map(name, group.against))} ({under})", 4)
        for words in group.in_the_way if len(group.states) == 1 else ():
            line(f"[dim]{escape(words)}[/dim]", 4)
    for obligor, beneficiary in dict.fromkeys((duty.obligor, duty.beneficiary) for duty in finished.uncalled):
        line(f"[dim]due, and not come in: {escape(name(obligor))} for {escape(name(beneficiary))}[/dim]", 2)
    screen.print()

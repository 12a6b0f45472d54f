"""``foedus casebook``: worked cases against the engine."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.text import Text

from foedus._base.documents import read_file
from foedus._base.errors import BadInput, Fault
from foedus.cli.output import JsonOption, console, print_json, said
from foedus.cli.show_findings import FindingsScreen
from foedus.obligations.answer import envelope
from foedus.obligations.casebook import CaseResult, run_casebook
from foedus.register.compiled import load_register
from foedus.register.register import Register
from foedus.report.casebook import CASES, argued_lines, cases_json

app = typer.Typer(add_completion=False)

DISAGREEMENT = 1
_SHOWN = 3


@app.command(epilog="Examples:  foedus casebook   |   foedus casebook mine.yaml --case 1914-08-01-germany-russia")
def command(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[FILE]...", help="Casebook files; the bundled one if none is given."),
    ] = None,
    case: Annotated[list[str] | None, typer.Option("--case", help="Run this case alone (may be repeated).")] = None,
    as_json: JsonOption = False,
) -> None:
    """Resolve each case and print what disagrees, with its trace; exit 1 on disagreement.

    A line the register argues with, in the file of disagreements that comes with it, is told with the reason and is no
    failure.
    """
    register = load_register()
    argued = argued_lines()
    results: list[CaseResult] = []
    refused: list[Fault] = []
    for path in files or [CASES]:
        try:
            results.extend(run_casebook(read_file(path), register, case or (), argued))
        except BadInput as error:
            refused.extend(error.faults)
    if refused:
        raise BadInput(refused)
    if as_json:
        print_json(envelope("casebook", register, cases=cases_json(results, register)))
    else:
        _print(results, register)
    if any(result.unargued for result in results):
        raise typer.Exit(DISAGREEMENT)


def _print(results: list[CaseResult], register: Register) -> None:
    screen = console()
    for result in results:
        right = len(result.verdicts) - len(result.misses)
        mark = "[green]✓[/]" if not result.misses else "[red]✗[/]" if result.unargued else "[yellow]≠[/]"
        screen.print(f"{mark} {escape(result.id)}: {right} of {len(result.verdicts)} lines")
        if result.unscored:
            screen.print(f"    [dim]not scored, no actor: {escape(', '.join(result.unscored))}[/dim]")
        _print_misses(result, register, screen)
    total = sum(len(result.verdicts) for result in results)
    missed = sum(len(result.misses) for result in results)
    wrong = sum(len(result.unargued) for result in results)
    screen.print(
        f"\n{len(results)} cases, {total} lines, {total - missed} right, {wrong} wrong, {missed - wrong} argued"
    )


def _print_misses(result: CaseResult, register: Register, screen: Console) -> None:
    findings = FindingsScreen(screen, register, result.contingency)
    for verdict in result.misses:
        wanted = said(verdict.line.obligation) if verdict.line.obligation else "no duty to fight"
        treaty = verdict.line.treaty or "any other treaty"
        screen.print(f"  [red]{escape(verdict.line.name)}[/], {escape(treaty)}: the case expects {wanted}")
        if verdict.argued:
            screen.print(Padding(Text(f"argued: {verdict.argued}"), (0, 0, 0, 4), expand=False))
        if not verdict.found:
            screen.print("    no finding for this state and treaty")
        for finding in verdict.found[:_SHOWN]:
            findings.trace(finding)

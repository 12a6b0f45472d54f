"""``foedus register``: the register's files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from foedus._base.errors import BadInput, Fault
from foedus.cli.concordance import app as concordance_app
from foedus.cli.output import JsonOption, console, print_json
from foedus.cli.register_diff import EPILOG as DIFF_EPILOG
from foedus.cli.register_diff import diff
from foedus.cli.register_new import EPILOG as NEW_EPILOG
from foedus.cli.register_new import new
from foedus.obligations.answer import envelope
from foedus.register.check import check_treaty
from foedus.register.check_actors import check_actors
from foedus.register.check_together import check_together, warn_together
from foedus.register.compiled import from_contents, load_register
from foedus.register.files import TreatyFile, read_contents, read_treaty
from foedus.register.folder import treaty_files
from foedus.register.register import Register
from foedus.report.coverage import GRADES, coverage, coverage_json

app = typer.Typer(no_args_is_help=True)

FAULTS_FOUND = 1


@app.callback()
def register() -> None:
    """Check the register's files, count what is known, and begin new ones."""


app.command(epilog=NEW_EPILOG)(new)
app.command(epilog=DIFF_EPILOG)(diff)
app.add_typer(concordance_app, name="concordance")


@app.command(epilog="Examples:  foedus register check   |   foedus register check mine.yaml --summary")
def check(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[FILE]...", help="Treaty files; the whole embedded register if none is given."),
    ] = None,
    all_warnings: Annotated[
        bool, typer.Option("--warnings", help="List the warnings of the whole register too.")
    ] = False,
    summary: Annotated[
        bool, typer.Option("--summary", help="Count clauses by how they are known, century by century.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Find what is wrong, with file, line and reason; exit 1 if anything is.

    A warning, as of a gap between a treaty and its successor that nothing explains, is no fault: told for the files
    named, counted for the whole register.
    """
    try:
        held = load_register() if files else from_contents(read_contents())
    except BadInput as error:
        _report(list(error.faults), [], 0, as_json=as_json, held=None)
        raise typer.Exit(FAULTS_FOUND) from error
    paths = files or treaty_files()
    read, faults = _read(paths, held)
    faults.extend(check_together(read, held))
    if not files:
        faults.extend(check_actors())
    warnings = list(warn_together(read, held))
    if (files or all_warnings) and not as_json:
        for warning in warnings:
            typer.echo(f"warning: {warning}", err=True)
    _report(faults, warnings, len(paths), as_json=as_json, held=held)
    if summary and not as_json:
        _summary(held)
    if faults:
        raise typer.Exit(FAULTS_FOUND)


def _read(paths: Sequence[Path], held: Register) -> tuple[list[TreatyFile], list[Fault]]:
    """Return the files that could be read, and the faults of each by itself."""
    read: list[TreatyFile] = []
    faults: list[Fault] = []
    for path in paths:
        try:
            read.append(read_treaty(path, held.actors))
            faults.extend(check_treaty(read[-1], held))
        except BadInput as error:
            faults.extend(error.faults)
    return read, faults


def _report(faults: list[Fault], warnings: list[Fault], count: int, *, as_json: bool, held: Register | None) -> None:
    if as_json and held is not None:
        told = {"faults": list(map(_as_json, faults)), "warnings": list(map(_as_json, warnings))}
        centuries = coverage(held)
        summary = dict(centuries[-1].grades)
        print_json(envelope("check", held, **told, summary=summary, coverage=list(map(coverage_json, centuries))))
        return
    for fault in faults:
        typer.echo(str(fault), err=True)
    typer.echo(f"{count} treaty files, {len(faults)} faults" + _plural(warnings))


def _plural(warnings: list[Fault]) -> str:
    return f", {len(warnings)} warning{'' if len(warnings) == 1 else 's'}" if warnings else ""


def _as_json(fault: Fault) -> dict[str, str]:
    return {"what": fault.what, "where": fault.where, "allowed": fault.allowed, "remedy": fault.remedy}


def _summary(held: Register) -> None:
    *centuries, total = coverage(held)
    screen = console()
    screen.print(f"{total.treaties} treaties, {total.clauses} clauses, kept to {held.edition.cutoff}")
    for grade, count in total.grades.items():
        screen.print(f"  {grade:<10} {count:>5}  {total.share(grade):>6.1%}")
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("signed", no_wrap=True)
    for column in ("treaties", "clauses", *GRADES, "twice", "rival"):
        table.add_column(column, justify="right", no_wrap=True)
    for part in (*centuries, total):
        shares = (f"{part.share(grade):.0%}" for grade in GRADES)
        counts = (str(part.treaties), str(part.clauses), *shares, str(part.checked_twice), str(part.with_readings))
        table.add_row(_years(part.century), *counts)
    screen.print()
    screen.print(table)
    screen.print("[dim]twice: compared with the source by two; rival: clauses with rival readings on record[/dim]")


def _years(century: int | None) -> str:
    if century is None:
        return "all"
    first, last = century * 100 - 99, century * 100
    return f"{first}-{last}" if century > 0 else f"{1 - first}-{1 - last} BC"

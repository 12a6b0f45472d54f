"""``foedus register``: the register's files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from foedus._base.documents import Document, read_file
from foedus._base.errors import BadInput, Fault
from foedus.cli.concordance import app as concordance_app
from foedus.cli.output import JsonOption, console, print_json
from foedus.cli.register_diff import EPILOG as DIFF_EPILOG
from foedus.cli.register_diff import diff
from foedus.cli.register_new import EPILOG as NEW_EPILOG
from foedus.cli.register_new import new
from foedus.obligations.answer import envelope
from foedus.register.arrangement_files import arrangement_files, is_arrangement
from foedus.register.arrangements import load_arrangements
from foedus.register.check import check_treaty
from foedus.register.check_actors import check_actors
from foedus.register.check_arrangements import check_arrangement_files
from foedus.register.check_operations import check_operation
from foedus.register.check_together import check_together, warn_together
from foedus.register.compiled import from_contents, load_register
from foedus.register.files import TreatyFile, read_contents, treaty_of
from foedus.register.folder import operation_files, treaty_files
from foedus.register.operation_files import OperationFile, is_operation, names_used_twice, operation_of
from foedus.register.register import Register
from foedus.report.arrangements_coverage import arrangements_coverage, arrangements_json
from foedus.report.coverage import GRADES, coverage, coverage_json
from foedus.report.operations import operation_coverage, operation_coverage_json

app = typer.Typer(add_completion=False, no_args_is_help=True)

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
        typer.Argument(metavar="[FILE]...", help="Files of the register; the whole of it if none is given."),
    ] = None,
    all_warnings: Annotated[
        bool, typer.Option("--warnings", help="List the warnings of the whole register too.")
    ] = False,
    summary: Annotated[
        bool, typer.Option("--summary", help="Count clauses and operations by how they are known.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Find what is wrong in files, or in the whole embedded register; exit 1 if anything is.

    A warning, as of a gap between a treaty and its successor that nothing explains, is no fault: told for the files
    named, counted for the whole register.
    """
    try:
        held = load_register() if files else from_contents(read_contents())
    except BadInput as error:
        _report(list(error.faults), [], "0 treaty files", as_json=as_json, held=None)
        raise typer.Exit(FAULTS_FOUND) from error
    others = list(filter(is_arrangement, files)) if files else arrangement_files()
    read = _read([path for path in files if path not in others] if files else _every_file(), held)
    faults = [*read.faults, *check_together(read.treaties, held), *names_used_twice(read.operations)]
    faults.extend(check_arrangement_files(others, held))
    if not files:
        faults.extend(check_actors())
    warnings = list(warn_together(read.treaties, held))
    if (files or all_warnings) and not as_json:
        for warning in warnings:
            typer.echo(f"warning: {warning}", err=True)
    counted = f"{read.counted}, {len(others)} other files" if others else read.counted
    _report(faults, warnings, counted, as_json=as_json, held=held)
    if summary and not as_json:
        _summary(held)
    if faults:
        raise typer.Exit(FAULTS_FOUND)


@dataclass(slots=True)
class _Read:
    """The files that could be read, and the faults of each by itself."""

    treaties: list[TreatyFile] = field(default_factory=list)
    operations: list[OperationFile] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    @property
    def counted(self) -> str:
        """How many files were looked at."""
        kinds = ((self.counts[kind], kind) for kind in ("treaty", "operation"))
        return ", ".join(f"{count} {kind} files" for count, kind in kinds if count) or "0 treaty files"


def _every_file() -> list[Path]:
    return [*treaty_files(), *operation_files()]


def _read(paths: Sequence[Path], held: Register) -> _Read:
    read = _Read()
    for path in paths:
        kind = "treaty"
        try:
            document = read_file(path)
            kind = "operation" if is_operation(document) else kind
            _read_one(document, held, read)
        except BadInput as error:
            read.faults.extend(error.faults)
        read.counts[kind] += 1
    return read


def _read_one(document: Document, held: Register, read: _Read) -> None:
    if is_operation(document):
        operation = operation_of(document, held.actors)
        read.operations.append(operation)
        read.faults.extend(check_operation(operation, held))
    else:
        treaty = treaty_of(document, held.actors)
        read.treaties.append(treaty)
        read.faults.extend(check_treaty(treaty, held))


def _report(faults: list[Fault], warnings: list[Fault], counted: str, *, as_json: bool, held: Register | None) -> None:
    if as_json and held is not None:
        told = {"faults": list(map(_as_json, faults)), "warnings": list(map(_as_json, warnings))}
        centuries = coverage(held)
        summary = dict(centuries[-1].grades)
        known = {
            "coverage": list(map(coverage_json, centuries)),
            "operations": operation_coverage_json(operation_coverage(held.operations)),
            "arrangements": arrangements_json(arrangements_coverage(load_arrangements())),
        }
        print_json(envelope("check", held, **told, summary=summary, **known))
        return
    for fault in faults:
        typer.echo(str(fault), err=True)
    typer.echo(f"{counted}, {len(faults)} faults" + _plural(warnings))


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
    for column in ("treaties", "clauses", *GRADES, "twice", "rival", "half"):
        table.add_column(column, justify="right", no_wrap=True)
    for part in (*centuries, total):
        shares = (f"{part.share(grade):.0%}" for grade in GRADES)
        last = map(str, (part.checked_twice, part.with_readings, part.half_read))
        table.add_row(_years(part.century), str(part.treaties), str(part.clauses), *shares, *last)
    screen.print()
    screen.print(table)
    screen.print("[dim]twice: compared with the source by two; rival: clauses with rival readings;[/dim]")
    screen.print("[dim]half: treaties with articles that nobody has read[/dim]")
    _summary_of_operations(held, screen)
    _arrangements_summary(screen)


def _arrangements_summary(screen: Console) -> None:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("beside clauses", no_wrap=True)
    for column in ("files", "statements", *GRADES):
        table.add_column(column, justify="right", no_wrap=True)
    for part in arrangements_coverage(load_arrangements()):
        shares = (f"{part.share(grade):.0%}" for grade in GRADES)
        table.add_row(part.kind, str(part.files), str(part.statements), *shares)
    screen.print()
    screen.print(table)


def _summary_of_operations(held: Register, screen: Console) -> None:
    known = operation_coverage(held.operations)
    screen.print(f"\n{known.operations} operations, {known.groups} groups of statements")
    for grade, count in known.grades.items():
        screen.print(f"  {grade:<10} {count:>5}  {known.share(grade):>6.1%}")


def _years(century: int | None) -> str:
    if century is None:
        return "all"
    first, last = century * 100 - 99, century * 100
    return f"{first}-{last}" if century > 0 else f"{1 - first}-{1 - last} BC"

"""``foedus sweep``: a row for every attack of a grid; a sweep that was stopped goes on where it was."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Annotated, Any, cast, get_args

import typer
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table

from foedus._base.dates import Day
from foedus._base.errors import BadInput, Fault
from foedus.assessment.assumptions import NAMES, assumed
from foedus.assessment.band import Band
from foedus.assessment.sweep.grid import Grid, Step, days_between
from foedus.assessment.sweep.parts_folder import PartsFolder
from foedus.assessment.sweep.row import COLUMNS, Cell
from foedus.assessment.sweep.sweep import Sweep, run, sweep
from foedus.cli.contingency_options import SupposeOption, register_under
from foedus.cli.output import JsonOption, console, day_given
from foedus.cli.progress import showing_parts
from foedus.obligations.answer import envelope, law_json
from foedus.register.register import Register
from foedus.report.table_file import table_writer, write_json, write_table
from foedus.response.model_card import read_card
from foedus.simulation.runners import Runner, cluster, serial, threads

app = typer.Typer(add_completion=False)

SHOWN = 20
MOST_THREADS = 256
LABEL = (
    "Each row is an unprovoked, grave armed attack by one state on another's capital, undisputed and resisted, nothing "
    "else having happened. What is owed is law, not a forecast; a band is how often alliances of its like were kept; "
    "the verdict is a calculation under the assumptions given. Rows stand in the order of their keys: no row is advice."
)
EPILOG = (
    "Examples:  foedus sweep --on 2025-01-01 -o dyads.parquet   |   foedus sweep --attacker Russia --from 1950-01-01 "
    "--to 2020-01-01 --step year -o russia.csv   |   foedus sweep --from 1900-01-01 --to 2000-01-01 -o century.parquet "
    "--cluster tcp://HOST:8786"
)


@app.command(epilog=EPILOG)
def command(
    attacker: Annotated[
        list[str] | None, typer.Option("--attacker", help="Who attacks (repeatable); every state if not given.")
    ] = None,
    target: Annotated[
        list[str] | None, typer.Option("--target", help="Who is attacked (repeatable); every state if not given.")
    ] = None,
    on: Annotated[list[str] | None, typer.Option("--on", help="A day, YYYY-MM-DD (repeatable).")] = None,
    first: Annotated[str | None, typer.Option("--from", help="The first of many days, YYYY-MM-DD.")] = None,
    last: Annotated[str | None, typer.Option("--to", help="No day after this one, YYYY-MM-DD.")] = None,
    step: Annotated[str, typer.Option("--step", help="From one day to the next: year or month.")] = "year",
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write every row: .csv, .json or .parquet."),
    ] = None,
    suppose: SupposeOption = None,
    assume: Annotated[
        list[str] | None,
        typer.Option("--assume", metavar="NAME=VALUE", help=f"Another assumption (repeatable): {', '.join(NAMES)}."),
    ] = None,
    count: Annotated[
        int, typer.Option("--threads", min=1, max=MOST_THREADS, help="Make so many parts at a time in this process.")
    ] = 1,
    address: Annotated[
        str | None, typer.Option("--cluster", metavar="ADDRESS", help="Make them on a Dask cluster: tcp://HOST:PORT.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Lay out a grid of attacks, every state on every other's capital, and write a row for each.

    A row counts who would owe what, with a band of how such promises were kept, capability by one lens, and the
    challenger's calculation; what is not known is left empty, with the reason. It is no forecast and ranks nothing.

    Finished parts lie in FILE.parts until all are there: the same command, started again, goes on where it was stopped.
    """
    if output is not None:
        table_writer(output, COLUMNS)
    if address and count > 1:
        raise BadInput(Fault("--threads and --cluster were both given", allowed="one of them"))
    assumptions, days = assumed(assume or ()), _days(on or [], first, last, step)
    register = register_under(suppose)
    held = sweep(register, Grid(days, tuple(attacker or ()), tuple(target or ())), assumptions)
    head = _head(register, held)
    with _folder(output, held) as folder, _runner(count, address) as runner:
        _make(held, folder, runner, is_kept=output is not None)
        _deliver(output, folder.rows(len(held.parts)), head, held, as_json=as_json)


def _days(on: list[str], first: str | None, last: str | None, step: str) -> tuple[Day, ...]:
    if bool(on) == bool(first or last) or bool(first) != bool(last):
        raise BadInput(
            Fault("no days were given, or in two ways", "--on, --from, --to", "--on DATE, or --from DATE --to DATE")
        )
    if step not in get_args(Step):
        raise BadInput(Fault(f"{step[:40]!r} is no step", "--step", ", ".join(get_args(Step))))
    if first and last:
        return days_between(_exact(first, "--from"), _exact(last, "--to"), cast("Step", step))
    given = {one.first: one for one in (_exact(text, "--on") for text in on)}
    return tuple(Day.from_number(number) for number in sorted(given))


def _exact(text: str, option: str) -> Day:
    day = day_given(text, option)
    if day.precision != "day":
        raise BadInput(Fault(f"{text!r} is no single day", option, "YYYY-MM-DD"))
    return Day.from_number(day.first)


@contextmanager
def _runner(count: int, address: str | None) -> Iterator[Runner]:
    if address is None:
        yield serial if count == 1 else threads(count)
        return
    with cluster(address) as runner:
        yield runner


@contextmanager
def _folder(output: Path | None, held: Sweep) -> Iterator[PartsFolder]:
    """Give the folder of parts beside the output, or one that goes when the answer is on the screen."""
    if output is None:
        with tempfile.TemporaryDirectory(prefix="foedus-sweep-") as place:
            yield PartsFolder.beside(Path(place) / "rows", held.manifest)
        return
    folder = PartsFolder.beside(output, held.manifest)
    yield folder
    folder.remove()


def _make(held: Sweep, folder: PartsFolder, runner: Runner, *, is_kept: bool) -> None:
    already = sum(map(folder.has, range(len(held.parts))))
    if already:
        typer.echo(f"{already:,} of {len(held.parts):,} parts are already in {folder.path}", err=True)
    try:
        run(held, folder, runner, showing_parts())
    except KeyboardInterrupt:
        if is_kept:
            typer.echo(f"\nwhat is finished lies in {folder.path}; the same command goes on from there", err=True)
        raise


def _head(register: Register, held: Sweep) -> dict[str, Any]:
    card = read_card("fulfilment")
    rests_on = f"{card.data} {card.version}: {card.cases} tested alliances in {card.wars} wars, {card.happened} kept"
    return {
        **envelope("sweep", register),
        "law": law_json(register, None, public_only=False),
        "label": LABEL,
        "assumptions": asdict(held.job.assumptions),
        "rests_on": rests_on,
    }


def _deliver(
    output: Path | None, rows: Iterable[tuple[Cell, ...]], head: dict[str, Any], held: Sweep, *, as_json: bool
) -> None:
    if output is not None:
        written = write_table(output, tuple(COLUMNS), rows, head, COLUMNS)
        typer.echo(f"{written:,} rows written to {output}", err=True)
    elif as_json:
        write_json(sys.stdout.buffer, tuple(COLUMNS), rows, head)
    else:
        _show(list(islice(rows, SHOWN)), held)


def _show(rows: list[tuple[Cell, ...]], held: Sweep) -> None:
    screen = console()
    screen.print(f"[bold]Sweep[/bold]: {held.rows:,} {'attack' if held.rows == 1 else 'attacks, one by one'}")
    screen.print(Padding(f"[dim]{LABEL}[/dim]", (0, 0, 1, 0)))
    table = Table(box=None, pad_edge=False)
    for heading in ("date", "attacker", "target", "due", "contested", "conditional", "kept", "verdict"):
        table.add_column(heading, justify="right" if heading in {"due", "contested", "conditional"} else "left")
    for row in rows:
        one = dict(zip(COLUMNS, row, strict=True))
        counts = (one[name] for name in ("due", "contested", "conditional"))
        words = (one["date"], one["attacker"], one["target"], *counts, _band(one), one["verdict"] or "not known")
        table.add_row(*(escape("not known" if word is None else str(word)) for word in words))
    screen.print(table)
    if held.rows > len(rows):
        screen.print(f"\nand {held.rows - len(rows):,} more: -o FILE writes them all.")


def _band(row: dict[str, Cell]) -> str:
    low, high = row["kept_low"], row["kept_high"]
    if not isinstance(low, float) or not isinstance(high, float):
        return "no treaty" if row["treaties"] == 0 else "not known"
    return f"{Band(low, high).numbers} ({row['kept_cases']} cases)"

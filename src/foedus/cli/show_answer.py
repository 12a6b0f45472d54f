"""The answer of a query on the screen: as many rows and columns as fit, and what was left out."""

from __future__ import annotations

from pathlib import Path

import typer
from rich.markup import escape
from rich.table import Table

from foedus.cli.output import console
from foedus.panel.sql.plain import texts
from foedus.panel.sql.query import Answer
from foedus.sources.extra import pl

MOST_WIDE, LEAST_WIDE = 40, 20
BETWEEN = 1


def show_answer(answer: Answer, most: int) -> None:
    """Print the first rows of an answer, how many there are, and what they were read from."""
    screen = console()
    if answer.is_plan:
        for text in answer.frame.get_column("plan"):
            typer.echo(text)
        return
    shown = _as_shown(answer.frame.head(most))
    fitting = _fitting(shown, screen.width)
    grid = Table(box=None, pad_edge=False, padding=(0, BETWEEN, 0, 0))
    for name in fitting:
        is_number = answer.frame.schema[name].is_numeric()
        grid.add_column(escape(name), justify="right" if is_number else "left", overflow="fold")
    for row in shown.select(fitting).iter_rows():
        grid.add_row(*("" if cell is None else escape(_on_a_line(cell)) for cell in row))
    screen.print(grid)
    screen.print(_told(answer, shown.height, len(fitting)))
    screen.print(f"[dim]read from {escape(answer.versions)}[/dim]")


def written_to_end(answer: Answer, output: Path) -> None:
    """Say on standard error what was written and from what."""
    count = answer.frame.height
    typer.echo(f"{count:,} row{'' if count == 1 else 's'} written to {output}, read from {answer.versions}", err=True)


def _told(answer: Answer, rows: int, columns: int) -> str:
    frame = answer.frame
    parts = [f"{frame.height:,} row{'' if frame.height == 1 else 's'}"]
    if rows < frame.height:
        parts = [f"{rows:,} of {frame.height:,} rows"]
    if columns < frame.width:
        left = ", ".join(frame.columns[columns:][:8]) + (", …" if frame.width - columns > 8 else "")
        parts.append(f"{columns} of {frame.width} columns (left out: {left})")
    more = "; -o FILE writes them all" if len(parts) > 1 or rows < frame.height else ""
    return escape(", ".join(parts) + more)


def _as_shown(frame: pl.DataFrame) -> pl.DataFrame:
    """Return a table as text; floating-point numbers to six figures."""
    plain = texts(frame)
    return plain.select(
        pl.Series(
            name,
            [None if value is None else f"{value:.6g}" if isinstance(value, float) else str(value) for value in column],
            dtype=pl.String,
        )
        for name, column in zip(plain.columns, plain.iter_columns(), strict=True)
    )


def _fitting(shown: pl.DataFrame, width: int) -> list[str]:
    """Return the first columns that fit on the screen; one at least."""
    fitting: list[str] = []
    left = width
    for name in shown.columns:
        cells = [len(_on_a_line(cell)) for cell in shown.get_column(name) if cell is not None]
        wanted = min(MOST_WIDE, max([len(name), *cells]))
        if fitting and left < min(wanted, LEAST_WIDE):
            break
        fitting.append(name)
        left -= wanted + BETWEEN
    return fitting


def _on_a_line(cell: str) -> str:
    return " ".join(cell.split())

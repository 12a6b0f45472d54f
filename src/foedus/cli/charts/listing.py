"""``foedus chart list``: the kinds of charts, and the gallery."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from foedus.catalogue.charts import CHARTS
from foedus.catalogue.gallery import Picture, gallery_page, pictures
from foedus.cli.output import console

app = typer.Typer(add_completion=False)


@app.command(
    "list",
    epilog="Examples:  foedus chart list   |   foedus chart list --write docs/gallery.md   |   "
    "foedus chart list --write docs/gallery.md --draw docs/gallery",
)
def list_(
    write: Annotated[
        Path | None, typer.Option("--write", metavar="FILE", help="Write the page that shows every picture.")
    ] = None,
    folder: Annotated[
        Path | None, typer.Option("--draw", metavar="FOLDER", help="Draw every picture anew that the data allow.")
    ] = None,
    only: Annotated[list[str] | None, typer.Option("--only", help="With --draw: only these (repeatable).")] = None,
) -> None:
    """List the kinds of charts, each with a command that draws one; write the gallery and draw its pictures."""
    if folder is not None:
        _draw(folder, only or [])
    if write is not None:
        write.write_text(gallery_page(), encoding="utf-8")
        typer.echo(f"written to {write}", err=True)
    if folder is None and write is None:
        _list()


def _list() -> None:
    table = Table(box=None, pad_edge=False)
    table.add_column("kind", no_wrap=True)
    table.add_column("what it shows, and a command that draws one")
    for one in CHARTS:
        table.add_row(f"[bold]{one.name}[/bold]", f"{escape(one.summary)}\n[dim]{escape(one.command)}[/dim]")
    console().print(table)


def _drawn(one: Picture, folder: Path) -> str:
    """Draw a picture by its command; return why it could not be drawn, empty if it was."""
    words = [sys.executable, "-c", _PROGRAM, *one.words(str(folder / f"{one.name}.png"))]
    told = subprocess.run(words, capture_output=True, text=True, check=False)  # noqa: S603 - our own command lines
    return "" if told.returncode == 0 else (told.stderr.strip().splitlines() or ["no picture"])[0]


_PROGRAM = "from foedus.cli.app import main; main()"


def _draw(folder: Path, only: list[str]) -> None:
    """Draw the pictures, and say which could not be drawn and why."""
    folder.mkdir(parents=True, exist_ok=True)
    held = [one for one in pictures() if not only or one.name in only]
    missed: list[tuple[Picture, str]] = []
    for one in held:
        fault = _drawn(one, folder)
        if fault:
            missed.append((one, fault))
    typer.echo(f"{len(held) - len(missed)} of {len(held)} pictures drawn to {folder}", err=True)
    for one, fault in missed:
        typer.echo(f"not drawn: {one.name}: {fault}", err=True)

"""The options of every command that has a picture, and what they do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from foedus._base.errors import BadInput, Fault
from foedus.report.charts.chart import Chart

PngOption = Annotated[Path | None, typer.Option("--png", metavar="FILE", help="Draw it to a PNG file.")]
SvgOption = Annotated[Path | None, typer.Option("--svg", metavar="FILE", help="Draw it to an SVG file.")]


def draw(make: Callable[[], Chart], png: Path | None, svg: Path | None) -> None:
    """Write the picture where the options say; it is made only if one is given.

    Raises
    ------
    BadInput
        If a file has another ending than its option, or cannot be written.
    """
    wanted = {option: path for option, path in {".png": png, ".svg": svg}.items() if path is not None}
    for ending, path in wanted.items():
        if path.suffix.casefold() != ending:
            raise BadInput(
                Fault(f"{path.name[:60]!r} does not end in {ending}", f"--{ending[1:]} {path}", f"*{ending}")
            )
    if not wanted:
        return
    picture = make()
    for path in wanted.values():
        picture.write(path)
        typer.echo(f"drawn to {path}", err=True)

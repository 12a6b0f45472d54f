"""The options of every command that has a picture, and what they do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from foedus._base.errors import BadInput, Fault

if TYPE_CHECKING:
    from foedus.report.charts.chart import Chart

ENDINGS = (".png", ".svg", ".html", ".json")


def _ending_in(ending: str) -> Callable[[Path | None], Path | None]:
    """Return a check of an option's file, made before the command does anything."""

    def checked(path: Path | None) -> Path | None:
        if path is not None and path.suffix.casefold() != ending:
            raise BadInput(Fault(f"{path.name[:60]!r} does not end in {ending}", f"--{ending[1:]}", f"*{ending}"))
        if path is not None and not path.absolute().parent.is_dir():
            raise BadInput(Fault(f"{path}: there is no such folder", f"--{ending[1:]}", "a file in a folder"))
        return path

    return checked


PngOption = Annotated[
    Path | None,
    typer.Option("--png", metavar="FILE", help="Draw it to a PNG file.", callback=_ending_in(".png")),
]
SvgOption = Annotated[
    Path | None,
    typer.Option("--svg", metavar="FILE", help="Draw it to an SVG file.", callback=_ending_in(".svg")),
]
OutputOption = Annotated[
    Path, typer.Option("--output", "-o", metavar="FILE", help=f"The picture; its ending chooses: {', '.join(ENDINGS)}.")
]
TitleOption = Annotated[str | None, typer.Option("--title", help="Another title.")]


def draw(make: Callable[[], Chart], png: Path | None, svg: Path | None) -> None:
    """Write the picture where the options say; it is made only if one is given.

    Raises
    ------
    BadInput
        If a file cannot be written.
    """
    wanted = [path for path in (png, svg) if path is not None]
    if wanted:
        _write(make, wanted)


def write_chart(make: Callable[[], Chart], output: Path) -> None:
    """Write the picture to a file whose ending says how.

    Raises
    ------
    BadInput
        If it ends in nothing that a picture is, or the file cannot be written.
    """
    if output.suffix.casefold() not in ENDINGS:
        what = f"{output.name[:60]!r} is no name of a picture"
        raise BadInput(Fault(what, "--output", ", ".join(f"*{ending}" for ending in ENDINGS)))
    _write(make, [output])


def _write(make: Callable[[], Chart], paths: list[Path]) -> None:
    picture = make()
    for path in paths:
        picture.write(path)
        typer.echo(f"drawn to {path}", err=True)

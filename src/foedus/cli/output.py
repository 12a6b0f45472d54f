"""What every command prints with: a console, JSON, dates and names."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import IO, Annotated, Any, cast

import typer
from rich.console import Console
from rich.markup import escape
from rich.text import Text

from foedus._base.dates import Day
from foedus._base.documents import MAX_BYTES, Document, read_bytes, read_file
from foedus._base.errors import BadDate, BadInput, Fault
from foedus.register.register import Edition

JsonOption = Annotated[bool, typer.Option("--json", help="Print the documented JSON.")]

WIDTH = 80
STYLES = {
    "due": "bold red",
    "breached": "bold red",
    "contested": "bold magenta",
    "conditional": "yellow",
    "undetermined": "cyan",
    "dead_letter": "dim yellow",
    "not_due": "dim",
    "met": "green",
    "not_met": "red",
    "unknown": "cyan",
    "disputed": "magenta",
    "open": "yellow",
}
MARKS = {"met": "✓", "not_met": "✗", "unknown": "?", "disputed": "≠", "open": "…"}


class _Trimmed(io.TextIOBase):
    """Passes text on to standard output without the blanks that tables leave at the end of lines."""

    def write(self, text: str, /) -> int:
        lines = text.split("\n")
        sys.stdout.write("\n".join([*(line.rstrip(" ") for line in lines[:-1]), lines[-1]]))
        return len(text)

    def flush(self) -> None:
        sys.stdout.flush()


def console() -> Console:
    """Return the console for standard output: as wide as the screen, 80 columns where there is none."""
    if sys.stdout.isatty():
        return Console(highlight=False)
    width = None if "COLUMNS" in os.environ else WIDTH
    return Console(file=cast("IO[str]", _Trimmed()), width=width, highlight=False)


def show_cutoff(edition: Edition, day: Day, screen: Console) -> None:
    """Print up to which day the register was kept, and what it cannot know of where the day lies after that."""
    line = f"Register {edition.version}, kept to {edition.cutoff}."
    if edition.cutoff and day > Day.parse(edition.cutoff):
        line += " What was signed, joined or left since is not covered."
    screen.print(Text(line, style="dim"))


def print_json(answer: Any) -> None:
    """Print an answer as JSON."""
    sys.stdout.write(json.dumps(answer, ensure_ascii=False, indent=2) + "\n")


def said(word: str) -> str:
    """Return a word of a vocabulary as people write it."""
    return escape(word.replace("_", " "))


def listed(names: Iterable[str], *, most: int = 60) -> str:
    """Return names in a row, sorted, the tail counted where it is too long."""
    held = sorted(names)
    shown = ", ".join(held[:most])
    return escape(shown + (f" and {len(held) - most} more" if len(held) > most else ""))


def day_option(text: str | None, option: str) -> Day | None:
    """Return the day given to an option.

    Raises
    ------
    BadDate
        If it is no day.
    """
    return None if text is None else day_given(text, option)


def day_given(text: str, option: str) -> Day:
    """Return the day that was given to an option.

    Raises
    ------
    BadDate
        If it is no day.
    """
    try:
        return Day.parse(text)
    except BadDate as error:
        raise BadDate(fault.inside(option) for fault in error.faults) from error


def read_argument(path: Path) -> Document:
    """Read the document an argument names; ``-`` is standard input.

    Raises
    ------
    BadInput
        If it cannot be read.
    """
    if str(path) != "-":
        return read_file(path)
    if sys.stdin.isatty():
        raise BadInput(Fault("nothing is piped to standard input", "-", remedy="foedus assess - < CASE.yaml"))
    return read_bytes(sys.stdin.buffer.read(MAX_BYTES + 1), "<standard input>")

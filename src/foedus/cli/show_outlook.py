"""What may come of a contingency, on a terminal: compact, and in bands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from foedus.assessment.outlook import Outlook
from foedus.obligations.answer import Answers
from foedus.register.register import Register
from foedus.report.outlook.sections import sections
from foedus.report.outlook.told import Grid, Line, Namer, Tone

_LOOKS: Mapping[Tone, tuple[str, int]] = {
    "head": ("bold", 2),
    "plain": ("", 4),
    "quiet": ("dim", 4),
    "warning": ("magenta", 4),
    "unknown": ("cyan", 4),
}
"""The style of each tone, and how far it is set in."""
_NARROW = 11
"""How wide the head of a column of numbers is."""


def show_outlooks(outlooks: Sequence[Outlook], register: Register, answers: Answers, screen: Console) -> None:
    """Print every outlook."""
    for outlook in outlooks:
        when = f" of {outlook.event.date}" if len(outlooks) > 1 else ""
        screen.print(f"[bold underline]Would it be enough? What can be said{when}[/]\n")
        for section in sections(outlook, Namer(register, answers, outlook.event.id)):
            screen.print(Text(section.title, style="bold"))
            if section.grid is not None:
                screen.print(Padding(_table(section.grid), (0, 0, 0, 4), expand=False))
            for line in section.lines:
                show_line(line, screen)
            screen.print()


def show_line(line: Line, screen: Console) -> None:
    """Print a line as loud as it is."""
    style, indent = _LOOKS[line.tone]
    screen.print(Padding(Text(line.text, style=style), (0, 0, 0, indent), expand=False))


def _table(grid: Grid) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    first, *others = grid.columns
    table.add_column(first)
    for name in others:
        table.add_column(Text(name), justify="right", max_width=_NARROW, overflow="fold")
    for row in grid.rows:
        table.add_row(*map(Text, row))
    return table

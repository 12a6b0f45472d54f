"""Two assessments side by side, on a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from foedus.assessment.comparison.compare import Comparison
from foedus.cli.output import show_cutoff
from foedus.cli.show_outlook import show_line
from foedus.report.comparison.heading import heading
from foedus.report.comparison.rows import MARKS, Row, Section
from foedus.report.comparison.sections import names_of, sections

_STYLES = {"same": "dim", "differs": "bold magenta", "only in A": "bold", "only in B": "bold", "not known": "cyan"}
_CELL = 24
"""How wide the columns of the sides are in a table."""


def show_comparison(comparison: Comparison, screen: Console, *, show_all: bool) -> None:
    """Print both sides, then section by section what differs.

    Parameters
    ----------
    show_all : bool
        Print what is the same too.
    """
    for at, _ in enumerate(comparison.events):
        _headings(comparison, at, screen)
        for section in sections(comparison, at):
            screen.print(Text(section.title, style="bold"))
            _section(section, screen, show_all=show_all)
            screen.print()
    if not comparison.differs:
        screen.print("Nothing differs.\n")
    latest = max(event.date for pair in comparison.events for event in (pair.event.a, pair.event.b))
    show_cutoff(comparison.sides.a.register.edition, latest, screen)


def _headings(comparison: Comparison, at: int, screen: Console) -> None:
    event = comparison.events[at]
    names = names_of(comparison, event)
    a, b = comparison.sides.a, comparison.sides.b
    for letter, side, of, namer in (("A", a, event.event.a, names.sides.a), ("B", b, event.event.b, names.sides.b)):
        screen.print(Text(f"{letter}  {side.name}", style="bold underline"))
        for line in heading(side, of, namer):
            show_line(line, screen)
        screen.print()
    marks = "≠ differs; A only, B only: not on the other side; ? cannot be compared; = the same"
    screen.print(Text(marks, style="dim"))
    screen.print()


def _section(section: Section, screen: Console, *, show_all: bool) -> None:
    rows = (*section.rows, *section.same) if show_all else section.rows
    if rows and section.is_short:
        screen.print(Padding(_table(rows), (0, 0, 0, 2), expand=False))
    else:
        for row in rows:
            _row(row, screen)
    if section.same and not show_all:
        screen.print(Padding(Text(f"= the same on both sides: {len(section.same)}", style="dim"), (0, 0, 0, 2)))
    if not (section.rows or section.same or section.notes):
        screen.print(Padding(Text("nothing, on either side", style="dim"), (0, 0, 0, 2)))
    for line in section.notes:
        show_line(line, screen)


def _row(row: Row, screen: Console) -> None:
    mark = (f"{MARKS[row.how]}  ", _STYLES[row.how])
    if not row.label and row.how in {"only in A", "only in B"}:
        told = row.a if row.how == "only in A" else row.b
        screen.print(Padding(Text.assemble(mark, told), (0, 0, 0, 2), expand=False))
        return
    title = Text.assemble(mark, row.label or row.words)
    if row.label and row.change:
        title.append(f" ({row.change})", style="dim")
    screen.print(Padding(title, (0, 0, 0, 2), expand=False))
    if row.how == "same":
        screen.print(Padding(Text(row.a, style="dim"), (0, 0, 0, 6), expand=False))
        return
    for letter, told in (("A", row.a), ("B", row.b)):
        table = Table.grid(padding=(0, 1, 0, 0))
        table.add_row(Text(letter, style="dim"), Text(told))
        screen.print(Padding(table, (0, 0, 0, 4), expand=False))


def _table(rows: Iterable[Row]) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=True)
    table.add_column("")
    table.add_column("")
    table.add_column("A", max_width=_CELL, overflow="fold")
    table.add_column("B", max_width=_CELL, overflow="fold")
    for row in rows:
        mark = Text(MARKS[row.how], style=_STYLES[row.how])
        table.add_row(mark, Text(row.label), Text(row.a), Text(row.b))
    return table

"""The candidates for a model on the screen: their scores on unseen wars, beside the reference and beside the best."""

from __future__ import annotations

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table

from foedus.response.evaluation import Compared, Evaluation


def table_of(first: str, *others: str) -> Table:
    """Return an empty table, its first column of words and the others of numbers."""
    table = Table(box=None, pad_edge=False)
    table.add_column(first)
    for name in others:
        table.add_column(name, justify="right")
    return table


def tell_evaluation(held: Evaluation, screen: Console) -> None:
    """Show the candidates, one table a split."""
    for place, first in enumerate(held.candidates[0].results):
        table = table_of("candidate", "terms", "log", "Brier", "log less reference", "bins")
        table.columns[4].no_wrap = True
        for one in held.candidates:
            table.add_row(*_cells(one, place))
        screen.print(f"[bold]Candidates, {first.split}[/bold] [dim]{first.cases} cases in {first.wars} wars[/dim]")
        screen.print(Padding(table, (0, 0, 1, 2), expand=False))
    for line in _notes(held):
        screen.print(Padding(f"[dim]{escape(line)}[/dim]", (0, 0, 0, 2), expand=False))
    screen.print()


def _cells(one: Compared, place: int) -> tuple[str, ...]:
    found = one.results[place]
    gap, within = found.log_gap, sum(each.is_within for each in found.bins)
    return (
        one.name,
        str(one.terms),
        f"{found.scores.log:.3f}",
        f"{found.scores.brier:.3f}",
        f"{gap.mean:+.3f} [{gap.low:+.2f}, {gap.high:+.2f}]",
        f"{within}/{len(found.bins)}",
    )


def _notes(held: Evaluation) -> tuple[str, ...]:
    taken = f"Best with one war left out: {held.best}. Taken: {held.chosen}, by the rule: {held.rule}."
    again = f"{held.draws:,} times, seed {held.seed}"
    return (
        f"Reference: {held.reference}. {taken}",
        f"Intervals: 95 %, wars drawn anew {again}. Bins: how many lie within the 95 % band of the binomial.",
        f"Data: {held.sources}.",
    )

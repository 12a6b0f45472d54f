"""``foedus models``: fitted models, with their data, their scores on unseen wars, and their limits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, replace
from math import sqrt
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from foedus._base.files import written_whole
from foedus.catalogue.models import MODELS, model
from foedus.cli.evaluation import table_of, tell_evaluation
from foedus.cli.output import JsonOption, console, print_json
from foedus.obligations.answer import envelope
from foedus.register.compiled import load_register
from foedus.response.model_card import ModelCard, card_json, read_card
from foedus.sources.store import Store

app = typer.Typer(add_completion=False, no_args_is_help=True)

ModelArgument = Annotated[str, typer.Argument(metavar="MODEL", help="A name from foedus models list.")]


@app.command("list", epilog="Examples:  foedus models list   |   foedus models list --json")
def list_(as_json: JsonOption = False) -> None:
    """List the fitted models of the package."""
    cards = [read_card(name) for name in MODELS]
    if as_json:
        print_json(envelope("models", load_register(), models=list(map(asdict, cards))))
        return
    screen = console()
    for card in cards:
        screen.print(f"[bold]{card.name}[/bold]  {escape(card.title)}")
        screen.print(
            f"  [dim]{card.happened:,} of {card.cases:,} cases in {card.wars} wars, {escape(card.sources)}[/dim]"
        )


@app.command(epilog="Examples:  foedus models show fulfilment   |   foedus models show fulfilment --json")
def show(name: ModelArgument, as_json: JsonOption = False) -> None:
    """Show a model's card: terms, scores on wars it has not seen, calibration, and what it cannot say."""
    model(name)
    _tell(read_card(name), as_json=as_json)


@app.command(
    epilog="Examples:  foedus models refit joining   |   foedus models refit fulfilment --evaluate -o card.json"
)
def refit(
    name: ModelArgument,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write the card as JSON.")
    ] = None,
    evaluate: Annotated[
        bool, typer.Option("--evaluate", help="Compare the candidates for it again too; this takes some minutes.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Fit a model again on the data in your store, and show its card."""
    store, chosen = Store.default(), model(name)
    compared = chosen.compare(store) if evaluate else None
    card = replace(chosen.refit(store), evaluation=compared)
    if output is not None:
        with written_whole(output) as place:
            place.write_text(card_json(card), encoding="utf-8")
    _tell(card, as_json=as_json)


def _tell(card: ModelCard, *, as_json: bool) -> None:
    if as_json:
        print_json(envelope("model", load_register(), model=asdict(card)))
        return
    screen = console()
    screen.print(f"[bold]{escape(card.title)}[/bold]  [dim]{card.name}[/dim]")
    screen.print(
        f"[dim]outcome[/dim] {escape(card.outcome)}: {card.happened:,} of {card.cases:,} cases in {card.wars} wars"
    )
    screen.print(f"[dim]data[/dim] {escape(card.sources)}")
    screen.print(f"[dim]method[/dim] {escape(card.method)}\n")
    for title, table in _tables(card):
        screen.print(f"[bold]{title}[/bold]")
        screen.print(Padding(table, (0, 0, 1, 2), expand=False))
    if card.evaluation is not None:
        tell_evaluation(card.evaluation, screen)
    _tell_limits(card, screen)


def _tables(card: ModelCard) -> Iterator[tuple[str, Table]]:
    terms = table_of("term", "coefficient", "error")
    for name, value, line, place in zip(
        card.terms, card.coefficients, card.covariance, range(len(card.terms)), strict=True
    ):
        terms.add_row(name, f"{value:.3f}", f"{sqrt(line[place]):.3f}")
    yield "Terms", terms
    rivals = table_of("told by", "scored on", "log score", "Brier", "precision")
    for one in card.rivals:
        numbers = (one.scores.log, one.scores.brier, one.scores.precision)
        rivals.add_row(one.name, one.split, *(f"{value:.4f}" for value in numbers))
    yield "On wars it has not seen (log score and Brier: lower is better)", rivals
    bins = table_of("expected", "happened", "of", "95 % band")
    for held in card.calibration:
        mark = "" if held.is_within else "  outside"
        bins.add_row(
            f"{held.expected:.3f}", str(held.happened), str(held.cases), f"{held.low:.3f} to {held.high:.3f}{mark}"
        )
    yield "Calibration on wars it has not seen", bins
    rates = table_of("class", "happened", "of", "wars", "95 % interval")
    for each in card.rates:
        rates.add_row(
            each.name, str(each.happened), str(each.cases), str(each.wars), f"{each.low:.3f} to {each.high:.3f}"
        )
    yield "How often it happened", rates


def _tell_limits(card: ModelCard, screen: Console) -> None:
    screen.print("[bold]What it cannot say[/bold]")
    for limit in card.limits:
        screen.print(Padding(Text(limit), (0, 0, 0, 2), expand=False))

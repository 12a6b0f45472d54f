"""Power in voting bodies: as tables, as JSON, as pictures."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from rich.markup import escape
from rich.table import Table

from foedus._base.errors import FoedusError
from foedus.cli.measures.asked import numbers_table
from foedus.cli.output import console
from foedus.measures.influence.bodies import BODIES, Body, Occasion, body_of_register
from foedus.measures.influence.indices import PowerIndices
from foedus.register.arrangements import load_arrangements
from foedus.report.charts.bars import Bar, bars
from foedus.report.charts.chart import Chart
from foedus.report.charts.theme import Words

INDICES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "shapley": ("shapley", "Shapley-Shubik index, adds up to 1"),
        "banzhaf": ("normalised", "normalised Banzhaf index, adds up to 1"),
        "coleman": ("preventing", "Coleman's power to prevent action, 0 to 1"),
    }
)
"""What may be drawn: the field of the indices, and its unit."""


def show_power(body: Body, found: PowerIndices) -> None:
    """Print the indices, those alike once."""
    screen = console()
    screen.print(f"[bold]{escape(body.name)}[/bold]: {escape(body.rule)}")
    table = numbers_table("", "Shapley-Shubik", "Banzhaf", "normalised", "prevent", "initiate")
    for names, at in _alike(found):
        values = found.shapley[at], found.banzhaf[at], found.normalised[at], found.preventing[at], found.initiating[at]
        table.add_row(escape(names), *(_written(float(value)) for value in values))
    screen.print(table)
    screen.print(
        f"{found.winning:,} of {2 ** len(found.players):,} coalitions win: the power of the body to act is "
        f"{_written(float(found.acting))}."
    )
    for line in (body.note, f"Source: {body.source}"):
        if line:
            screen.print(f"[dim]{escape(line)}[/dim]")
    screen.print("[dim]Votes are taken to be a priori alike: who agrees with whom is not in these numbers.[/dim]")


def _written(value: float) -> str:
    return f"{value:.5f}" if value == 0 or value >= 1e-4 else f"{value:.2e}"


def _alike(found: PowerIndices) -> list[tuple[str, int]]:
    """Return players with the same indices together, with the place of one of them."""
    held: dict[tuple[Any, ...], list[int]] = {}
    for at in range(len(found.players)):
        held.setdefault((found.shapley[at], found.swings[at]), []).append(at)
    return [(_together([found.players[at] for at in places]), places[0]) for places in held.values()]


def _together(names: list[str]) -> str:
    shown = ", ".join(names[:3])
    return shown if len(names) <= 3 else f"{shown} and {len(names) - 3} more"


def power_json(body: Body, found: PowerIndices) -> dict[str, Any]:
    """Return the indices as the documented JSON."""
    return {
        "id": body.id,
        "name": body.name,
        "rule": body.rule,
        "source": body.source,
        "note": body.note,
        "winning": str(found.winning),
        "acting": float(found.acting),
        "players": [
            {
                "player": player,
                "shapley": float(found.shapley[at]),
                "shapley_exact": str(found.shapley[at]),
                "swings": found.swings[at],
                "banzhaf": float(found.banzhaf[at]),
                "banzhaf_normalised": float(found.normalised[at]),
                "preventing": float(found.preventing[at]),
                "initiating": float(found.initiating[at]),
            }
            for at, player in enumerate(found.players)
        ],
    }


def power_picture(body: Body, found: PowerIndices, drawn: str) -> Chart:
    """Return an index as bars."""
    field, unit = INDICES[drawn]
    values = getattr(found, field)
    words = Words(f"{body.name}: power to decide", unit, body.source, body.rule)
    order = sorted(range(len(found.players)), key=lambda at: -values[at])
    return bars([Bar(found.players[at], float(values[at])) for at in order], words)


def _bodies(occasion: Occasion) -> tuple[list[Body], list[Body]]:
    """Return the textbook bodies, and those of the register whose rule is a voting game on the occasion."""
    held = load_arrangements()
    found = []
    for organ in held.organs:
        try:
            found.append(body_of_register(f"{organ.heading.id}/{organ.id}", held, occasion))
        except FoedusError:  # no rule, no seats, or no vote on that day
            continue
    return [make() for make in BODIES.values()], found


def bodies_json(occasion: Occasion) -> dict[str, Any]:
    """Return the bodies as the documented JSON."""
    textbook, registered = (
        [{"id": body.id, "name": body.name, "rule": body.rule} for body in held] for held in _bodies(occasion)
    )
    return {"day": occasion.day.iso(), "textbook": textbook, "register_bodies": registered}


def show_bodies(occasion: Occasion) -> None:
    """Print the bodies."""
    screen = console()
    for title, held in zip(("Textbook cases", f"The register's on {occasion.day}"), _bodies(occasion), strict=True):
        screen.print(f"[bold]{title}[/bold]")
        table = Table(box=None, pad_edge=False)
        table.add_column("id", no_wrap=True)
        for column in ("body", "rule"):
            table.add_column(column)
        for body in held:
            table.add_row(body.id, escape(body.name), f"[dim]{escape(body.rule)}[/dim]")
        screen.print(table)

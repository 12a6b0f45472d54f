"""Gradients, deliverable capability and reach: as tables, as JSON, as pictures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from rich.markup import escape

from foedus._base.dates import Day
from foedus.cli.measures.asked import km, numbers_table, register_told
from foedus.cli.measures.reach_asked import Reach
from foedus.cli.measures.show_distance import place_json
from foedus.cli.output import console, listed
from foedus.measures.projection.deliverable import Delivered
from foedus.measures.projection.geodesic import great_circle
from foedus.measures.projection.gradient import ERAS, discount_exponent, discounted, strength_at
from foedus.measures.projection.places import Place
from foedus.measures.projection.strength import Strengths
from foedus.register.register import Register
from foedus.report.charts.bars import Bar, bars
from foedus.report.charts.chart import Chart
from foedus.report.charts.over_distance import At, over_distance
from foedus.report.charts.theme import Words
from foedus.report.charts.world_grid import Cell, Mark, world_grid

Pair = tuple[float, float]
FOOTING_WORDS = {"home": "home", "ally": "allied soil", "stationed": "where forces stand"}
NAME_KM = 1500
"""How far apart two names on the grid must be."""
NO_FORECAST = "A ratio of resources over distance: no chance of winning, and no plan"


# ----------------------------------------------------------------------------------------------------------- Boulding


def show_boundary(homes: Pair, losses: Pair, apart: float, found: float | None) -> None:
    """Print where two parties are as strong as each other."""
    screen = console()
    if found is None:
        nearer = "first" if homes[0] - losses[0] * apart > homes[1] else "second"
        screen.print(f"No boundary between them: the {nearer} party is the stronger at the other's home too.")
        return
    left = float(strength_at(homes[0], losses[0], found))
    screen.print(f"Both are as strong as each other at {found:,.4g} from the first and {apart - found:,.4g} from the")
    screen.print(f"second, where each has {left:,.4g} left." + ("" if left > 0 else " Between them neither reaches."))


def boundary_picture(homes: Pair, losses: Pair, apart: float, found: float | None) -> Chart:
    """Return the two parties' strength over the distance between them."""
    held = [
        At(float(way), float(strength_at(home, loss, away)), name)
        for name, home, loss, turned in zip(("first party", "second party"), homes, losses, (False, True), strict=True)
        for way in np.linspace(0, apart, 101)
        for away in [apart - way if turned else way]
    ]
    words = Words(
        "Strength of two parties over the distance between them",
        "strength",
        "Boulding (1962), Conflict and Defense; strengths and losses as given",
        "The boundary is where the lines meet",
    )
    return over_distance(held, words, "distance from the first party", found)


# ------------------------------------------------------------------------------------------------------- The War Trap


def discount_json(capability: float, asked: Sequence[float]) -> dict[str, Any]:
    """Return what is left, era by era, as the documented JSON."""
    left = [
        {
            "since": since,
            "miles_a_day": rate,
            "miles": miles,
            "exponent": float(discount_exponent(miles, since)),
            "left": float(discounted(capability, miles, since)),
        }
        for since, _, rate in ERAS
        for miles in asked
    ]
    return {"capability": capability, "left": left}


def show_discount(capability: float, asked: Sequence[float]) -> None:
    """Print what is left of a capability."""
    screen = console()
    screen.print(f"A capability of [bold]{capability:g}[/bold] as it is felt so many statute miles away")
    table = numbers_table("miles", *(_era(at) for at in range(len(ERAS))))
    for miles in asked:
        table.add_row(km(miles), *(f"{float(discounted(capability, miles, since)):.5f}" for since, _, _ in ERAS))
    screen.print(table)
    screen.print("[dim]Only ratios of such numbers have a meaning: at no distance they exceed the share itself.[/dim]")


def _era(at: int) -> str:
    since, until, rate = ERAS[at]
    years = f"{since} to {until}" if until < 9999 else f"since {since}"
    return f"{years}, {rate:g} miles a day"


def discount_picture(capability: float) -> Chart:
    """Return what is left over the distance, a line for each era."""
    held = [
        At(float(miles), float(discounted(capability, miles, since)), _era(at))
        for at, (since, _, _) in enumerate(ERAS)
        for miles in np.linspace(0, 12_000, 121)
    ]
    words = Words(
        f"A capability of {capability:g} as it is felt at a distance",
        "capability left",
        "Bueno de Mesquita (1981), The War Trap; constants by Bennett and Stam (2000)",
        "Only ratios have a meaning: at no distance the rule gives more than the share itself",
    )
    return over_distance(held, words, "statute miles from home")


# ------------------------------------------------------------------------------------------------ deliverable and reach


def delivered_json(
    found: Sequence[Delivered], place: Place, day: Day, held: Strengths, footings: Sequence[str]
) -> dict[str, Any]:
    """Return what states can bring as the documented JSON."""
    return {
        "day": day.iso(),
        "place": place_json(place),
        "figures": held.told,
        "footings": list(footings),
        "states": [_one_json(one) for one in found],
    }


def _one_json(one: Delivered) -> dict[str, Any]:
    nearest = one.nearest
    return {
        "state": one.state,
        "capability": one.capability,
        "home_km": one.home_km,
        "from_home": one.from_home,
        "nearest": {"footing": nearest.footing, "place": place_json(nearest.place), "by": nearest.by},
        "nearest_km": one.nearest_km,
        "from_nearest": one.from_nearest,
    }


def show_delivered(
    found: Sequence[Delivered], place: Place, held: Strengths, footings: Sequence[str], names: Mapping[str, str]
) -> None:
    """Print what states can bring to a place."""
    screen = console()
    screen.print(f"Capability felt at [bold]{escape(place.name)}[/bold] ({held.unit}, discounted over the way)")
    table = numbers_table("state", "share", "km", "from home", "km", "from nearest")
    table.add_column("nearest ground")
    for one in found:
        footing, ground = one.nearest.footing, one.nearest.place.name
        told = "" if footing == "home" else f"{ground} ({FOOTING_WORDS[footing]})"
        numbers = f"{one.capability:.4f}", km(one.home_km), f"{one.from_home:.4f}"
        table.add_row(names[one.state], *numbers, km(one.nearest_km), f"{one.from_nearest:.4f}", escape(told))
    screen.print(table)
    starts = ", ".join(FOOTING_WORDS[footing] for footing in footings)
    screen.print(
        f"[dim]{escape(held.told)}. Forces start from: {starts}; the capital of a host stands for its territory. "
        f"{NO_FORECAST}. That all could start from the nearest ground is an upper bound.[/dim]"
    )


def delivered_picture(
    found: Sequence[Delivered], title: str, held: Strengths, register: Register, names: Mapping[str, str]
) -> Chart:
    """Return two bars for each state: from the nearest ground, and from home."""
    words = Words(
        f"Capability felt at {title}",
        f"{held.unit}, discounted over the way",
        f"{held.told}; {register_told(register)}",
        NO_FORECAST,
    )
    drawn = [
        bar
        for one in found
        for bar in (
            Bar(names[one.state], one.from_nearest, group="from the nearest ground"),
            Bar(names[one.state], one.from_home, group="from home"),
        )
    ]
    return bars(drawn, words)


def show_reach(found: Reach, names: Mapping[str, str]) -> None:
    """Print how strong the sides are where they are strongest, and over how much of the world each is the stronger."""
    screen = console()
    for side, strength in zip(found.sides, found.strengths, strict=True):
        weakest, strongest = float(strength.min()), float(strength.max())
        many = f"{len(side.starts)} state{'s' if len(side.starts) > 1 else ''}"
        screen.print(f"[bold]{escape(side.name)}[/bold]: {many}; from {weakest:.4f} to {strongest:.4f}")
        if side.left_out:
            left_out = listed(names[one] for one in side.left_out)
            screen.print(f"[dim]left out, without a figure or a capital: {left_out}[/dim]")
    if found.share is not None:
        area = np.cos(np.radians(found.over.lat))
        ahead = float(area[found.share > 0.5].sum() / area.sum())
        screen.print(f"The first is the stronger over {ahead:.0%} of the earth's surface, sea included.")
    points = f"{found.over.lat.size:,} points, {found.over.step:g} degrees apart"
    screen.print(f"[dim]{escape(found.held.told)}; {points}.[/dim]")
    screen.print(f"[dim]{NO_FORECAST}. -o FILE.csv writes the points.[/dim]")


def reach_picture(found: Reach) -> Chart:
    """Return the reach of a side, or the share of the first of two, over the world."""
    shares = found.share
    values = found.strengths[0] if shares is None else shares
    cells = [
        Cell(float(lat), float(lon), None if np.isnan(value) else float(value))
        for lat, lon, value in zip(found.over.lat.ravel(), found.over.lon.ravel(), values.ravel(), strict=True)
    ]
    names = " against ".join(side.name for side in found.sides)
    both = f"share of {found.sides[0].name} in both sides' strength"
    unit = f"sum of {found.held.unit}, discounted over the way" if shares is None else both
    marks = [Mark(_town(home), home.lat, home.lon) for home in _strongest(found)]
    source = f"{found.held.told}; {register_told(found.register)}"
    words = Words(f"Reach of {names}, {found.day}", unit, source, NO_FORECAST)
    return world_grid(cells, found.over.step, marks, words, None if shares is None else 0.5)


def _strongest(found: Reach, most: int = 6) -> list[Place]:
    """Return the capitals of the strongest states, those left out whose names would stand on another's."""
    homes = {state: home for side in found.sides for state, home in side.homes.items()}
    kept: list[Place] = []
    for state in sorted(homes, key=lambda one: -found.held.of[one])[:most]:
        here = homes[state]
        if all(float(great_circle(here.lat, here.lon, one.lat, one.lon)) > NAME_KM for one in kept):
            kept.append(here)
    return kept


def _town(place: Place) -> str:
    return place.name.partition(",")[0]

"""Filling the place: at a capital, or where a map was pointed at."""

from __future__ import annotations

from collections.abc import Mapping
from math import isnan

import numpy as np

from foedus._base.dates import Day
from foedus._base.errors import BadInput, Fault
from foedus.register.compiled import load_register
from foedus.report.charts.globe import View
from foedus.report.charts.picker import closer_map, closer_view, world_map, world_view
from foedus.web.answer import SVG, Answer
from foedus.web.pages.what_if.asked import Pairs, first, values, with_values
from foedus.web.render import query

FILLS: Mapping[str, str] = {
    "capital-targets": "At the capital of who is attacked",
    "capital-attackers": "At the capital of who attacks",
    "clear": "Clear the place",
}
"""The buttons of the row, by what they send."""
TOLD: Mapping[str, str] = {
    "off-map": "That is off the map. Point at land or sea, or type the coordinates.",
    "no-capital": "The capital could not be filled in: give the day and the state first; its seat on that day must be "
    "known.",
}
"""Why the place was not filled, by what stands in the address."""
_OF_PLACE = (
    "place.name",
    "place.lat",
    "place.lon",
    "place.kind",
    "place.object",
    "place.sovereign",
    "place.administered_by",
    "place.claimants",
    "place.within_recognised_borders",
    "place.region",
)


def filled_place(pairs: Pairs, fill: str, pointed: Mapping[str, int]) -> Answer:
    """Return the way back to the form with its place filled.

    Parameters
    ----------
    fill : str
        One of `FILLS`; empty if a map was pointed at.
    pointed : mapping of str to int
        Pixels as a browser sends them: ``map.x``, ``map.y``, or ``near.x``, ``near.y``.
    """
    try:
        changed = _pointed(pairs, pointed) if pointed else _filled(pairs, fill)
    except BadInput:
        return _back(pairs, "off-map" if pointed else "no-capital")
    return _back(with_values(pairs, changed))


def _back(pairs: Pairs, told: str = "") -> Answer:
    where = query(edit="1", told=told)
    return Answer(b"", status=303, headers={"location": f"/what-if?{address(pairs)}&{where}#place"})


def address(pairs: Pairs) -> str:
    """Return the query of an address."""
    held: dict[str, list[str]] = {}
    for name, value in pairs:
        held.setdefault(name, []).append(value)
    return query(**held)


def _filled(pairs: Pairs, fill: str) -> dict[str, str | None]:
    empty: dict[str, str | None] = dict.fromkeys(_OF_PLACE)
    if fill == "clear":
        return empty
    side = fill.removeprefix("capital-")
    names, day = values(pairs, side), first(pairs, "date")
    if side not in {"targets", "attackers"} or not names or not day:
        raise BadInput(Fault("the day, and whose capital it is, come first"))
    on = Day.parse(day)
    actor = load_register().actors.find(names[0], on)
    seat = actor.capital_on(on)
    if seat is None:
        raise BadInput(Fault(f"no capital of {actor.name_on(on)} is known on {on}"))
    name = actor.name_on(on)
    return empty | {
        "place.name": seat.name,
        "place.lat": f"{seat.lat:g}",
        "place.lon": f"{seat.lon:g}",
        "place.kind": "metropolitan",
        "place.object": "territory",
        "place.sovereign": name,
        "place.administered_by": name,
        "place.within_recognised_borders": "true" if side == "targets" else None,
    }


def _pointed(pairs: Pairs, pointed: Mapping[str, int]) -> dict[str, str | None]:
    closer = "near.x" in pointed
    at = (pointed["near.x"], pointed["near.y"]) if closer else (pointed["map.x"], pointed["map.y"])
    view = closer_view(*coordinates(pairs)) if closer else world_view()
    lat, lon = ground(view, *at)
    digits = 2 if closer else 1
    return {"place.lat": f"{lat:.{digits}f}", "place.lon": f"{lon:.{digits}f}"}


def ground(view: View, x: float, y: float) -> tuple[float, float]:
    """Return the place at a pixel, degrees north and east.

    Raises
    ------
    BadInput
        If it lies off the map.
    """
    lat, lon = (float(one) for one in view.ground(np.array(float(x)), np.array(float(y))))
    if isnan(lat) or isnan(lon) or not view.holds(x, y):
        raise BadInput(Fault("that is off the map"))
    return lat, lon


def coordinates(pairs: Pairs) -> tuple[float, float]:
    """Return the place as typed, degrees north and east.

    Raises
    ------
    BadInput
        If it is none.
    """
    try:
        lat, lon = (float(first(pairs, name).replace("\u2212", "-")) for name in ("place.lat", "place.lon"))
    except ValueError as error:
        raise BadInput(Fault("the place has no coordinates yet")) from error
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise BadInput(Fault("the place has no coordinates yet"))
    return lat, lon


def world_picture() -> Answer:
    """Return the map of the world that is pointed at."""
    return Answer(world_map().encode(), SVG)


def closer_picture(lat: float, lon: float, date: str) -> Answer:
    """Return the map of the ground around a place."""
    try:
        day = Day.parse(date) if date else None
    except BadInput:
        day = None
    return Answer(closer_map(load_register(), lat, lon, day).encode(), SVG)

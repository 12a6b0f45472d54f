"""Maps to point at: land without borders, the capitals of a day, and the place that was chosen.

They carry no words around them, so that a pixel of the picture is a place on the ground: `View.ground`.
"""

from __future__ import annotations

import re

from foedus._base.dates import Day
from foedus.register.register import Register
from foedus.report.charts.atlas import Site, base_layers, site_layers
from foedus.report.charts.canvas import Mark, marks
from foedus.report.charts.extra import alt, vlc
from foedus.report.charts.globe import View, around, world
from foedus.report.charts.theme import CONFIG, PAPER

WIDTH = 680
CHOSEN = "#d55e00"
_NORTH, _EAST = 5.0, 9.0
"""How far, in degrees, a closer map reaches from its middle."""
_POLE = 84.0
_EDGE = re.compile(r'width="\d+" height="\d+" viewBox="0 0 \d+ \d+"')
"""Vega leaves a pixel around its pictures for the line of their frame."""


def world_view() -> View:
    """Return the view of the world that is pointed at."""
    return world(WIDTH)


def closer_view(lat: float, lon: float) -> View:
    """Return the view of the ground around a place, degrees north and east."""
    middle = max(-_POLE + _NORTH, min(_POLE - _NORTH, lat))
    corners = [(middle + north, lon + east) for north in (-_NORTH, _NORTH) for east in (-_EAST, _EAST)]
    return around(corners, WIDTH, 0)


def world_map() -> str:
    """Return the world as SVG."""
    return _drawn(world_view(), ())


def closer_map(register: Register, lat: float, lon: float, day: Day | None) -> str:
    """Return the ground around a place as SVG, with the place and, if a day is given, the capitals of that day."""
    view = closer_view(lat, lon)
    sites = tuple(_capitals(register, day, view)) if day else ()
    return _drawn(view, sites, (lat, lon))


def _capitals(register: Register, day: Day, view: View) -> list[Site]:
    held = []
    for actor in register.actors:
        seat = actor.capital_on(day) if actor.kind in {"state", "polity"} and actor.existed_on(day) else None
        if seat is not None:
            x, y = view.place(seat.lat, seat.lon)
            if view.holds(float(x), float(y), 3):
                held.append(Site(seat.name, seat.lat, seat.lon))
    return held


def _drawn(view: View, sites: tuple[Site, ...], chosen: tuple[float, float] | None = None) -> str:
    layers = [*base_layers(view), *site_layers(sites, view)]
    if chosen:
        x, y = (float(value) for value in view.place(*chosen))
        layers += marks([Mark(x, y, "circle", CHOSEN, PAPER, 90, 1.5), Mark(x, y, "cross", PAPER, PAPER, 30, 0.5)])
    picture = alt.layer(*layers).properties(width=view.width, height=view.height)
    spec = picture.to_dict()
    spec["config"] = {**CONFIG, "padding": 0}
    drawn: str = vlc.vegalite_to_svg(spec, allowed_base_urls=[])
    return _EDGE.sub(f'width="{view.width}" height="{view.height}" viewBox="1 1 {view.width} {view.height}"', drawn, 1)

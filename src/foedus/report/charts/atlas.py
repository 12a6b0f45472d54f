"""A map without borders: land, marks with names at places, links along great circles, areas as dots."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal

import numpy as np

from foedus.report.charts.areas import STEP, Bools, Points, dots, outline
from foedus.report.charts.canvas import Box, Line, Mark, Text, boxes, lines, marks, texts
from foedus.report.charts.extra import Picture, alt
from foedus.report.charts.globe import View
from foedus.report.charts.lettering import marked
from foedus.report.charts.placing import Spot, labels
from foedus.report.charts.theme import COLOURS, INK, PAPER, QUIET, RULE, SHAPES, tinted

LAND, SHORE, SEA = "#e4e7ea", "#b9c0c7", "#fbfcfd"
NAME, LEGEND, ROW = 9.5, 10.5, 17
_APART, _AREA = 8.0, 46.0
_DASHES: tuple[tuple[int, ...], ...] = ((6, 3), (2, 2), (9, 3, 2, 3), (1, 3), (12, 3))
_STEPS, _CLEAR = 48, 15.0


@dataclass(frozen=True, slots=True)
class Site:
    """A place with a mark.

    Attributes
    ----------
    kinds : tuple of int
        The kinds of the legend it belongs to; a small ring if there is none.
    hollow : tuple of int
        Those it stands beside, one way only.
    weight : float
        The heaviest are named first where there is not room for all.
    """

    name: str
    lat: float
    lon: float
    kinds: tuple[int, ...] = ()
    hollow: tuple[int, ...] = ()
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the legend.

    Attributes
    ----------
    kind : int or str
        The number of a kind, or what a ring, a hollow mark or a line means.
    mark : str
        A short word that tells it apart where its words are cut.
    """

    kind: int | Literal["ring", "hollow", "line"]
    words: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Ground:
    """An area.

    Attributes
    ----------
    mask : array of bool, shape (rows, columns)
        Which places of the view's grid lie in it.
    letter : str
        Written into it; empty for none.
    is_quiet : bool
        Drawn as a thin neutral line, without dots.
    """

    mask: Bools
    letter: str = ""
    is_quiet: bool = False


@cache
def land() -> dict[str, Any]:
    """Return the outlines of land (Natural Earth, 1:110 million, public domain) as TopoJSON."""
    text = resources.files("foedus.report.charts").joinpath("land-110m.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def look(kind: int) -> tuple[str, str, str]:
    """Return shape, fill and edge of the marks of a kind; from the ninth on they are pale."""
    colour = COLOURS[kind % len(COLOURS)]
    shape = SHAPES[(kind + kind // len(COLOURS)) % len(SHAPES)]
    is_pale = kind >= len(COLOURS)
    return shape, (tinted(colour) if is_pale else colour), (colour if is_pale else INK)


def base_layers(view: View, filled: Mapping[str, Sequence[dict[str, Any]]] | None = None) -> list[Picture]:
    """Return sea and land.

    Parameters
    ----------
    filled : mapping of str to sequence of GeoJSON geometries, optional
        Outlines to be filled, by colour.
    """
    data = alt.Data(values=land(), format=alt.TopoDataFormat(type="topojson", feature="land"))
    ground = alt.Chart(data).mark_geoshape(fill=LAND, stroke=SHORE, strokeWidth=0.5)
    layers = [
        *boxes([Box(view.left, view.top, view.width, view.height, SEA, SHORE, 0.6)]),
        ground.project(**view.projection),
    ]
    for colour, outlines in (filled or {}).items():
        features = [{"type": "Feature", "geometry": one, "properties": {}} for one in outlines]
        shapes = alt.Chart(alt.Data(values=features)).mark_geoshape(fill=colour, stroke=PAPER, strokeWidth=0.6)
        layers.append(shapes.project(**view.projection))
    return layers


def cover_layers(grounds: Sequence[Ground], view: View) -> list[Picture]:
    """Return disputed places in one grey, so that no filled country seems to own them."""
    spots = [spot for one in grounds for spot in _moved(dots(one.mask, 1), view)]
    return marks([Mark(x, y, "square", RULE, RULE, (STEP + 0.8) ** 2, 0.0) for x, y in spots])


def ground_layers(grounds: Sequence[Ground], view: View, letters: Sequence[Text] = ()) -> list[Picture]:
    """Return areas: a line around each, dots within, their letters."""
    held: list[Line] = []
    spots: list[Mark] = []
    for number, one in enumerate(grounds):
        dash, thickness = ((1, 2), 0.8) if one.is_quiet else (_DASHES[number % len(_DASHES)], 1.1)
        colour = QUIET if one.is_quiet else INK
        held += [Line(_moved(path, view), colour, thickness, dash, 0.85) for path in outline(one.mask)]
        within = () if one.is_quiet else _moved(dots(one.mask), view)
        spots += [Mark(x, y, "circle", QUIET, QUIET, 1.4, 0.0) for x, y in within]
    return [*marks(spots), *lines(held), *texts(letters)]


def _moved(path: Points, view: View) -> Points:
    return tuple((x + view.left, y + view.top) for x, y in path)


def letters_of(grounds: Sequence[Ground], sites: Sequence[Site], view: View) -> list[Text]:
    """Return the letters of areas, each near the middle of its area and clear of marks."""
    taken = np.array([view.place(one.lat, one.lon) for one in sites]).reshape(-1, 2)
    held = []
    for one in grounds:
        if one.letter and one.mask.any():
            rows, columns = np.nonzero(one.mask)
            x, y = columns * STEP + view.left, rows * STEP + view.top
            away = np.hypot(x - x.mean(), y - y.mean())
            if len(taken):
                near = np.hypot(x[:, None] - taken[:, 0], y[:, None] - taken[:, 1]).min(axis=1)
                away = away + np.where(near < _CLEAR, 1000 * (_CLEAR - near), 0)
            best = int(away.argmin())
            held.append(Text(float(x[best]), float(y[best]), one.letter, 13, INK, "center", "bold", "italic"))
    return held


def link_layers(links: Sequence[tuple[Site, Site]], view: View) -> list[Picture]:
    """Return lines between places, in equal steps of latitude and longitude: ties, not routes."""
    held = [path for one, other in links for path in _link(one, other, view)]
    return lines([Line(path, QUIET, 0.9, opacity=0.7) for path in held])


def _link(one: Site, other: Site, view: View) -> Iterator[Points]:
    """Yield the parts of a line that lie in the picture, up to its edge; it goes the shorter way around."""
    east = (other.lon - one.lon + 180) % 360 - 180
    shares = np.linspace(0, 1, _STEPS + 1)
    x, y = view.place(one.lat + shares * (other.lat - one.lat), one.lon + shares * east)
    path = list(zip(x.tolist(), y.tolist(), strict=True))
    part: list[tuple[float, float]] = []
    for before, here in zip([path[0], *path], path, strict=False):
        leaps = abs(here[0] - before[0]) > view.scale
        inside = view.holds(*here)
        if part and (leaps or not inside):
            yield (*part, *(() if leaps else (_at_edge(part[-1], here, view),)))
            part = []
        if inside:
            part += [] if part or leaps or view.holds(*before) else [_at_edge(here, before, view)]
            part.append(here)
    if len(part) > 1:
        yield tuple(part)


def _at_edge(inside: tuple[float, float], outside: tuple[float, float], view: View) -> tuple[float, float]:
    """Return where a line leaves the picture."""
    shares = [1.0]
    for axis, low, size in ((0, view.left, view.width), (1, view.top, view.height)):
        run = outside[axis] - inside[axis]
        if run:
            shares += [(edge - inside[axis]) / run for edge in (low, low + size)]
    share = min(one for one in shares if one >= 0)
    return inside[0] + share * (outside[0] - inside[0]), inside[1] + share * (outside[1] - inside[1])


def site_layers(sites: Sequence[Site], view: View, letters: Sequence[Text] = (), *, far: bool = True) -> list[Picture]:
    """Return the marks of places and as many of their names as have room; `far` lets heavy ones be named by a line."""
    drawn: list[Mark] = []
    spots: list[Spot] = []
    for one in sites:
        x, y = (float(value) for value in view.place(one.lat, one.lon))
        if view.holds(x, y, 3):
            drawn += list(_marks(one, x, y))
            half = max(1, len(one.kinds) + len(one.hollow)) * _APART / 2
            spots.append(Spot(x - view.left, y - view.top, one.name, half, one.weight))
    taken = [(letter.x - view.left, letter.y - view.top, 7.0) for letter in letters]
    placed = labels(spots, NAME, (view.width, view.height), taken, far=far)
    leads = [
        Line(_moved(((spots[one.spot].x, spots[one.spot].y), (one.x, one.y)), view), INK, 0.7)
        for one in placed
        if one.is_far
    ]
    said = [Text(one.x + view.left, one.y + view.top, one.text, NAME, INK, one.align, halo=SEA) for one in placed]
    return [*lines(leads), *marks(drawn), *texts(said)]


def _marks(one: Site, x: float, y: float) -> Iterator[Mark]:
    """Yield one symbol for each kind, side by side."""
    looks = [look(kind) for kind in one.kinds] + [_hollow(look(kind)) for kind in one.hollow]
    if not looks:
        yield Mark(x, y, "circle", PAPER, QUIET, 16, 1)
    for at, (shape, fill, edge) in enumerate(looks):
        yield Mark(x + (at - (len(looks) - 1) / 2) * _APART, y, shape, fill, edge, _AREA, 1.0 if edge == INK else 1.6)


def _hollow(looks: tuple[str, str, str]) -> tuple[str, str, str]:
    shape, fill, edge = looks
    return shape, PAPER, fill if edge == INK else edge


def legend_layers(entries: Sequence[Entry], left: float, top: float, width: float) -> tuple[list[Picture], float]:
    """Return a legend in as many columns as have room, and where it ends."""
    columns = max(1, int(width // 300))
    held: list[Mark] = []
    said: list[Text] = []
    drawn: list[Line] = []
    for at, one in enumerate(entries):
        x, y = left + at % columns * width / columns + 8, top + at // columns * ROW
        said.append(Text(x + 14, y, marked(one.words, one.mark, width / columns - 30, LEGEND), LEGEND))
        if one.kind == "line":
            drawn.append(Line(((x - 5, y), (x + 9, y)), QUIET, 1.2))
        elif one.kind == "ring":
            held.append(Mark(x + 2, y, "circle", PAPER, QUIET, 16, 1))
        elif one.kind == "hollow":
            held.append(Mark(x + 2, y, "circle", PAPER, COLOURS[0], _AREA + 14, 1.6))
        else:
            shape, fill, edge = look(one.kind)
            held.append(Mark(x + 2, y, shape, fill, edge, _AREA + 14, 1.0 if edge == INK else 1.6))
    return [*marks(held), *lines(drawn), *texts(said)], top + -(-len(entries) // columns) * ROW

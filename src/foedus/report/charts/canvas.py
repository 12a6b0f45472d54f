"""Text, lines, boxes and marks at pixels: what trees, graphs and maps are drawn with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

from foedus.report.charts.extra import Picture, alt
from foedus.report.charts.placing import Label
from foedus.report.charts.theme import INK, PAPER, QUIET

Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text; `y` is its middle, `halo` a colour around its letters."""

    x: float
    y: float
    text: str
    size: float = 11.0
    colour: str = INK
    align: Align = "left"
    weight: Literal["normal", "bold"] = "normal"
    style: Literal["normal", "italic"] = "normal"
    halo: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, its corner upper left."""

    x: float
    y: float
    width: float
    height: float
    fill: str = PAPER
    stroke: str = QUIET
    thickness: float = 1.0
    dash: tuple[int, ...] = (1, 0)


@dataclass(frozen=True, slots=True)
class Line:
    """A line through points."""

    points: tuple[tuple[float, float], ...]
    colour: str = QUIET
    thickness: float = 1.0
    dash: tuple[int, ...] = (1, 0)
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A symbol; `area` in square pixels, as Vega counts it."""

    x: float
    y: float
    shape: str = "circle"
    fill: str = INK
    stroke: str = INK
    area: float = 60.0
    thickness: float = 1.2
    angle: float = 0.0


def texts(held: Iterable[Text]) -> list[Picture]:
    """Return texts as layers, one for each look; halos lie under all letters."""
    looks: dict[tuple[Any, ...], list[Text]] = {}
    for one in held:
        looks.setdefault((one.size, one.align, one.weight, one.style, one.halo), []).append(one)
    halos: list[Picture] = []
    letters: list[Picture] = []
    for (size, align, weight, style, halo), members in looks.items():
        base = _base({"x": one.x, "y": one.y, "text": one.text, "colour": one.colour} for one in members)
        look = {"fontSize": size, "align": align, "fontWeight": weight, "fontStyle": style, "baseline": "middle"}
        if halo:
            around = base.mark_text(**look, stroke=halo, strokeWidth=2.6, strokeJoin="round", opacity=0.8, aria=False)
            halos.append(around.encode(text="text:N"))
        letters.append(base.mark_text(**look).encode(text="text:N", color=_as_is("colour")))
    return [*halos, *letters]


def _as_is(field: str) -> alt.Color:
    return alt.Color(f"{field}:N", scale=None, legend=None)


def boxes(held: Sequence[Box]) -> list[Picture]:
    """Return boxes as layers, one for each way of drawing their edges."""
    looks: dict[tuple[int, ...], list[Box]] = {}
    for one in held:
        looks.setdefault(one.dash, []).append(one)
    layers = []
    for dash, members in looks.items():
        rows = [asdict(one) | {"x2": one.x + one.width, "y2": one.y + one.height} for one in members]
        stroke = alt.Stroke("stroke:N", scale=None, legend=None)
        width = alt.StrokeWidth("thickness:Q", scale=None, legend=None)
        mark = _base(rows).mark_rect(cornerRadius=3, strokeDash=list(dash), opacity=1)
        layers.append(mark.encode(x2="x2:Q", y2="y2:Q", color=_as_is("fill"), stroke=stroke, strokeWidth=width))
    return layers


def lines(held: Sequence[Line]) -> list[Picture]:
    """Return lines as layers, one for each look."""
    looks: dict[tuple[Any, ...], list[Line]] = {}
    for one in held:
        looks.setdefault((one.colour, one.thickness, one.dash, one.opacity), []).append(one)
    layers = []
    for (colour, thickness, dash, opacity), members in looks.items():
        rows = [
            {"x": round(x, 1), "y": round(y, 1), "line": number, "at": at}
            for number, one in enumerate(members)
            for at, (x, y) in enumerate(one.points)
        ]
        mark = _base(rows).mark_line(color=colour, strokeWidth=thickness, strokeDash=list(dash), opacity=opacity)
        layers.append(mark.encode(detail="line:N", order="at:Q"))
    return layers


def marks(held: Sequence[Mark]) -> list[Picture]:
    """Return symbols as layers, one for each shape, size and angle."""
    looks: dict[tuple[Any, ...], list[Mark]] = {}
    for one in held:
        looks.setdefault((one.shape, one.area, one.thickness, one.angle), []).append(one)
    return [
        _base({"x": one.x, "y": one.y, "fill": one.fill, "stroke": one.stroke} for one in members)
        .mark_point(shape=shape, size=area, strokeWidth=thickness, opacity=1, angle=angle)
        .encode(
            fill=alt.Fill("fill:N", scale=None, legend=None), stroke=alt.Stroke("stroke:N", scale=None, legend=None)
        )
        for (shape, area, thickness, angle), members in looks.items()
    ]


def label_texts(placed: Iterable[Label], size: float, colour: str = INK) -> list[Text]:
    """Return placed labels as texts."""
    return [Text(one.x, one.y, one.text, size, colour, align=one.align) for one in placed]


def curve(start: tuple[float, float], end: tuple[float, float], steps: int = 16) -> tuple[tuple[float, float], ...]:
    """Return a cubic curve that leaves and arrives level, as points."""
    middle = (start[0] + end[0]) / 2
    shares = [at / steps for at in range(steps + 1)]
    return tuple(
        (
            (1 - t) ** 3 * start[0] + 3 * (1 - t) * t * middle + t**3 * end[0],
            start[1] + (end[1] - start[1]) * t * t * (3 - 2 * t),
        )
        for t in shares
    )


def _base(rows: Iterable[dict[str, Any]]) -> Picture:
    return alt.Chart(alt.Data(values=list(rows))).encode(
        x=alt.X("x:Q", scale=None, axis=None), y=alt.Y("y:Q", scale=None, axis=None)
    )

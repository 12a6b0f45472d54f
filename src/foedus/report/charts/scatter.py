"""Dots: two values of each thing, named where there is room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from typing import Any, Literal

from foedus.report.charts.canvas import label_texts, texts
from foedus.report.charts.chart import Chart
from foedus.report.charts.extra import Picture, alt
from foedus.report.charts.figures import Figures, known, some_of, written
from foedus.report.charts.placing import Spot, labels
from foedus.report.charts.theme import COLOURS, QUIET, WIDTH, Words, chart, colours_of, shapes_of

HEIGHT = 420
_TEXT = 10
_AREA = 46

Scale = Literal["linear", "log"]


@dataclass(frozen=True, slots=True)
class Dot:
    """A thing with two values; one without both is told under the title and not drawn.

    Attributes
    ----------
    group : str
        What its colour and shape stand for.
    weight : float
        The heaviest are named first where there is not room for all.
    """

    label: str
    x: float | None
    y: float | None
    group: str = ""
    weight: float = 0.0


def scatter(
    held: Sequence[Dot],
    words: Words,
    across: str,
    *,
    scales: tuple[Scale, Scale] = ("linear", "linear"),
    line: tuple[tuple[float, float], tuple[float, float]] | None = None,
) -> Chart:
    """Return dots with their names.

    Parameters
    ----------
    words : Words
        Whose unit is that of the vertical axis.
    across : str
        The title of the horizontal axis, with its unit.
    scales : tuple of {"linear", "log"}
        Of the two axes; a value that is not above zero has no place on a logarithmic one.
    line : pair of points, optional
        The ends of a line to compare with, in the units of the axes.
    """
    drawn = [one for one in held if _shown(one, scales)]
    groups = list(dict.fromkeys(one.group for one in drawn if one.group))
    xs, ys = ([getattr(one, name) for one in drawn] for name in ("x", "y"))
    ends = _ends(xs, scales[0]), _ends(ys, scales[1])
    place = {
        "x": alt.X("x:Q", title=across, scale=alt.Scale(type=scales[0], domain=ends[0], nice=False)),
        "y": alt.Y("y:Q", title=words.unit, scale=alt.Scale(type=scales[1], domain=ends[1], nice=False)),
    }
    rows = [{"x": one.x, "y": one.y, "group": one.group, "label": one.label} for one in drawn]
    layers = [] if line is None else [_compared(line, place)]
    layers += [_dots(rows, groups, place), *_names(drawn, ends, scales)]
    picture = alt.layer(*layers).properties(width=WIDTH, height=HEIGHT)
    missing = [one.label for one in held if not _shown(one, scales)]
    told = f"{len(drawn)} of {len(held)} drawn" + (f"; no data: {', '.join(missing)}" if missing else "")
    noted = words.noting(f"No data, not drawn: {some_of(missing)}") if missing else words
    return chart(picture, noted, told, _figures(held, across, words))


def _figures(held: Sequence[Dot], across: str, words: Words) -> Figures:
    rows = tuple((one.label, one.group, written(one.x), written(one.y)) for one in held)
    return Figures(("of", "group", across, words.unit or "value"), rows)


def _shown(one: Dot, scales: tuple[Scale, Scale]) -> bool:
    values = (known(one.x), known(one.y))
    return all(
        value is not None and (scale == "linear" or value > 0) for value, scale in zip(values, scales, strict=True)
    )


def _ends(values: Sequence[float], scale: Scale) -> list[float]:
    least, most = min(values, default=1.0), max(values, default=10.0)
    if scale == "log":
        return [least / 1.4, most * 1.4]
    room = (most - least or abs(most) or 1.0) * 0.06
    return [0.0 if 0 <= least <= room * 4 else least - room, most + room]


def _dots(rows: list[dict[str, Any]], groups: Sequence[str], place: dict[str, Any]) -> Picture:
    colour = alt.Color("group:N", title=None, scale=colours_of(groups)) if groups else alt.value(COLOURS[0])
    shape = alt.Shape("group:N", title=None, scale=shapes_of(groups)) if groups else alt.value("circle")
    points = alt.Chart(alt.Data(values=rows)).mark_point(filled=True, size=_AREA, opacity=0.85)
    return points.encode(**place, color=colour, shape=shape)


def _compared(line: tuple[tuple[float, float], tuple[float, float]], place: dict[str, Any]) -> Picture:
    rows = [{"x": x, "y": y} for x, y in line]
    return (
        alt.Chart(alt.Data(values=rows))
        .mark_line(color=QUIET, strokeDash=[4, 3], strokeWidth=1, clip=True)
        .encode(**place)
    )


def _names(drawn: Sequence[Dot], ends: tuple[list[float], list[float]], scales: tuple[Scale, Scale]) -> list[Picture]:
    spots = [
        Spot(
            _share(one.x, ends[0], scales[0]) * WIDTH,
            (1 - _share(one.y, ends[1], scales[1])) * HEIGHT,
            one.label,
            weight=one.weight,
        )
        for one in drawn
    ]
    return texts(label_texts(labels(spots, _TEXT, (WIDTH, HEIGHT)), _TEXT))


def _share(value: float | None, ends: Sequence[float], scale: Scale) -> float:
    low, high, here = ends[0], ends[1], float(value or 0)
    if scale == "log":
        low, high, here = log(low), log(high), log(here)
    return (here - low) / (high - low)

"""A grid of values over the world, by latitude and longitude, with places on it; no coasts are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from foedus.report.charts.chart import Chart
from foedus.report.charts.extra import alt
from foedus.report.charts.figures import Figures, written
from foedus.report.charts.theme import INK, WIDTH, Words, chart


@dataclass(frozen=True, slots=True)
class Cell:
    """A value of a cell of a grid, which is given by its middle; missing if None."""

    lat: float
    lon: float
    value: float | None


@dataclass(frozen=True, slots=True)
class Mark:
    """A place to be named on the grid."""

    name: str
    lat: float
    lon: float


def world_grid(held: Sequence[Cell], step: float, marks: Sequence[Mark], words: Words, middle: float | None) -> Chart:
    """Return the grid as coloured cells, in equal degrees.

    Parameters
    ----------
    step : float
        Degrees of a cell.
    middle : float or None
        The value at which colours turn, for what has two sides; None for what only grows.
    """
    half = step * 0.52  # cells overlap by a hair, so that no seams show between them
    rows = [
        {"w": one.lon - half, "e": one.lon + half, "s": one.lat - half, "n": one.lat + half, "value": one.value}
        for one in held
    ]
    known = [one.value for one in held if one.value is not None]
    axes: dict[str, Any] = {
        "x": alt.X("w:Q", title="degrees east", scale=alt.Scale(domain=[-180, 180], nice=False)),
        "y": alt.Y("s:Q", title="degrees north", scale=alt.Scale(domain=[-90, 90], nice=False)),
    }
    cells = (
        alt.Chart(alt.Data(values=rows))
        .mark_rect()
        .encode(**axes, x2="e:Q", y2="n:Q", color=alt.Color("value:Q", title=None, scale=_scale(known, middle)))
    )
    named = [{"name": one.name, "w": one.lon, "s": one.lat} for one in marks]
    base = alt.Chart(alt.Data(values=named)).encode(**axes)
    dots = base.mark_point(filled=True, size=28, color=INK, stroke="white", strokeWidth=0.8, opacity=1)
    halo = base.mark_text(dy=-9, fontSize=10, stroke="white", strokeWidth=3, strokeJoin="round").encode(text="name:N")
    names = base.mark_text(dy=-9, fontSize=10, color=INK).encode(text="name:N")
    told = f"from {min(known, default=0):.3g} to {max(known, default=0):.3g}, at {len(known)} points"
    picture = alt.layer(cells, dots, halo, names).properties(width=WIDTH, height=WIDTH / 2)
    figures = tuple((written(one.lat), written(one.lon), written(one.value)) for one in held)
    return chart(picture, words, told, Figures(("degrees north", "degrees east", words.unit), figures))


def _scale(known: Sequence[float], middle: float | None) -> alt.Scale:
    """Return the scale of colours; with two sides, as far on one side of the middle as on the other, high blue."""
    if middle is None:
        return alt.Scale(scheme="blues")
    far = max((abs(value - middle) for value in known), default=0.0)
    return alt.Scale(scheme="blueorange", reverse=True, domain=[middle - far, middle + far])

"""Ranges: what lies between two ends, with nothing in the middle that could be taken for the answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from foedus.report.charts.chart import Chart
from foedus.report.charts.extra import Picture, alt
from foedus.report.charts.figures import Figures, written
from foedus.report.charts.lettering import shortened, width_of
from foedus.report.charts.theme import COLOURS, INK, QUIET, WIDTH, Words, chart, colours_of

ROW, LABELS = 22, 250
_TEXT = 10.5
_LOWER = 4.5
"""Text beside the bars of groups stands at the top of their place, and is moved down to its middle by so much."""


@dataclass(frozen=True, slots=True)
class Range:
    """Two ends; `start` and `end` in the order in which they belong, whichever is the lower.

    Attributes
    ----------
    group : str
        What its colour stands for.
    at_start, at_end : str
        What is written at the ends; the numbers if empty.
    """

    label: str
    start: float
    end: float
    group: str = ""
    at_start: str = ""
    at_end: str = ""


def ranges(
    held: Sequence[Range], words: Words, *, line: float | None = None, ends: tuple[float, float] | None = None
) -> Chart:
    """Return ranges from the first at the top to the last; where labels come again, one for each group.

    Parameters
    ----------
    line : float or None
        A value at which a line stands.
    ends : tuple of float or None
        Of the scale; those of the ranges if None.
    """
    groups = list(dict.fromkeys(one.group for one in held if one.group))
    rows = [_row(one) for one in held]
    names = list(dict.fromkeys(row["label"] for row in rows))
    base = alt.Chart(alt.Data(values=rows)).encode(
        y=alt.Y("label:N", sort=names, title=None, axis=alt.Axis(labelLimit=LABELS + 10, ticks=False))
    )
    if len(names) < len(held):
        base = base.encode(yOffset=alt.YOffset("group:N", sort=groups))
    layers = _drawn(base, groups, _scale(rows, ends, line), _LOWER if len(names) < len(held) else 0.0)
    if line is not None:
        mark = alt.Chart(alt.Data(values=[{"at": line}])).mark_rule(color=INK, strokeWidth=1.2)
        layers.insert(0, mark.encode(x="at:Q"))
    picture = alt.layer(*layers).properties(width=WIDTH, height=max(1, len(held)) * ROW + len(names) * 4)
    told = "; ".join(f"{one.label}{_of(one)}: {_written(one)}" for one in held)
    return chart(picture, words, told, _figures(held, words))


def _row(one: Range) -> dict[str, Any]:
    low, high = sorted((one.start, one.end))
    first, last = one.at_start or written(one.start), one.at_end or written(one.end)
    left, right = (first, last) if one.start <= one.end else (last, first)
    label = shortened(one.label, LABELS, 11)
    return {"label": label, "low": low, "high": high, "group": one.group, "left": left, "right": right}


def _scale(rows: Sequence[dict[str, Any]], ends: tuple[float, float] | None, line: float | None) -> alt.Scale:
    """Return the scale, with room for what is written at the ends of the ranges."""
    bounds = [row[key] for row in rows for key in ("low", "high")] + ([] if line is None else [line])
    low, high = ends or (min(bounds, default=0.0), max(bounds, default=1.0))
    span = (high - low) or 1.0
    share = max((width_of(row[side], _TEXT) for row in rows for side in ("left", "right")), default=0.0) / WIDTH
    room = span * (share + 0.02) / max(1 - 2 * share, 0.3)
    return alt.Scale(domain=[low - room, high + room], nice=False)


def _drawn(base: Picture, groups: Sequence[str], scale: alt.Scale, lower: float) -> list[Picture]:
    colour = alt.Color("group:N", title=None, scale=colours_of(groups)) if groups else alt.value(COLOURS[0])
    place = alt.X("low:Q", title=None, scale=scale, axis=alt.Axis(tickCount=6, format="~f"))
    body = base.mark_bar(height={"band": 0.55}, opacity=0.85).encode(x=place, x2="high:Q", color=colour)
    left = base.mark_text(align="right", dx=-5, dy=lower, fontSize=_TEXT, color=QUIET).encode(x="low:Q", text="left:N")
    right = base.mark_text(align="left", dx=5, dy=lower, fontSize=_TEXT, color=QUIET).encode(x="high:Q", text="right:N")
    return [body, left, right]


def _of(one: Range) -> str:
    return f" ({one.group})" if one.group else ""


def _written(one: Range) -> str:
    return f"{written(one.start)} to {written(one.end)}"


def _figures(held: Sequence[Range], words: Words) -> Figures:
    rows = tuple((one.label, one.group, one.at_start, written(one.start), one.at_end, written(one.end)) for one in held)
    unit = words.unit or "value"
    full = Figures(("of", "group", "from", f"{unit}, one end", "to", f"{unit}, other end"), rows)
    kept = [at for at in range(6) if at in {0, 3, 5} or any(row[at] for row in rows)]
    return Figures(tuple(full.columns[at] for at in kept), tuple(tuple(row[at] for at in kept) for row in rows))

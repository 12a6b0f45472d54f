"""Bars: values side by side, with their intervals where they have any."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from foedus.report.charts.chart import Chart
from foedus.report.charts.extra import Picture, alt
from foedus.report.charts.figures import Figures, known, written
from foedus.report.charts.lettering import shortened, width_of
from foedus.report.charts.theme import COLOURS, INK, QUIET, WIDTH, Words, chart, colours_of, shapes_of

ROW = 20
"""Pixels a bar has, with the space around it."""
LABELS = 240
_TEXT = 10.5


@dataclass(frozen=True, slots=True)
class Bar:
    """A value; missing if None, which is written and not drawn.

    Attributes
    ----------
    low, high : float or None
        The ends of its interval.
    group : str
        What its colour and its mark stand for.
    """

    label: str
    value: float | None
    low: float | None = None
    high: float | None = None
    group: str = ""


def bars(held: Sequence[Bar], words: Words) -> Chart:
    """Return bars from the first at the top to the last; where labels come again, a bar for each group."""
    groups = list(dict.fromkeys(one.group for one in held if one.group))
    rows = [_row(one) for one in held]
    names = list(dict.fromkeys(row["label"] for row in rows))
    axis = alt.Axis(labelLimit=LABELS + 10, ticks=False)
    base = alt.Chart(alt.Data(values=rows)).encode(y=alt.Y("label:N", sort=names, title=None, axis=axis))
    if len(names) < len(held):
        base = base.encode(yOffset=alt.YOffset("group:N", sort=groups))
    layers = [*_drawn(base, rows, groups), *_written(base)]
    picture = alt.layer(*layers).properties(width=WIDTH, height=max(1, len(held)) * ROW + len(names) * 4)
    told = "; ".join(f"{one.label}{_of(one)}: {_value(one)}" for one in held)
    return chart(picture, words, told, _figures(held, words))


def _drawn(base: Picture, rows: Sequence[dict[str, Any]], groups: Sequence[str]) -> list[Picture]:
    ends = _ends(rows)
    axis = alt.Axis(format="~s" if max(map(abs, ends)) >= 100_000 else "~f", tickCount=6)
    place = alt.X("value:Q", title=None, axis=axis, scale=alt.Scale(domain=ends, nice=False))
    colour = alt.Color("group:N", title=None, scale=colours_of(groups)) if groups else alt.value(COLOURS[0])
    layers = [base.mark_bar(height={"band": 0.72}, opacity=0.85).encode(x=place, color=colour)]
    if groups:
        marks = base.transform_filter("datum.group != ''").mark_point(size=42, filled=True, stroke=INK, opacity=1)
        shape = alt.Shape("group:N", title=None, scale=shapes_of(groups))
        layers.append(marks.encode(x=alt.XDatum(0), color=colour, shape=shape))
    whiskers = base.transform_filter("isValid(datum.low) && isValid(datum.high)")
    layers.append(whiskers.mark_rule(color=INK, strokeWidth=1.5).encode(x="low:Q", x2="high:Q"))
    tick = whiskers.mark_tick(color=INK, thickness=1.5, size=7)
    return [*layers, tick.encode(x="low:Q"), tick.encode(x="high:Q")]


def _written(base: alt.Chart) -> list[Picture]:
    """Return the values as text: right of a bar, left of one that runs below zero, quiet where there is none."""
    said: list[tuple[str, Any, int]] = [("datum.side == 'right'", "left", 5), ("datum.side == 'left'", "right", -5)]
    layers = [
        base.transform_filter(which).mark_text(align=align, dx=dx, fontSize=_TEXT).encode(x="end:Q", text="text:N")
        for which, align, dx in said
    ]
    missing = base.transform_filter("datum.side == 'none'")
    words = missing.mark_text(align="left", dx=8, fontSize=_TEXT, fontStyle="italic", color=QUIET)
    return [*layers, words.encode(x=alt.XDatum(0), text="text:N")]


def _row(one: Bar) -> dict[str, Any]:
    value, low, high = known(one.value), known(one.low), known(one.high)
    side = "none" if value is None else "left" if value < 0 else "right"
    ends = [end for end in (value, low, high) if end is not None]
    end = None if value is None else min(ends) if side == "left" else max(ends)
    label = shortened(one.label, LABELS, 11)
    row = {"label": label, "value": value, "low": low, "high": high, "group": one.group}
    return row | {"side": side, "end": end, "text": _value(one)}


def _ends(rows: Sequence[dict[str, Any]]) -> list[float]:
    """Return the ends of the scale: zero, every bar, and room for the text beside it."""
    held = [(row["end"], (width_of(row["text"], _TEXT) + 12) / WIDTH) for row in rows if row["end"] is not None]
    bounds = [row[key] for row in rows for key in ("low", "high", "value") if row[key] is not None]
    least, most = min([0.0, *bounds]), max([0.0, *bounds])
    most = most if most > least else least + 1
    high = max([most, *(least + (end - least) / (1 - share) for end, share in held if end >= 0)])
    low = min([least, *(high - (high - end) / (1 - share) for end, share in held if end < 0)])
    return [low, high]


def _value(one: Bar) -> str:
    interval = known(one.low) is not None and known(one.high) is not None
    return written(one.value) + (f" [{written(one.low)} – {written(one.high)}]" if interval else "")


def _of(one: Bar) -> str:
    return f" ({one.group})" if one.group else ""


def _figures(held: Sequence[Bar], words: Words) -> Figures:
    rows = tuple((one.label, one.group, written(one.value), written(one.low), written(one.high)) for one in held)
    full = Figures(("of", "group", words.unit or "value", "low", "high"), rows)
    kept = [at for at in range(5) if at in {0, 2} or any(row[at] not in {"", written(None)} for row in rows)]
    return Figures(tuple(full.columns[at] for at in kept), tuple(tuple(row[at] for at in kept) for row in rows))

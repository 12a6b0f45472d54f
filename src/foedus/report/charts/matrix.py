"""Squares: a value, or a kind, for each pair of a row and a column."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from foedus.report.charts.chart import Chart
from foedus.report.charts.extra import Picture, alt
from foedus.report.charts.figures import Figures, known, written
from foedus.report.charts.lettering import shortened
from foedus.report.charts.theme import INK, PALE, PAPER, QUIET, Words, chart, is_dark

LABELS = 150
_MOST, _LEAST = 34, 11
_ROOM = 720

Look = tuple[str, str]
"""A colour, and the letter that says the same."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What holds for a row and a column.

    Attributes
    ----------
    value : float or None
        Missing if None, unless it is of a kind.
    kind : str
        A word of the legend, where cells hold kinds and not numbers.
    """

    row: str
    column: str
    value: float | None = None
    kind: str = ""


def matrix(
    held: Sequence[Cell],
    words: Words,
    *,
    kinds: Mapping[str, Look] | None = None,
    blocs: Sequence[int] = (),
    ends: tuple[float, float] | None = None,
) -> Chart:
    """Return squares, rows and columns in the order in which they first come.

    A cell that is missing is crossed out; a pair that no cell is given for stays blank.

    Parameters
    ----------
    kinds : mapping of str to (colour, letter)
        The kinds, where cells hold kinds; without it they hold numbers, the darker the larger.
    blocs : sequence of int
        How many rows belong to each bloc, from the first on; lines are drawn between them.
    ends : (float, float), optional
        The least and the largest value of the scale; those of the cells if left out.
    """
    rows = list(dict.fromkeys(one.row for one in held))
    columns = list(dict.fromkeys(one.column for one in held))
    columns = rows if set(columns) == set(rows) else columns
    side = max(_LEAST, min(_MOST, _ROOM // max(1, len(rows), len(columns))))
    base = _base(held, rows, columns, side)
    layers = _of_kinds(base, kinds, side) if kinds else _of_numbers(base, held, ends, side)
    layers += _lines(blocs, side, len(columns), len(rows))
    size = {"width": side * len(columns), "height": side * len(rows)}
    told = f"{len(rows)} rows by {len(columns)} columns" + (f": {_counted(held, kinds)}" if kinds else "")
    figures = Figures(
        ("row", "column", words.unit or "value"),
        tuple((one.row, one.column, one.kind or written(one.value)) for one in held),
    )
    return chart(alt.layer(*layers).properties(**size), words, told, figures, side * len(columns) + 40)


def _base(held: Sequence[Cell], rows: list[str], columns: list[str], side: int) -> Picture:
    short = {name: shortened(name, LABELS, _letters(side)) for name in (*rows, *columns)}
    values = [
        {"row": one.row, "column": one.column, "value": known(one.value), "kind": one.kind}
        | {"text": _number(one.value), "missing": not one.kind and known(one.value) is None}
        for one in held
    ]
    shown = {"expr": f"({json.dumps(short)})[datum.value]"}
    axis: dict[str, Any] = {
        "labelExpr": shown["expr"],
        "ticks": False,
        "domain": False,
        "labelFontSize": _letters(side),
    }
    axis |= {"labelLimit": LABELS + 20, "labelOverlap": False}
    return alt.Chart(alt.Data(values=values)).encode(
        x=alt.X("column:N", sort=columns, title=None, axis=alt.Axis(orient="top", labelAngle=-90, **axis)),
        y=alt.Y("row:N", sort=rows, title=None, axis=alt.Axis(**axis)),
    )


def _letters(side: int) -> float:
    return min(11, side - 1.5)


def _number(value: float | None) -> str:
    number = known(value)
    return "" if number is None else f"{number:.2f}".removeprefix("0") if abs(number) < 1 else f"{number:.3g}"


def _of_numbers(base: Picture, held: Sequence[Cell], ends: tuple[float, float] | None, side: int) -> list[Picture]:
    kept = [value for value in (known(one.value) for one in held) if value is not None]
    low, high = ends or (min(kept, default=0.0), max(kept, default=1.0))
    scale = alt.Scale(domain=[low, high if high > low else low + 1], range=["#f4f7fa", "#9cc3de", "#0b4f8a", "#08213c"])
    colour = alt.Color("value:Q", title=None, scale=scale, legend=alt.Legend(orient="bottom", gradientLength=160))
    filled = base.transform_filter("!datum.missing").mark_rect(stroke=PAPER).encode(color=colour)
    layers = [filled, *_missing(base, side)]
    if side >= 24:
        middle = (low + high) / 2
        ink = alt.condition(f"datum.value > {middle}", alt.value(PAPER), alt.value(INK))
        layers.append(base.mark_text(fontSize=min(10, side * 0.38)).encode(text="text:N", color=ink))
    return layers


def _of_kinds(base: Picture, kinds: Mapping[str, Look], side: int) -> list[Picture]:
    """Return squares in the colours of their kinds, each with its letter; the legend spells it out."""
    legend = {kind: f"{letter}  {kind}" if letter else kind for kind, (_, letter) in kinds.items()}
    names = alt.Legend(
        title=None,
        labelExpr=f"({json.dumps(legend)})[datum.label]",
        symbolType="square",
        symbolSize=120,
        orient="bottom",
    )
    scale = alt.Scale(domain=list(kinds), range=[colour for colour, _ in kinds.values()])
    filled = base.transform_filter("!datum.missing").mark_rect(stroke=PAPER)
    letters = {kind: letter for kind, (_, letter) in kinds.items()}
    inks = {kind: PAPER if is_dark(colour) else INK for kind, (colour, _) in kinds.items()}
    text = base.transform_filter("!datum.missing").transform_calculate(
        letter=f"({json.dumps(letters)})[datum.kind]", ink=f"({json.dumps(inks)})[datum.kind]"
    )
    written_in = text.mark_text(fontSize=max(7, min(11, side * 0.55))).encode(
        text="letter:N", color=alt.Color("ink:N", scale=None, legend=None)
    )
    return [filled.encode(color=alt.Color("kind:N", scale=scale, legend=names)), *_missing(base, side), written_in]


def _missing(base: Picture, side: int) -> list[Picture]:
    gone = base.transform_filter("datum.missing")
    cross = gone.mark_text(text="×", color=QUIET, fontSize=max(7, side * 0.5))
    return [gone.mark_rect(color=PALE, stroke=PAPER), cross]


def _lines(blocs: Sequence[int], side: int, columns: int, rows: int) -> list[Picture]:
    """Return lines around the blocs; rows and columns must be the same."""
    edges, at = [], 0
    for count in blocs:
        edges.append((at * side, (at + count) * side))
        at += count
    boxes: list[dict[str, Any]] = [{"x": a, "x2": b, "y": a, "y2": b} for a, b in edges]
    if not boxes or columns != rows:
        return []
    base = alt.Chart(alt.Data(values=boxes)).encode(
        x=alt.X("x:Q", scale=None, axis=None), y=alt.Y("y:Q", scale=None, axis=None), x2="x2:Q", y2="y2:Q"
    )
    return [base.mark_rect(filled=False, stroke=INK, strokeWidth=1.3, opacity=1)]


def _counted(held: Sequence[Cell], kinds: Mapping[str, Look]) -> str:
    counts = {kind: sum(one.kind == kind for one in held) for kind in kinds}
    return ", ".join(f"{count} {kind}" for kind, count in counts.items() if count)

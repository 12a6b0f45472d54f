"""Lines: values year by year, with bands where they have intervals, and gaps where they are missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log
from typing import Any, Literal

from foedus.report.charts.chart import Chart
from foedus.report.charts.extra import Picture, alt
from foedus.report.charts.figures import Figures, known, written
from foedus.report.charts.lettering import shortened
from foedus.report.charts.placing import spread
from foedus.report.charts.theme import COLOURS, PALE, QUIET, WIDTH, Words, chart, colours_of, darkened, dashes_of

_TEXT = 11
_LABEL, _LEADING = 190, 13.0


@dataclass(frozen=True, slots=True)
class Point:
    """A value in a year; a line breaks where it is None.

    Attributes
    ----------
    group : str
        The line it is on.
    low, high : float or None
        The ends of its interval.
    """

    year: int
    value: float | None
    group: str = ""
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Uncovered:
    """Years that the data do not cover, both included; shown as such, never as nothing."""

    first: int
    last: int
    words: str = "not covered"


def series(
    held: Sequence[Point],
    words: Words,
    height: int = 300,
    *,
    uncovered: Sequence[Uncovered] = (),
    scale: Literal["linear", "log"] = "linear",
    zero: bool = True,
) -> Chart:
    """Return a line for each group, named at its end.

    A line breaks where a value is None, and where more years lie between two points than usually do on that line.

    Parameters
    ----------
    uncovered : sequence of Uncovered
        Years to be marked as not covered by the data.
    scale : {"linear", "log"}
        On a logarithmic scale, values that are not above zero are left out.
    zero : bool
        Whether a linear scale begins at zero.
    """
    groups = list(dict.fromkeys(one.group for one in held))
    rows = [row for group in groups for row in _line([one for one in held if one.group == group])]
    ends = _domain(rows, scale, zero=zero)
    place = alt.Y(
        "value:Q",
        title=None,
        axis=alt.Axis(tickCount=6),
        scale=alt.Scale(type=scale, domain=ends, nice=False, clamp=False),
    )
    years = [one.year for one in held] + [year for one in uncovered for year in (one.first, one.last)]
    across = alt.X("year:Q", title=None, axis=alt.Axis(format="d", tickMinStep=1), scale=_years(years))
    base = alt.Chart(alt.Data(values=rows)).encode(x=across, color=_colour(groups))
    layers = [*_not_covered(uncovered, across), *_bands(base, rows, ends), *_lines(base, place, groups)]
    if groups != [""]:
        layers.append(_names(rows, groups, ends, height, scale))
    picture = alt.layer(*layers).properties(width=WIDTH, height=height)
    return chart(picture, words, _told(groups, held, words), _figures(held, words), WIDTH)


def _line(points: Sequence[Point]) -> Iterator[dict[str, Any]]:
    """Yield the points of a line, with empty ones where it breaks; a point without neighbours is marked."""
    ordered = sorted(points, key=lambda one: one.year)
    usual = min((later.year - one.year for one, later in pairwise(ordered) if later.year > one.year), default=1)
    rows: list[dict[str, Any]] = []
    for at, one in enumerate(ordered):
        if at and one.year - ordered[at - 1].year > usual:
            rows.append({"year": ordered[at - 1].year + usual, "value": None, "group": one.group})
        value = known(one.value)
        rows.append({"year": one.year, "value": value, "group": one.group, "low": known(one.low)})
        rows[-1]["high"] = known(one.high)
    for at, row in enumerate(rows):
        beside = [rows[other]["value"] for other in (at - 1, at + 1) if 0 <= other < len(rows)]
        row["alone"] = row["value"] is not None and all(value is None for value in beside)
        yield row


def _domain(rows: Sequence[dict[str, Any]], scale: str, *, zero: bool) -> list[float]:
    """Return the ends of the vertical scale, in round numbers."""
    kept = [row[key] for row in rows for key in ("value", "low", "high") if row.get(key) is not None]
    if scale == "log":
        above = [value for value in kept if value > 0]
        return [min(above, default=1.0) / 1.2, max(above, default=10.0) * 1.2]
    least, most = min(kept, default=0.0), max(kept, default=1.0)
    least = min(least, 0.0) if zero else least
    most = max(most, 0.0) if zero else most
    room = (most - least or abs(most) or 1.0) * 0.05
    return [least if zero and least == 0 else least - room, most + room]


def _years(years: Sequence[int]) -> alt.Scale:
    first, last = min(years, default=0), max(years, default=1)
    return alt.Scale(domain=[first, last if last > first else first + 1], nice=False)


def _colour(groups: Sequence[str]) -> Any:
    if groups in ([], [""]):
        return alt.value(COLOURS[0])
    return alt.Color("group:N", legend=None, scale=colours_of(groups))


def _not_covered(spans: Sequence[Uncovered], across: alt.X) -> list[Picture]:
    if not spans:
        return []
    rows = [{"year": one.first, "to": one.last, "words": one.words, "at": (one.first + one.last) / 2} for one in spans]
    base = alt.Chart(alt.Data(values=rows)).encode(x=across)
    ground = base.mark_rect(color=PALE, stroke=QUIET, strokeDash=[2, 3], strokeWidth=0.7).encode(x2="to:Q")
    said = base.mark_text(color=QUIET, fontStyle="italic", fontSize=_TEXT, angle=270)
    return [ground, said.encode(x=alt.X("at:Q"), y=alt.value({"expr": "height / 2"}), text="words:N")]


def _bands(base: Picture, rows: Sequence[dict[str, Any]], ends: Sequence[float]) -> list[Picture]:
    if not any(row.get("low") is not None for row in rows):
        return []
    area = base.mark_area(opacity=0.18, clip=True)
    scale = alt.Scale(domain=list(ends), nice=False)
    return [area.encode(y=alt.Y("low:Q", scale=scale), y2="high:Q", detail="group:N")]


def _lines(base: Picture, place: alt.Y, groups: Sequence[str]) -> list[Picture]:
    dash = alt.StrokeDash("group:N", legend=None, scale=dashes_of(groups)) if len(groups) > 1 else alt.value([1, 0])
    line = base.mark_line(strokeWidth=1.9, clip=True, invalid="break-paths-show-path-domains")
    alone = base.transform_filter("datum.alone").mark_point(filled=True, size=26)
    return [line.encode(y=place, strokeDash=dash), alone.encode(y=place)]


def _names(
    rows: Sequence[dict[str, Any]], groups: Sequence[str], ends: Sequence[float], height: int, scale: str
) -> Picture:
    """Return the names of the lines, each beside the last value of its line, moved apart where they would meet."""
    last = {row["group"]: row for row in rows if row["value"] is not None}
    held = [group for group in groups if group in last]
    wanted = [_pixel(last[group]["value"], ends, height, scale) for group in held]
    placed = spread(wanted, _LEADING, 0, height)
    values = [
        {"group": group, "name": shortened(group, _LABEL, _TEXT), "at": at}
        | {"ink": darkened(COLOURS[groups.index(group) % len(COLOURS)])}
        for group, at in zip(held, placed, strict=True)
    ]
    text = alt.Chart(alt.Data(values=values)).mark_text(align="left", dx=7, fontSize=_TEXT, fontWeight="bold")
    return text.encode(
        x=alt.value(WIDTH), y=alt.Y("at:Q", scale=None, axis=None), text="name:N", color=alt.Color("ink:N", scale=None)
    )


def _pixel(value: float, ends: Sequence[float], height: int, scale: str) -> float:
    low, high, here = (log(end) for end in (*ends, max(value, ends[0]))) if scale == "log" else (*ends, value)
    return height * (1 - (here - low) / (high - low))


def _told(groups: Sequence[str], held: Sequence[Point], words: Words) -> str:
    years = [one.year for one in held]
    return f"{', '.join(filter(None, groups)) or words.unit}, {min(years, default=0)} to {max(years, default=0)}"


def _figures(held: Sequence[Point], words: Words) -> Figures:
    has_band = any(known(one.low) is not None for one in held)
    ends = ("low", "high") if has_band else ()
    rows = tuple(
        (str(one.year), one.group or words.unit, written(one.value))
        + ((written(one.low), written(one.high)) if has_band else ())
        for one in held
    )
    return Figures(("year", "of", words.unit or "value", *ends), rows)

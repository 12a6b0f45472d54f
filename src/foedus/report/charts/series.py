"""Lines: values year by year, with bands where they have intervals, and gaps where they are missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from foedus.report.charts.chart import Chart
from foedus.report.charts.extra import alt
from foedus.report.charts.theme import COLOURS, WIDTH, Words, chart


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


def series(held: Sequence[Point], words: Words, height: int = 300) -> Chart:
    """Return a line for each group."""
    base = alt.Chart(alt.Data(values=[asdict(one) for one in held])).encode(
        x=alt.X("year:Q", title=None, axis=alt.Axis(format="d")),
        color=alt.Color("group:N", title=None) if any(one.group for one in held) else alt.value(COLOURS[0]),
    )
    layers = [base.mark_line(strokeWidth=1.8).encode(y=alt.Y("value:Q", title=words.unit))]
    if any(one.low is not None for one in held):
        layers.insert(0, base.mark_area(opacity=0.2).encode(y=alt.Y("low:Q"), y2="high:Q"))
    groups = list(dict.fromkeys(one.group for one in held))
    years = [one.year for one in held]
    told = f"{', '.join(groups) or words.unit}, {min(years, default=0)} to {max(years, default=0)}"
    return chart(alt.layer(*layers).properties(width=WIDTH, height=height), words, told)

"""Bars: values side by side, with their intervals where they have any."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from foedus.report.charts.chart import Chart
from foedus.report.charts.extra import alt
from foedus.report.charts.theme import COLOURS, INK, WIDTH, Words, chart


@dataclass(frozen=True, slots=True)
class Bar:
    """A value; missing if None, which is written and not drawn.

    Attributes
    ----------
    low, high : float or None
        The ends of its interval.
    group : str
        What its colour stands for.
    """

    label: str
    value: float | None
    low: float | None = None
    high: float | None = None
    group: str = ""


def bars(held: Sequence[Bar], words: Words) -> Chart:
    """Return bars from the first at the top to the last."""
    rows = [asdict(one) | {"text": "no data" if one.value is None else f"{one.value:.3g}"} for one in held]
    base = alt.Chart(alt.Data(values=rows)).encode(y=alt.Y("label:N", sort=None, title=None))
    colour = alt.Color("group:N", title=None) if any(one.group for one in held) else alt.value(COLOURS[0])
    layers = [base.mark_bar(height={"band": 0.7}).encode(x=alt.X("value:Q", title=words.unit), color=colour)]
    if any(one.low is not None for one in held):
        layers.append(base.mark_rule(color=INK, strokeWidth=1.5).encode(x="low:Q", x2="high:Q"))
    end = "high:Q" if any(one.high is not None for one in held) else "value:Q"
    layers.append(base.mark_text(align="left", dx=4, color=INK).encode(x=end, text="text:N"))
    told = "; ".join(f"{one.label}: {row['text']}" for one, row in zip(held, rows, strict=True))
    return chart(alt.layer(*layers).properties(width=WIDTH), words, told)

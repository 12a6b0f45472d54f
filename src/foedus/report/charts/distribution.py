"""How values are spread: counts in steps of one width, and the share at or below each value."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor, log10

from foedus.report.charts.chart import Chart
from foedus.report.charts.extra import alt
from foedus.report.charts.figures import Figures, known, written
from foedus.report.charts.theme import COLOURS, INK, PAPER, WIDTH, Words, chart, colours_of, dashes_of

HEIGHT = 300


def histogram(values: Sequence[float | None], words: Words, steps: int = 20, things: str = "cases") -> Chart:
    """Return counts of values in steps of one round width; missing values are counted in the note.

    Parameters
    ----------
    steps : int
        About how many.
    things : str
        What is counted.
    """
    kept = [value for value in map(known, values) if value is not None]
    width = _round_step((max(kept, default=1.0) - min(kept, default=0.0)) / max(1, steps) or 1.0)
    first = floor(min(kept, default=0.0) / width)
    last = max(first + 1, ceil((max(kept, default=0.0) + width * 1e-9) / width))
    counts = [0] * (last - first)
    for value in kept:
        counts[min(len(counts) - 1, floor(value / width) - first)] += 1
    rows = [
        {"from": (first + at) * width, "to": (first + at + 1) * width, "n": n, "ground": 0}
        for at, n in enumerate(counts)
    ]
    bar = alt.Chart(alt.Data(values=rows)).mark_bar(color=COLOURS[0], stroke=PAPER, opacity=0.9)
    picture = bar.encode(
        x=alt.X("from:Q", title=None, scale=alt.Scale(zero=False, nice=False), axis=alt.Axis(tickCount=8)),
        x2="to:Q",
        y2="ground:Q",
        y=alt.Y("n:Q", title=f"number of {things}", axis=alt.Axis(tickMinStep=1, format="~s", tickCount=6)),
    ).properties(width=WIDTH, height=HEIGHT)
    told = f"{len(kept)} {things}, {len(values) - len(kept)} without data"
    table = tuple((written(row["from"]), written(row["to"]), str(row["n"])) for row in rows)
    return chart(picture, words.noting(told), told, Figures(("from", "below", f"number of {things}"), table))


def _round_step(step: float) -> float:
    """Return the next step of 1, 2 or 5 times a power of ten."""
    power = 10.0 ** floor(log10(step))
    return next(times * power for times in (1, 2, 5, 10) if step <= times * power * (1 + 1e-9))


def ecdf(groups: dict[str, Sequence[float | None]], words: Words) -> Chart:
    """Return, for each group, the share of its values at or below each value."""
    rows, table, told = [], [], []
    for group, values in groups.items():
        kept = sorted(value for value in map(known, values) if value is not None)
        told.append(f"{group}: {len(kept)} with data, {len(values) - len(kept)} without".removeprefix(": "))
        steps = [(value, (at + 1) / len(kept)) for at, value in enumerate(kept)]
        begun = [(kept[0], 0.0)] if kept else []
        rows += [{"value": value, "share": share, "group": group} for value, share in (*begun, *steps)]
        table += [(group, written(value), written(share)) for value, share in steps]
    names = list(groups)
    line = (
        alt.Chart(alt.Data(values=rows))
        .mark_line(interpolate="step-after", strokeWidth=1.8)
        .encode(
            x=alt.X("value:Q", title=None, scale=alt.Scale(zero=False)),
            y=alt.Y("share:Q", title="share at or below", scale=alt.Scale(domain=[0, 1]), axis=alt.Axis(format="%")),
        )
    )
    if len(names) > 1:
        legend = alt.Legend(title=None, symbolType="stroke", symbolSize=500)
        line = line.encode(
            color=alt.Color("group:N", scale=colours_of(names), legend=legend),
            strokeDash=alt.StrokeDash("group:N", scale=dashes_of(names), legend=legend),
        )
    else:
        line = line.encode(color=alt.value(INK))
    description = "; ".join(told)
    picture = line.properties(width=WIDTH, height=HEIGHT)
    return chart(picture, words.noting(description), description, Figures(("group", "value", "share"), tuple(table)))

"""The tail of a distribution on two logarithmic scales, where a power law is a straight line."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor, log10

import numpy as np
from numpy.typing import NDArray

from foedus.report.charts.chart import Chart
from foedus.report.charts.extra import alt
from foedus.report.charts.theme import COLOURS, WIDTH, Words, chart


def tail(
    sizes: NDArray[np.float64], law: Sequence[tuple[float, float]], words: Words, across: str, height: int = 340
) -> Chart:
    """Return what share of cases are at least so large, case by case, with a fitted line.

    Parameters
    ----------
    sizes : array of float, shape (cases,)
        Above zero.
    law : sequence of tuple of float
        Points of the line: a size, and the share that the law expects to be at least so large.
    across : str
        What the sizes are of, under the horizontal axis.
    """
    held = np.sort(sizes)
    shares = 1 - np.arange(len(held)) / len(held)
    cases = [{"size": float(size), "share": float(share)} for size, share in zip(held, shares, strict=True)]
    line = [{"size": size, "share": share} for size, share in law]
    scale = alt.Scale(type="log", nice=False)
    place = {
        "x": alt.X("size:Q", title=across, scale=scale, axis=alt.Axis(format="~s", values=_powers(held[0], held[-1]))),
        "y": alt.Y("share:Q", title=None, scale=scale, axis=alt.Axis(format="~%", values=_powers(shares[-1], 1))),
    }
    points = alt.Chart(alt.Data(values=cases)).mark_circle(size=28, opacity=0.7, color=COLOURS[0]).encode(**place)
    fitted = alt.Chart(alt.Data(values=line)).mark_line(color=COLOURS[1], strokeWidth=1.8).encode(**place)
    told = f"{len(held)} cases from {held[0]:,.0f} to {held[-1]:,.0f}; the line falls from {law[0][0]:,.0f} on"
    return chart(alt.layer(points, fitted).properties(width=WIDTH, height=height), words, told)


def _powers(least: float, most: float) -> list[float]:
    """Return the powers of ten between two numbers, both included."""
    return [10.0**power for power in range(ceil(log10(least) - 1e-9), floor(log10(most) + 1e-9) + 1)]

"""Lines over distance, with a mark where two of them meet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from foedus.report.charts.chart import Chart
from foedus.report.charts.extra import alt
from foedus.report.charts.figures import Figures, written
from foedus.report.charts.theme import COLOURS, QUIET, WIDTH, Words, chart


@dataclass(frozen=True, slots=True)
class At:
    """A value at a distance; `group` is the line it is on."""

    distance: float
    value: float
    group: str


def over_distance(held: Sequence[At], words: Words, across: str, mark: float | None = None) -> Chart:
    """Return a line for each group.

    Parameters
    ----------
    across : str
        The title of the horizontal axis, with its unit.
    mark : float, optional
        A distance at which an upright line stands.
    """
    groups = list(dict.fromkeys(one.group for one in held))
    colours = alt.Scale(domain=groups, range=list(COLOURS[: len(groups)]))
    base = alt.Chart(alt.Data(values=[asdict(one) for one in held])).encode(
        x=alt.X("distance:Q", title=across),
        y=alt.Y("value:Q", title=words.unit),
        color=alt.Color("group:N", title=None, scale=colours, sort=groups),
        strokeDash=alt.StrokeDash("group:N", title=None, sort=groups, legend=None),
    )
    layers = [base.mark_line(strokeWidth=2)]
    if mark is not None:
        upright = alt.Chart(alt.Data(values=[{"distance": mark, "text": f"{mark:,.4g}"}])).encode(x="distance:Q")
        layers.append(upright.mark_rule(color=QUIET, strokeDash=[4, 3]))
        layers.append(upright.mark_text(align="left", dx=5, y=10, color=QUIET).encode(text="text:N"))
    told = f"{', '.join(groups)}; " + ("no mark" if mark is None else f"marked at {mark:,.4g}")
    picture = alt.layer(*layers).properties(width=WIDTH, height=300)
    return chart(picture, words, told, _figures(held, groups, across))


def _figures(held: Sequence[At], groups: Sequence[str], across: str) -> Figures:
    """Return the lines as a table with a column for each, where a line has no value at a distance left open."""
    values = {(one.distance, one.group): one.value for one in held}
    distances = sorted({one.distance for one in held})
    rows = tuple(
        (written(distance), *(written(values.get((distance, group))) for group in groups)) for distance in distances
    )
    return Figures((across, *groups), rows)

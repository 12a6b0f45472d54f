"""Places for labels, so that none lies on another or on a mark."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from foedus.report.charts.lettering import width_of


def spread(wanted: Sequence[float], apart: float, low: float, high: float) -> list[float]:
    """Return positions at least `apart` from each other, as near as may be to those wanted.

    The positions minimise the sum of squared shifts (pool adjacent violators); they stay within `low` and `high` where
    there is room for all.
    """
    order = sorted(range(len(wanted)), key=lambda at: wanted[at])
    pools: list[list[float]] = []  # sum of what its members want the first to be at, and how many they are
    for rank, at in enumerate(order):
        pools.append([wanted[at] - rank * apart, 1])
        while len(pools) > 1 and pools[-2][0] / pools[-2][1] > pools[-1][0] / pools[-1][1]:
            total, count = pools.pop()
            pools[-1][0] += total
            pools[-1][1] += count
    most = max(low, high - (len(wanted) - 1) * apart)
    starts = [min(max(total / count, low), most) for total, count in pools for _ in range(int(count))]
    placed = [0.0] * len(wanted)
    for rank, at in enumerate(order):
        placed[at] = starts[rank] + rank * apart
    return placed


Align = Literal["left", "right", "center"]


@dataclass(frozen=True, slots=True)
class Spot:
    """A mark that wants a label.

    Attributes
    ----------
    x, y : float
        Its centre, pixels from the upper left.
    radius : float
        Of the mark, pixels.
    weight : float
        The heaviest are labelled first.
    """

    x: float
    y: float
    text: str
    radius: float = 4.0
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Label:
    """A label with its place.

    Attributes
    ----------
    x, y : float
        Where its text is anchored, pixels; vertically its middle.
    align : {"left", "right", "center"}
        Which of its ends is anchored.
    is_far : bool
        Whether it needs a line to its mark.
    """

    spot: int
    x: float
    y: float
    align: Align
    text: str
    is_far: bool = False


def labels(
    spots: Sequence[Spot],
    size: float,
    frame: tuple[float, float],
    marks: Iterable[tuple[float, float, float]] = (),
    *,
    far: bool = False,
) -> list[Label]:
    """Return labels for as many spots as have room, the heaviest first.

    Parameters
    ----------
    size : float
        Of the letters, pixels.
    frame : (float, float)
        Width and height of the picture, pixels; no label leaves it.
    marks : iterable of (x, y, radius)
        What else labels must not cover.
    far : bool
        Whether spots of a weight above 0 may be labelled from farther off, by a line.

    Returns
    -------
    list of Label
        By the order of the spots; those without room are left out.
    """
    discs = [(one.x, one.y, one.radius) for one in spots] + list(marks)
    taken = np.array([(x - r, y - r, x + r, y + r) for x, y, r in discs]).reshape(-1, 4)
    placed: dict[int, Label] = {}
    for at in sorted(range(len(spots)), key=lambda at: (-spots[at].weight, at)):
        if not spots[at].text:
            continue
        for label, box in _candidates(at, spots[at], size, far=far and spots[at].weight > 0):
            inside = box[0] >= 0 and box[1] >= 0 and box[2] <= frame[0] and box[3] <= frame[1]
            if inside and not _meets(box, taken):
                placed[at] = label
                taken = np.vstack([taken, box])
                break
    return [placed[at] for at in sorted(placed)]


_Box = tuple[float, float, float, float]


def _candidates(at: int, spot: Spot, size: float, *, far: bool) -> Iterable[tuple[Label, _Box]]:
    """Yield the places around a spot, the best first: right, left, above, below, the corners, then farther off."""
    wide, tall, gap = width_of(spot.text, size) + 2, size * 1.05, spot.radius + 2
    corner, off = gap * 0.8, 2 * size
    places: list[tuple[float, float, Align]] = [
        (gap, 0.0, "left"),
        (-gap, 0.0, "right"),
        (0.0, -gap - tall / 2, "center"),
        (0.0, gap + tall / 2, "center"),
        (corner, -corner - tall / 3, "left"),
        (corner, corner + tall / 3, "left"),
        (-corner, -corner - tall / 3, "right"),
        (-corner, corner + tall / 3, "right"),
    ]
    near = len(places)
    if far:
        turns: tuple[tuple[float, float, Align], ...] = (
            (1, -1, "left"), (-1, -1, "right"), (1, 1, "left"), (-1, 1, "right"), (0, -1, "center"), (0, 1, "center"),
        )  # fmt: skip
        places += [(x * off * times, y * off * times, align) for times in (1, 1.8, 2.6) for x, y, align in turns]
    for number, (across, down, align) in enumerate(places):
        x, y = spot.x + across, spot.y + down
        left = {"left": x, "right": x - wide, "center": x - wide / 2}[align]
        label = Label(at, x, y, align, spot.text, number >= near)
        yield label, (left, y - tall / 2, left + wide, y + tall / 2)


def _meets(box: _Box, taken: np.ndarray) -> bool:
    apart = (taken[:, 2] <= box[0]) | (taken[:, 0] >= box[2]) | (taken[:, 3] <= box[1]) | (taken[:, 1] >= box[3])
    return not bool(apart.all())

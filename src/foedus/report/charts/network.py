"""A network: states as boxes, pacts of many as hubs, ties between two as lines, with arrows where they go one way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import atan2, degrees

import numpy as np

from foedus.report.charts.canvas import Box, Line, Mark, Text, boxes, lines, marks, texts
from foedus.report.charts.chart import Chart
from foedus.report.charts.extra import alt
from foedus.report.charts.figures import Figures
from foedus.report.charts.layout import Floats, laid_out
from foedus.report.charts.lettering import BOLD, width_of, wrapped
from foedus.report.charts.theme import COLOURS, DASHES, INK, PAPER, QUIET, Words, chart, darkened, is_dark, tinted

_TEXT, _LEADING, _PAD = 10.0, 12.0, 5.0
_HUB_WIDTH = 130.0
_UNIT, _GAP = 92.0, 7.0
_CROWD = 70
"""From how many boxes on they are drawn closer together."""
_HUES = tuple(colour for colour in COLOURS if colour != INK)
"""The colours of hubs; lines of ink are ties between two."""


@dataclass(frozen=True, slots=True)
class Node:
    """A state, or a hub that stands for a pact.

    Attributes
    ----------
    is_middle : bool
        The one that the picture is about.
    mark : str
        A short word that tells a pact apart where its name is cut.
    """

    name: str
    is_hub: bool = False
    is_middle: bool = False
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie between two nodes, by their numbers.

    Attributes
    ----------
    is_mutual : bool
        Whether it goes both ways; else it leads from the first to the second.
    """

    one: int
    other: int
    is_mutual: bool = True


def network(nodes: Sequence[Node], ties: Sequence[Tie], words: Words) -> Chart:
    """Return a network, laid out by stress, without one box on another."""
    written = [_lines_of(node) for node in nodes]
    sizes = np.array([_size(node, said) for node, said in zip(nodes, written, strict=True)]).reshape(-1, 2)
    degree = np.bincount([end for tie in ties for end in (tie.one, tie.other)], minlength=len(nodes))
    edges = [(tie.one, tie.other, _length(tie, nodes, degree)) for tie in ties]
    centres, width, height = laid_out(
        len(nodes), edges, sizes, _UNIT * min(1.0, (_CROWD / max(1, len(nodes))) ** 0.5), _GAP
    )
    hues = {at: number for number, at in enumerate(at for at, node in enumerate(nodes) if node.is_hub)}
    paths = [*_paths(ties, centres, hues)]
    layers = [*lines(paths), *marks(list(_arrows(ties, centres, sizes)))]
    layers += [*boxes(list(_boxes(nodes, centres, sizes, hues))), *texts(_texts(nodes, written, centres, hues))]
    picture = alt.layer(*layers).properties(width=max(width, 420), height=max(height, 60))
    hubs = sum(node.is_hub for node in nodes)
    told = f"{len(nodes) - hubs} states, {hubs} pacts, {len(ties)} ties"
    return chart(picture, words, told, _figures(nodes, ties), max(width, 420) - 110)


def _lines_of(node: Node) -> list[str]:
    """Return the words of a box: a state's name, or a pact's in up to three lines, the last its mark if it is cut."""
    if not node.is_hub:
        return [node.name]
    whole = wrapped(node.name, _HUB_WIDTH / BOLD, _TEXT)
    if len(whole) <= 3 or not node.mark:
        return wrapped(node.name, _HUB_WIDTH / BOLD, _TEXT, 3)
    return [*wrapped(node.name, _HUB_WIDTH / BOLD, _TEXT, 2), *wrapped(node.mark, _HUB_WIDTH / BOLD, _TEXT, 1)]


def _size(node: Node, said: Sequence[str]) -> tuple[float, float]:
    bold = node.is_hub or node.is_middle
    return max(width_of(line, _TEXT, bold=bold) for line in said) + 2 * _PAD, len(said) * _LEADING + 6


def _length(tie: Tie, nodes: Sequence[Node], degree: object) -> float:
    """Return how far apart two nodes would like to be: the members of a large pact need a wide circle."""
    counts = np.asarray(degree)
    hub = tie.one if nodes[tie.one].is_hub else tie.other if nodes[tie.other].is_hub else None
    return 1.0 if hub is None else 0.7 + 0.055 * float(counts[hub])


def _paths(ties: Sequence[Tie], centres: Floats, hues: dict[int, int]) -> Iterator[Line]:
    for tie in ties:
        ends = (_at(centres, tie.one), _at(centres, tie.other))
        hub = hues.get(tie.one, hues.get(tie.other))
        if hub is None:
            yield Line(ends, INK, 1.2, opacity=0.75)
        else:
            dash = DASHES[hub // len(_HUES) % len(DASHES)]
            yield Line(ends, darkened(_HUES[hub % len(_HUES)], 0.9), 1.3, dash, 0.6)


def _at(centres: Floats, node: int) -> tuple[float, float]:
    return float(centres[node, 0]), float(centres[node, 1])


def _arrows(ties: Sequence[Tie], centres: Floats, sizes: Floats) -> Iterator[Mark]:
    for tie in ties:
        if not tie.is_mutual:
            run = centres[tie.other] - centres[tie.one]
            half = sizes[tie.other] / 2 + 4
            share = min([1.0, *(float(half[axis] / abs(run[axis])) for axis in (0, 1) if run[axis])])
            x, y = centres[tie.other] - run * share
            yield Mark(
                float(x),
                float(y),
                "triangle-right",
                INK,
                INK,
                40,
                1,
                round(degrees(atan2(run[1], run[0])) / 5) * 5 % 360,
            )


def _boxes(nodes: Sequence[Node], centres: Floats, sizes: Floats, hues: dict[int, int]) -> Iterator[Box]:
    for at, node in enumerate(nodes):
        x, y = (float(value) for value in centres[at] - sizes[at] / 2)
        width, height = (float(value) for value in sizes[at])
        if at in hues:
            yield Box(x, y, width, height, _fill(hues[at]), INK, 1.2)
        elif node.is_middle:
            yield Box(x, y, width, height, PAPER, INK, 2.6)
        else:
            yield Box(x, y, width, height, PAPER, QUIET, 0.8)


def _fill(hub: int) -> str:
    colour = _HUES[hub % len(_HUES)]
    return colour if hub < len(_HUES) else tinted(colour)


def _texts(
    nodes: Sequence[Node], written: Sequence[Sequence[str]], centres: Floats, hues: dict[int, int]
) -> Iterator[Text]:
    for at, node in enumerate(nodes):
        fill = _fill(hues[at]) if at in hues else PAPER
        bold = node.is_hub or node.is_middle
        x, y = (float(value) for value in centres[at])
        top = y - (len(written[at]) - 1) * _LEADING / 2
        for number, line in enumerate(written[at]):
            ink = PAPER if is_dark(fill) else INK
            yield Text(x, top + number * _LEADING, line, _TEXT, ink, "center", "bold" if bold else "normal")


def _figures(nodes: Sequence[Node], ties: Sequence[Tie]) -> Figures:
    rows = tuple((nodes[tie.one].name, "with" if tie.is_mutual else "owes", nodes[tie.other].name) for tie in ties)
    return Figures(("one", "tie", "other"), rows)

"""The look all charts share: type, colours that the colour-blind can tell apart, the line that names the source.

Colours are those of Okabe and Ito (2008), *Color Universal Design*, in an order whose neighbours differ in lightness,
so that they stay apart in grey print; shapes and dashes say the same again, for colour never speaks alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from foedus.report.charts.chart import Chart
from foedus.report.charts.extra import Picture, alt
from foedus.report.charts.figures import NOTHING, Figures
from foedus.report.charts.lettering import FONT, wrapped

INK = "#1b1f24"
QUIET = "#5c6570"
RULE = "#d9dde2"
PALE = "#eef0f2"
PAPER = "#ffffff"
COLOURS = ("#0072b2", "#e69f00", "#1b1f24", "#009e73", "#8c6d31", "#cc79a7", "#56b4e9", "#d55e00")
SHAPES = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down", "triangle-right", "triangle-left")
DASHES: tuple[tuple[int, ...], ...] = ((1, 0), (7, 3), (2, 2), (9, 3, 2, 3), (5, 2), (12, 4), (3, 5), (1, 3))
WIDTH = 640
TITLE_SIZE, SUBTITLE_SIZE = 16, 11
MARGIN = 130
"""What labels beside the plot add to the width that a title may fill, at least."""

CONFIG: dict[str, Any] = {
    "font": FONT,
    "background": PAPER,
    "padding": 16,
    "view": {"stroke": None},
    "title": {
        "anchor": "start",
        "fontSize": TITLE_SIZE,
        "color": INK,
        "subtitleColor": QUIET,
        "subtitleFontSize": SUBTITLE_SIZE,
        "subtitleLineHeight": 15,
        "subtitlePadding": 5,
        "offset": 14,
    },
    "axis": {
        "labelColor": INK,
        "labelFontSize": 11,
        "labelFlush": False,
        "labelLimit": 260,
        "titleColor": QUIET,
        "titleFontWeight": "normal",
        "titleLimit": 600,
        "gridColor": RULE,
        "domainColor": QUIET,
        "tickColor": QUIET,
    },
    "legend": {
        "orient": "top",
        "columns": 4,
        "labelColor": INK,
        "labelFontSize": 11,
        "labelLimit": 320,
        "titleColor": QUIET,
        "titleFontWeight": "normal",
        "symbolStrokeWidth": 1.5,
    },
    "header": {"labelColor": INK, "titleColor": QUIET},
    "text": {"fontSize": 11, "color": INK},
    "range": {"category": list(COLOURS)},
}


@dataclass(frozen=True, slots=True)
class Words:
    """What stands around a picture.

    Attributes
    ----------
    unit : str
        Of what is drawn.
    source : str
        The data with their version, or the register with its own.
    note : str
        A warning that must travel with the picture, such as "today's borders".
    """

    title: str
    unit: str
    source: str
    note: str = ""

    def noting(self, more: str) -> Words:
        """Return the same words with a further note."""
        parts = [part.rstrip(".") for part in (self.note, more) if part]
        return replace(self, note=". ".join(parts))

    @property
    def subtitle(self) -> list[str]:
        """The lines under the title."""
        return [line for line in (self.unit, self.note, f"Source: {self.source}") if line]


def chart(
    picture: Picture, words: Words, description: str, figures: Figures | None = None, width: float = WIDTH
) -> Chart:
    """Return a picture with its title, its source and the common look.

    Parameters
    ----------
    picture : altair chart
        Of any kind, without title and configuration.
    description : str
        The picture in words.
    figures : Figures, optional
        Its data as a table.
    width : float
        Of the plot, in pixels; titles wrap where it and its labels end.
    """
    room = max(width, WIDTH / 2) + MARGIN
    title = wrapped(words.title, room, TITLE_SIZE * 1.08)
    subtitle = [part for line in words.subtitle for part in wrapped(line, room, SUBTITLE_SIZE)]
    spec = picture.properties(title={"text": title, "subtitle": subtitle}).to_dict(validate=False)
    spec["config"] = CONFIG
    spec["description"] = description
    return Chart(spec, words.title, description, figures or NOTHING, tuple(words.subtitle))


def darkened(colour: str, share: float = 0.7) -> str:
    """Return a colour dark enough for letters on white."""
    parts = (int(int(colour[at : at + 2], 16) * share) for at in (1, 3, 5))
    return "#" + "".join(f"{part:02x}" for part in parts)


def tinted(colour: str, share: float = 0.45) -> str:
    """Return a colour mixed with white: so much of it, the rest white."""
    parts = (round(255 - share * (255 - int(colour[at : at + 2], 16))) for at in (1, 3, 5))
    return "#" + "".join(f"{part:02x}" for part in parts)


def lightness(colour: str) -> float:
    """Return the relative luminance of a colour, 0 to 1, as in the Web Content Accessibility Guidelines 2.2."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)


def is_dark(colour: str) -> bool:
    """Whether white letters stand out more on a colour than black ones."""
    return lightness(colour) < 0.179


def colours_of(groups: Sequence[str]) -> alt.Scale:
    """Return the scale that gives groups their colours, in their order."""
    return alt.Scale(domain=list(groups), range=[COLOURS[at % len(COLOURS)] for at in range(len(groups))])


def shapes_of(groups: Sequence[str]) -> alt.Scale:
    """Return the scale that gives groups their shapes, in their order."""
    return alt.Scale(domain=list(groups), range=[SHAPES[at % len(SHAPES)] for at in range(len(groups))])


def dashes_of(groups: Sequence[str]) -> alt.Scale:
    """Return the scale that gives groups their dashes, in their order."""
    return alt.Scale(domain=list(groups), range=[list(DASHES[at % len(DASHES)]) for at in range(len(groups))])

"""The look all charts share: type, colours that the colour-blind can tell apart, the line that names the source.

Colours are those of Okabe and Ito (2008), *Color Universal Design*, dark enough for print on white.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from foedus.report.charts.chart import Chart
from foedus.report.charts.extra import alt

FONT = "DejaVu Sans, Liberation Sans, Arial, sans-serif"
INK = "#1b1f24"
QUIET = "#5c6570"
RULE = "#d9dde2"
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#8a6d00", "#56b4e9", "#5c6570", "#e69f00")
WIDTH = 640

CONFIG: dict[str, Any] = {
    "font": FONT,
    "background": "#ffffff",
    "padding": 16,
    "view": {"stroke": None},
    "title": {
        "anchor": "start",
        "fontSize": 16,
        "color": INK,
        "subtitleColor": QUIET,
        "subtitleFontSize": 11,
        "offset": 12,
    },
    "axis": {"labelColor": INK, "titleColor": QUIET, "gridColor": RULE, "domainColor": QUIET, "tickColor": QUIET},
    "legend": {"labelColor": INK, "titleColor": QUIET},
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

    @property
    def subtitle(self) -> list[str]:
        """The lines under the title."""
        return [line for line in (self.unit, self.note, f"Source: {self.source}") if line]


def chart(picture: alt.TopLevelMixin, words: Words, description: str) -> Chart:
    """Return a picture with its title, its source and the common look.

    Parameters
    ----------
    picture : altair chart
        Of any kind, without title and configuration.
    description : str
        The picture in words.
    """
    spec = picture.properties(title={"text": words.title, "subtitle": words.subtitle}).to_dict()
    spec["config"] = CONFIG
    spec["description"] = description
    return Chart(spec, words.title, description)

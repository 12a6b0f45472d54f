"""A chart: a picture with its words, which can be shown in a notebook or written to a file."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from foedus._base.errors import BadInput, Fault
from foedus._base.files import written_whole
from foedus.report.charts.compact import compacted
from foedus.report.charts.extra import vlc
from foedus.report.charts.figures import NOTHING, Figures
from foedus.report.charts.page import fragment, page

ENDINGS = (".png", ".svg", ".html", ".json")
PNG_SCALE = 2.0
"""Pixels to a unit, so that print stays sharp."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture with its words.

    Attributes
    ----------
    spec : dict
        In Vega-Lite; it names no address, so nothing is fetched to draw it.
    title : str
        What the picture shows.
    description : str
        The same in words, for those who cannot see it.
    figures : Figures
        Its data as a table.
    lines : tuple of str
        Unit, warnings and source, as they stand under the title.
    """

    spec: dict[str, Any]
    title: str
    description: str
    figures: Figures = NOTHING
    lines: tuple[str, ...] = ()

    def svg(self) -> str:
        """Return the picture as SVG."""
        drawn: str = vlc.vegalite_to_svg(self.spec, allowed_base_urls=[])
        return drawn

    def png(self, scale: float = PNG_SCALE) -> bytes:
        """Return the picture as PNG, in a palette."""
        return compacted(vlc.vegalite_to_png(self.spec, scale=scale, allowed_base_urls=[]))

    def html(self, *, whole: bool = True) -> str:
        """Return the picture as HTML that needs no network: the SVG, its words, and its data as a table.

        Parameters
        ----------
        whole : bool
            A page of its own, or a ``figure`` to put into one.
        """
        figure = fragment(self.svg(), self.title, (*self.lines, self.description), self.figures)
        return page(figure, self.title) if whole else figure

    def write(self, path: Path) -> None:
        """Write the picture; the file's ending chooses how: .png, .svg, .html, or .json for Vega-Lite.

        Raises
        ------
        BadInput
            If the ending is none of these, or the file cannot be written.
        """
        drawn = {
            ".png": self.png,
            ".svg": lambda: self.svg().encode(),
            ".html": lambda: self.html().encode(),
            ".json": lambda: self._json().encode(),
        }
        if path.suffix.casefold() not in drawn:
            raise BadInput(Fault(f"{path.suffix[:20]!r} is no kind of picture", str(path), ", ".join(ENDINGS)))
        content = drawn[path.suffix.casefold()]()
        with written_whole(path) as place:
            place.write_bytes(content)

    def _json(self) -> str:
        return json.dumps(self.spec, ensure_ascii=False, indent=2) + "\n"

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        """Show the picture in a notebook."""
        return {"image/svg+xml": self.svg(), "text/plain": f"{self.title}: {self.description}"}

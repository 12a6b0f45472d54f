"""The gallery: one picture for each kind of chart and each measure, with the command that draws it."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from dataclasses import dataclass

from foedus.catalogue.charts import CHARTS
from foedus.catalogue.measures import FAMILIES, measures_of

FOLDER = "gallery"
"""Where the pictures lie, beside the page."""

_HEAD = """# Gallery

This page is written by `make docs` from the catalogues of charts and measures; edit those. `make gallery` draws the
pictures anew: it runs the command under each with the option that names a file. [Charts](charts.md) says how to read
them and what they do not say. Pictures of measures that need published data name the data and their version; those
data are not part of Foedus, and `foedus data pull` or `foedus data add` brings them.
"""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the gallery.

    Attributes
    ----------
    command : str
        A command line that draws it, without the option that names the file.
    option : str
        That option.
    page : str
        The page that explains it; empty if that is the page of charts.
    data : tuple of str
        The published data sets it needs.
    """

    name: str
    summary: str
    command: str
    option: str
    page: str = ""
    data: tuple[str, ...] = ()

    def words(self, file: str) -> list[str]:
        """Return the command line that draws it to a file, in words, without the program's name."""
        return [*shlex.split(self.command)[1:], self.option, file]


def pictures() -> tuple[Picture, ...]:
    """Return every picture: kinds of charts first, then measures, family by family."""
    return (*_charts(), *(one for family in FAMILIES for one in _measures(family)))


def _charts() -> Iterator[Picture]:
    for one in CHARTS:
        yield Picture(one.name, one.summary, one.command, one.option)


def _measures(family: str) -> Iterator[Picture]:
    for one in measures_of(family):
        yield Picture(one.name, f"{one.title} ({one.unit}).", one.command, "--png", one.page, one.data)


def gallery_page() -> str:
    """Return the page as Markdown."""
    parts = [_HEAD, "## Kinds of charts\n", *(_entry(one) for one in _charts())]
    for family in FAMILIES:
        parts.append(f"## Measures: {family.replace('_', ' ')}\n")
        parts += [_entry(one) for one in _measures(family)]
    return "\n".join(parts)


def _entry(one: Picture) -> str:
    more = f" [More]({one.page})." if one.page else ""
    needs = f" Needs {', '.join(f'`{name}`' for name in one.data)}." if one.data else ""
    picture = f"![{one.summary.replace('[', '(').replace(']', ')')}]({FOLDER}/{one.name}.png)"
    drawn = f"```text\n{one.command} {one.option} {one.name}.png\n```"
    return f"### {one.name}\n\n{one.summary}{more}{needs}\n\n{picture}\n\n{drawn}\n"

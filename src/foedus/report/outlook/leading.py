"""The parts of an outlook in a line or two each, so that the whole answer fits one screen."""

from __future__ import annotations

from collections.abc import Iterator

from foedus.report.outlook.told import Line, Told

LOUD = {"plain", "warning", "unknown"}
MOST = 2
"""How many statements of a part lead it."""
ROOM = 150
"""How many characters a statement may take; what is cut is marked."""


def leading(section: Told) -> tuple[str, ...]:
    """Return what leads a part: of its table the last column that all rows fill, then its first loud statements."""
    told = list(_statements(section.lines))[:MOST]
    return (*_of_table(section), *(_cut(one) for one in told))


def title_of(section: Told) -> str:
    """Return the title of a part, without what explains it."""
    return section.title.partition(":")[0].partition(",")[0]


def _statements(lines: tuple[Line, ...]) -> Iterator[str]:
    head = ""
    for line in lines:
        if line.tone == "head":
            head = line.text
        elif line.tone in LOUD:
            yield f"{head}: {line.text}" if head else line.text
            head = ""


def _of_table(section: Told) -> Iterator[str]:
    if section.grid is None:
        return
    columns = section.grid.columns[1:-1]
    for first, *cells in section.grid.rows[:MOST]:
        held = ", ".join(f"{column} {cell}" for column, cell in zip(columns, cells, strict=False))
        yield _cut(f"{first}: {held}")


def _cut(text: str) -> str:
    return text if len(text) <= ROOM else text[: ROOM - 1].rsplit(" ", 1)[0].rstrip(",;:") + " …"

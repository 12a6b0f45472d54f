"""The sheets of SIPRI's workbook, each a table of states by years, put together as one row a state and year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from foedus.sources.extra import pl
from foedus.sources.formats.content import Content
from foedus.sources.formats.excel import Cells, read_book
from foedus.sources.raw import Raw, wrong_file

NO_STATE = "xxx"
UNKNOWN = frozenset({"...", "..", ". .", ""})

SHEETS = {
    "constant_usd": re.compile(r"Constant \(\d{4}\) US\$"),
    "current_usd": re.compile(r"Current US\$"),
    "local_currency": re.compile(r"Local currency calendar years"),
    "share_gdp": re.compile(r"Share of GDP"),
    "per_capita": re.compile(r"Per capita"),
    "share_government": re.compile(r"Share of Govt\. spending"),
}
_YEAR = re.compile(r"(19|20)\d\d")


@dataclass(frozen=True, slots=True)
class _Cell:
    state: str
    year: int
    text: str


def read_sheets(content: Content) -> Raw:
    """Read the sheets of figures; a state that did not exist in a year has no row for it.

    Raises
    ------
    BadInput
        If a sheet is missing or has no row of years.
    """
    book = read_book(content)
    rows: dict[tuple[str, int], dict[str, str | None]] = {}
    for column, pattern in SHEETS.items():
        sheet = next((name for name in book if pattern.fullmatch(name.strip())), None)
        if sheet is None:
            raise wrong_file(content.name, f"has no sheet like {pattern.pattern}", allowed=", ".join(book)[:400])
        for cell in _cells(book[sheet], f"{content.name}: {sheet}"):
            if cell.text != NO_STATE:
                row = rows.setdefault((cell.state, cell.year), {})
                row[column] = None if cell.text in UNKNOWN else cell.text
    data = [{"state": state, "year": str(year), **row} for (state, year), row in rows.items()]
    return Raw(content.name, pl.DataFrame(data, schema=dict.fromkeys(["state", "year", *SHEETS], pl.String)))


def _cells(cells: Cells, where: str) -> Iterator[_Cell]:
    """Yield the figures of a sheet; the names of regions stand in rows without any."""
    head, years = _heading(cells, where)
    for line in cells[head + 1 :]:
        state = line[0] if line else ""
        found = {year: line[at] if at < len(line) else "" for at, year in years.items()}
        if state and any(found.values()):
            for year, text in found.items():
                yield _Cell(state, year, text)


def _heading(cells: Cells, where: str) -> tuple[int, dict[int, int]]:
    """Return the row that begins with Country, and the year of each column."""
    for at, line in enumerate(cells[:30]):
        if line and line[0].casefold() == "country":
            years = {place: int(cell) for place, cell in enumerate(line) if _YEAR.fullmatch(cell)}
            if years:
                return at, years
    raise wrong_file(where, "has no row of years under Country")

"""NATO's expenditure tables: sections of states by years, put together as one row a state and year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from foedus.sources.extra import pl
from foedus.sources.formats.content import Content, kind_of
from foedus.sources.formats.excel import Cells, read_book
from foedus.sources.formats.r import read_r
from foedus.sources.raw import Raw, wrong_file

ESTIMATE = "is_estimate"

# What a section is headed by, after the number of its table.
SECTIONS = (
    ("1", "current prices", "national_currency"),
    ("2", "current prices", "current_usd"),
    ("2", "constant 2015 prices", "constant_usd"),
    ("3", "share of real gdp", "share_gdp"),
    ("3", "annual real change", "real_change"),
    ("5", "constant 2015 prices", "gdp_constant_usd"),
    ("6", "gdp per capita", "gdp_per_capita"),
    ("6", "defence expenditure per capita", "per_capita"),
    ("7", "", "personnel"),
    ("8a", "equipment", "share_equipment"),
    ("8a", "personnel", "share_personnel"),
    ("8b", "infrastructure", "share_infrastructure"),
    ("8b", "other", "share_other"),
)
COLUMNS = tuple(column for _, _, column in SECTIONS)

# Headings of the packaged copy, and by what its units must be divided to be those of the workbook.
PACKAGED = {
    "Defense expenditure (USD, current prices)": ("current_usd", 1e6),
    "Defense expenditure (USD, 2015 prices)": ("constant_usd", 1e6),
    "Defense expenditure (% real GDP)": ("share_gdp", 1.0),
    "Defense expenditure annual real change (% GDP)": ("real_change", 1.0),
    "Real GDP (2015 prices)": ("gdp_constant_usd", 1e6),
    "GDP per capita (USD)": ("gdp_per_capita", 1e3),
    "Defence expenditure per capita (USD)": ("per_capita", 1.0),
    "Military personnel": ("personnel", 1e3),
    "Equipment expenditure (%)": ("share_equipment", 1.0),
    "Personnel expenditure (%)": ("share_personnel", 1.0),
    "Infrastructure expenditure (%)": ("share_infrastructure", 1.0),
    "Other expenditure (%)": ("share_other", 1.0),
}

_TITLE = re.compile(r"Table (\d+[a-z]?) ?: ")
_YEAR = re.compile(r"((?:19|20)\d\d)(e?)")
_NUMBER = re.compile(r"[-+]?\d+(\.\d+)?([eE][-+]?\d+)?")
_NOT_STATES = ("nato", "notes", "(", "*", "-")
Rows = dict[tuple[str, str], dict[str, str]]


def read_tables(content: Content) -> Raw:
    """Read the workbook of tables, or the packaged copy of an earlier one.

    Raises
    ------
    BadInput
        If a section is missing.
    """
    if kind_of(content) == "r":
        return _packaged(read_r(content, "nato"))
    rows: Rows = {}
    found: set[str] = set()
    for cells in read_book(content).values():
        for column, state, year, mark, text in _figures(cells):
            found.add(column)
            row = rows.setdefault((state, year), {})
            row[ESTIMATE] = str(max(int(row.get(ESTIMATE, "0")), int(bool(mark))))
            if text:
                row[column] = text
    absent = [column for column in COLUMNS if column not in found]
    if absent:
        raise wrong_file(content.name, f"has no section for {', '.join(absent)}", allowed="NATO's own workbook")
    data = [{"state": state, "year": year, **row} for (state, year), row in rows.items()]
    return Raw(content.name, pl.DataFrame(data, schema=dict.fromkeys(["state", "year", ESTIMATE, *COLUMNS], pl.String)))


def _figures(cells: Cells) -> Iterator[tuple[str, str, str, str, str]]:
    """Yield column, state, year, mark of an estimate, and text of every figure of a sheet."""
    table, section, years = "", "", dict[int, tuple[str, str]]()
    for texts in cells:
        words = [text for text in texts if text]
        title = next((match for text in words if (match := _TITLE.match(text))), None)
        if title:
            table, section = title[1], ""
            continue
        marked = {at: match for at, text in enumerate(texts) if (match := _YEAR.fullmatch(text))}
        if len(marked) > 3 and len(marked) == len(words):
            years = {at: (match[1], match[2]) for at, match in marked.items()}
            continue
        if len(words) == 1:
            section = words[0].casefold()
            continue
        column = _column(table, section)
        state = _state(words[0]) if words else ""
        if column and state and years:
            for at, (year, mark) in years.items():
                yield column, state, year, mark, texts[at] if at < len(texts) else ""


def _column(table: str, section: str) -> str:
    return next((name for number, start, name in SECTIONS if number == table and section.startswith(start)), "")


def _state(text: str) -> str:
    """Return the name of a state without its currency and marks; empty for a sum, a note or a bare figure."""
    name = re.sub(r"\s{2,}\(.*\)$", "", text).rstrip("*").strip()
    is_state = name and not name.casefold().startswith(_NOT_STATES) and not _NUMBER.fullmatch(name)
    return name if is_state else ""


def _packaged(raw: Raw) -> Raw:
    frame = raw.frame
    absent = [name for name in ("country_stanag", "year", *PACKAGED) if name not in frame.columns]
    if absent:
        raise wrong_file(raw.name, f"has no column {absent[0]}")
    figures = [(pl.col(heading).cast(pl.Float64) / unit).alias(name) for heading, (name, unit) in PACKAGED.items()]
    bare = [pl.lit(None, pl.Float64).alias("national_currency"), pl.lit(None, pl.Int8).alias(ESTIMATE)]
    return raw.shaped(frame.select(pl.col("country_stanag").alias("state"), "year", *figures, *bare))

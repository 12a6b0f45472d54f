"""Workbooks, ``.xlsx`` and ``.xls``: the cells of every sheet as text, or a sheet whose first row is its heading."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Mapping

from foedus.sources.extra import calamine, pl
from foedus.sources.formats.archive import inflated
from foedus.sources.formats.content import Content, kind_of
from foedus.sources.formats.delimited import unique_headings
from foedus.sources.raw import Raw, wrong_file

Cells = list[list[str]]
Book = Mapping[str, Cells]

MAX_ROW, MAX_COLUMN = 200_000, 1_000
PATIENCE = 180.0
_ADDRESS = re.compile(rb'<(?:\w+:)?c [^>]*?r="([A-Z]{1,3})([0-9]{1,9})"')
_CHILD = (sys.executable, "-I", "-m", "foedus.sources.formats.excel_child")


def read_book(content: Content) -> Book:
    """Return the cells of every sheet, each from its first row and column on.

    Raises
    ------
    BadInput
        If the workbook is damaged, or a cell lies absurdly far out.
    """
    kind = kind_of(content)
    if kind not in {"xlsx", "xls"}:
        raise wrong_file(content.name, "is no workbook", allowed=".xlsx or .xls")
    if kind == "xlsx":
        _refuse_far_cells(content)
    _ = calamine.CalamineWorkbook  # says here, and not in the child, that the extra is missing
    try:
        done = subprocess.run(_CHILD, input=content.data, capture_output=True, timeout=PATIENCE, check=False)  # noqa: S603
    except subprocess.TimeoutExpired as error:
        raise _damaged(content, "it takes too long") from error
    if done.returncode:
        raise _damaged(content, "the reader gave up")
    answer = json.loads(done.stdout)
    if "error" in answer:
        raise _damaged(content, answer["error"])
    sheets: Book = answer["sheets"]
    return sheets


def _damaged(content: Content, why: str) -> Exception:
    return wrong_file(content.name, f"cannot be read as a workbook: {why}", remedy="download it again")


def _refuse_far_cells(content: Content) -> None:
    """Refuse a sheet with a cell far out: the library lays sheets out in full, and it would fill the memory."""
    for member, data in inflated(content, "xl/worksheets/*"):
        for match in _ADDRESS.finditer(data):
            if int(match[2]) > MAX_ROW or _column_number(match[1]) > MAX_COLUMN:
                where = (match[1] + match[2]).decode()
                place = f"{content.name}: {member}"
                raise wrong_file(place, f"has a cell at {where}, far outside the table")


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def read_sheet(content: Content, sheet: str = "") -> Raw:
    """Return a sheet whose first row is its heading, as columns of text.

    Parameters
    ----------
    content : Content
        The workbook.
    sheet : str
        Its name; the first if empty.

    Raises
    ------
    BadInput
        If it cannot be read or has no heading.
    """
    book = read_book(content)
    cells = book.get(sheet or next(iter(book), ""))
    if not cells:
        raise wrong_file(content.name, f"has no sheet {sheet or 'with anything in it'}", allowed=", ".join(book)[:400])
    names = unique_headings(cells[0], content.name)
    rows = [[text or None for text in row] for row in cells[1:] if any(row)]
    return Raw(content.name, pl.DataFrame(rows, schema=dict.fromkeys(names, pl.String), orient="row"), first=2)

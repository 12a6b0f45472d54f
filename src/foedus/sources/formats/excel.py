"""Workbooks, ``.xlsx`` and ``.xls``: all cells of a sheet, or a sheet whose first row is its heading."""

from __future__ import annotations

import io
import re
from typing import Any

from foedus.sources.extra import calamine, pl
from foedus.sources.formats.archive import inflated
from foedus.sources.formats.content import Content, kind_of
from foedus.sources.formats.delimited import unique_headings
from foedus.sources.raw import Raw, wrong_file

Cells = list[list[Any]]

MAX_ROW, MAX_COLUMN = 200_000, 1_000
_ADDRESS = re.compile(rb'<(?:\w+:)?c [^>]*?r="([A-Z]{1,3})([0-9]{1,9})"')


def read_cells(content: Content, sheet: str = "") -> Cells:
    """Return all cells of a sheet from its first row and column on.

    Parameters
    ----------
    content : Content
        The workbook.
    sheet : str
        Its name; the first if empty.

    Raises
    ------
    BadInput
        If the workbook is damaged, has no such sheet, or a cell lies absurdly far out.
    """
    names, cells = _opened(content, sheet)
    if cells is None:
        raise wrong_file(content.name, f"has no sheet {sheet!r}", allowed=", ".join(names)[:400])
    return cells


def sheet_names(content: Content) -> list[str]:
    """Return the names of the sheets of a workbook.

    Raises
    ------
    BadInput
        If it cannot be read.
    """
    return _opened(content, None)[0]


def _opened(content: Content, sheet: str | None) -> tuple[list[str], Cells | None]:
    """Return the names of the sheets, and the cells of one: of the first if its name is empty, of none if None."""
    if kind_of(content) not in {"xlsx", "xls"}:
        raise wrong_file(content.name, "is no workbook", allowed=".xlsx or .xls")
    if kind_of(content) == "xlsx":
        _refuse_far_cells(content)
    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(content.data))
        names = book.sheet_names
        if sheet is None or (sheet and sheet not in names):
            return names, None
        return names, book.get_sheet_by_name(sheet or names[0]).to_python(skip_empty_area=False)
    except (OSError, ValueError, IndexError, KeyError, OverflowError, MemoryError, calamine.CalamineError) as error:
        raise _damaged(content, error) from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # the library gave up; it derives from BaseException
            raise _damaged(content, error) from error
        raise


def _damaged(content: Content, error: BaseException) -> Exception:
    return wrong_file(content.name, f"cannot be read as a workbook: {str(error)[:200]}", remedy="download it again")


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


def text_of(cell: Any) -> str:
    """Return a cell as text: a whole number without a point, an empty cell as nothing."""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return "" if cell is None else str(cell).strip()


def read_sheet(content: Content, sheet: str = "") -> Raw:
    """Return a sheet whose first row is its heading, as columns of text.

    Raises
    ------
    BadInput
        If it cannot be read or has no heading.
    """
    cells = read_cells(content, sheet)
    if not cells:
        raise wrong_file(content.name, "holds an empty sheet")
    names = unique_headings([text_of(cell) for cell in cells[0]], content.name)
    rows = [[text_of(cell) or None for cell in row] for row in cells[1:]]
    filled = [row for row in rows if any(row)]
    return Raw(content.name, pl.DataFrame(filled, schema=dict.fromkeys(names, pl.String), orient="row"), first=2)

"""Lay out a workbook in a process of its own: its bytes on standard input, its sheets as JSON on standard output.

The library that reads workbooks can be led round in circles by a damaged one until the memory is full. Here that ends a
child, which has a limit of memory and time, and not the program.
"""

from __future__ import annotations

import io
import json
import sys
from typing import Any

from foedus.sources.extra import calamine

MEMORY = 3 * 1024**3
SECONDS = 120


def main() -> None:
    """Read, lay out, write; every fault of the library becomes a word on standard output."""
    _limit()
    data = sys.stdin.buffer.read()
    try:
        answer: dict[str, Any] = {"sheets": _sheets(data)}
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # noqa: BLE001 - the library gives up with an error that derives from no Exception
        answer = {"error": str(error)[:300] or type(error).__name__}
    json.dump(answer, sys.stdout)


def _limit() -> None:
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - not there on every platform

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def _sheets(data: bytes) -> dict[str, list[list[str]]]:
    book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {
        name: [[text_of(cell) for cell in row] for row in _rows(book, name)]
        for name, kind in zip(book.sheet_names, book.sheets_metadata, strict=True)
        if kind.typ == calamine.SheetTypeEnum.WorkSheet
    }


def _rows(book: calamine.CalamineWorkbook, name: str) -> list[list[Any]]:
    return book.get_sheet_by_name(name).to_python(skip_empty_area=False)


def text_of(cell: Any) -> str:
    """Return a cell as text: a whole number without a point, an empty cell as nothing."""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return "" if cell is None else str(cell).strip()


if __name__ == "__main__":
    main()

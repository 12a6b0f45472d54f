"""Tables as files: CSV, JSON or Parquet by the ending, written whole or not at all."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import IO, Any

from foedus._base.errors import BadInput, ExtraMissing, Fault
from foedus._base.files import written_whole

Row = Sequence[str | int | float | None]
Kinds = Mapping[str, type[str] | type[int] | type[float]]

_PAGE = 100_000


def write_table(
    path: Path, columns: Sequence[str], rows: Iterable[Row], head: Mapping[str, Any], kinds: Kinds | None = None
) -> int:
    """Write a table and return how many rows it has.

    Parameters
    ----------
    path : Path
        Its ending chooses the format.
    columns : sequence of str
        The names of the columns.
    rows : iterable
        Text, numbers, or None for what is missing.
    head : mapping
        What surrounds the rows in JSON.
    kinds : mapping of str to type, optional
        What the cells of each column are in Parquet; if None, whole numbers where it is a code, else text.

    Raises
    ------
    BadInput
        If the ending is unknown or the file cannot be written.
    ExtraMissing
        If Parquet is asked for and not installed.
    """
    writer = table_writer(path, kinds)
    with written_whole(path) as place, place.open("wb") as file:
        return writer(file, columns, rows, head)


Writer = Callable[[IO[bytes], Sequence[str], Iterable[Row], Mapping[str, Any]], int]


def table_writer(path: Path, kinds: Kinds | None = None) -> Writer:
    """Return what writes a file of that ending.

    Raises
    ------
    BadInput
        If no format has that ending.
    """
    writer = _WRITERS.get(path.suffix.lower())
    if writer is None:
        raise BadInput(Fault(f"{path.suffix or 'no ending'} names no format", str(path), ", ".join(_WRITERS)))
    return partial(writer, kinds=kinds) if kinds and writer is _write_parquet else writer


def write_json(file: IO[bytes], columns: Sequence[str], rows: Iterable[Row], head: Mapping[str, Any]) -> int:
    """Write an answer whose last part is ``rows``, a line for each, without holding them all at once."""
    opening = json.dumps(head, ensure_ascii=False, indent=2).removesuffix("\n}")
    file.write(f'{opening},\n  "rows": ['.encode())
    count = 0
    for row in rows:
        text = json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False)
        file.write(f"{',' if count else ''}\n    {text}".encode())
        count += 1
    file.write(b"\n  ]\n}\n")
    return count


def _write_csv(file: IO[bytes], columns: Sequence[str], rows: Iterable[Row], _: Mapping[str, Any]) -> int:
    text = io.TextIOWrapper(file, encoding="utf-8", newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    count = 0
    for row in rows:
        writer.writerow(row)
        count += 1
    text.detach()
    return count


def _write_parquet(
    file: IO[bytes], columns: Sequence[str], rows: Iterable[Row], _: Mapping[str, Any], kinds: Kinds | None = None
) -> int:
    try:
        import polars as pl  # noqa: PLC0415 - an extra
    except ImportError as error:
        fault = Fault("Parquet needs a part that is not installed", remedy="pip install 'foedus[data]', or write .csv")
        raise ExtraMissing(fault) from error
    types: dict[str, type[pl.DataType]]
    if kinds:
        types = {name: {int: pl.Int32, float: pl.Float64, str: pl.String}[kinds[name]] for name in columns}
    else:
        types = {name: pl.Int32 if name.endswith("ccode") else pl.Categorical for name in columns}
    left = iter(rows)
    pages = []
    while page := list(islice(left, _PAGE)):
        pages.append(pl.DataFrame(page, schema=types, orient="row"))
    table = pl.concat(pages) if pages else pl.DataFrame(schema=types)
    table.write_parquet(file)
    return table.height


_WRITERS: Mapping[str, Writer] = {".csv": _write_csv, ".json": write_json, ".parquet": _write_parquet}

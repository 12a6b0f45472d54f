"""Answers as files: CSV, Parquet or JSON by the ending, written whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TextIO

from foedus._base.errors import BadInput, Fault
from foedus._base.files import written_whole
from foedus.panel.sql.plain import rows, texts
from foedus.panel.sql.query import Answer

Head = Mapping[str, Any]
Writer = Callable[[Answer, Head, Path], None]


def write(answer: Answer, head: Head, path: Path) -> None:
    """Write an answer.

    Parameters
    ----------
    answer : Answer
        The rows; what is missing is an empty field.
    head : mapping
        What surrounds the rows in JSON.
    path : Path
        Its ending chooses the format.

    Raises
    ------
    BadInput
        If the ending is unknown or the file cannot be written.
    """
    writer = writer_of(path)
    with written_whole(path) as place:
        writer(answer, head, place)


def writer_of(path: Path) -> Writer:
    """Return what writes a file of that ending.

    Raises
    ------
    BadInput
        If no format has that ending.
    """
    writer = _WRITERS.get(path.suffix.lower())
    if writer is None:
        raise BadInput(Fault(f"{path.suffix or 'no ending'} names no format", str(path), ", ".join(_WRITERS)))
    return writer


def print_rows(answer: Answer, head: Head, file: TextIO) -> None:
    """Print an answer whose last part is its rows, a line for each."""
    opening = json.dumps(head, ensure_ascii=False, indent=2).removesuffix("\n}")
    file.write(f'{opening},\n  "rows": [')
    lines = (json.dumps(row, ensure_ascii=False) for row in rows(answer.frame))
    file.writelines(f"{',' if place else ''}\n    {line}" for place, line in enumerate(lines))
    file.write("\n  ]\n}\n")


def _csv(answer: Answer, _: Head, path: Path) -> None:
    texts(answer.frame).write_csv(path)


def _parquet(answer: Answer, head: Head, path: Path) -> None:
    answer.frame.write_parquet(path, compression="zstd", metadata={"foedus": json.dumps(head, ensure_ascii=False)})


def _json(answer: Answer, head: Head, path: Path) -> None:
    with path.open("w", encoding="utf-8") as file:
        print_rows(answer, head, file)


_WRITERS: Mapping[str, Writer] = {".csv": _csv, ".parquet": _parquet, ".json": _json}

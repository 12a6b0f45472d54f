"""Stata's ``.dta`` files."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from foedus.sources.extra import pl, pyreadstat
from foedus.sources.formats.content import Content
from foedus.sources.formats.delimited import unique_headings
from foedus.sources.raw import Raw, wrong_file


def read_stata(content: Content) -> Raw:
    """Return the table of a Stata file; values without their labels, missing ones null.

    Raises
    ------
    BadInput
        If it is damaged or no Stata file.
    """
    reader = pyreadstat.read_dta
    with tempfile.TemporaryDirectory(prefix="foedus-") as folder:
        path = Path(folder) / "table.dta"
        path.write_bytes(content.data)
        try:
            columns, about = reader(str(path), output_format="dict", disable_datetime_conversion=True)
            frame = _frame(columns, content.name)
        except (OSError, ValueError, TypeError, OverflowError, RuntimeError, MemoryError, _their_errors()) as error:
            raise wrong_file(
                content.name, f"cannot be read as a Stata file: {error}", remedy="download it again"
            ) from error
    if about.number_rows is not None and about.number_rows != frame.height:
        raise wrong_file(content.name, f"holds {frame.height} rows and says {about.number_rows}")
    return Raw(content.name, frame)


def _their_errors() -> type[Exception]:
    errors: type[Exception] = pyreadstat.ReadstatError
    return errors


def _frame(columns: dict[str, Any], name: str) -> pl.DataFrame:
    names = unique_headings(columns, name)
    held = {heading: pl.Series(values=list(values), strict=False) for heading, values in zip(names, columns.values())}  # noqa: B905
    frame = pl.DataFrame(held)
    return frame.with_columns(pl.col(pl.String).replace("", None), pl.col(pl.Float32, pl.Float64).fill_nan(None))

"""Answers as people and other programs read them: cells as text, lists as JSON, dates in ISO form."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from foedus.sources.extra import pl


def texts(frame: pl.DataFrame) -> pl.DataFrame:
    """Return a table whose dates are ISO text and whose lists, records and bytes are text, as a CSV file holds them."""
    return frame.select(_as_text(frame, name, nested=True) for name in frame.columns)


def rows(frame: pl.DataFrame) -> Iterator[dict[str, Any]]:
    """Yield the rows as JSON has them: lists stay lists, what is no number is null."""
    plain = frame.select(_as_text(frame, name, nested=False) for name in frame.columns)
    for row in plain.iter_rows(named=True):
        yield {name: _value(value) for name, value in row.items()}


def columns_json(frame: pl.DataFrame) -> list[dict[str, str]]:
    """Return the columns of a table with what kind of value they hold."""
    return [{"name": name, "type": _kind(kind)} for name, kind in frame.schema.items()]


def _kind(kind: pl.DataType) -> str:
    kinds = {
        "boolean": kind == pl.Boolean,
        "integer": kind.is_integer() or (isinstance(kind, pl.Decimal) and kind.scale == 0),
        "number": kind.is_numeric(),
        "date": kind == pl.Date,
        "time": kind.is_temporal(),
        "list": isinstance(kind, pl.List | pl.Array),
        "record": kind.is_nested(),
        "bytes": kind == pl.Binary,
    }
    return next((name for name, is_it in kinds.items() if is_it), "text")


def _as_text(frame: pl.DataFrame, name: str, *, nested: bool) -> pl.Series:
    series = frame.get_column(name)
    kind = series.dtype
    if kind.is_temporal():
        return series.cast(pl.String)
    if kind == pl.Binary:
        return series.bin.encode("hex")
    if nested and kind.is_nested():
        held = [None if value is None else _json(value) for value in series.to_list()]
        return pl.Series(name, held, dtype=pl.String)
    return series


def _json(value: Any) -> str:
    return json.dumps(_value(value), ensure_ascii=False)


def _value(value: Any) -> Any:
    match value:
        case float():
            return value if math.isfinite(value) else None
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case list() | tuple():
            return [_value(part) for part in value]
        case dict():
            return {str(key): _value(part) for key, part in value.items()}
        case bytes():
            return value.hex()
        case None | bool() | int() | str():
            return value
        case _:
            return str(value)

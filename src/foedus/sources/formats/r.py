"""R's ``.rda`` and ``.rds`` files: the data frame they hold."""

from __future__ import annotations

from typing import Any

from foedus.sources.extra import np, pl
from foedus.sources.formats.content import Content, unpacked
from foedus.sources.formats.delimited import unique_headings
from foedus.sources.formats.r_stream import NA_INTEGER, RObject, Unreadable, read_objects
from foedus.sources.raw import Raw, wrong_file


def read_r(content: Content, part: str = "") -> Raw:
    """Return a data frame of an R file; NA and NaN are null.

    Parameters
    ----------
    content : Content
        The file.
    part : str
        The object's name; the only one if empty.

    Raises
    ------
    BadInput
        If it is damaged, or holds no such data frame.
    """
    try:
        objects = read_objects(unpacked(content))
        held = _chosen(objects, part)
        columns = _columns(held)
    except Unreadable as error:
        raise wrong_file(content.name, f"cannot be read as an R file: {error}", remedy="download it again") from error
    names = unique_headings([name for name, _ in columns], content.name)
    lengths = {len(series) for _, series in columns}
    if len(lengths) != 1:
        raise wrong_file(content.name, "holds columns of unequal length")
    frame = pl.DataFrame({name: series for name, (_, series) in zip(names, columns, strict=True)})
    return Raw(content.name, frame)


def _chosen(objects: dict[str, RObject], part: str) -> RObject:
    if part and part in objects:
        return objects[part]
    frames = [held for held in objects.values() if "data.frame" in held.texts("class")]
    if len(frames) != 1 or (part and "" not in objects):
        message = f"it holds {', '.join(objects) or 'nothing'}" + (f", not {part}" if part else "")
        raise Unreadable(message)
    return frames[0]


def _columns(held: RObject) -> list[tuple[str, pl.Series]]:
    names = held.texts("names")
    if "data.frame" not in held.texts("class") or not isinstance(held.value, list) or len(names) != len(held.value):
        message = "it holds no data frame"
        raise Unreadable(message)
    return [(name, _series(column)) for name, column in zip(names, held.value, strict=True)]


def _series(column: Any) -> pl.Series:
    if not isinstance(column, RObject):
        message = "a column is no vector"
        raise Unreadable(message)
    if isinstance(column.value, list):
        if not all(isinstance(text, str | None) for text in column.value):
            message = "a column holds more than texts"
            raise Unreadable(message)
        return pl.Series(values=column.value, dtype=pl.String)
    kinds = column.texts("class")
    if "Date" in kinds:
        return _days(column.value)
    if column.value.dtype.kind == "i":
        return _integers(column, is_factor="factor" in kinds)
    return pl.Series(values=column.value, nan_to_null=True)


def _integers(column: RObject, *, is_factor: bool) -> pl.Series:
    numbers = pl.Series(values=column.value.astype("i8"))
    known = numbers.set(numbers == NA_INTEGER, None)
    if not is_factor:
        return known
    levels = column.texts("levels")
    if known.len() and known.drop_nulls().is_between(1, len(levels)).not_().any():
        message = "a factor has a value without a name"
        raise Unreadable(message)
    named = pl.Series(values=["", *levels], dtype=pl.String)
    return named.gather(known.cast(pl.UInt32))


def _days(numbers: Any) -> pl.Series:
    real = numbers.astype("f8")
    known = np.isfinite(real) & (np.abs(real) < 10_000_000)
    whole = pl.Series(values=np.where(known, real, 0).astype("i4"))
    return whole.set(pl.Series(values=~known), None).cast(pl.Date)

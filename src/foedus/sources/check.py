"""From a raw table to a checked one: columns found by heading, missing codes made null, types, bounds and key held."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from foedus._base.errors import BadInput, Fault
from foedus.sources.extra import pl
from foedus.sources.model import CURRENT, Column, Table, Version
from foedus.sources.raw import Raw, heading_key, wrong_file

MAX_FAULTS = 20
MAX_TEXT = 20_000

_FORMULA = r"^[=@]|^[+-][A-Za-z(@=]"
_CONTROL = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]"
_WHOLE = r"^[+-]?[0-9]{1,18}(\.0{1,6})?$"
_NUMBER = r"^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]{1,3})?$"
_DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"


@dataclass(frozen=True, slots=True)
class Checked:
    """A table in which every column is what its entry says.

    Attributes
    ----------
    ignored : tuple of str
        Headings of the file that no entry asks for.
    """

    frame: pl.DataFrame
    ignored: tuple[str, ...] = ()


def check(table: Table, raw: Raw, version: Version) -> Checked:
    """Return the table as its entry describes it, rows in the order of the key.

    Raises
    ------
    BadInput
        With every fault found, each with file, line and column.
    """
    read = [column for column in table.columns if not column.is_derived]
    found = _headings(read, raw)
    _same_version(table, raw, version)
    if not raw.frame.height:
        raise wrong_file(raw.name, "holds no rows", remedy="the file may be cut off: take the publisher's file")
    faults: list[Fault] = []
    columns: list[pl.Series] = []
    for column in read:
        if column.name in found:
            typed, wrong = _typed(column, raw.frame[found[column.name]], raw)
            faults.extend(wrong)
        else:
            typed = pl.Series(values=[None] * raw.frame.height, dtype=_dtype(column))
        columns.append(typed.alias(column.name))
    if faults:
        raise BadInput(faults[:MAX_FAULTS])
    frame = pl.DataFrame(columns)
    _same_years(frame, raw, version)
    _unique(table, frame, raw)
    ignored = set(raw.frame.columns) - set(found.values())
    return Checked(frame.sort(table.key) if table.key else frame, tuple(sorted(ignored)))


def finished(table: Table, frame: pl.DataFrame) -> pl.DataFrame:
    """Return the table with its columns in the order of the entry, derived ones included."""
    return frame.select(pl.col(column.name).cast(_dtype(column)) for column in table.columns)


def headings(table: Table) -> list[str]:
    """Return every heading the table may be recognised by."""
    return [heading for column in table.columns for heading in column.headings]


def _headings(columns: list[Column], raw: Raw) -> Mapping[str, str]:
    """Return the heading of the file for each column that it has."""
    written = {heading_key(heading): heading for heading in raw.frame.columns}
    found: dict[str, str] = {}
    faults: list[Fault] = []
    for column in columns:
        held = [written[heading_key(name)] for name in column.headings if heading_key(name) in written]
        if held:
            found[column.name] = held[0]
        elif not column.is_optional:
            faults.append(_absent(column, raw))
    if faults:
        raise BadInput(faults[:MAX_FAULTS])
    return found


def _absent(column: Column, raw: Raw) -> Fault:
    close = get_close_matches(column.headings[0], raw.frame.columns, 2)
    remedy = f"the file has {', '.join(close)}; " if close else ""
    return Fault(
        f"has no column {column.headings[0]}",
        raw.name,
        " or ".join(column.headings),
        f"{remedy}take the publisher's file unchanged; another version is named NAME@VERSION",
    )


def _same_version(table: Table, raw: Raw, version: Version) -> None:
    """Refuse a file that states another version than the one it is read as."""
    wanted = heading_key(table.version_column)
    heading = next((name for name in raw.frame.columns if wanted and heading_key(name) == wanted), None)
    if heading is None:
        return
    stated = {_plain_version(str(value)) for value in raw.frame[heading].drop_nulls().unique().to_list()}
    if stated and stated != {_plain_version(version.id)}:
        said = ", ".join(sorted(stated))[:80]
        raise wrong_file(raw.name, f"says that it is version {said}", allowed=version.id, remedy="NAME@VERSION")


def _same_years(frame: pl.DataFrame, raw: Raw, version: Version) -> None:
    """Refuse a file with years that its version does not cover; one that is called current grows every year."""
    if "year" not in frame.columns or version.id == CURRENT:
        return
    first, last = version.years
    outside = ~frame["year"].is_between(first, last)
    faults = [
        Fault(
            f"{frame['year'][row]} is no year of version {version.id}",
            raw.where(row, "year"),
            f"{first} to {last}",
            "another version is named NAME@VERSION",
        )
        for row in _first(outside)
    ]
    if faults:
        raise BadInput(faults)


def _plain_version(text: str) -> str:
    return text.removesuffix(".0")


# ------------------------------------------------------------------------------------------------------ one column


def _typed(column: Column, series: pl.Series, raw: Raw) -> tuple[pl.Series, list[Fault]]:
    known = _without_codes(series, column.missing)
    typed, allowed = _CASTS[column.type](known)
    wrong = typed.is_null() & known.is_not_null()
    faults = [_misfit(column, known, row, raw, allowed) for row in _first(wrong)]
    if not faults and (column.least is not None or column.most is not None):
        least = column.least if column.least is not None else float("-inf")
        most = column.most if column.most is not None else float("inf")
        outside = ~typed.is_between(least, most) & typed.is_not_null()
        allowed = f"{least:g} to {most:g}"
        faults = [_misfit(column, known, row, raw, allowed) for row in _first(outside)]
    return typed, faults


def _without_codes(series: pl.Series, codes: tuple[str, ...]) -> pl.Series:
    """Return the values with the publisher's codes for missing ones made null."""
    if not codes:
        return series
    if series.dtype == pl.String:
        return series.set(series.is_in([*codes, *(f"{code}.0" for code in codes)]), None)
    if series.dtype.is_numeric():
        numbers = [float(code) for code in codes if code.lstrip("-").replace(".", "", 1).isdigit()]
        return series.set(series.cast(pl.Float64).is_in(numbers), None)
    return series


def _misfit(column: Column, series: pl.Series, row: int, raw: Raw, allowed: str) -> Fault:
    return Fault(
        f"{str(series[row])[:60]!r} is not what the column holds",
        raw.where(row, column.headings[0]),
        allowed,
        "take the publisher's file unchanged (a spreadsheet may have altered it)",
    )


def _first(wrong: pl.Series, most: int = 3) -> Iterator[int]:
    yield from wrong.fill_null(value=False).arg_true().head(most).to_list()


def _integer(series: pl.Series) -> tuple[pl.Series, str]:
    allowed = "a whole number"
    if series.dtype == pl.String:
        whole = series.set(~series.str.contains(_WHOLE), None)
        plain = whole.str.replace(r"\.0+$", "").cast(pl.Int64, strict=False)
        return plain.fill_null(_integer(_number(series.set(whole.is_not_null(), None))[0])[0]), allowed
    if series.dtype.is_float():
        whole = series.set((series != series.round()) | (series.abs() > 2**53), None)
        return whole.cast(pl.Int64, strict=False), allowed
    if series.dtype.is_integer() or series.dtype in {pl.Boolean, pl.Null}:
        return series.cast(pl.Int64, strict=False), allowed
    return pl.Series(values=[None] * len(series), dtype=pl.Int64), allowed


def _number(series: pl.Series) -> tuple[pl.Series, str]:
    allowed = "a number with a decimal point"
    if series.dtype == pl.String:
        written = series.set(~series.str.contains(_NUMBER), None)
        numbers = written.cast(pl.Float64, strict=False)
    elif series.dtype.is_numeric() or series.dtype == pl.Null:
        numbers = series.cast(pl.Float64)
    else:
        numbers = pl.Series(values=[None] * len(series), dtype=pl.Float64)
    return numbers.set(numbers.is_infinite() | numbers.is_nan(), None), allowed


def _flag(series: pl.Series) -> tuple[pl.Series, str]:
    whole, _ = _integer(series)
    return whole.set(~whole.is_in([0, 1]), None).cast(pl.Int8), "0 or 1"


def _text(series: pl.Series) -> tuple[pl.Series, str]:
    text = series.cast(pl.String, strict=False) if series.dtype != pl.String else series
    unfit = text.str.contains(_FORMULA) | (text.str.len_chars() > MAX_TEXT)
    shown = text.set(unfit, None).str.replace_all(_CONTROL, " ")
    return shown, f"a text of at most {MAX_TEXT:,} characters that is no spreadsheet formula"


def _date(series: pl.Series) -> tuple[pl.Series, str]:
    allowed = "a date as YYYY-MM-DD"
    if series.dtype in {pl.Date, pl.Null}:
        return series.cast(pl.Date), allowed
    if series.dtype != pl.String:
        return pl.Series(values=[None] * len(series), dtype=pl.Date), allowed
    written = series.set(~series.str.contains(_DAY), None)
    return written.str.to_date("%Y-%m-%d", strict=False), allowed


_CASTS: Mapping[str, Callable[[pl.Series], tuple[pl.Series, str]]] = {
    "integer": _integer,
    "number": _number,
    "flag": _flag,
    "text": _text,
    "date": _date,
}


def _dtype(column: Column) -> pl.DataType:
    types = {"integer": pl.Int64, "number": pl.Float64, "flag": pl.Int8, "text": pl.String, "date": pl.Date}
    return types[column.type]()


# ------------------------------------------------------------------------------------------------------------- key


def _unique(table: Table, frame: pl.DataFrame, raw: Raw) -> None:
    """Refuse a key that is missing or used twice."""
    if not table.key:
        return
    keys = frame.select(table.key)
    absent = keys.select(pl.any_horizontal(pl.all().is_null())).to_series()
    faults = [
        Fault("lacks its key", raw.where(row), ", ".join(table.key), "take the publisher's file unchanged")
        for row in _first(absent)
    ]
    for row in _first(~keys.select(pl.struct(pl.all()).is_first_distinct()).to_series()):
        said = ", ".join(f"{name} {value}" for name, value in keys.row(row, named=True).items())
        faults.append(Fault(f"is there twice: {said}", raw.where(row), "each row once", "take the publisher's file"))
    if faults:
        raise BadInput(faults)

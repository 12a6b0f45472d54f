"""Columns and terms that many data sets share."""

from __future__ import annotations

from foedus.sources.extra import pl
from foedus.sources.model import Column
from foedus.sources.raw import Raw, heading_key

COW_TERMS = "Free for non-commercial use with citation; the Correlates of War project forbids passing its files on."
UNSTATED = "No licence is stated; the authors ask to be cited."
NINES = ("-9",)
NINES_AND_EIGHTS = ("-9", "-8")


def state(name: str = "ccode", meaning: str = "the state", *, written: tuple[str, ...] = ()) -> Column:
    """Return a column of Correlates of War state numbers."""
    return Column(name, "integer", f"{meaning} (COW number)", written=written, least=2, most=1000)


def gw_state(name: str = "gwcode", meaning: str = "the state", *, is_optional: bool = False) -> Column:
    """Return a column of Gleditsch–Ward state numbers."""
    return Column(name, "integer", f"{meaning} (Gleditsch–Ward number)", least=2, most=1000, is_optional=is_optional)


def derived_state(name: str = "ccode", of: str = "the state") -> Column:
    """Return a column of COW numbers that is worked out from names."""
    return Column(name, "integer", f"COW number of {of}; null where it has none on the date", is_derived=True)


def year(first: int, *, written: tuple[str, ...] = ()) -> Column:
    """Return the column of years, from the first that there can be."""
    return Column("year", "integer", "year", written=written, least=first, most=2100)


def with_days(raw: Raw, **parts: tuple[str, str, str]) -> Raw:
    """Put days together that the file has as year, month and day in columns of their own.

    Parameters
    ----------
    raw : Raw
        The table as it was read.
    parts : tuple of str
        For each new column, the headings of its year, month and day; it is left out where they are not there.
    """
    frame = raw.frame
    held = {heading_key(name): name for name in frame.columns}
    for name, written in parts.items():
        columns = [held.get(heading_key(heading)) for heading in written]
        if None not in columns:
            padded = [
                pl.col(str(column)).cast(pl.String).str.replace(r"\.0$", "").str.zfill(width)
                for column, width in zip(columns, (4, 2, 2), strict=True)
            ]
            frame = frame.with_columns(pl.concat_str(padded, separator="-").alias(name))
    return Raw(raw.name, frame, raw.first)

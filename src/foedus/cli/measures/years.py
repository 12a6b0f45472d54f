"""The years a command is asked about, which of them a table shows, and the line that names the data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from foedus._base.errors import BadInput, Fault
from foedus.register.register import Register
from foedus.sources.registry import source

T = TypeVar("T")
MOST_LINES = 30


def years_asked(year: int | None, first: int | None, last: int | None, covered: tuple[int, int]) -> tuple[int, int]:
    """Return the years of the options ``--year``, ``--from`` and ``--to``; the last covered one if none is given.

    Raises
    ------
    BadInput
        If a year and a stretch are given together, or the stretch is upside down.
    """
    if year is not None and (first is not None or last is not None):
        raise BadInput(Fault("a year and a stretch of years are given", "--year, --from, --to", "one or the other"))
    if year is not None:
        return year, year
    if first is None and last is None:
        return covered[1], covered[1]
    years = (covered[0] if first is None else first), (covered[1] if last is None else last)
    if years[0] > years[1]:
        raise BadInput(Fault(f"there are no years from {years[0]} to {years[1]}", "--from, --to", "the earlier first"))
    return years


def shown_years(rows: Sequence[T]) -> list[T]:
    """Return the rows that a table shows: all of a few, or evenly spaced ones with the last."""
    step = _step(len(rows))
    return list(rows[(len(rows) - 1) % step :: step]) if rows else []


def cut_told(count: int) -> str:
    """Return what must be said of a table that shows not all of so many years; nothing if it does."""
    step = _step(count)
    return f"One year in {step} is shown; --json has all {count}." if step > 1 else ""


def _step(count: int) -> int:
    return -(-count // MOST_LINES)


def data_told(versions: Mapping[str, str], register: Register | None = None) -> str:
    """Return the register's version, where it was read, and each data set with its own, in one line."""
    held = [f"Foedus register {register.edition.version}"] if register else []
    return "; ".join([*held, *(f"{source(name).title} {version}" for name, version in versions.items())])

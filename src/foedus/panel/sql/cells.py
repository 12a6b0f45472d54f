"""Cells of the register's tables: dates with their precision and text, spells, lists, and what is absent as null.

A date known only to the month or the year stands as the first day it may be, and an end as the last, so that a spell
holds every day it may hold. The column beside it says how closely it is known, and a third one gives the date as it
was written wherever the day alone would claim too much.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from foedus._base.dates import Day, Spell
from foedus.panel.sql.view import Column

Cell = str | int | float | bool | list[str] | None
Row = tuple[Cell, ...]
Dated = tuple[int | None, str | None, str | None]

_UNIX_EPOCH = 719_163
"""The day number of 1 January 1970."""

_NOBODY: Dated = (None, None, None)


def dated(name: str, meaning: str) -> tuple[Column, Column, Column]:
    """Return the three columns of a date."""
    return (
        Column(name, "DATE", meaning),
        Column(f"{name}_precision", "VARCHAR", f"how closely {name} is known: day, month, year or unknown"),
        Column(f"{name}_text", "VARCHAR", f"{name} as written, where it is no exact, undoubted Gregorian day"),
    )


def spelled(began: str, ended: str) -> tuple[Column, ...]:
    """Return the six columns of a spell."""
    return (*dated("since", began), *dated("until", f"{ended}, that day included; null is open"))


def first_day(day: Day | None) -> Dated:
    """Return the cells of a date, as the first day it may be."""
    return _NOBODY if day is None else _cells(day, day.first)


def last_day(day: Day | None) -> Dated:
    """Return the cells of an end, as the last day it may be."""
    return _NOBODY if day is None else _cells(day, day.last)


def _cells(day: Day, number: int) -> Dated:
    is_plain = day.precision == "day" and day.calendar == "gregorian" and not day.is_uncertain
    return (
        None if day.precision == "unknown" else number - _UNIX_EPOCH,
        day.precision,
        None if is_plain else day.text,
    )


def spell_cells(spell: Spell | None) -> tuple[int | str | None, ...]:
    """Return the cells of a spell; all null where there is none."""
    return (*_NOBODY, *_NOBODY) if spell is None else (*first_day(spell.start), *last_day(spell.end))


def text(value: str) -> str | None:
    """Return a text, or null where it is empty."""
    return value or None


def words(values: Iterable[str]) -> list[str] | None:
    """Return a list, or null where it is empty."""
    return list(values) or None


def as_json(value: Mapping[str, Any] | Sequence[Any]) -> str:
    """Return a value as JSON."""
    return json.dumps(value, ensure_ascii=False)

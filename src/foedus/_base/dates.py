"""Days of history: proleptic Gregorian day numbers with their calendar, precision and text.

A `Day` may be known to the day, month or year only, or not at all; it then spans every day it may be, and a `Spell`
between two such days answers *surely*, *possibly* or *not*. Years before 1 follow astronomical numbering (0 is 1 BC).

The conversion from year, month and day is the usual count of whole eras of 400 (Gregorian) or 4 (Julian) years from
1 March; it is checked in the tests against the standard library and against published Julian Day Numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, Self

from foedus._base.errors import BadDate, Fault

Calendar = Literal["gregorian", "julian"]
Precision = Literal["day", "month", "year", "unknown"]

_EPOCH_SHIFT = 306  # days from 1 March of year 0 to 1 January of year 1, which is day 1
_JULIAN_SHIFT = 2  # 1 January of year 1 (Gregorian) is 3 January of year 1 (Julian)
_YEARS = range(-4999, 10000)
_BEFORE_ALL = -2_000_000
_AFTER_ALL = 4_000_000
_PATTERN = re.compile(r"(julian:)?(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~%]?)")
_MONTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FORMS = "YYYY-MM-DD, YYYY-MM or YYYY, a trailing ? or ~, a leading julian: for Old Style, or unknown"


def _is_leap(year: int, calendar: Calendar) -> bool:
    if calendar == "julian":
        return year % 4 == 0
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _length_of_month(year: int, month: int, calendar: Calendar) -> int:
    return _MONTHS[month - 1] + (month == 2 and _is_leap(year, calendar))


def day_number(year: int, month: int, day: int, calendar: Calendar = "gregorian") -> int:
    """Return the proleptic Gregorian day number; 1 January of year 1 is day 1."""
    year_from_march, month_from_march = (year, month - 3) if month > 2 else (year - 1, month + 9)
    day_of_year = (153 * month_from_march + 2) // 5 + day - 1
    leap_days = year_from_march // 4
    if calendar == "gregorian":
        leap_days += year_from_march // 400 - year_from_march // 100
    number = 365 * year_from_march + leap_days + day_of_year - _EPOCH_SHIFT + 1
    return number - _JULIAN_SHIFT if calendar == "julian" else number


def civil_date(number: int) -> tuple[int, int, int]:
    """Return the proleptic Gregorian year, month and day of a day number."""
    shifted = number + _EPOCH_SHIFT - 1
    era, day_of_era = divmod(shifted, 146_097)
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36_524 - day_of_era // 146_096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    month_from_march = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * month_from_march + 2) // 5 + 1
    month = month_from_march + 3 if month_from_march < 10 else month_from_march - 9
    return era * 400 + year_of_era + (month <= 2), month, day


def _year_text(year: int) -> str:
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


@dataclass(frozen=True, slots=True, order=True)
class Day:
    """A day of history, or the stretch of days within which it fell.

    Attributes
    ----------
    first, last : int
        Proleptic Gregorian day numbers of the first and the last day it may be.
    text : str
        The date as written (a profile of the Extended Date/Time Format, ISO 8601-2).
    calendar : {"gregorian", "julian"}
        The calendar in which it was written.
    precision : {"day", "month", "year", "unknown"}
        How closely it is known.
    """

    first: int
    last: int
    text: str = field(compare=False)
    calendar: Calendar = field(default="gregorian", compare=False)
    precision: Precision = field(default="day", compare=False)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a date.

        Parameters
        ----------
        text : str
            Such as ``1949-04-04``, ``1912-09?``, ``julian:1912-02-29``, ``-0479``, ``unknown``.

        Raises
        ------
        BadDate
            If the text is no date, or no day of its calendar.
        """
        if text == "unknown":
            return cls(_BEFORE_ALL, _AFTER_ALL, text, precision="unknown")
        match = _PATTERN.fullmatch(text) if text.isascii() else None
        if match is None:
            raise BadDate(Fault(f"{text[:40]!r} is not a date", allowed=_FORMS))
        calendar: Calendar = "julian" if match[1] else "gregorian"
        year = int(match[2])
        month = int(match[3]) if match[3] else None
        day = int(match[4]) if match[4] else None
        _check_calendar(text, year, month, day, calendar)
        last_month = month or 12
        last_day = day or _length_of_month(year, last_month, calendar)
        precision: Precision = "day" if day else "month" if month else "year"
        return cls(
            day_number(year, month or 1, day or 1, calendar),
            day_number(year, last_month, last_day, calendar),
            text,
            calendar,
            precision,
        )

    @classmethod
    def from_number(cls, number: int) -> Self:
        """Return the day with that number, written in the Gregorian calendar."""
        year, month, day = civil_date(number)
        return cls(number, number, f"{_year_text(year)}-{month:02d}-{day:02d}")

    @property
    def is_uncertain(self) -> bool:
        """Whether the source itself doubts the date."""
        return self.text[-1:] in {"?", "~", "%"}

    @property
    def year(self) -> int:
        """The Gregorian year in which it begins."""
        return civil_date(self.first)[0]

    def iso(self) -> str:
        """Return the date in the Gregorian calendar, as closely as it is known."""
        if self.precision == "unknown":
            return "unknown"
        year, month, day = civil_date(self.first)
        parts = {"year": 1, "month": 2, "day": 3}[self.precision]
        return "-".join([_year_text(year), f"{month:02d}", f"{day:02d}"][:parts])

    def shifted(self, days: int) -> Day:
        """Return the day so many days later (earlier if negative)."""
        return Day.from_number(self.first + days)

    def __str__(self) -> str:
        """Return the Gregorian date, with the original beside it where that was Old Style."""
        if self.calendar == "julian":
            return f"{self.iso()} ({self.text.removeprefix('julian:')} Old Style)"
        return self.text


def _check_calendar(text: str, year: int, month: int | None, day: int | None, calendar: Calendar) -> None:
    if year not in _YEARS:
        raise BadDate(Fault(f"{text!r} lies outside the years covered", allowed="-4999 to 9999"))
    if month is not None and not 1 <= month <= 12:
        raise BadDate(Fault(f"{text!r} has no month {month:02d}", allowed="01 to 12"))
    if month is not None and day is not None:
        length = _length_of_month(year, month, calendar)
        if not 1 <= day <= length:
            raise BadDate(
                Fault(
                    f"{text!r} is not a day of the {calendar.title()} calendar",
                    allowed=f"day 01 to {length}",
                )
            )


@dataclass(frozen=True, slots=True)
class Spell:
    """A stretch of time, both ends included; an open end is None."""

    start: Day | None = None
    end: Day | None = None

    def possibly(self, day: Day) -> bool:
        """Whether some reading of the dates puts the day inside."""
        began = self.start is None or self.start.first <= day.last
        return began and (self.end is None or day.first <= self.end.last)

    def surely(self, day: Day) -> bool:
        """Whether every reading of the dates puts the day inside."""
        began = self.start is None or self.start.last <= day.first
        return began and (self.end is None or day.last <= self.end.first)

    def overlaps(self, other: Spell) -> bool:
        """Whether the two surely share a day."""
        starts = [spell.start.last for spell in (self, other) if spell.start]
        ends = [spell.end.first for spell in (self, other) if spell.end]
        return not starts or not ends or max(starts) <= min(ends)

    def __str__(self) -> str:
        """Return the spell as ``start/end``, ``..`` for an open end."""
        return f"{self.start or '..'}/{self.end or '..'}"


ALWAYS = Spell()


def any_surely(spells: Iterable[Spell], day: Day) -> bool:
    """Whether the day surely lies in one of the spells."""
    return any(spell.surely(day) for spell in spells)


def any_possibly(spells: Iterable[Spell], day: Day) -> bool:
    """Whether the day may lie in one of the spells."""
    return any(spell.possibly(day) for spell in spells)

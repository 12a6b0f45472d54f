"""Day numbers against the standard library and against published Julian Day Numbers."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus._base.dates import Calendar, civil_date, day_number

JULIAN_DAY_OF_DAY_ZERO = 1_721_425
"""The Julian Day Number (at noon) of the day before 1 January of year 1, Gregorian."""

NUMBERS = st.integers(day_number(-4999, 1, 1), day_number(9999, 12, 31))

# Meeus, Astronomical Algorithms (2nd edition), chapter 7: the table and the worked examples, at noon of the day.
PUBLISHED_JULIAN_DAYS: list[tuple[int, int, int, Calendar, int]] = [
    (2000, 1, 1, "gregorian", 2_451_545),
    (1999, 1, 1, "gregorian", 2_451_180),
    (1988, 6, 19, "gregorian", 2_447_332),
    (1987, 1, 27, "gregorian", 2_446_823),
    (1957, 10, 4, "gregorian", 2_436_116),
    (1900, 1, 1, "gregorian", 2_415_021),
    (1600, 12, 31, "gregorian", 2_305_813),
    (1600, 1, 1, "gregorian", 2_305_448),
    (1582, 10, 15, "gregorian", 2_299_161),
    (1582, 10, 4, "julian", 2_299_160),
    (837, 4, 10, "julian", 2_026_872),
    (333, 1, 27, "julian", 1_842_713),
    (-122, 1, 1, "julian", 1_676_498),
    (-123, 12, 31, "julian", 1_676_497),
    (-1000, 7, 12, "julian", 1_356_001),
    (-1000, 2, 29, "julian", 1_355_867),
    (-4712, 1, 1, "julian", 0),
]


@given(st.dates())
def test_day_number_is_the_ordinal_of_the_standard_library(day: date) -> None:
    assert day_number(day.year, day.month, day.day) == day.toordinal()


@given(st.dates())
def test_civil_date_reads_the_ordinal_of_the_standard_library(day: date) -> None:
    assert civil_date(day.toordinal()) == (day.year, day.month, day.day)


@pytest.mark.parametrize(("year", "month", "day", "calendar", "julian_day"), PUBLISHED_JULIAN_DAYS)
def test_day_number_agrees_with_published_julian_days(
    year: int, month: int, day: int, calendar: Calendar, julian_day: int
) -> None:
    assert day_number(year, month, day, calendar) + JULIAN_DAY_OF_DAY_ZERO == julian_day


@given(NUMBERS)
def test_a_number_survives_the_round_trip_before_and_after_year_1(number: int) -> None:
    assert day_number(*civil_date(number)) == number


@given(NUMBERS)
def test_the_next_number_is_the_next_day(number: int) -> None:
    assert civil_date(number) < civil_date(number + 1)


@given(NUMBERS)
def test_the_gregorian_calendar_repeats_after_400_years(number: int) -> None:
    year, month, day = civil_date(number)
    assert civil_date(number + 146_097) == (year + 400, month, day)


@given(st.integers(-4999, 9990), st.integers(1, 12), st.integers(1, 28))
def test_the_julian_calendar_repeats_after_4_years(year: int, month: int, day: int) -> None:
    assert day_number(year + 4, month, day, "julian") - day_number(year, month, day, "julian") == 1461


@given(st.integers(-4999, 9999), st.integers(1, 12), st.integers(1, 28))
def test_the_calendars_part_by_three_days_in_400_years(year: int, month: int, day: int) -> None:
    def gap(in_year: int) -> int:
        return day_number(in_year, month, day, "julian") - day_number(in_year, month, day)

    assert gap(year + 400) - gap(year) == 3

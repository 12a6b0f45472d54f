"""`Day`: what a written date means, and what is refused."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus._base.dates import Day
from foedus._base.errors import BadDate

OLD_AND_NEW_STYLE = [
    ("0200-03-01", "0200-03-01"),  # the century in which both calendars agree
    ("1582-10-05", "1582-10-15"),  # the day the Gregorian calendar began
    ("1690-07-01", "1690-07-11"),  # battle of the Boyne
    ("1732-02-11", "1732-02-22"),  # birth of George Washington
    ("1752-09-03", "1752-09-14"),  # the day Great Britain changed over
    ("1825-12-14", "1825-12-26"),  # rising of the Decembrists
    ("1900-02-29", "1900-03-13"),  # a day that only the Julian calendar has
    ("1912-02-29", "1912-03-13"),  # Serbo-Bulgarian alliance
    ("1917-10-25", "1917-11-07"),  # October Revolution
    ("1918-02-01", "1918-02-14"),  # the day Russia changed over
]

MALFORMED = [
    "",
    " ",
    "1912-13",
    "1912-00",
    "1912-02-30",
    "1900-02-29",
    "1912-04-31",
    "1912-04-00",
    "1912-4-1",
    "12-04-1912",
    "1912/04/01",
    "1912-04-01T00:00",
    "1912-04-01 ",
    "1912-04-01\n",
    "1912-04-01??",
    "julian:",
    "julian:1911-02-29",
    "Julian:1912-02-29",
    "gregorian:1912-02-29",
    "+1912",
    "19120",
    "-5000",
    "unknown?",
    "Unknown",
    "today",
    "1912-04-",
    "１９１２",  # noqa: RUF001 - digits that are not ASCII
]


@given(st.dates())
def test_an_iso_date_is_that_day_of_the_standard_library(day: date) -> None:
    assert Day.parse(day.isoformat()).first == day.toordinal()


@pytest.mark.parametrize(("old", "new"), OLD_AND_NEW_STYLE)
def test_an_old_style_date_is_converted(old: str, new: str) -> None:
    assert Day.parse(f"julian:{old}").iso() == new


def test_an_old_style_date_shows_both_calendars() -> None:
    assert str(Day.parse("julian:1912-02-29")) == "1912-03-13 (1912-02-29 Old Style)"


def test_an_old_style_date_equals_the_same_day_in_the_new_style() -> None:
    assert Day.parse("julian:1912-02-29") == Day.parse("1912-03-13")


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("1912-09-27", "1912-09-27", "1912-09-27", "day"),
        ("1912-09", "1912-09-01", "1912-09-30", "month"),
        ("1912-02", "1912-02-01", "1912-02-29", "month"),
        ("1900-02", "1900-02-01", "1900-02-28", "month"),
        ("1912", "1912-01-01", "1912-12-31", "year"),
        ("-0479", "-0479-01-01", "-0479-12-31", "year"),
        ("julian:1912", "1912-01-14", "1913-01-13", "year"),
    ],
)
def test_a_date_spans_every_day_it_may_be(text: str, first: str, last: str, precision: str) -> None:
    day = Day.parse(text)
    assert (day.first, day.last, day.precision) == (Day.parse(first).first, Day.parse(last).last, precision)


def test_unknown_spans_every_day_that_can_be_written() -> None:
    unknown = Day.parse("unknown")
    assert unknown.first < Day.parse("-4999").first
    assert Day.parse("9999").last < unknown.last


@pytest.mark.parametrize("text", ["unknown", "1912", "1912-09", "1912-09-27", "-0479", "0000-01-01"])
def test_iso_keeps_the_precision(text: str) -> None:
    assert Day.parse(text).iso() == text


@pytest.mark.parametrize("mark", ["?", "~", "%"])
def test_a_mark_of_doubt_does_not_move_the_date(mark: str) -> None:
    assert Day.parse(f"1912-09-27{mark}") == Day.parse("1912-09-27")


@pytest.mark.parametrize(
    ("text", "uncertain"), [("1912?", True), ("1912-09~", True), ("julian:1912-02-29?", True), ("1912", False)]
)
def test_a_mark_of_doubt_is_kept(text: str, uncertain: bool) -> None:
    assert Day.parse(text).is_uncertain is uncertain


def test_years_before_1_are_counted_astronomically() -> None:
    assert Day.parse("0000-12-31").shifted(1) == Day.parse("0001-01-01")


def test_year_minus_1_comes_before_year_0() -> None:
    assert Day.parse("-0001-12-31").shifted(1) == Day.parse("0000-01-01")


@pytest.mark.parametrize(("text", "year"), [("-0479-09-20", -479), ("julian:1912-12-31", 1913), ("1912", 1912)])
def test_year_is_gregorian(text: str, year: int) -> None:
    assert Day.parse(text).year == year


@pytest.mark.parametrize("text", MALFORMED)
def test_a_malformed_date_is_refused(text: str) -> None:
    with pytest.raises(BadDate) as caught:
        Day.parse(text)
    assert caught.value.faults[0].allowed


def test_a_refused_day_says_how_long_the_month_is() -> None:
    with pytest.raises(BadDate, match=r"allowed: day 01 to 28"):
        Day.parse("1900-02-29")


@given(st.text(max_size=20))
def test_any_text_is_a_date_or_a_bad_date(text: str) -> None:
    try:
        day = Day.parse(text)
    except BadDate:
        return
    assert day.first <= day.last


@given(st.dates(min_value=date(2, 1, 1), max_value=date(9990, 1, 1)), st.integers(-300, 300))
def test_shifting_forth_and_back_returns(day: date, days: int) -> None:
    start = Day.parse(day.isoformat())
    assert start.shifted(days).shifted(-days) == start


@given(st.integers(Day.parse("-4999-01-01").first, Day.parse("9999-12-31").first))
def test_a_day_reads_back_from_its_own_text(number: int) -> None:
    day = Day.from_number(number)
    assert Day.parse(day.text) == day


@given(st.dates(), st.dates())
def test_days_are_ordered_in_time(one: date, other: date) -> None:
    assert (Day.parse(one.isoformat()) < Day.parse(other.isoformat())) == (one < other)

"""Dates, spells and what is absent, as cells."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import polars as pl
import pytest

from foedus._base.dates import Day, Spell
from foedus.panel.sql.cells import first_day, last_day, spell_cells, text, words
from foedus.panel.sql.register_table import register_table
from foedus.panel.sql.view import Column


def since_1970(day: str) -> int:
    return (datetime.strptime(day, "%Y-%m-%d").replace(tzinfo=UTC).date() - date(1970, 1, 1)).days


@pytest.mark.parametrize(
    ("written", "first", "last", "precision", "told"),
    [
        ("1949-04-04", "1949-04-04", "1949-04-04", "day", None),
        ("1904-02", "1904-02-01", "1904-02-29", "month", "1904-02"),
        ("1867", "1867-01-01", "1867-12-31", "year", "1867"),
        ("1912-09-27?", "1912-09-27", "1912-09-27", "day", "1912-09-27?"),
        ("julian:1912-02-29", "1912-03-13", "1912-03-13", "day", "julian:1912-02-29"),
    ],
)
def test_a_date_is_the_first_or_last_day_it_may_be_with_its_text_where_that_says_more(
    written: str, first: str, last: str, precision: str, told: str | None
) -> None:
    day = Day.parse(written)
    assert first_day(day) == (since_1970(first), precision, told)
    assert last_day(day) == (since_1970(last), precision, told)


def test_an_unknown_date_has_no_day_and_says_so() -> None:
    assert first_day(Day.parse("unknown")) == (None, "unknown", "unknown")


def test_no_date_is_nothing_at_all() -> None:
    assert first_day(None) == last_day(None) == (None, None, None)


def test_a_spell_without_an_end_is_open_and_no_spell_is_nothing() -> None:
    began = Day.parse("1900-01-01")
    assert spell_cells(Spell(began, None)) == (since_1970("1900-01-01"), "day", None, None, None, None)
    assert spell_cells(None) == (None,) * 6


def test_what_is_empty_is_null() -> None:
    assert (text(""), text("x"), words(()), words(("a",))) == (None, "x", None, ["a"])


def test_a_date_before_year_1_keeps_its_day(register: Any) -> None:
    table = register_table("t", "t", (), (Column("d", "DATE", "d"),), lambda _: [(first_day(Day.parse("-0479"))[0],)])
    assert table.frame(register).get_column("d").cast(pl.String).item() == "-0479-01-01"


def test_a_table_without_rows_has_its_columns(register: Any) -> None:
    table = register_table("t", "t", (), (Column("d", "DATE", "d"), Column("l", "VARCHAR[]", "l")), lambda _: [])
    assert {name: str(kind) for name, kind in table.frame(register).schema.items()} == {
        "d": "Date",
        "l": "List(String)",
    }

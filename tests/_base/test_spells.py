"""`Spell`: surely, possibly, or not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus._base.dates import ALWAYS, Day, Spell, any_possibly, any_surely

TEXTS = st.one_of(
    st.dates().map(lambda day: day.isoformat()),
    st.dates().map(lambda day: day.isoformat()[:7]),
    st.integers(1500, 1510).map(str),
    st.just("unknown"),
)
DAYS = TEXTS.map(Day.parse)
SPELLS = st.builds(Spell, st.none() | DAYS, st.none() | DAYS)


def spell(start: str | None, end: str | None) -> Spell:
    return Spell(Day.parse(start) if start else None, Day.parse(end) if end else None)


@pytest.mark.parametrize(
    ("start", "end", "day", "surely", "possibly"),
    [
        ("1949-04-04", None, "1949-04-03", False, False),
        ("1949-04-04", None, "1949-04-04", True, True),
        (None, "1955-05-06", "1955-05-06", True, True),  # a treaty holds on the day it ends
        (None, "1955-05-06", "1955-05-07", False, False),
        ("1912", "1913", "1912-06-01", False, True),  # began some time in that year
        ("1912", "1914", "1913-06-01", True, True),
        ("1912", "1913", "1911-12-31", False, False),
        ("1912-03-13", "1913-06-29", "1912", False, True),  # the day itself is known to the year
        ("1911", "1913-06-29", "1912", True, True),
        ("unknown", None, "1912-01-01", False, True),
        (None, "unknown", "1912-01-01", False, True),
        ("1900-01-01", "1950-01-01", "unknown", False, True),
        (None, None, "unknown", True, True),
    ],
)
def test_a_day_lies_in_a_spell(start: str | None, end: str | None, day: str, surely: bool, possibly: bool) -> None:
    held = spell(start, end)
    assert (held.surely(Day.parse(day)), held.possibly(Day.parse(day))) == (surely, possibly)


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        (("1900-01-01", "1910-01-01"), ("1910-01-01", None), True),  # both ends belong to a spell
        (("1900-01-01", "1910-01-01"), ("1910-01-02", None), False),
        (("1900", "1910"), ("1910", "1920"), False),  # they may share a day of 1910, or not
        ((None, None), ("1900-01-01", "1900-01-01"), True),
        ((None, "1899-12-31"), ("1900-01-01", None), False),
    ],
)
def test_two_spells_surely_share_a_day(
    one: tuple[str | None, str | None], other: tuple[str | None, str | None], overlap: bool
) -> None:
    assert spell(*one).overlaps(spell(*other)) is overlap


@given(SPELLS, DAYS)
def test_surely_implies_possibly(held: Spell, day: Day) -> None:
    assert held.possibly(day) or not held.surely(day)


@given(SPELLS, SPELLS)
def test_overlap_is_symmetric(one: Spell, other: Spell) -> None:
    assert one.overlaps(other) == other.overlaps(one)


@given(st.lists(st.dates(), min_size=4, max_size=4).map(sorted))
def test_nested_spells_overlap(days: list[object]) -> None:
    outer, inner = spell(str(days[0]), str(days[3])), spell(str(days[1]), str(days[2]))
    assert outer.overlaps(inner)


@given(st.lists(st.dates(), min_size=4, max_size=4, unique=True).map(sorted))
def test_spells_one_after_the_other_do_not_overlap(days: list[object]) -> None:
    earlier, later = spell(str(days[0]), str(days[1])), spell(str(days[2]), str(days[3]))
    assert not earlier.overlaps(later)


@given(SPELLS, st.dates().map(lambda day: Day.parse(day.isoformat())))
def test_a_known_day_that_is_surely_inside_makes_its_spell_overlap(held: Spell, day: Day) -> None:
    if held.surely(day):
        assert held.overlaps(Spell(day, day))


@given(DAYS)
def test_every_day_lies_in_always(day: Day) -> None:
    assert ALWAYS.surely(day)


@given(st.lists(SPELLS, max_size=4), DAYS)
def test_several_spells_hold_a_day_as_one_of_them_does(spells: list[Spell], day: Day) -> None:
    assert any_surely(spells, day) == (True in {held.surely(day) for held in spells})
    assert any_possibly(spells, day) == (True in {held.possibly(day) for held in spells})


@pytest.mark.parametrize(
    ("start", "end", "text"), [("1949", None, "1949/.."), (None, "1955?", "../1955?"), (None, None, "../..")]
)
def test_a_spell_is_written_with_dots_for_an_open_end(start: str | None, end: str | None, text: str) -> None:
    assert str(spell(start, end)) == text

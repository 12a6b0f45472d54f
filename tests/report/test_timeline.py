"""Treaties over the years: what holds in each stretch, and what is in doubt."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.obligations.builders import clause, register, treaty

from foedus import Day
from foedus.report.timeline import bar, columns, timeline, timeline_json

YEARS = range(1899, 1906)
EACH = [range(year, year + 1) for year in YEARS]


def drawn(**fields: Any) -> str:
    """Return the bar of a treaty from 1899 to 1905: one letter a year."""
    (row,) = timeline(register(treaty(**fields)), YEARS)
    return "".join(cell[0] for cell in bar(row, EACH))


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, "nbbbbbb"),
        ({"ended": "1903-06-30"}, "nbbbbnn"),
        ({"in_force": "1901-12-31", "ended": "1903-01-01"}, "nnbbbnn"),
        ({"ended": "1903"}, "nbbbbnn"),
        ({"in_force": "1902", "ended": "1902"}, "nnnbnnn"),
        ({"ended": "1903-06-30", "vitality": [{"grade": "dead_letter", "from": "1902-01-01"}]}, "nbbddnn"),
        ({"ended": "1903-06-30", "vitality": [{"grade": "dormant", "from": "1902-07-01"}]}, "nbbbdnn"),
    ],
)
def test_a_bar_shows_when_a_treaty_was_law(fields: dict[str, Any], expected: str) -> None:
    assert drawn(**fields) == expected


def test_a_stretch_in_which_a_date_may_fall_is_in_doubt() -> None:
    (row,) = timeline(register(treaty(in_force="1902")), YEARS)
    months = [range(1901, 1902), range(1902, 1903), range(1903, 1904)]
    assert bar(row, months) == ["none", "bound", "bound"]
    states = [{"states": ["alba", "brenn"], "from": "unknown"}, {"states": ["corin"], "from": "1902"}]
    rows = timeline(register(treaty(parties=states)), YEARS, {"alba", "corin"})
    assert [held.actor for held in rows[0].spells] == ["corin"]


def test_a_treaty_that_never_came_into_force_has_no_bar() -> None:
    assert timeline(register(treaty(in_force="never")), YEARS) == []
    assert timeline(register(treaty(in_force="unknown")), YEARS) == []


def test_rows_are_chosen_by_state_and_duty_and_stand_in_order_of_time() -> None:
    held = register(
        treaty("late", in_force="1904-01-01"),
        treaty("early"),
        treaty("talk", clause(obligation="consult")),
        treaty("others", parties=[{"states": ["dorne", "elun"]}]),
    )
    assert [row.treaty.id for row in timeline(held, YEARS)] == ["early", "others", "talk", "late"]
    assert [row.treaty.id for row in timeline(held, YEARS, {"alba"})] == ["early", "talk", "late"]
    assert [row.treaty.id for row in timeline(held, YEARS, {"alba"}, ["consult"])] == ["talk"]
    assert [row.treaty.id for row in timeline(held, range(1901, 1903))] == ["early", "others", "talk"]


def test_a_state_has_the_spells_it_was_bound_for() -> None:
    parties = [{"states": ["alba", "brenn"]}, {"states": ["corin"], "from": "1901-01-01", "until": "1902-12-31"}]
    rows = timeline(register(treaty(parties=[*parties, {"states": ["corin"], "from": "1905-01-01"}])), YEARS, {"corin"})
    assert "".join(cell[0] for cell in bar(rows[0], EACH)) == "nnbbnnb"
    spells = timeline_json(rows, YEARS)["treaties"][0]["spells"]
    assert [(one["actor"], one["from"], one["until"]) for one in spells] == [
        ("corin", "1901-01-01", "1902-12-31"),
        ("corin", "1905-01-01", None),
    ]


@given(start=st.integers(-4999, 9000), length=st.integers(1, 999), width=st.integers(1, 300))
def test_the_stretches_fit_the_width_and_hold_each_year_once(start: int, length: int, width: int) -> None:
    years = range(start, start + length)
    stretches = columns(years, width)
    assert len(stretches) <= width
    assert [year for stretch in stretches for year in stretch] == list(years)
    assert len({len(stretch) for stretch in stretches[:-1]}) <= 1


def test_years_before_the_first_are_years_too() -> None:
    (row,) = timeline(
        register(treaty(signed="-0430-01-01", in_force="-0430-01-01", ended="-0420-01-01")), range(-500, 1)
    )
    assert row.first == -430
    assert bar(row, [range(-431, -430), range(-430, -429), range(-420, -419), range(-419, -418)]) == [
        "none",
        "bound",
        "bound",
        "none",
    ]
    assert Day.parse("-0430-01-01").year == -430

"""A disputed place: who held and who claimed it on a day."""

from __future__ import annotations

import pytest

from foedus._base.dates import Day, Spell
from foedus.domain.area import Circle, Point
from foedus.domain.disputed import DisputedPlace

EARLY = Spell(Day.parse("1900-01-01"), Day.parse("1945-09-02"))
LATE = Spell(Day.parse("1945-09-02"), None)

ISLAND = DisputedPlace(
    id="island",
    names=("Isle", "Insel"),
    shape=Circle(Point(0, 0), 10),
    administered=((("a",), EARLY), (("b", "a"), LATE)),
    claimed=((("a", "b"), LATE),),
)


@pytest.mark.parametrize(
    ("day", "held"),
    [("1899-12-31", ()), ("1930-01-01", ("a",)), ("1945-09-02", ("a", "b")), ("1950-01-01", ("b", "a"))],
)
def test_administrators_are_those_of_the_day_each_once(day: str, held: tuple[str, ...]) -> None:
    assert ISLAND.administrators_on(Day.parse(day)) == held


@pytest.mark.parametrize(("day", "claimed"), [("1930-01-01", ()), ("1950-01-01", ("a", "b"))])
def test_claimants_are_those_of_the_day(day: str, claimed: tuple[str, ...]) -> None:
    assert ISLAND.claimants_on(Day.parse(day)) == claimed

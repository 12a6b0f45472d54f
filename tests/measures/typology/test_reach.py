"""Parts of the world: every capital lies in one, and the fewest that hold all members are found."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from foedus._base.dates import Day
from foedus.measures.typology.reach import Seats
from foedus.measures.typology.world import PARTS, World

PART = st.sampled_from(list(PARTS))
SEATS = st.dictionaries(st.text("abcdef", min_size=1, max_size=3), st.frozensets(PART, max_size=2), max_size=8)


def test_every_capital_of_the_register_lies_in_a_part_of_the_world(real: World) -> None:
    for actor in real.register.actors:
        for seat in actor.capitals:
            day = seat.spell.start or seat.spell.end or Day.parse("1900-01-01")
            assert real.parts_of(actor.id, day) or actor.capital_on(day) is None, (actor.id, seat.name)


def test_a_capital_may_lie_in_two_parts(real: World) -> None:
    assert real.parts_of("egypt", Day.parse("1960-01-01")) == {"africa", "middle_east"}


@given(SEATS)
def test_the_fewest_parts_hold_every_member_and_fewer_would_not(parts: dict[str, frozenset[str]]) -> None:
    held = Seats(parts)  # type: ignore[arg-type]
    found = held.fewest(len(PARTS))
    if not parts or held.unplaced:
        assert not found
        return
    assert all(members & set(found) for members in parts.values())
    fewer = combinations(PARTS, len(found) - 1)
    assert not any(all(members & set(chosen) for members in parts.values()) for chosen in fewer)


@given(SEATS)
def test_a_common_part_is_one_that_alone_suffices(parts: dict[str, frozenset[str]]) -> None:
    held = Seats(parts)  # type: ignore[arg-type]
    assert bool(held.common) == (len(held.fewest(1)) == 1)

"""Who was a third state, who joined, and what tied them: on a made-up war, and on the real ones."""

from __future__ import annotations

from datetime import date

import numpy as np
import polars as pl
import pytest

from foedus import Register
from foedus.panel.membership import membership
from foedus.response.joining.third_states import ThirdStates, Ties, outbreaks, third_states, ties

COLUMNS = ("warnum", "ccode", "side", "start_year1", "start_month1", "start_day1")
WAR = pl.DataFrame(
    [(1, 2, 1, 1950, 6, 1), (1, 365, 2, 1950, 6, 1), (1, 200, 1, 1950, 7, 3), (1, 710, 2, 1951, 1, None)],
    schema=COLUMNS,
    orient="row",
)


def pair(one: int, other: int, year: int, **more: int) -> list[dict[str, int]]:
    return [{"ccode1": a, "ccode2": b, "year": year, **more} for a, b in ((one, other), (other, one))]


TURNCOAT = pl.DataFrame(
    [(9, 255, 1, 1939, 9, 1), (9, 290, 2, 1939, 9, 1), (9, 325, 2, 1943, 10, 18), (9, 325, 1, 1940, 6, 10)],
    schema=COLUMNS,
    orient="row",
)
NOBODY = Ties(frozenset(), frozenset(), frozenset())


@pytest.fixture
def made_up(register: Register) -> ThirdStates:
    pact = {"atop_defense": 1, "atop_offense": 0}
    tied = ties(
        pl.DataFrame([*pair(200, 2, 1949, **pact), *pair(220, 2, 1950, **pact)]),
        pl.DataFrame([*pair(710, 365, 1949, conttype=1), *pair(200, 365, 1949, conttype=4)]),
        pl.DataFrame({"ccode": [200], "start": [date(1816, 1, 1)], "end": [date(2016, 12, 31)]}),
    )
    return third_states(outbreaks(WAR), membership(register, "cow", 1949, 1951), tied)


def row(held: ThirdStates, state: int) -> int:
    return int(np.flatnonzero(held.state == state)[0])


def test_those_who_fight_on_the_first_day_are_no_third_states(made_up: ThirdStates) -> None:
    assert not {2, 365} & set(made_up.state.tolist())
    assert set(made_up.year.tolist()) == {1950}


def test_who_came_in_later_joined_a_side(made_up: ThirdStates) -> None:
    assert {int(made_up.state[one]): int(made_up.side[one]) for one in np.flatnonzero(made_up.joined)} == {
        200: 1,
        710: 2,
    }


def test_a_tie_counts_for_the_side_it_is_with_in_the_year_before(made_up: ThirdStates) -> None:
    british, french, chinese = (row(made_up, state) for state in (200, 220, 710))
    assert made_up.pacts[british].tolist() == [True, False]
    assert not made_up.pacts[french].any(), "a pact of the year itself may be made in the crisis"
    assert made_up.borders[chinese].tolist() == [False, True]
    assert not made_up.borders[british].any(), "across the sea is no land border"
    assert made_up.major.nonzero()[0].tolist() == [british]


@pytest.mark.parametrize("rows", [TURNCOAT, TURNCOAT.reverse()], ids=["in order", "the other way round"])
def test_who_changed_sides_joined_the_side_it_came_in_on_first(rows: pl.DataFrame) -> None:
    assert dict(outbreaks(rows)[0].joined) == {325: 1}


def test_a_day_that_is_not_known_makes_nobody_an_originator() -> None:
    rows = pl.DataFrame(
        [(1, 2, 1, 1950, 6, 25), (1, 365, 2, 1950, 6, 25), (1, 200, 1, 1950, 6, None)], schema=COLUMNS, orient="row"
    )
    assert outbreaks(rows)[0].first == {2}
    assert dict(outbreaks(rows)[0].joined) == {200: 1}


def test_who_had_left_the_system_or_not_yet_entered_on_the_day_is_no_third_state(register: Register) -> None:
    began = [(1, 2, 1, 1938, 7, 29), (1, 365, 2, 1938, 7, 29), (2, 560, 1, 1975, 10, 23), (2, 541, 2, 1975, 10, 23)]
    wars = outbreaks(pl.DataFrame(began, schema=COLUMNS, orient="row"))
    held = third_states(wars, membership(register, "cow", 1937, 1975), NOBODY)
    assert 305 not in held.state[held.year == 1938], "Austria ceased to exist in March 1938"
    assert 540 not in held.state[held.year == 1975], "Angola became independent on 11 November 1975"


def test_a_new_state_has_the_neighbours_of_its_first_year(register: Register) -> None:
    war = pl.DataFrame([(1, 666, 1, 1948, 5, 15), (1, 651, 2, 1948, 5, 15)], schema=COLUMNS, orient="row")
    land = pl.DataFrame([*pair(663, 666, 1948, conttype=1), *pair(640, 651, 1948, conttype=1)])
    pacts = pl.DataFrame(pair(663, 666, 1948, atop_defense=1, atop_offense=0))
    tied = ties(pacts, land, pl.DataFrame({"ccode": [2], "start": [date(1898, 8, 13)], "end": [date(2016, 12, 31)]}))
    held = third_states(outbreaks(war), membership(register, "cow", 1947, 1948), tied)
    jordanian, turkish = (row(held, state) for state in (663, 640))
    assert held.borders[jordanian].tolist() == [True, False], "Israel was new"
    assert not held.borders[turkish].any(), "Turkey and Egypt were there the year before, without a border"
    assert not held.pacts.any()


@pytest.mark.data
def test_pacts_and_borders_draw_states_in_and_both_do_most(real: ThirdStates) -> None:
    pact, border = (np.asarray(held.any(axis=1)) for held in (real.pacts, real.borders))

    def share(cell: np.ndarray) -> float:
        return float(real.joined[cell].mean())

    assert len(np.unique(real.war)) == 95
    neither, both = share(~pact & ~border), share(pact & border)
    assert both > max(share(pact & ~border), share(~pact & border)) > neither


@pytest.mark.data
def test_with_pacts_of_the_year_itself_states_join_in_the_order_of_siverson_and_starr(same_year: ThirdStates) -> None:
    """1816-1965: a pact does more than a border; with pacts of the year before it is the other way round."""
    early = same_year.year <= 1965
    pact, border = (np.asarray(held.any(axis=1)) for held in (same_year.pacts, same_year.borders))
    cells = (~pact & ~border, ~pact & border, pact & ~border, pact & border)
    shares = [float(same_year.joined[cell & early].mean()) for cell in cells]
    assert shares == sorted(shares)
    assert shares == pytest.approx([0.0168, 0.0513, 0.0849, 0.1622], abs=0.02)  # another list of wars, other members

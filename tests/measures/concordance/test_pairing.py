"""Which alliance is which treaty: the rule, and that nothing is dropped."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.measures.concordance.made_up import ALBA, BRENN, CORIN, DATA_YEARS, DORNE, ELUN, alliances, held, pact, row

from foedus.measures.concordance.pairing import Pairing, pair
from foedus.register.register import Register


def paired(register: Register, *rows: Any) -> Pairing:
    return pair(register, register.treaties.values(), alliances(*rows), DATA_YEARS)


def both(alliance: int, day: tuple[int, int, int] = (1900, 1, 1), **codes: Any) -> list[dict[str, Any]]:
    """Return an alliance of Alba and Brenn."""
    return [row(alliance, state, day, **codes) for state in (ALBA, BRENN)]


@pytest.mark.parametrize("day", [(1900, 1, 1), (1899, 12, 19), (1900, 1, 31), (1900, 11, 5), (1900, 0, 0)], ids=str)
def test_a_treaty_corresponds_to_the_alliance_of_its_founders_signed_within_a_year(day: tuple[int, int, int]) -> None:
    (one,) = paired(held(pact()), *both(9001, day)).pairs
    assert (one.treaty.id, one.alliance, one.common) == ("pact", 9001, 1.0)


@pytest.mark.parametrize("day", [(1901, 1, 3), (1898, 12, 30)], ids=str)
def test_more_than_a_year_apart_they_do_not_correspond(day: tuple[int, int, int]) -> None:
    found = paired(held(pact()), *both(9001, day))
    assert not found.pairs
    assert [left.id for left in (*found.treaties_left, *found.alliances_left)] == ["pact", "9001"]


def test_half_of_the_founders_must_be_common_and_two_at_least() -> None:
    three = [row(9001, state) for state in (ALBA, BRENN, CORIN)]
    five = [*three, row(9001, DORNE), row(9001, ELUN)]
    assert len(paired(held(pact()), *three).pairs) == 1
    assert not paired(held(pact()), *five).pairs
    assert not paired(held(pact()), row(9001, ALBA), row(9001, CORIN)).pairs


def test_signed_far_apart_three_quarters_must_be_common() -> None:
    far = (1900, 6, 1)
    assert len(paired(held(pact()), *[row(9001, state, far) for state in (ALBA, BRENN)]).pairs) == 1
    assert not paired(held(pact()), *[row(9001, state, far) for state in (ALBA, BRENN, CORIN)]).pairs


def test_a_successor_is_no_founder() -> None:
    parties = [{"states": ["alba", "brenn"]}, {"states": ["corin"], "from": "1950-01-01", "succeeds": "brenn"}]
    (one,) = paired(held(pact(parties=parties)), *both(9001)).pairs
    assert one.common == 1.0


def test_those_that_joined_later_are_no_founders() -> None:
    joined = [row(9001, state, (1905, 1, 1)) for state in (CORIN, DORNE, ELUN)]
    (one,) = paired(held(pact()), *both(9001), *joined).pairs
    assert one.common == 1.0


def test_of_several_the_nearest_signature_is_taken_if_the_founders_are_as_like() -> None:
    (one,) = paired(held(pact()), *both(9001, (1900, 1, 20)), *both(9002, (1900, 1, 5))).pairs
    assert one.alliance == 9002


def test_a_tie_is_ambiguous_and_listed() -> None:
    found = paired(held(pact()), *both(9001), *both(9002))
    assert not found.pairs
    assert [left.id for left in found.ambiguous] == ["pact"]
    assert "9001, 9002" in found.ambiguous[0].why


def test_two_treaties_that_tie_for_one_alliance_are_both_ambiguous() -> None:
    found = paired(held(pact("one"), pact("two")), *both(9001))
    assert [left.id for left in found.ambiguous] == ["one", "two"]
    assert [left.id for left in found.alliances_left] == ["9001"]


def test_the_treaty_that_fits_less_well_is_left_and_told_why() -> None:
    found = paired(held(pact("near"), pact("far", signed="1900-01-09")), *both(9001))
    assert [one.treaty.id for one in found.pairs] == ["near"]
    assert [(left.id, left.why) for left in found.treaties_left] == [("far", "9001 fits near better")]


def test_later_phases_go_with_the_treaty_while_it_is_law_and_until_another_takes_one() -> None:
    rows = [
        *both(9001, (1900, 1, 1), phase=1),
        *both(9001, (1905, 1, 1), phase=2),
        *both(9001, (1910, 1, 1), phase=3),
        *both(9001, (1915, 1, 1), phase=4),
    ]
    renewed = pact("renewed", signed="1910-01-01", in_force="1910-01-01", ended="1912-01-01")
    found = paired(held(pact(ended="1910-01-01"), renewed), *rows)
    assert {one.treaty.id: [phase.number for phase in one.phases] for one in found.pairs} == {
        "pact": [1, 2],
        "renewed": [3],
    }


def test_a_treaty_outside_the_years_of_the_data_is_said_to_be() -> None:
    found = paired(held(pact(signed="2020-01-01", in_force="2020-01-01")), *both(9001))
    assert found.treaties_left[0].why == "signed outside the years of the data, 1815 to 2018"


DAYS = st.tuples(st.integers(1898, 1902), st.integers(1, 12), st.integers(1, 28))


@given(st.lists(DAYS, max_size=4), st.lists(DAYS, min_size=1, max_size=4))
def test_every_treaty_and_every_alliance_is_told_of_exactly_once(
    treaties: list[tuple[int, int, int]], signed: list[tuple[int, int, int]]
) -> None:
    texts = ["-".join(f"{part:02d}" for part in day) for day in treaties]
    register = held(*(pact(f"t{at}", signed=text, in_force=text) for at, text in enumerate(texts)), pact("last"))
    rows = [one for at, day in enumerate(signed) for one in both(9001 + at, day)]
    found = paired(register, *rows)
    told = [*(one.treaty.id for one in found.pairs), *(one.id for one in (*found.ambiguous, *found.treaties_left))]
    assert sorted(told) == sorted(register.treaties)
    met = {one.alliance for one in found.pairs}
    assert sorted([*map(str, met), *(one.id for one in found.alliances_left)]) == sorted(
        {str(one["atopid"]) for one in rows}
    )

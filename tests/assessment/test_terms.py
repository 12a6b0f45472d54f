"""Pledges and parties of treaties on a day, against what is known of them."""

from __future__ import annotations

import pytest

from foedus import Day, Register
from foedus.assessment.terms import terms_of


@pytest.mark.parametrize(
    ("day", "members"),
    [  # the Organization's own list of accessions
        ("1949-09-01", 12),
        ("1953-01-01", 14),
        ("1956-01-01", 15),
        ("1983-01-01", 16),
        ("2000-01-01", 19),
        ("2024-06-01", 32),
    ],
)
def test_the_parties_of_the_north_atlantic_treaty_are_counted_on_the_day(
    day: str, members: int, register: Register
) -> None:
    terms = terms_of(register.treaties["nato"], Day.parse(day), register.classes["great_power"])
    assert (terms.parties, terms.multilateral, terms.since_1945) == (members, True, True)
    assert terms.pledges[0] == "defence"


@pytest.mark.parametrize(
    ("treaty", "day", "pledges", "parties"),
    [
        ("uk-pl-1939", "1939-09-01", ("defence",), 2),
        ("pact-of-steel", "1939-09-01", ("offence",), 2),
        ("molotov-ribbentrop", "1939-09-01", ("neutrality", "non-aggression"), 2),
    ],
)
def test_pledges_are_those_of_the_text(
    treaty: str, day: str, pledges: tuple[str, ...], parties: int, register: Register
) -> None:
    terms = terms_of(register.treaties[treaty], Day.parse(day), register.classes["great_power"])
    assert (terms.pledges, terms.parties, terms.multilateral, terms.since_1945) == (pledges, parties, False, False)


@pytest.mark.parametrize(
    ("treaty", "day", "expected"),
    [
        ("nato", "2024-06-01", True),
        ("uk-pl-1939", "1939-09-01", True),
        ("balkan-pact-1934", "1939-09-01", False),  # Greece, Yugoslavia, Romania, Turkey
        ("fr-pl-1921", "1939-09-01", True),
        ("fr-pl-1921", "1940-07-01", False),  # France is no major power after 22 June 1940
    ],
)
def test_a_major_power_is_one_by_the_list_on_the_day(treaty: str, day: str, expected: bool, register: Register) -> None:
    terms = terms_of(register.treaties[treaty], Day.parse(day), register.classes["great_power"])
    assert terms.major_power is expected

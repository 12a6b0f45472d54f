"""What changed in the law between two days: on made-up treaties, and on accessions that are known."""

from __future__ import annotations

from typing import Any

import pytest
from tests.obligations.builders import clause, register, treaty

from foedus import load_register
from foedus._base.dates import Day
from foedus.report.register_diff import register_diff


def told(held: Any, before: str, after: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(one.treaty.id, one.turn, one.what) for one in register_diff(held, Day.parse(before), Day.parse(after))]


def test_a_treaty_that_comes_into_force_is_told_with_its_parties() -> None:
    pact = ("pact", "into force", ("alba", "brenn", "corin"))
    assert told(register(), "1899-01-01", "1901-01-01") == [pact]


def test_a_treaty_that_ends_is_told_once_and_not_party_by_party() -> None:
    held = register(treaty(ended="1905-01-01", ends=[{"date": "1905-01-01", "how": "expired", "legal": True}]))
    assert told(held, "1904-01-01", "1906-01-01") == [("pact", "out of force", ("alba", "brenn", "corin"))]


def test_who_joins_who_leaves_and_which_provision_begins() -> None:
    parties = [
        {"states": ["alba"]},
        {"states": ["brenn"], "until": "1910-01-01", "how": "denounced"},
        {"states": ["corin"], "from": "1911-01-01"},
    ]
    late = clause(id="art-2", **{"from": "1911-06-01"})
    held = register(treaty("pact", clause(), late, parties=parties))
    assert told(held, "1909-01-01", "1912-01-01") == [
        ("pact", "joined", ("corin",)),
        ("pact", "left", ("brenn",)),
        ("pact", "provision into force", ("art-2",)),
    ]


def test_a_date_known_only_to_the_year_is_said_to_decide() -> None:
    held = register(treaty(in_force="1905"))
    (one,) = register_diff(held, Day.parse("1904-06-01"), Day.parse("1905-06-01"))
    assert one.is_doubtful


@pytest.mark.parametrize("day", ["1914-08-01", "2024-06-01"])
def test_a_day_does_not_differ_from_itself(day: str) -> None:
    assert told(load_register(), day, day) == []


def test_turned_round_what_came_is_what_goes() -> None:
    there, back = (
        told(load_register(), *days) for days in (("1948-01-01", "1956-01-01"), ("1956-01-01", "1948-01-01"))
    )
    came = {(one, what) for one, turn, what in there if turn == "into force"}
    assert came == {(one, what) for one, turn, what in back if turn == "out of force"}


def test_the_accession_of_finland_and_sweden() -> None:
    found = told(load_register(), "2022-01-01", "2024-06-01")
    assert ("nato", "joined", ("finland", "sweden")) in found

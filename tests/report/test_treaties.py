"""A treaty as JSON says what the register says: parties by the name of the day, every clause with its evidence."""

from __future__ import annotations

import pytest

from foedus import load_register
from foedus.report.treaties import treaty_head, treaty_whole, unread_told

REGISTER = load_register()
TREATIES = sorted(REGISTER.treaties)


@pytest.mark.parametrize("name", TREATIES)
def test_a_treaty_is_told_whole(name: str) -> None:
    treaty = REGISTER.treaty(name)
    whole = treaty_whole(treaty, REGISTER)
    assert whole.items() >= treaty_head(treaty).items()
    assert [clause["id"] for clause in whole["clauses"]] == [clause.id for clause in treaty.clauses]
    assert [party["actor"] for party in whole["parties"]] == [party.state for party in treaty.parties]
    assert all(clause["evidence"]["verified"] in {"text", "secondary", "knowledge"} for clause in whole["clauses"])
    assert all(party["name"] for party in whole["parties"])


def test_a_party_is_called_as_on_the_day_it_was_bound() -> None:
    names = {
        party["actor"]: party["name"] for party in treaty_whole(REGISTER.treaty("london-1839"), REGISTER)["parties"]
    }
    assert names["germany"] == "Prussia"


def test_one_that_never_joined_has_no_spell() -> None:
    told = [party for name in TREATIES for party in treaty_whole(REGISTER.treaty(name), REGISTER)["parties"]]
    never = [party for party in told if party["bound"] is None]
    assert never, "the register no longer has one: choose another"
    assert all(party["name"] for party in never)


def test_an_open_end_is_null_and_not_a_word() -> None:
    nato = treaty_whole(REGISTER.treaty("nato"), REGISTER)
    assert nato["ended"] is None
    belgium = next(party for party in nato["parties"] if party["actor"] == "belgium")
    assert belgium["bound"] == {"from": "1949-08-24", "until": None}


def test_dates_are_gregorian_in_json() -> None:
    for name in TREATIES:
        head = treaty_head(REGISTER.treaty(name))
        assert not any("julian" in str(value) for value in head.values())


def test_term_and_provisions_are_told_with_their_evidence() -> None:
    treaty = REGISTER.treaty("us-japan-1960")
    told = treaty_whole(treaty, REGISTER)
    assert treaty.duration is not None
    assert treaty.provisions is not None
    assert (told["duration"]["first_term"], told["duration"]["years"]) == ("years", treaty.duration.years)
    assert told["duration"]["evidence"]["verified"] == treaty.duration.evidence.verified
    assert [item["kind"] for item in told["provisions"]["items"]] == [item.kind for item in treaty.provisions.items]
    bases = next(item for item in told["provisions"]["items"] if item["kind"] == "bases")
    assert (bases["of"]["states"], bases["to"]["states"]) == (["japan"], ["united-states"])


def test_what_is_not_known_of_a_treaty_is_null() -> None:
    unknown = [treaty for treaty in REGISTER.treaties.values() if treaty.duration is None or treaty.provisions is None]
    assert unknown, "the register knows all: choose another test"
    for treaty in unknown:
        told = treaty_whole(treaty, REGISTER)
        assert (told["duration"] is None, told["provisions"] is None) == (
            treaty.duration is None,
            treaty.provisions is None,
        )


def test_articles_that_nobody_has_read_are_told_of() -> None:
    half_read = REGISTER.treaty("poland-italy-1991")
    assert "They may also hold: consult, neutrality." in unread_told(half_read)
    assert treaty_whole(half_read, REGISTER)["unread"] == ["consult", "neutrality"]
    assert unread_told(REGISTER.treaty("nato")) == ""

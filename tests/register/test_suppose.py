"""Counterfactuals change the spells they name and nothing else (§1.6 of the semantics)."""

from __future__ import annotations

from typing import Any

import pytest

from foedus import BadInput, Day, Register, read_contingency, resolve
from foedus._base.documents import Document
from foedus.register.suppose import suppose

KYIV = {
    "date": "2022-02-24",
    "attackers": ["Russia"],
    "targets": ["Ukraine"],
    "place": {"lat": 50.45, "lon": 30.52, "kind": "metropolitan", "object": "territory", "sovereign": "Ukraine"},
    "act": {"kind": "armed_attack", "gravity": "major"},
}


def under(register: Register, *suppositions: dict[str, Any]) -> Register:
    return suppose(Document("suppose.yaml", list(suppositions)), register)


def duties(register: Register, document: dict[str, Any], treaty: str) -> set[tuple[str, str]]:
    contingency = read_contingency(Document("case", document), register).contingency
    return {
        (finding.obligor, finding.status)
        for finding in resolve(register, contingency)
        if finding.treaty == treaty and finding.clause == "art-5"
    }


def test_an_ally_that_had_joined_is_owed_help(register: Register) -> None:
    assert duties(register, KYIV, "nato") == set()
    supposed = under(register, {"state": "Ukraine", "joins": "nato", "from": "2022-01-01"})
    found = duties(supposed, KYIV, "nato")
    assert ("united-states", "due") in found
    assert len(found) == 30


def test_one_that_joins_only_later_is_not(register: Register) -> None:
    supposed = under(register, {"state": "Ukraine", "joins": "nato", "from": "2022-02-25"})
    assert duties(supposed, KYIV, "nato") == set()


def test_one_that_had_left_owes_nothing(register: Register) -> None:
    joined = {"state": "Ukraine", "joins": "nato", "from": "2022-01-01"}
    supposed = under(register, joined, {"state": "Hungary", "leaves": "nato", "from": "2022-02-24"})
    assert "hungary" not in {state for state, _ in duties(supposed, KYIV, "nato")}


def test_a_treaty_may_be_supposed_to_have_ended(register: Register) -> None:
    place = {"lat": 59.44, "lon": 24.75, "kind": "metropolitan", "object": "territory", "sovereign": "Estonia"}
    tallinn = {**KYIV, "targets": ["Estonia"], "place": place}
    assert ("france", "due") in duties(register, tallinn, "nato")
    assert duties(under(register, {"treaty": "nato", "ends": "2021-12-31"}), tallinn, "nato") == set()


def test_what_is_not_named_stays_as_it_was(register: Register) -> None:
    supposed = under(register, {"state": "Ukraine", "joins": "nato", "from": "2022-01-01"})
    assert {key for key in register.treaties if supposed.treaties[key] != register.treaties[key]} == {"nato"}
    assert register.treaty("nato").places_of("ukraine") == ()
    assert supposed.suppositions == ({"state": "Ukraine", "joins": "nato", "from": "2022-01-01"},)


def test_a_place_once_left_ends_the_day_before(register: Register) -> None:
    supposed = under(register, {"state": "France", "leaves": "nato", "from": "1966-03-07"})
    (place,) = supposed.treaty("nato").places_of("france")
    assert place.bound is not None
    assert place.bound.end == Day.parse("1966-03-06")


@pytest.mark.parametrize(
    ("supposition", "words"),
    [
        ({"state": "France", "joins": "nato", "from": "2000-01-01"}, "France is already bound"),
        ({"state": "Sweden", "leaves": "nato", "from": "2000-01-01"}, "Sweden is not bound"),
        ({"state": "Atlantis", "joins": "nato", "from": "2000-01-01"}, "no actor is called 'Atlantis'"),
        ({"state": "south-sudan", "joins": "nato", "from": "2000-01-01"}, "South Sudan did not exist"),
        ({"state": "Sweden", "joins": "nowhere", "from": "2000-01-01"}, "no treaty has the id 'nowhere'"),
        ({"state": "Sweden", "joins": "london-1839", "from": "1850-01-01"}, "would join"),
        ({"treaty": "nato", "ends": "1940-01-01"}, "was not in force"),
        ({"state": "Sweden", "from": "2000-01-01"}, "a supposition is"),
        ({"state": "Sweden", "joins": "nato"}, "a supposition is"),
        ({"state": "Sweden", "joins": "nato", "from": "2000-02-30"}, "is not a day"),
    ],
)
def test_a_supposition_that_cannot_be_is_refused_with_its_place(
    supposition: dict[str, str], words: str, register: Register
) -> None:
    with pytest.raises(BadInput, match=r"suppose\.yaml: \[0\]") as caught:
        under(register, supposition)
    assert words in str(caught.value)

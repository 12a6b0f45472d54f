"""An alliance on a day: found by treaty, alias or file; only what stood and rested on it then."""

from __future__ import annotations

import pytest

from foedus import Day, Register
from foedus._base.errors import UnknownName
from foedus.register.arrangements import Arrangements, BoundBy, load_arrangements
from foedus.report.alliance import AllianceOn, alliance_json, alliance_on
from foedus.report.arrangements import Teller, standing_of
from foedus.report.arrangements_coverage import arrangements_coverage, arrangements_json


@pytest.fixture(scope="module")
def held() -> Arrangements:
    return load_arrangements()


def nato(day: str, register: Register, held: Arrangements) -> AllianceOn:
    return alliance_on("nato", Day.parse(day), register, held)


@pytest.mark.parametrize("name", ["nato", "NATO", "washington-treaty-1949"])
def test_it_is_found_by_id_and_by_an_alias_of_its_treaty(name: str, register: Register, held: Arrangements) -> None:
    found = alliance_on(name, Day.parse("1975-01-01"), register, held)
    assert {organ.id for organ in found.organs} >= {"council", "defence-planning-committee"}


def test_an_alliance_without_a_treaty_of_the_register_is_found_by_its_file(
    register: Register, held: Arrangements
) -> None:
    found = alliance_on("norad", Day.parse("1980-01-01"), register, held)
    assert (found.treaties, found.parties) == ((), ())
    assert [one.id for one in found.structures] == ["norad"]
    assert found.presences == ()


def test_a_treaty_without_organs_is_shown_with_its_parties(register: Register, held: Arrangements) -> None:
    found = alliance_on("molotov-ribbentrop", Day.parse("1940-01-01"), register, held)
    assert set(found.parties) == {"germany", "russia"}
    assert (found.organs, found.structures) == ((), ())


def test_a_name_that_is_neither_is_refused_with_what_there_is(register: Register, held: Arrangements) -> None:
    with pytest.raises(UnknownName, match="no treaty has the id 'natoo'") as caught:
        alliance_on("natoo", Day.parse("1975-01-01"), register, held)
    assert "warsaw-pact" in caught.value.faults[0].allowed
    assert "did you mean" in caught.value.faults[0].remedy


@pytest.mark.parametrize(("day", "there"), [("1966-01-01", False), ("1975-01-01", True), ("2011-01-01", False)])
def test_a_body_belongs_to_it_only_while_it_sat(day: str, there: bool, register: Register, held: Arrangements) -> None:
    organs = {organ.id for organ in nato(day, register, held).organs}
    assert ("nuclear-planning-group" in organs) is (day > "1966-12-14")
    assert ("defence-planning-committee" in organs) is (there or day == "1966-01-01")


def test_forces_stand_among_it_only_while_they_rest_on_its_treaty(register: Register, held: Arrangements) -> None:
    def there(day: str) -> set[tuple[str, str]]:
        return {(one.sender, one.host) for one in nato(day, register, held).presences}

    assert ("united-states", "france") in there("1960-01-01")
    assert ("united-states", "france") not in there("1970-01-01")
    assert ("germany", "lithuania") in there("2018-01-01")
    assert ("united-states", "japan") not in there("2018-01-01")


def test_the_sources_that_are_cited_are_listed_by_file_and_no_others(register: Register, held: Arrangements) -> None:
    day = Day.parse("2018-01-01")
    answer = alliance_json(nato("2018-01-01", register, held), Teller(register, day, BoundBy(register)))
    files = {source["file"] for source in answer["sources"]}
    assert {"organs/nato", "structures/nato", "nuclear/united-states", "stationed/united-states"} <= files
    assert ("stationed/united-kingdom", "time-1971") not in {(one["file"], one["id"]) for one in answer["sources"]}
    listed = {(source["file"], source["id"]) for source in answer["sources"]}
    cited = {(organ["file"], organ["evidence"]["source"]) for organ in answer["organs"]}
    assert {one for one in cited if one[1]} <= listed


@pytest.mark.parametrize(
    ("state", "day", "abroad", "on_its_soil"),
    [
        ("germany", "2019-01-01", {"lithuania"}, {"united-states", "united-kingdom"}),
        ("djibouti", "2020-01-01", set(), {"france", "united-states", "china", "japan", "italy"}),
        ("cuba", "1985-01-01", {"angola", "ethiopia"}, {"united-states", "russia"}),
    ],
)
def test_a_state_s_forces_abroad_and_others_on_its_soil(
    state: str, day: str, abroad: set[str], on_its_soil: set[str], register: Register, held: Arrangements
) -> None:
    standing = standing_of(state, Day.parse(day), held, BoundBy(register))
    assert {one.host for one in standing.abroad} >= abroad
    assert {one.sender for one in standing.on_its_soil} >= on_its_soil


def test_every_statement_is_counted_by_how_it_is_known() -> None:
    known = {"known": {"verified": "text"}}
    files = [{"id": "a", "organs": [{**known, "rules": [{"known": {"verified": "knowledge"}}], "seats": [{}]}]}]
    made_up = Arrangements({"organs": files, "structures": [], "nuclear": [], "stationed": []})
    organs, structures, *_ = arrangements_coverage(made_up)
    assert (organs.files, organs.statements, organs.share("text")) == (1, 2, 0.5)
    assert (structures.statements, structures.share("text")) == (0, 0.0)
    assert arrangements_json([organs]) == [
        {"kind": "organs", "files": 1, "statements": 2, "text": 1, "secondary": 0, "knowledge": 1}
    ]

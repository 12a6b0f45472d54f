"""From clauses to codes: each rule of the coding, on treaties made up for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from tests.measures.concordance.made_up import held, pact
from tests.obligations.builders import clause

from foedus._base.dates import Day
from foedus.measures.concordance.coding import CONDITIONS, Value, code_treaty, first_signed, last_bound


def whole(*clauses: Mapping[str, Any], **fields: Any) -> Mapping[str, Value]:
    return code_treaty(held(pact(clauses=list(clauses) or [clause()], **fields)).treaty("pact")).whole


@pytest.mark.parametrize(
    ("obligation", "strength", "pledge"),
    [
        ("defend", "all_means", "defense"),
        ("defend", "as_deemed_necessary", "defense"),
        ("defend", "readiness_on_request", "defense"),
        ("offense", "unspecified", "offense"),
        ("neutrality", "benevolent", "neutrality"),
        ("nonaggression", "strict", "nonaggression"),
        ("consult", "political_only", "consultation"),
    ],
)
def test_a_clause_is_the_pledge_of_its_kind_and_no_other(obligation: str, strength: str, pledge: str) -> None:
    coded = whole(clause(obligation=obligation, strength=strength))
    given = {name for name in ("defense", "offense", "neutrality", "nonaggression", "consultation") if coded[name]}
    assert given == {pledge}


def test_what_may_stand_in_articles_nobody_has_read_is_unknown_and_not_absent() -> None:
    register = held(pact(clauses=[clause(obligation="consult")], unread=["neutrality"]))
    coded = code_treaty(register.treaty("pact"))
    for codes in (coded.whole, coded.members["alba"]):
        assert [codes[name] for name in ("consultation", "neutrality", "offense")] == [True, None, False]


@pytest.mark.parametrize(
    ("obligation", "strength"),
    [("defend", "facilities_only"), ("defend", "economic_measures"), ("discretionary_action", "all_means")],
)
def test_what_is_no_promise_of_help_in_arms_is_no_pledge_of_defence(obligation: str, strength: str) -> None:
    coded = whole(clause(obligation=obligation, strength=strength))
    assert coded["defense"] is False
    assert not set(CONDITIONS) & set(coded)


LIMITS: list[tuple[dict[str, Any], str]] = [
    ({"adversary": [{"adversary": {"states": ["dorne"]}}]}, "def_adversary"),
    ({"adversary": [{"not": {"adversary": {"states": ["dorne"]}}}]}, "def_adversary"),
    ({"exceptions": [{"when": [{"adversary": {"states": ["elun"]}}], "summary": "not against Elun"}]}, "def_adversary"),
    ({"adversary": [{"adversaries": {"at_least": 2}}]}, "def_number"),
    ({"adversary": [{"entry": {"states": ["elun"], "beside": "adversary"}}]}, "def_number"),
    ({"place": [{"region": ["europe"]}]}, "def_location"),
    ({"place": [{"kind": ["metropolitan"]}]}, "def_location"),
    ({"place": [{"territory_of": {"states": ["corin"]}}]}, "def_location"),
    ({"act": [{"unprovoked": True}]}, "def_provocation"),
    ({"act": [{"first_use": "adversary"}]}, "def_provocation"),
    ({"act": [{"declared_war": True}]}, "def_conflict"),
    ({"adversary": [{"already_at_war": True}]}, "def_conflict"),
    ({"beneficiary_is": ["at_war"]}, "def_conflict"),
    ({"procedure": [{"request": {"for": "assistance"}}]}, "def_request"),
    ({"act": [{"means": ["ultimatum"]}]}, "def_demand"),
]


@pytest.mark.parametrize(("fields", "variable"), LIMITS, ids=[f"{name} {at}" for at, (_, name) in enumerate(LIMITS)])
def test_a_condition_limits_the_pledge_in_its_own_way_only(fields: dict[str, Any], variable: str) -> None:
    coded = whole(clause(**fields))
    assert {name for name in CONDITIONS if coded[name]} == {variable}


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"act": [{"act": ["armed_attack"]}, {"gravity": "armed_attack"}]},
        {"place": [{"territory_of": "beneficiary"}]},
        {"place": [{"territory_of": "parties"}]},
        {"adversary": [{"adversary_is_party": False}]},
        {"beneficiary_is": ["target", "at_war"]},
        {"procedure": [{"request": {"for": "consultation"}}]},
        {"adversary": [{"entry": {"states": ["elun"], "beside": "beneficiary"}}]},
    ],
    ids=str,
)
def test_what_every_promise_of_defence_says_is_no_limit(fields: dict[str, Any]) -> None:
    coded = whole(clause(**fields))
    assert not any(coded[name] for name in CONDITIONS)


def test_the_condition_of_another_pledge_does_not_limit_that_of_defence() -> None:
    other = clause(id="art-2", obligation="consult", strength="unspecified", place=[{"region": ["europe"]}])
    assert whole(clause(), other)["def_location"] is False


def test_parties_that_owe_the_same_in_clauses_of_their_own_are_not_asymmetric() -> None:
    mine = clause(owes={"states": ["alba"]}, to={"states": ["brenn"]}, adversary=[{"adversary": {"states": ["dorne"]}}])
    yours = {**mine, "id": "art-2", "owes": {"states": ["brenn"]}, "to": {"states": ["alba"]}}
    assert whole(mine, yours)["asymmetric"] is False


def test_a_guarantee_of_one_by_the_other_is_asymmetric() -> None:
    guarantee = clause(owes={"states": ["alba"]}, to={"states": ["brenn"]})
    coded = code_treaty(held(pact(clauses=[guarantee])).treaty("pact"))
    assert coded.whole["asymmetric"] is True
    assert {state: pledges["defense"] for state, pledges in coded.members.items()} == {"alba": True, "brenn": False}


@pytest.mark.parametrize(
    ("main", "annex", "wanted"), [(False, False, "open"), (True, True, "secret"), (False, True, "partly")]
)
def test_secrecy_is_of_the_instruments_that_hold_clauses(main: bool, annex: bool, wanted: str) -> None:
    hidden = {"secret": {"known_to": ["alba", "brenn"]}}
    instruments = [
        {"id": name, "title": name, "character": "treaty", "articles": {"1": "all"}, **(hidden if is_secret else {})}
        for name, is_secret in (("main", main), ("annex", annex))
    ]
    clauses = [clause(), clause(id="annex-1", instrument="annex")]
    assert whole(*clauses, instruments=instruments)["secret"] == wanted


def test_one_that_came_in_later_without_a_signature_of_its_own_has_none_that_is_known() -> None:
    parties = [{"states": ["alba", "brenn"]}, {"states": ["corin"], "from": "1905-05-05", "until": "1910-01-01"}]
    treaty = held(pact(parties=parties, ended="1920-01-01")).treaty("pact")
    assert first_signed(treaty, "alba") == Day.parse("1900-01-01")
    assert first_signed(treaty, "corin") is None
    assert last_bound(treaty, "corin") == Day.parse("1910-01-01")
    assert last_bound(treaty, "alba") == Day.parse("1920-01-01")


KNOWN = {"known": {"verified": "knowledge"}}


@pytest.mark.parametrize(
    ("duration", "years", "may_go"),
    [
        (None, None, None),
        ({"first_term": {"years": 10}, "denunciation": "after_first_term"}, 10, True),
        ({"first_term": {"years": 2.5}, "denunciation": "excluded"}, None, False),
        ({"first_term": {"until": "peace"}}, None, None),
        ({"first_term": "indefinite", "denunciation": "not_stated"}, 0, False),
        ({"first_term": "not_stated"}, 0, None),
    ],
    ids=str,
)
def test_a_term_is_in_whole_years_and_what_the_file_does_not_say_is_unknown(
    duration: dict[str, Any] | None, years: int | None, may_go: bool | None
) -> None:
    coded = whole(**({"duration": {**duration, **KNOWN}} if duration else {}))
    assert (coded["term_years"], coded["renunciation"]) == (years, may_go)


@pytest.mark.parametrize(
    ("denunciation", "in_term"),
    [("any_time", True), ("allowed", True), ("end_of_term", False), ("after_first_term", False), ("excluded", False)],
)
def test_going_at_the_end_of_a_term_is_no_going_in_it(denunciation: str, in_term: bool) -> None:
    coded = whole(duration={"first_term": {"years": 5}, "denunciation": denunciation, **KNOWN})
    assert coded["renunciation_in_term"] is in_term


def test_a_provision_is_given_absent_or_unknown() -> None:
    listed = [{"kind": "bases", "article": "1", "summary": "ports may be used"}]
    coded = whole(provisions={"complete": False, "absent": ["organ"], "items": listed, **KNOWN})
    assert (coded["bases"], coded["organisation"], coded["military_aid"]) == (True, False, None)
    assert whole()["bases"] is None

"""Steps 2 to 7, test by test: sections 5 to 10 of the semantics, on made-up treaties."""

from __future__ import annotations

from typing import Any

import pytest
from tests.obligations.builders import clause, facts, findings, register, result, status, treaty, without

SQUARE = {"name": "the square", "shape": {"polygon": [[0, 0], [0, 20], [20, 20], [20, 0]]}}
WAR = {"side_a": ["Alba"], "side_b": ["Elun"], "since": "1910-01-01"}


def held(*conditions: dict[str, Any], step: str = "act", **fields: Any) -> Any:
    """Return a register whose only clause has these conditions in a step."""
    extra = fields.pop("treaty", {})
    return register(treaty("pact", clause(**{step: list(conditions)} if conditions else {}, **fields), **extra))


# --- roles ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("standing", "change", "expected"),
    [
        ("target", {}, "due"),
        ("attacker", {}, "not_due"),
        ("attacker", {"attackers": ["Alba"], "targets": ["Dorne"]}, "due"),
        ("at_war", {}, "due"),
        ("at_war", {"act": {"kind": "threat"}}, "not_due"),
        ("at_war", {"act": {"kind": "threat"}, "belligerents": [WAR]}, "due"),
        ("at_war", {"act": {"kind": "threat", "declared_war": True}}, "due"),
        ("at_war", {"attackers": ["Alba"], "targets": ["Dorne"]}, "due"),
    ],
)
def test_the_beneficiary_must_stand_as_the_clause_asks(standing: str, change: dict[str, Any], expected: str) -> None:
    """§5.1, §5.3."""
    assert status(held(beneficiary_is=[standing]), facts(**change)) == expected


def test_the_victim_itself_consults_its_partners_where_the_text_says_together() -> None:
    """§5.1: the Five Power communique of 1971, paragraph 5."""
    one = held(obligation="consult", beneficiary_is=["target", "partner"])
    pairs = {(f.obligor, f.beneficiary, f.status) for f in findings(one, facts())}
    assert pairs == {
        ("brenn", "alba", "due"),
        ("corin", "alba", "due"),
        ("alba", "brenn", "due"),
        ("alba", "corin", "due"),
    }


def test_a_guarantor_that_attacks_owes_its_victim_no_help() -> None:
    """§5.2: Germany towards Belgium in 1914."""
    assert status(held(), facts(attackers=["Brenn"])) == "not_due"


# --- the act ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("condition", "act", "expected"),
    [
        ({"act": ["armed_attack"]}, {}, "met"),
        ({"act": ["armed_attack"]}, {"kind": "cyber"}, "not_met"),
        ({"gravity": "armed_attack"}, {"gravity": "major"}, "met"),
        ({"gravity": "major"}, {"gravity": "armed_attack"}, "not_met"),
        ({"means": ["nuclear_use"]}, {"means": ["nuclear_use", "invasion"]}, "met"),
        ({"means": ["nuclear_use"]}, {"means": []}, "not_met"),
        ({"means": ["nuclear_use"]}, {}, "unknown"),
        ({"unprovoked": True}, {"provoked": True}, "not_met"),
        ({"unprovoked": False}, {"provoked": True}, "met"),
        ({"unprovoked": True}, {"provoked": "unknown"}, "unknown"),
        ({"first_use": "adversary"}, {"first_use_of_force": "Dorne"}, "met"),
        ({"first_use": "adversary"}, {"first_use_of_force": "Alba"}, "not_met"),
        ({"first_use": "beneficiary"}, {"first_use_of_force": "Alba"}, "met"),
        ({"first_use": "adversary"}, {"first_use_of_force": "disputed"}, "disputed"),
        ({"declared_war": True}, {"declared_war": True}, "met"),
        ({"declared_war": True}, {}, "unknown"),
        ({"indirect": True}, {"indirect": False}, "not_met"),
        ({"externally_directed": True}, {}, "met"),
        ({"authorised": False}, {}, "met"),
        ({"authorised": False}, {"internationally_authorised": True}, "not_met"),
    ],
)
def test_the_act(condition: dict[str, Any], act: dict[str, Any], expected: str) -> None:
    """§6.1, §6.3, §6.4, §6.5, §2.5."""
    names = {"act": "kind of act", "gravity": "gravity", "means": "means", "unprovoked": "provocation",
             "first_use": "first use of force", "declared_war": "declaration of war", "indirect": "indirect act",
             "externally_directed": "external direction", "authorised": "authority"}  # fmt: skip
    assert result(held(condition), facts(act=act), names[next(iter(condition))]) == expected


def test_earlier_events_may_count_together_on_one_doctrine() -> None:
    """§6.2."""
    small = facts(act={"gravity": "below_armed_attack"})
    first, second = {**small, "id": "one"}, {**small, "id": "two", "cumulative_with": ["one"]}
    found = findings(held({"gravity": "armed_attack"}), {"events": [first, second]})
    assert [(f.event, f.status) for f in found if f.obligor == "brenn"] == [("one", "not_due"), ("two", "contested")]


BAND = {"attackers": ["The Band"], "non_state": {"name": "The Band"}, "act": {"kind": "non_state_attack"}}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, "conditional"),
        ({"act": {"external_direction": True}}, "due"),
        ({"act": {"external_direction": False}}, "not_due"),
        ({"act": {"external_direction": "disputed"}}, "contested"),
        ({"findings": [{"by": "Corin", "treaty": "pact", "what": "external_direction", "date": "1910-06-01"}]}, "due"),
        (
            {"findings": [{"by": "Corin", "treaty": "pact", "what": "external_direction", "date": "1910-06-02"}]},
            "conditional",
        ),
    ],
)
def test_a_band_counts_once_it_is_found_to_be_sent_from_abroad(change: dict[str, Any], expected: str) -> None:
    """§6.4: NATO in September 2001."""
    document = facts(**{**BAND, **change, "act": {**BAND["act"], **change.get("act", {})}})  # type: ignore[dict-item]
    assert status(held({"externally_directed": True}), document) == expected


def test_mobilising_is_a_test_of_its_own() -> None:
    """§6.6: article 2 of the Franco-Russian convention."""
    one = held({"mobilised": {"states": ["dorne"]}})
    assert status(one, facts()) == "conditional"
    assert status(one, facts(mobilisations=[{"state": "Dorne", "date": "1910-05-31"}])) == "due"


# --- the place --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("condition", "place", "expected"),
    [
        ({"area": "square"}, {}, "met"),
        ({"area": "square"}, {"lat": 30.0}, "not_met"),
        ({"area": "square"}, {"lat": None, "lon": None}, "unknown"),
        ({"region": ["europe"]}, {"region": "europe"}, "met"),
        ({"region": ["europe"]}, {"region": "asia"}, "not_met"),
        ({"region": ["europe"]}, {"lat": None, "lon": None}, "unknown"),
        ({"territory_of": "beneficiary"}, {}, "met"),
        ({"territory_of": "beneficiary"}, {"sovereign": "Elun"}, "not_met"),
        ({"territory_of": "beneficiary"}, {"sovereign": None}, "not_met"),
        ({"territory_of": "beneficiary"}, {"sovereign": "disputed", "claimants": ["Alba", "Dorne"]}, "disputed"),
        ({"territory_of": "beneficiary"}, {"sovereign": "disputed", "claimants": ["Dorne", "Elun"]}, "not_met"),
        ({"territory_of": "parties"}, {"sovereign": "disputed", "claimants": ["Alba", "Brenn"]}, "met"),
        ({"territory_of": {"states": ["elun"]}}, {"sovereign": "Elun"}, "met"),
        ({"administered_by": "beneficiary"}, {"sovereign": "disputed"}, "met"),
        ({"administered_by": "beneficiary"}, {"administered_by": "Dorne"}, "not_met"),
        ({"kind": ["metropolitan"]}, {"kind": "high_seas"}, "not_met"),
        ({"object": ["vessel", "aircraft"]}, {"object": "aircraft"}, "met"),
        ({"recognised": True}, {"within_recognised_borders": False}, "not_met"),
        ({"recognised": True}, {}, "unknown"),
    ],
)
def test_the_place(condition: dict[str, Any], place: dict[str, Any], expected: str) -> None:
    """§7.1, §7.2, §7.3."""
    names = {"area": "area", "region": "region", "territory_of": "whose territory", "administered_by": "administration",
             "kind": "kind of place", "object": "object hit", "recognised": "recognised borders"}  # fmt: skip
    one = held(condition, step="place", treaty={"areas": {"square": SQUARE}})
    assert result(one, facts(place=place), names[next(iter(condition))]) == expected


def test_a_place_without_a_sovereign_given_is_unknown_and_not_the_high_seas() -> None:
    """§7.3, §2.5."""
    one = held({"territory_of": "beneficiary"}, step="place")
    assert status(one, without(facts(), "place", "sovereign")) == "undetermined"


def test_the_high_seas_have_no_sovereign() -> None:
    """§7.3."""
    one = held({"territory_of": "beneficiary"}, step="place")
    assert status(one, without(facts(place={"kind": "high_seas"}), "place", "sovereign")) == "not_due"


def test_a_provision_on_a_place_may_end() -> None:
    """§4.5: the Algerian departments until 3 July 1962."""
    one = held({"any": [{"kind": ["metropolitan"], "until": "1909-12-31"}]}, step="place")
    assert status(one, facts()) == "not_due"


# --- the adversary ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("condition", "attackers", "expected"),
    [
        ({"adversary": {"states": ["dorne"]}}, ["Dorne"], "met"),
        ({"adversary": {"states": ["dorne"]}}, ["Elun"], "not_met"),
        ({"adversary": {"states": ["dorne"]}}, ["Dorne", "Elun"], "met"),
        ({"adversary": {"states": ["dorne"], "each": True}}, ["Dorne", "Elun"], "not_met"),
        ({"adversaries": {"at_least": 2}}, ["Dorne"], "not_met"),
        ({"adversaries": {"at_least": 2}}, ["Dorne", "Elun"], "met"),
        ({"adversary_is_party": True}, ["Dorne"], "not_met"),
        ({"adversary_is_party": True}, ["Corin"], "met"),
        ({"already_at_war": True}, ["Dorne"], "not_met"),
    ],
)
def test_the_adversary(condition: dict[str, Any], attackers: list[str], expected: str) -> None:
    """§8.1."""
    names = {"adversary": "adversary", "adversaries": "number of adversaries",
             "adversary_is_party": "adversary a party", "already_at_war": "war under way"}  # fmt: skip
    document = facts(attackers=attackers)
    assert result(held(condition, step="adversary"), document, names[next(iter(condition))]) == expected


def test_a_count_includes_those_already_fighting_the_ally() -> None:
    """§8.3."""
    one = held({"adversaries": {"at_least": 2}}, step="adversary")
    assert status(one, facts(belligerents=[WAR])) == "due"
    entry = {"state": "Elun", "beside": "Dorne", "against": ["Alba"], "date": "1910-06-01", "how": "declared_war"}
    assert status(one, facts(entries=[entry])) == "due"


def test_a_state_allied_with_the_named_one_counts_while_the_alliance_runs() -> None:
    """§8.2: article 1 of the Sino-Soviet treaty of 1950."""
    main = treaty("pact", clause(adversary=[{"adversary": {"states": ["elun"], "or_allies": True}}]))
    axis = treaty("axis", parties=[{"states": ["dorne", "elun"]}], ended="1909-12-31")
    assert status(register(main, axis), facts()) == "not_due"
    assert status(register(main, {**axis, "ended": "1950-01-01"}), facts()) == "due"


def test_a_consultation_pact_makes_no_ally_in_that_sense() -> None:
    """§8.2."""
    main = treaty("pact", clause(adversary=[{"adversary": {"states": ["elun"], "or_allies": True}}]))
    talks = treaty("talks", clause(obligation="consult"), parties=[{"states": ["dorne", "elun"]}])
    assert status(register(main, talks), facts()) == "not_due"


# --- procedure --------------------------------------------------------------------------------------------------------


def call(**fields: Any) -> dict[str, Any]:
    return {"by": "Alba", "to": "pact", "date": "1910-06-01", "for": "assistance", **fields}


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        ([call()], "due"),
        ([call(to=["Brenn"])], "due"),
        ([call(to=["Corin"])], "conditional"),
        ([call(by="Corin")], "conditional"),
        ([call(date="1910-06-02")], "conditional"),
        ([call(**{"for": "consultation"})], "conditional"),
        ([], "conditional"),
    ],
)
def test_a_request_counts_from_the_right_state_to_the_right_one_by_the_day(
    made: list[dict[str, Any]], expected: str
) -> None:
    """§9.1."""
    one = held({"request": {"for": "assistance"}}, step="procedure")
    assert status(one, facts(requests=made)) == expected


def test_a_call_for_assistance_is_also_one_for_consultation() -> None:
    """§9.1."""
    one = held({"request": {"for": "consultation"}}, step="procedure")
    assert status(one, facts(requests=[call()])) == "due"


def found(by: str, **fields: Any) -> dict[str, Any]:
    return {"by": by, "treaty": "pact", "what": "casus_foederis", "date": "1910-06-01", **fields}


@pytest.mark.parametrize(
    ("by", "made", "expected"),
    [
        ("obligor", [found("Brenn")], "due"),
        ("obligor", [found("Corin")], "conditional"),
        ("beneficiary", [found("Alba")], "due"),
        ("any_party", [found("Corin")], "due"),
        ("all_parties", [found("Corin")], "conditional"),
        ("all_parties", [found("Alba"), found("Brenn"), found("Corin")], "due"),
        ("all_parties", [found("Council of the Pact")], "due"),
        ({"states": ["brenn", "corin", "dorne"], "each": True}, [found("Brenn")], "conditional"),
        ({"states": ["brenn", "corin", "dorne"], "each": True}, [found("Brenn"), found("Corin")], "due"),
        ("organ", [found("Brenn")], "conditional"),
        ("organ", [found("Council of the Pact")], "due"),
        ({"states": ["elun"]}, [found("Elun")], "due"),
        ("obligor", [found("Brenn", what="threat_established")], "conditional"),
    ],
)
def test_a_finding_counts_from_whom_the_clause_names(by: Any, made: list[dict[str, Any]], expected: str) -> None:
    """§9.2."""
    one = held({"finding": {"what": ["casus_foederis"], "by": by}}, step="procedure")
    assert status(one, facts(findings=made)) == expected


def entry(state: str = "Corin", **fields: Any) -> dict[str, Any]:
    joined = {"beside": "Alba", "against": ["Dorne"], "date": "1910-06-01", "how": "assistance"}
    return {"state": state, **joined, **fields}


@pytest.mark.parametrize(
    ("made", "expected"),
    [([entry()], "due"), ([entry(state="Elun")], "conditional"), ([entry(beside="Elun")], "conditional"),
     ([entry(how="attacked")], "conditional"), ([], "conditional")],
)  # fmt: skip
def test_another_allys_entry_opens_the_duty(made: list[dict[str, Any]], expected: str) -> None:
    """§9.3: the Soviet-Czechoslovak protocol of 1935."""
    one = held({"entry": {"states": ["corin"]}}, step="procedure")
    assert status(one, facts(entries=made)) == expected


def test_an_ally_already_at_war_with_the_enemy_has_come_in() -> None:
    """§9.3: Germany against Russia since 1 August 1914, when Austria-Hungary attacked on the sixth."""
    one = held({"entry": {"states": ["corin"]}}, step="procedure")
    war = {"side_a": ["Corin"], "side_b": ["Dorne"], "since": "1910-05-01"}
    assert status(one, facts(belligerents=[war])) == "due"
    assert status(one, facts(belligerents=[{**war, "side_b": ["Elun"]}])) == "conditional"


def test_one_of_several_open_events_is_enough() -> None:
    """§2.2: and the answer says "or"."""
    either = {"any": [{"request": {"for": "assistance"}}, {"entry": {"states": ["corin"]}}]}
    (first, _) = findings(held(either, step="procedure"), facts())
    assert first.conditional_on == ("a request for assistance by Alba, or entry of Corin beside Alba",)


@pytest.mark.parametrize(
    ("answer", "expected"), [({"Alba": True}, "due"), ({"Alba": False}, "not_due"), ({}, "undetermined")]
)
def test_whether_the_victim_resists_is_a_fact(answer: dict[str, bool], expected: str) -> None:
    """§9.4."""
    assert status(held({"resists": "beneficiary"}, step="procedure"), facts(resists=answer)) == expected


def chained(other: str, state: str) -> dict[str, Any]:
    return clause(procedure=[{"bound": {"treaty": other, "state": state}}])


def test_a_chained_duty_follows_the_other_treaty() -> None:
    """§9.5: article 2 of the German-Ottoman treaty of 1914."""
    other = treaty("other", parties=[{"states": ["alba", "corin"]}])
    main = treaty("pact", chained("other", "corin"), parties=[{"states": ["alba", "brenn"]}])
    assert status(register(main, other), facts()) == "due"
    assert status(register(main, {**other, "ended": "1909-01-01"}), facts()) == "not_due"


def test_a_chain_that_leads_back_to_itself_is_not_met() -> None:
    """§9.5."""
    one = treaty("pact", chained("other", "corin"))
    two = treaty("other", chained("pact", "brenn"))
    assert status(register(one, two), facts()) == "not_due"


# --- exceptions and interaction ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("obligor", "document", "expected"),
    [
        ("brenn", facts(), "not_due"),
        ("corin", facts(), "due"),
        ("brenn", without(facts(), "place", "kind"), "undetermined"),
        ("brenn", facts(place={"kind": "high_seas"}), "due"),
    ],
)
def test_a_carve_out_bars_the_duty_of_those_it_names(obligor: str, document: dict[str, Any], expected: str) -> None:
    """§10.1: reservations."""
    carve = {"by": ["brenn"], "when": [{"kind": ["metropolitan"]}], "summary": "not on metropolitan soil"}
    assert status(held(exceptions=[carve]), document, obligor) == expected


def test_a_waiver_is_told_and_changes_no_status() -> None:
    """§10.2: Poland and Romania in 1939."""
    waived = {"by": "Alba", "treaty": "pact", "what": "duty_waived", "date": "1910-06-01"}
    one, _ = findings(held(), facts(findings=[waived]))
    assert one.status == "due"
    assert [line.test for line in one.trace if line.step == "interaction"] == ["waiver"]


def test_other_duties_towards_the_adversary_are_told() -> None:
    """§10.2: Austria-Hungary between Belgium and Germany in 1914."""
    other = treaty("other", parties=[{"states": ["brenn", "dorne"]}])
    found_ = [f for f in findings(register(treaty(), other), facts()) if f.treaty == "pact" and f.obligor == "brenn"]
    (line,) = [line for line in found_[0].trace if line.step == "interaction"]
    assert line.why == "Brenn is also bound to Dorne by Treaty other (defend)"


@pytest.mark.parametrize(
    "condition", [{"undisclosed": "which adversaries"}, {"not": {"undisclosed": "where"}}], ids=str
)
def test_a_condition_of_which_only_the_existence_is_known_is_never_settled(condition: dict[str, Any]) -> None:
    """§2.6."""
    assert status(held(condition, step="adversary"), facts()) == "undetermined"
    assert status(held(condition, {"adversary": {"states": ["elun"]}}, step="adversary"), facts()) == "not_due"

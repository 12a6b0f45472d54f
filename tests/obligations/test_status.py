"""From tests to a status: sections 1 to 3 of the semantics, on made-up treaties."""

from __future__ import annotations

import pytest
from tests.obligations.builders import actor, clause, facts, findings, register, status, treaty, without

from foedus._base.dates import Day

GRAVE = {"act": [{"act": ["armed_attack"]}, {"gravity": "armed_attack"}]}
ON_REQUEST = {"procedure": [{"request": {"for": "assistance"}}]}


def call(**fields: object) -> dict[str, object]:
    return {"by": "Alba", "to": "pact", "date": "1910-06-01", "for": "assistance", **fields}


def test_every_party_owes_the_party_attacked() -> None:
    """§1.2, §3.1."""
    due = {(f.obligor, f.beneficiary) for f in findings(register(), facts()) if f.status == "due"}
    assert due == {("brenn", "alba"), ("corin", "alba")}


def test_an_attacker_that_is_a_party_is_answered_too() -> None:
    """§1.2: the ally as attacker shows up as not due, with the reason."""
    found = findings(register(), facts(attackers=["Alba"], targets=["Dorne"], act={"first_use_of_force": ["Alba"]}))
    assert {(f.obligor, f.beneficiary, f.status) for f in found} == {
        ("brenn", "alba", "not_due"),
        ("corin", "alba", "not_due"),
    }
    assert found[0].because == "Alba is the attacker, not the one attacked"


def test_nobody_concerned_is_a_party_so_there_is_no_finding() -> None:
    """§1.2."""
    assert findings(register(), facts(attackers=["Dorne"], targets=["Elun"])) == ()


def test_a_caller_is_a_beneficiary_where_the_clause_lets_it() -> None:
    """§1.2."""
    consult = clause(
        obligation="consult",
        beneficiary_is=["target", "requester"],
        procedure=[{"request": {"for": "consultation", "by": "any_party"}}],
    )
    held = register(treaty("pact", consult))
    quiet = findings(held, facts(targets=["Elun"]))
    called = findings(held, facts(targets=["Elun"], requests=[call(by="Corin", **{"for": "consultation"})]))
    assert quiet == ()
    assert {(f.obligor, f.beneficiary, f.status) for f in called} == {
        ("alba", "corin", "due"),
        ("brenn", "corin", "due"),
    }


def test_non_aggression_is_asked_of_attackers_and_due_means_breached() -> None:
    """§1.3."""
    held = register(treaty("pact", clause(obligation="nonaggression")))
    found = findings(held, facts(attackers=["Brenn"]))
    assert [(f.obligor, f.beneficiary, f.status) for f in found] == [("brenn", "alba", "due")]


def test_an_attack_on_an_outsider_breaks_no_promise_among_the_parties() -> None:
    """§1.3."""
    held = register(treaty("pact", clause(obligation="nonaggression")))
    (found,) = findings(held, facts(attackers=["Brenn"], targets=["Elun"]))
    assert (found.status, found.because) == ("not_due", "Elun is not a party")


def test_each_event_of_a_sequence_is_resolved_under_the_law_of_its_day() -> None:
    """§1.1."""
    before, after = ({**facts(), "date": day} for day in ("1900-01-15", "1900-03-15"))
    found = findings(register(), {"events": [before, after]})
    assert [(f.event, f.obligor) for f in found] == [("event-2", "brenn"), ("event-2", "corin")]


def test_the_law_of_another_day_can_be_applied() -> None:
    """§1.1."""
    early = Day.parse("1899-01-01")
    assert findings(register(), facts(), law_on=early) == ()


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (facts(), "due"),
        (facts(act={"gravity": "below_armed_attack"}), "not_due"),
        (without(facts(), "act", "gravity"), "undetermined"),
    ],
)
def test_met_failed_and_missing_facts_give_due_not_due_and_undetermined(
    document: dict[str, object], expected: str
) -> None:
    """§3.1, §3.3, §3.4."""
    assert status(register(treaty("pact", clause(**GRAVE))), document) == expected


def test_an_undetermined_finding_names_the_field_that_settles_it() -> None:
    """§3.3."""
    held = register(treaty("pact", clause(**GRAVE)))
    found = findings(held, without(without(facts(), "act", "gravity"), "act", "kind"))
    assert found[0].needs == ("act.kind", "act.gravity")


def test_a_duty_that_waits_is_conditional_and_names_what_it_waits_for() -> None:
    """§3.2, §2.5: what is not listed had not happened."""
    held = register(treaty("pact", clause(**ON_REQUEST)))
    found = findings(held, facts())
    assert {f.status for f in found} == {"conditional"}
    assert found[0].conditional_on == ("a request for assistance by Alba",)
    assert status(held, facts(requests=[call()])) == "due"


def test_a_missing_fact_goes_before_an_open_event() -> None:
    """§3.3: with both, the facts decide first, and both are named."""
    held = register(treaty("pact", clause(**GRAVE, **ON_REQUEST)))
    (found, _) = findings(held, without(facts(), "act", "gravity"))
    assert (found.status, found.needs) == ("undetermined", ("act.gravity",))
    assert found.conditional_on == ("a request for assistance by Alba",)


def test_a_failed_test_outweighs_an_open_event() -> None:
    """§3.4, §2.4."""
    held = register(treaty("pact", clause(**GRAVE, **ON_REQUEST)))
    (found, _) = findings(held, facts(act={"gravity": "below_armed_attack"}))
    assert (found.status, found.conditional_on) == ("not_due", ())


UNPROVOKED = {"act": [{"unprovoked": True}]}


def test_accounts_that_differ_make_a_duty_contested_and_both_are_listed() -> None:
    """§3.5, §2.3, §6.3."""
    held = register(treaty("pact", clause(**UNPROVOKED)))
    (found, _) = findings(held, facts(act={"provoked": "disputed"}))
    assert found.status == "contested"
    assert {one.status for one in found.by_reading} == {"due", "not_due"}
    assert status(held, facts()) == "due"
    assert status(held, facts(act={"provoked": True})) == "not_due"


def test_a_dispute_that_no_longer_matters_is_not_told() -> None:
    """§2.4."""
    held = register(treaty("pact", clause(act=[{"unprovoked": True}, {"act": ["threat"]}])))
    (found, _) = findings(held, facts(act={"provoked": "disputed"}))
    assert (found.status, found.by_reading) == ("not_due", ())


def rival(**fields: object) -> dict[str, object]:
    return {"id": "rival", "holders": ["Corin's cabinet"], "summary": "no such duty", "duty": False, **fields}


def test_a_rival_reading_makes_a_duty_contested() -> None:
    """§3.5."""
    held = register(treaty("pact", clause(readings=[rival()])))
    (found, _) = findings(held, facts())
    assert found.status == "contested"
    assert [one.status for one in found.by_reading] == ["due", "not_due"]


def test_a_reading_counts_only_while_it_is_held() -> None:
    """§3.5."""
    held = register(treaty("pact", clause(readings=[rival(since="1920-01-01")])))
    assert status(held, facts()) == "due"


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ({"act": [{"declared_war": True}]}, "undetermined"),
        ({"procedure": [{"request": {"for": "assistance"}}]}, "conditional"),
        ({"duty": False}, "not_due"),
    ],
)
def test_readings_of_which_none_leads_to_due_rank_open_facts_first(other: dict[str, object], expected: str) -> None:
    """§3.5."""
    failing = clause(act=[{"act": ["threat"]}], readings=[rival(**{"duty": True, "act": [], **other})])
    if other == {"duty": False}:
        failing = clause(act=[{"act": ["threat"]}], readings=[rival()])
    else:
        failing["readings"][0]["act"] = other.get("act", [{"act": ["armed_attack"]}])
    assert status(register(treaty("pact", failing)), facts()) == expected


def test_evidence_travels_with_every_finding() -> None:
    """§10.3."""
    known = {"verified": "text", "source": "text", "locator": "article 1", "readers": 2}
    held = register(treaty("pact", clause(known=known)))
    (found, _) = findings(held, facts())
    assert (found.evidence.verified, found.evidence.locator, found.evidence.readers) == ("text", "article 1", 2)


def test_an_actor_without_a_spell_still_counts() -> None:
    held = register(
        treaty(), actors=[actor(name, at) for at, name in enumerate(("Alba", "Brenn", "Corin", "Dorne"), 1)]
    )
    assert status(held, facts()) == "due"

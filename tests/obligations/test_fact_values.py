"""The values of unknown facts: closed, those that no clause tells apart as one, and what cannot be varied."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.obligations import made_up
from tests.obligations.builders import clause, contingency, facts, register, treaty, without

from foedus.domain.contingency import Act, Place
from foedus.obligations.compiled.truths import STATUSES
from foedus.obligations.fact_scenarios import scenarios
from foedus.obligations.fact_values import Unvaried, values_of
from foedus.obligations.fact_words import MOST_VALUES
from foedus.obligations.judgement import judge
from foedus.obligations.resolve import resolve, scenes
from foedus.obligations.situation import Situation
from foedus.obligations.unknown_facts import OpenDuty, UnknownFact, open_duties, supposing, unknown_facts
from foedus.register.register import Register


def opened(held: Register, document: dict[str, Any]) -> tuple[OpenDuty, ...]:
    asked = contingency(held, document)
    *_, scene = scenes(held, asked)
    return open_duties(scene, resolve(held, asked))


def asked_of(field: str, **conditions: Any) -> UnknownFact | Unvaried:
    """Return the one fact on which a clause with some conditions hangs when a field is left out."""
    part, _, key = field.partition(".")
    duties = opened(register(treaty("pact", clause(**conditions))), without(facts(), part, key))
    varied, unvaried = unknown_facts(duties)
    found: list[UnknownFact | Unvaried] = [*varied, *unvaried]
    (one,) = found
    return one


@pytest.mark.parametrize(
    ("field", "conditions", "expected"),
    [
        ("act.provoked", {"act": [{"unprovoked": True}]}, ["true", "false"]),
        ("act.gravity", {"act": [{"gravity": "major"}]}, ["below_armed_attack", "major"]),
        ("act.kind", {"act": [{"act": ["armed_attack", "threat"]}]}, ["armed_attack", "internal"]),
        ("act.means", {"act": [{"means": ["blockade"]}]}, ["invasion", "blockade"]),
        (
            "act.means",
            {"act": [{"any": [{"means": ["blockade"]}, {"means": ["mining"]}]}]},
            ["invasion", "blockade", "mining", "blockade and mining"],
        ),
        ("act.first_use_of_force", {"act": [{"first_use": "adversary"}]}, ["Dorne", "Alba"]),
        ("place.kind", {"place": [{"kind": ["metropolitan"]}]}, ["metropolitan", "overseas_territory"]),
        ("place.sovereign", {"place": [{"territory_of": "beneficiary"}]}, ["Alba", "Dorne"]),
        ("place.administered_by", {"place": [{"administered_by": {"states": ["elun"]}}]}, ["Alba", "Elun"]),
    ],
)
def test_one_value_stands_for_all_that_the_clauses_take_alike(
    field: str, conditions: dict[str, Any], expected: list[str]
) -> None:
    fact = asked_of(field, **conditions)
    assert isinstance(fact, UnknownFact)
    assert [one.word for one in fact.values] == expected


def test_whether_a_victim_resists_is_asked_by_its_name() -> None:
    duties = opened(register(treaty("pact", clause(procedure=[{"resists": "beneficiary"}]))), facts())
    ((fact,), unvaried) = unknown_facts(duties)
    assert (fact.field, [one.held for one in fact.values], unvaried) == (
        "resists.Alba",
        [("alba", True), ("alba", False)],
        (),
    )


def test_what_only_the_parties_know_cannot_be_varied() -> None:
    duties = opened(register(treaty("pact", clause(act=[{"undisclosed": "which adversaries"}]))), facts())
    assert unknown_facts(duties) == (
        (),
        (Unvaried("the text: which adversaries", "no fact of a contingency settles it"),),
    )


def test_external_direction_is_asked_for_where_a_finding_of_it_is_awaited() -> None:
    """§6.4: the fact itself would do what the duty waits for."""
    document = facts(act={"kind": "cyber"})
    (duty, _) = opened(register(treaty("pact", clause(act=[{"externally_directed": True}]))), document)
    assert (duty.finding.status, duty.fields) == ("conditional", ("act.external_direction",))


def test_every_scalar_of_a_contingency_has_values_or_a_reason_why_not() -> None:
    """Authority is never unknown (§6.5), a name decides nothing, and a point is asked for by its latitude."""
    duties = opened(register(treaty("pact", clause(procedure=[{"resists": "beneficiary"}]))), facts())
    asked = [duty.situation for duty in duties]
    names = {f"act.{one.name}" for one in fields(Act)} | {f"place.{one.name}" for one in fields(Place)}
    for field in names - {"act.internationally_authorised", "place.name", "place.point"} | {"place.lat"}:
        held = values_of(field, asked)
        assert not isinstance(held, Unvaried) or field in {"place.lat", "place.claimants"}


@settings(max_examples=20)
@given(made_up.registers(), made_up.contingencies(), st.data())
def test_the_status_in_a_scenario_is_that_of_the_contingency_with_the_facts_given(
    held: Register, document: dict[str, Any], data: st.DataObject
) -> None:
    """The compiled engine on the open duties, beside judging one of them by itself."""
    duties = opened(held, document)
    varied, _ = unknown_facts(duties)
    small = tuple(fact for fact in varied[:3] if len(fact.values) <= MOST_VALUES)
    if not duties or not small:
        return
    scene = duties[0].situation.scene
    tried = scenarios(scene, duties, small)
    number = data.draw(st.integers(0, len(tried.status) - 1))
    for fact, at in zip(small, np.unravel_index(number, tried.shape), strict=True):
        scene = supposing(scene, fact.field, fact.values[at])
    for column, duty in enumerate(duties):
        old = duty.situation
        found = judge(Situation(scene, old.treaty, old.clause, old.obligor, old.beneficiary))
        assert STATUSES[tried.status[number, column]] == found.status

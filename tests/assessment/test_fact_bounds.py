"""What is so whatever the unknown facts are: checked against resolving every combination by itself."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.obligations import made_up
from tests.obligations.builders import clause, contingency, facts, register, treaty, without

from foedus import assess
from foedus.assessment.assumptions import Assumptions
from foedus.assessment.fact_bounds import SIDES, FactBounds, fact_bounds
from foedus.assessment.fact_table import fact_table, fights
from foedus.assessment.fact_worth import worths
from foedus.assessment.prior import priors_given
from foedus.assessment.unknown import Unknown
from foedus.domain.contingency import DISPUTED, Contingency, Event
from foedus.measures.capability.reading import Tables
from foedus.obligations.fact_scenarios import scenarios
from foedus.obligations.resolve import scenes
from foedus.obligations.unknown_facts import open_duties, unknown_facts
from foedus.register.register import Register

GRAVE = clause(act=[{"gravity": "armed_attack"}])
UNPROVOKED = clause(id="art-2", act=[{"unprovoked": True}])
TWO = treaty("pact", clause(act=[{"gravity": "armed_attack"}, {"unprovoked": True}]))


def bounds(held: Register, document: dict[str, Any], tables: Tables) -> FactBounds | Unknown:
    asked = contingency(held, document)
    return fact_bounds(held, assess(held, asked), asked.events[0], (Assumptions(), tables))


def bound_in(held: Register, asked: Contingency) -> set[tuple[str, str]]:
    """Return who is bound to fight in the last event, and for whom, by the plain engine."""
    event = asked.events[-1]
    return {
        (one.obligor, "targets" if one.beneficiary in event.targets else "attackers")
        for one in assess(held, asked).findings
        if fights(one, event) and one.status == "due"
    }


def in_arms(held: Register) -> Register:
    """Return a register in which every clause is a duty to fight, so that more hangs on facts."""
    return replace(
        held,
        treaties={
            key: replace(one, clauses=tuple(replace(each, obligation="defend") for each in one.clauses))
            for key, one in held.treaties.items()
        },
        known_aliases=None,
    )


def left_out(document: dict[str, Any], *paths: str) -> dict[str, Any]:
    for path in paths:
        document = without(document, *path.split("."))
    return document


def test_a_fact_left_out_is_varied_and_the_bounds_reach_from_none_to_all(no_data: Tables) -> None:
    held = register(treaty("pact", GRAVE))
    found = bounds(held, left_out(facts(), "act.gravity"), no_data)
    assert isinstance(found, FactBounds)
    (worth,) = found.worths
    assert [(one.word, one.stands_for) for one in worth.fact.values] == [
        ("below_armed_attack", ()),
        ("armed_attack", ("major",)),
    ]
    assert found.counts == {"targets": (0, 2), "attackers": (0, 0)}
    assert {(one.state, one.when) for one in found.states} == {("brenn", "some"), ("corin", "some")}


def test_every_combination_is_what_the_plain_engine_says_of_it(no_data: Tables) -> None:
    held = register(TWO, treaty("other", UNPROVOKED, parties=[{"states": ["alba", "elun"]}]))
    document = left_out(facts(), "act.gravity", "act.provoked")
    found = bounds(held, document, no_data)
    assert isinstance(found, FactBounds)
    asked = contingency(held, document)
    worlds = [
        bound_in(held, told(told(asked, "act.gravity", gravity), "act.provoked", provoked))
        for gravity, provoked in product(("below_armed_attack", "armed_attack"), ("true", "false"))
    ]
    assert found.scenarios == len(worlds)
    assert {(one.state, one.side): one.due for one in found.states} == {
        who: sum(who in world for world in worlds) for who in set().union(*worlds)
    }
    assert found.counts["targets"] == (min(map(len, worlds)), max(map(len, worlds)))


def test_what_no_fact_decides_is_due_in_every_scenario(no_data: Tables) -> None:
    held = register(treaty("sure", clause()), treaty("pact", GRAVE, parties=[{"states": ["alba", "elun"]}]))
    found = bounds(held, left_out(facts(), "act.gravity"), no_data)
    assert isinstance(found, FactBounds)
    assert {one.state: one.when for one in found.states} == {"brenn": "all", "corin": "all", "elun": "some"}
    assert found.counts["targets"] == (2, 3)


def test_a_dormant_duty_is_due_in_no_scenario(no_data: Tables) -> None:
    asked = clause(procedure=[{"request": {"for": "assistance"}}], act=[{"gravity": "armed_attack"}])
    held = register(treaty("pact", asked), treaty("other", GRAVE, parties=[{"states": ["alba", "elun"]}]))
    found = bounds(held, left_out(facts(), "act.gravity"), no_data)
    assert isinstance(found, FactBounds)
    assert {one.state: one.when for one in found.states} == {"brenn": "none", "corin": "none", "elun": "some"}


def test_a_point_cannot_be_varied_and_the_duty_stays_open(no_data: Tables) -> None:
    area = {"name": "The South", "shape": {"south_of": 0}}
    held = register(treaty("pact", clause(place=[{"area": "south"}])), areas={"south": area})
    found = bounds(held, left_out(facts(), "place.lat", "place.lon"), no_data)
    assert isinstance(found, FactBounds)
    assert [(one.field, one.reason) for one in found.unvaried] == [
        ("place.lat", "a point may lie anywhere: give coordinates")
    ]
    assert found.counts["targets"] == (0, 2)
    assert {one.when for one in found.states} == {"some"}


def test_where_nothing_is_open_that_is_said(no_data: Tables) -> None:
    assert isinstance(bounds(register(treaty("pact", GRAVE)), facts(), no_data), Unknown)


def test_the_sovereign_may_be_anyone_whom_a_clause_tells_apart_or_nobody(no_data: Tables) -> None:
    held = register(treaty("pact", clause(place=[{"territory_of": "parties"}])))
    found = bounds(held, left_out(facts(), "place.sovereign"), no_data)
    assert isinstance(found, FactBounds)
    (worth,) = found.worths
    assert [(one.word, one.stands_for) for one in worth.fact.values] == [
        ("Alba", ("Brenn", "Corin")),
        ("Dorne", ("nobody",)),
    ]


def test_the_order_in_which_facts_are_varied_does_not_matter(no_data: Tables) -> None:
    held = register(TWO, treaty("other", UNPROVOKED, parties=[{"states": ["alba", "elun"]}]))
    asked = contingency(held, left_out(facts(), "act.gravity", "act.provoked"))
    found, (scene,) = assess(held, asked).findings, scenes(held, asked)
    duties = open_duties(scene, found)
    varied, _ = unknown_facts(duties)
    tables = [fact_table(found, scenarios(scene, duties, order), scene.event) for order in (varied, varied[::-1])]
    assert worths(tables[0], None, {}) == worths(tables[1], None, {})
    assert [one.counts("targets")[0].min() for one in tables] == [0, 0]
    assert [one.counts("targets")[1].max() for one in tables] == [3, 3]


def test_probabilities_are_those_of_drawing_contingencies_many_times_for_the_plain_engine(no_data: Tables) -> None:
    """Within four standard errors of the share of draws; the two facts are drawn by their own priors."""
    held = register(TWO, treaty("other", UNPROVOKED, parties=[{"states": ["alba", "elun"]}]))
    document = left_out(facts(), "act.gravity", "act.provoked")
    priors = priors_given(["act.gravity=below_armed_attack:0.35,armed_attack:0.45,major:0.2", "act.provoked=0.3"])
    asked, random, draws = contingency(held, document), Random(1982), 3000
    exact = fact_bounds(held, assess(held, asked), asked.events[0], (Assumptions(), no_data), priors)
    assert isinstance(exact, FactBounds)
    worlds = {
        drawn: bound_in(held, told(told(asked, "act.gravity", drawn[0]), "act.provoked", drawn[1]))
        for drawn in product(("below_armed_attack", "armed_attack", "major"), ("true", "false"))
    }
    gravities = random.choices(("below_armed_attack", "armed_attack", "major"), (0.35, 0.45, 0.2), k=draws)
    provoked = random.choices(("true", "false"), (0.3, 0.7), k=draws)
    for one in exact.states:
        assert one.chance is not None
        low, high = one.chance
        share = sum((one.state, one.side) in worlds[drawn] for drawn in zip(gravities, provoked, strict=True)) / draws
        assert low == pytest.approx(high)
        assert abs(low - share) <= 4 * (low * (1 - low) / draws) ** 0.5
    assert {one.state: round(one.chance[0], 9) for one in exact.states if one.chance} == {
        "brenn": 0.455,  # 0.65 that it is grave, times 0.7 that it was unprovoked
        "corin": 0.455,
        "elun": 0.7,
    }


WITHOUT_DISPUTE = {
    f"{part}.{name}": [value for value in values if value is not None and value not in (DISPUTED, (DISPUTED,))]
    for part, facts_of in made_up.FACTS.items()
    for name, values in facts_of.items()
    if name not in {"internationally_authorised", "claimants"}
}
"""What each fact may turn out to be. Silence on authority means none, so that it is never unknown."""


def is_open(event: Event, field: str) -> bool:
    part, _, name = field.partition(".")
    return getattr(getattr(event, part), name) is None


def told(asked: Contingency, field: str, value: Any) -> Contingency:
    """Return the contingency with a fact of its last event given."""
    part, _, name = field.partition(".")
    *earlier, event = asked.events
    place_or_act = replace(getattr(event, part), **{name: value})
    return replace(asked, events=(*earlier, replace(event, **{part: place_or_act})))


def counted(held: Register, asked: Contingency, tables: Tables) -> dict[str, tuple[int, int]]:
    """Return the bounds of each side in the last event; where nothing is open, what is due."""
    found = fact_bounds(held, assess(held, asked), asked.events[-1], (Assumptions(), tables))
    if isinstance(found, FactBounds):
        return {side: found.counts[side] for side in SIDES}
    due = bound_in(held, asked)
    return {side: (n := sum(one == side for _, one in due), n) for side in SIDES}


@settings(max_examples=20)
@given(made_up.registers(), made_up.contingencies(), st.integers(0, 2**32))
def test_whatever_the_facts_turn_out_to_be_who_is_bound_lies_within_the_bounds(
    no_data: Tables, held: Register, document: dict[str, Any], seed: int
) -> None:
    held, asked, random = in_arms(held), contingency(held, document), Random(seed)
    ends = counted(held, asked, no_data)
    for field, values in WITHOUT_DISPUTE.items():
        if is_open(asked.events[-1], field):
            asked = told(asked, field, random.choice(values))
    due = bound_in(held, asked)
    for side, (least, most) in ends.items():
        assert least <= sum(one == side for _, one in due) <= most


@settings(max_examples=20)
@given(made_up.registers(), made_up.contingencies(), st.data())
def test_bounds_with_a_fact_known_lie_within_those_with_it_unknown(
    no_data: Tables, held: Register, document: dict[str, Any], data: st.DataObject
) -> None:
    held, asked = in_arms(held), contingency(held, document)
    fields = [field for field in WITHOUT_DISPUTE if is_open(asked.events[-1], field)]
    if fields:
        unknown = counted(held, asked, no_data)
        field = data.draw(st.sampled_from(fields))
        known = counted(held, told(asked, field, data.draw(st.sampled_from(WITHOUT_DISPUTE[field]))), no_data)
        for side, (least, most) in unknown.items():
            assert least <= known[side][0] <= known[side][1] <= most

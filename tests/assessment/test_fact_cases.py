"""Crises with a fact left out: who is bound whatever it is, and which fact tells most."""

from __future__ import annotations

from typing import Any

import pytest
from tests.assessment.conftest import EXAMPLES

from foedus import read_file
from foedus.assessment.fact_bounds import FactBounds
from foedus.assessment.unknown import Unknown

DANZIG: dict[str, Any] = {
    "date": "1939-08-28",
    "attackers": ["Germany"],
    "targets": ["Poland"],
    "place": {"name": "Danzig", "lat": 54.35, "lon": 18.65},
    "act": {"kind": "threat", "indirect": True, "provoked": False},
}


def example(name: str, *left_out: str) -> dict[str, Any]:
    """Return a bundled contingency without some of its facts."""
    document = dict(read_file(EXAMPLES / f"{name}.yaml").value)
    for field in left_out:
        part, _, key = field.partition(".")
        document[part] = {name: value for name, value in document[part].items() if name != key}
    return document


def facts_of(outlook: Any) -> FactBounds:
    assert isinstance(outlook.unknown_facts, FactBounds)
    return outlook.unknown_facts


def test_the_baltic_contingency_of_unknown_gravity_binds_all_or_nobody(ahead: Any) -> None:
    """NATO and the Union owe help against an armed attack, and nothing against less."""
    held = facts_of(ahead(example("baltic-2026", "act.gravity")))
    assert [one.fact.field for one in held.worths] == ["act.gravity"]
    assert (held.scenarios, held.counts["targets"]) == (2, (0, 35))
    assert {one.when for one in held.states if one.side == "targets"} == {"some"}
    (worth,) = held.worths
    assert (worth.width, worth.at_worst, worth.turns) == (35, 0, 35)
    assert held.verdicts == {"not deterred": 1, "depends": 1}
    assert worth.turns_verdict is True


def test_the_most_of_the_bounds_is_what_the_whole_contingency_has(ahead: Any) -> None:
    held, whole = facts_of(ahead(example("baltic-2026", "act.gravity"))), ahead("baltic-2026")
    assert [one.most for one in held.shares] == [
        pytest.approx(lens.times([lens.targets, lens.owing["due"]])) for lens in whole.balance.lenses
    ]
    assert [one.least for one in held.shares] == [
        pytest.approx(lens.times([lens.targets])) for lens in whole.balance.lenses
    ]
    assert not isinstance(held.verdicts, Unknown)
    assert whole.deterrence.verdict in held.verdicts


def test_of_gravity_and_sovereignty_gravity_tells_more(ahead: Any) -> None:
    """Below an armed attack nobody is bound, whoever is sovereign; under Estonia's, gravity is still open."""
    held = facts_of(ahead(example("baltic-2026", "act.gravity", "place.sovereign")))
    assert [one.fact.field for one in held.worths] == ["act.gravity", "place.sovereign"]
    gravity, sovereign = held.worths
    assert gravity.on_average == 35 / 2
    assert sovereign.at_worst == gravity.at_worst == 35
    outlook = ahead(example("baltic-2026", "act.gravity", "place.sovereign"))
    assert [one.field for one in outlook.deciders.facts][:2] == ["act.gravity", "place.sovereign"]


def test_a_union_member_is_bound_only_if_the_place_is_estonias(ahead: Any) -> None:
    held = facts_of(ahead(example("baltic-2026", "place.sovereign")))
    by_state = {one.state: one.due for one in held.states}
    assert by_state["austria"] == 1  # the clause of the Union asks for the territory of the one attacked
    assert by_state["norway"] == by_state["france"] > 1  # NATO's for that of any party in its area


def test_whether_britain_resists_decides_nothing_in_the_falklands(ahead: Any) -> None:
    document = example("falklands-1982")
    assert "resists" not in document
    assert isinstance(ahead(document).unknown_facts, Unknown)


def test_whether_poland_resists_decides_over_danzig(ahead: Any) -> None:
    """Article 2(1) of the agreement of 1939 asks for a threat that Poland holds vital to resist with its forces."""
    held = facts_of(ahead(DANZIG))
    assert [one.fact.field for one in held.worths] == ["resists.Poland"]
    assert {one.state: one.when for one in held.states} == {"united-kingdom": "some"}
    assert held.counts["targets"] == (0, 1)
    for resists, status in ((True, "due"), (False, None)):
        told = ahead({**DANZIG, "resists": {"Poland": resists}})
        assert isinstance(told.unknown_facts, Unknown)
        fighting = [] if isinstance(told.responses, Unknown) else [one for one in told.responses.held if one.fights]
        assert {duty.status for one in fighting for duty in one.duties} == ({status} if status else set())


@pytest.mark.parametrize("field", ["act.gravity", "place.sovereign", "act.provoked", "place.kind"])
def test_a_fact_left_out_widens_the_bounds_around_the_whole_contingency(field: str, ahead: Any) -> None:
    whole, held = ahead("baltic-2026"), ahead(example("baltic-2026", field)).unknown_facts
    bound = {s for one in whole.responses.held if one.fights for duty in one.duties for s in duty.obligors}
    if isinstance(held, FactBounds):
        least, most = held.counts["targets"]
        assert least <= len(bound) <= most
    else:
        assert field in {"act.provoked", "place.kind"}

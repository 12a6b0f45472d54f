"""The answer in short, and a trace as a tree."""

from __future__ import annotations

from importlib.resources import files

from hypothesis import given
from hypothesis import strategies as st

from foedus._base.documents import read_bytes
from foedus.assessment.assess import Assessment, assess
from foedus.domain.finding import TraceLine
from foedus.obligations.answer import Answers
from foedus.obligations.intake import read_contingency
from foedus.register.compiled import load_register
from foedus.report.outlook.short import Short, in_short
from foedus.report.outlook.steps import Check, steps
from foedus.report.outlook.told import Namer


def assessed(name: str) -> Assessment:
    data = (files("foedus") / "examples" / f"{name}.yaml").read_bytes()
    register = load_register()
    return assess(register, read_contingency(read_bytes(data, name), register).contingency)


def short_of(name: str) -> tuple[Short, Short, Short]:
    held = assessed(name)
    event = held.contingency.events[0]
    return in_short(held.findings, event, Namer(load_register(), Answers(load_register(), held.contingency), event.id))


def test_nobody_was_bound_to_fight_for_the_falklands_and_the_page_says_why_nato_was_not() -> None:
    must, may, others = short_of("falklands-1982")
    assert must.held == ()
    assert must.nobody
    assert [one.states for one in may.held] == [("Portugal",)]
    nato = next(one for one in others.held if "North Atlantic Treaty" in one.told)
    assert "article 6" in nato.told
    assert {"United States", "France", "Canada"} <= set(nato.states)


def test_an_attack_on_estonia_binds_every_other_member_of_nato() -> None:
    must, _, others = short_of("baltic-2026")
    nato = next(one for one in must.held if "North Atlantic Treaty" in one.told)
    assert len(nato.states) == 31
    assert all("Russia is the attacker" in one.told for one in others.held)


def lines(depths: list[int]) -> list[TraceLine]:
    return [TraceLine("act", f"test {at}", "met", "", depth=depth) for at, depth in enumerate(depths)]


def told(checks: tuple[Check, ...]) -> list[str]:
    return [name for one in checks for name in (one.name, *told(one.within))]


@given(st.lists(st.integers(0, 4), max_size=30))
def test_a_tree_holds_every_test_once_in_its_order(depths: list[int]) -> None:
    found = [name for step in steps(lines(depths)) for name in told(step.tests)]
    assert found == [f"test {at}" for at in range(len(depths))]


def test_what_is_set_further_in_belongs_to_the_test_before_it() -> None:
    (step,) = steps(lines([0, 1, 2, 1, 0]))
    first, last = step.tests
    assert [one.name for one in first.within] == ["test 1", "test 3"]
    assert [one.name for one in first.within[0].within] == ["test 2"]
    assert last.within == ()

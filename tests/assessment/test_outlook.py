"""An outlook for each event, the same each time, and what theory says of any assumptions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import foedus
from foedus import Register, assess, read_contingency, read_file
from foedus._base.documents import Document
from foedus.assessment.answer import OutlookAnswers
from foedus.assessment.assumptions import Assumptions
from foedus.assessment.deterrence import Deterrence, deterrence
from foedus.assessment.outlook import Outlook, outlooks
from foedus.catalogue.schemas import json_schema
from foedus.obligations.answer import Answers
from foedus.obligations.casebook import read_cases
from foedus.report.outlook.sections import sections
from foedus.report.outlook.told import Namer

CASES = Path(foedus.__file__).parent / "casebook" / "cases.yaml"
DEFINITIONS = {"$defs": json_schema("assessment-answer")["$defs"]}
GIVEN = st.builds(
    Assumptions,
    stake=st.floats(0.01, 10),
    status_quo=st.floats(-2, 2),
    cost=st.floats(0, 5),
    effectiveness=st.floats(0, 1),
)


@pytest.fixture(scope="module")
def baltic(register: Register, no_data: Any) -> Outlook:
    case = {
        "date": "2025-06-01",
        "attackers": ["Russia"],
        "targets": ["Estonia"],
        "place": {"kind": "metropolitan", "sovereign": "Estonia", "lat": 59.4, "lon": 24.7},
        "act": {"kind": "armed_attack", "gravity": "major", "first_use_of_force": "Russia", "provoked": False},
    }
    contingency = read_contingency(Document("case", case), register).contingency
    (outlook,) = outlooks(register, assess(register, contingency), tables=no_data)
    return outlook


def test_each_event_of_a_crisis_has_its_own(register: Register, no_data: Any) -> None:
    crisis = {
        "events": [
            {"date": "1939-09-01", "attackers": ["Germany"], "targets": ["Poland"], "act": {"kind": "armed_attack"}},
            {
                "date": "1939-09-17",
                "attackers": ["Soviet Union"],
                "targets": ["Poland"],
                "act": {"kind": "armed_attack"},
            },
        ]
    }
    contingency = read_contingency(Document("case", crisis), register).contingency
    found = outlooks(register, assess(register, contingency), tables=no_data)
    assert [one.event.attackers for one in found] == [("germany",), ("russia",)]
    assert found[0].responses != found[1].responses


def test_the_same_question_has_the_same_answer(ahead: Any) -> None:
    assert str(ahead("september-1939")) == str(ahead("september-1939"))


@given(GIVEN)
def test_the_more_come_the_less_attack_is_worth_whatever_is_assumed(baltic: Outlook, assumed: Assumptions) -> None:
    held = deterrence(baltic.responses, baltic.balance, assumed)
    assert isinstance(held, Deterrence)
    slack = 1e-9 * (1 + abs(assumed.stake) + assumed.cost)  # sums over sets of allies
    assert held.sure <= held.expected[0] + slack
    assert held.expected[0] <= held.expected[1] + slack
    assert held.expected[1] <= held.alone + slack
    assert (held.verdict == "deterred") is (held.expected[1] <= held.status_quo)


@given(GIVEN)
def test_what_is_needed_is_a_probability_within_its_own_range(baltic: Outlook, assumed: Assumptions) -> None:
    held = deterrence(baltic.responses, baltic.balance, assumed)
    assert isinstance(held, Deterrence)
    needed = held.needed
    known = [one for one in (needed.low, needed.at, needed.high) if one is not None]
    assert known == sorted(known)
    assert all(0 <= one <= 1 for one in known)
    assert needed.at is None or needed.low is not None


def test_every_case_of_the_casebook_is_told_in_bands_and_in_the_documented_shape(
    register: Register, no_data: Any
) -> None:
    """Attackers that are no states, wars of many sides, sequences of events, days before the cases: nothing breaks."""
    shape = Draft202012Validator(json_schema("assessment-answer")["$defs"]["OutlookShape"] | DEFINITIONS)
    reasons: set[str] = set()
    cases = list(read_cases(read_file(CASES), register))
    assert len(cases) > 50
    for _, contingency in cases:
        answers = Answers(register, contingency)
        for outlook in outlooks(register, assess(register, contingency), tables=no_data):
            told = OutlookAnswers(register, answers).outlook(outlook)
            shape.validate(told)
            reasons |= {one["reason"] for one in told["not_known"]}
            lines = sections(outlook, Namer(register, answers, outlook.event.id))
            assert [one.part for one in lines] == [
                "responses",
                "balance",
                "deterrence",
                "decisions",
                "unknown_facts",
                "deciders",
            ]
            assert all(line.text for one in lines for line in one.lines)
    assert all(reasons)

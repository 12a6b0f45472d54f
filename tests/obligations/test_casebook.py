"""Every line of every bundled case, one test a line; and the scoring rule itself."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.obligations.builders import facts, register

import foedus
from foedus._base.documents import Document, read_file
from foedus._base.errors import BadInput
from foedus.domain.finding import Finding
from foedus.obligations.casebook import (
    CaseResult,
    Line,
    judge_expected,
    judge_not_obliged,
    read_disagreements,
    run_casebook,
)
from foedus.register.compiled import load_register

CASES = Path(foedus.__file__).parent / "casebook" / "cases.yaml"


@cache
def results() -> dict[str, CaseResult]:
    argued = read_disagreements(read_file(CASES.with_name("disagreements.yaml")))
    return {result.id: result for result in run_casebook(read_file(CASES), load_register(), (), argued)}


def case_ids() -> list[str]:
    return [case["id"] for case in read_file(CASES).value["cases"]]


@pytest.mark.parametrize("case_id", case_ids())
def test_case(case_id: str) -> None:
    result = results()[case_id]
    told = [
        f"{miss.line.name}, {miss.line.treaty or 'any treaty'}: expected {miss.line.obligation or 'no duty'}, "
        f"found {[(f.obligation, f.status) for f in miss.found]}"
        for miss in result.unargued
    ]
    assert not told, "\n".join(told)
    assert result.verdicts


def test_an_argued_line_is_one_on_which_engine_and_case_part() -> None:
    for result in results().values():
        assert not [verdict.line for verdict in result.verdicts if verdict.argued and verdict.agrees]


def test_only_labels_of_groups_and_states_that_were_not_there_go_unscored() -> None:
    unscored = {name for result in results().values() for name in result.unscored}
    assert unscored <= {"Members of the League Council", "Other UN members", "Syria"}


def test_at_least_ninety_seven_of_a_hundred_expected_and_ninety_nine_not_obliged_lines_agree() -> None:
    verdicts = [verdict for result in results().values() for verdict in result.verdicts]
    expected = [verdict.agrees for verdict in verdicts if verdict.line.obligation]
    free = [verdict.agrees for verdict in verdicts if not verdict.line.obligation]
    assert sum(expected) / len(expected) >= 0.97
    assert sum(free) / len(free) >= 0.99


def found(obligation: str, status: str, treaty: str = "pact") -> Finding:
    made: Any = object.__new__(Finding)
    for name, value in {"obligor": "alba", "treaty": treaty, "obligation": obligation, "status": status}.items():
        object.__setattr__(made, name, value)
    return made  # type: ignore[no-any-return]


def line(obligation: str = "defend", **fields: Any) -> Line:
    return Line("case", "alba", "Alba", fields.pop("treaty", "pact"), obligation, **fields)


@pytest.mark.parametrize(
    ("expected", "findings", "agrees"),
    [
        (line(), [found("defend", "due")], True),
        (line(), [found("defend", "conditional")], False),
        (line(is_conditional=True), [found("defend", "conditional")], True),
        (line(), [found("defend", "contested")], False),
        (line(also=("consult",)), [found("defend", "contested")], True),
        (line(also=("consult",)), [found("consult", "due")], True),
        (line(is_contested=True), [found("defend", "contested")], True),
        (line(), [found("consult", "due")], False),
        (line(also=("none",)), [found("defend", "undetermined")], True),
        (line(also=("none",)), [found("neutrality", "due")], False),
        (line(), [found("defend", "due", "other")], False),
        (line("nonaggression_breached"), [found("nonaggression", "due")], True),
        (line(), [], False),
    ],
)
def test_the_rule_for_expected_lines(expected: Line, findings: list[Finding], agrees: bool) -> None:
    assert judge_expected(expected, findings).agrees is agrees


@pytest.mark.parametrize(
    ("expected", "findings", "agrees"),
    [
        (line(""), [found("defend", "due")], False),
        (line(""), [found("offense", "undetermined")], False),
        (line(""), [found("defend", "conditional")], True),
        (line(""), [found("consult", "due")], True),
        (line(""), [found("defend", "contested")], False),
        (line("", is_contested=True), [found("defend", "contested")], True),
        (line("", treaty=""), [found("defend", "due", "listed")], True),
        (line("", treaty=""), [found("defend", "due", "unlisted")], False),
    ],
)
def test_the_rule_for_states_not_obliged(expected: Line, findings: list[Finding], agrees: bool) -> None:
    assert judge_not_obliged(expected, findings, {"listed"}).agrees is agrees


def test_a_group_label_is_not_scored_but_told() -> None:
    case = {**facts(), "id": "one", "expected": [{"state": "Other members", "treaty": "pact", "obligation": "consult"}]}
    (result,) = run_casebook(Document("made up", {"cases": [case]}), register())
    assert (result.verdicts, result.unscored) == ((), ("Other members",))


def test_a_case_that_does_not_exist_is_refused_with_the_list_of_those_that_do() -> None:
    with pytest.raises(BadInput, match="1879-chile-bolivia"):
        list(run_casebook(read_file(CASES), load_register(), ["no-such-case"]))

"""Unknown facts in words, and two duties of one state that do not contradict each other."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import foedus as package
from foedus import Register, assess, read_contingency, read_file
from foedus._base.documents import Document
from foedus.assessment.outlook import outlooks
from foedus.assessment.prior import priors_given
from foedus.measures.capability.reading import Tables
from foedus.obligations.answer import Answers
from foedus.report.outlook.sections import sections
from foedus.report.outlook.told import Namer
from foedus.sources.store import Store

EXAMPLES = Path(package.__file__).parent / "examples"
BALTIC: dict[str, Any] = {
    "date": "2026-01-15",
    "attackers": ["Russia"],
    "targets": ["Estonia"],
    "place": {"lat": 59.38, "lon": 28.19, "kind": "metropolitan", "sovereign": "Estonia"},
    "act": {"kind": "armed_attack", "first_use_of_force": "Russia", "provoked": False},
}


@pytest.fixture
def told(register: Register, tmp_path: Path) -> Any:
    """Return what is told of a contingency, section by section."""

    def tell(case: Any, *priors: str) -> dict[str, str]:
        document = read_file(EXAMPLES / f"{case}.yaml") if isinstance(case, str) else Document("case", case)
        contingency = read_contingency(document, register).contingency
        found = outlooks(
            register, assess(register, contingency), tables=Tables(Store(tmp_path)), priors=priors_given(priors)
        )
        namer = Namer(register, Answers(register, contingency), found[0].event.id)
        return {one.part: "\n".join(line.text for line in one.lines) for one in sections(found[0], namer)}

    return tell


def test_values_bounds_and_verdict_are_told(told: Any) -> None:
    text = told(BALTIC)["unknown_facts"]
    assert "act.gravity: below armed attack | armed attack or major" in text
    assert "bound to fight for Estonia: 0 to 35 states; in every scenario: nobody; in some: 35 states" in text
    assert "in how many something is so is no probability" in text
    assert "of 2 scenarios" in text
    assert "with probability" not in text


def test_what_knowing_a_fact_is_worth_stands_where_it_decides(told: Any) -> None:
    first = told(BALTIC)["deciders"].splitlines()[0]
    assert first.startswith("1. the fact act.gravity, on which a duty to fight hangs (North Atlantic Treaty; ")
    assert "the number bound still varies by 0 on average and 0 at worst (now 35); it can change the verdict" in first


def test_a_date_that_is_not_known_is_no_fact_to_be_given(told: Any) -> None:
    first = told({**BALTIC, "act": {**BALTIC["act"], "gravity": "major"}})["deciders"].splitlines()[0]
    assert first.startswith("1. a date that the register does not establish, on which a duty hangs (")


def test_a_probability_stands_beside_its_prior(told: Any) -> None:
    text = told(BALTIC, "act.gravity=below_armed_attack:0.4,armed_attack:0.6")["unknown_facts"]
    assert (
        "by your prior (act.gravity: below armed attack 0.4, armed attack 0.6; facts independent), a duty to fight is "
        "due with probability\n0.60: 35 states" in text
    )


def test_where_no_fact_can_be_varied_what_is_open_is_not_settled(told: Any) -> None:
    place = {"kind": "forces_at_sea", "object": "vessel", "region": "north_atlantic", "sovereign": None}
    text = told({**BALTIC, "place": place, "act": {**BALTIC["act"], "gravity": "major"}})["unknown_facts"]
    assert "place.lat stays unknown: a point may lie anywhere: give coordinates" in text
    assert "scenario" not in text
    assert "not settled: " in text


def test_where_nothing_hangs_on_a_fact_that_is_said(told: Any) -> None:
    assert told("falklands-1982")["unknown_facts"] == "no duty to fight hangs on a fact that is left out"


def test_a_duty_to_stay_out_yields_to_one_to_fight(told: Any) -> None:
    """Portugal 1982: one clause promises help when asked, another no help to the enemies of the other."""
    text = told("falklands-1982")["responses"]
    assert (
        "Portugal to defend (conditional, waits for a request for assistance by United Kingdom); by another clause "
        "Portugal not to help the other side (due), which yields once the duty to defend is due" in text
    )
    assert "stay out" not in text


def test_where_both_are_due_they_stand_beside_each_other(told: Any) -> None:
    document = dict(read_file(EXAMPLES / "falklands-1982.yaml").value)
    call = {"by": "United Kingdom", "to": ["Portugal"], "date": "1982-04-02", "for": "assistance"}
    text = told({**document, "requests": [call]})["responses"]
    assert "Portugal to defend (due); by another clause Portugal not to help the other side (due), beside that" in text

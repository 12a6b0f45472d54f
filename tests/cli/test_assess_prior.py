"""Unknown facts and priors on the command line: probabilities only where a prior was given, faults told."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from foedus.catalogue.schemas import json_schema

BALTIC = ("--attacker", "Russia", "--target", "Estonia", "--on", "2026-01-15", "--at", "capital:Estonia")
UNGRAVE = ("--act", "armed_attack", "--fact", "act.provoked=false", "--fact", "act.first_use_of_force=Russia")
GRAVITY = ("--prior", "act.gravity=below_armed_attack:0.4,armed_attack:0.6")


@pytest.fixture(autouse=True)
def empty_store(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask without any data of the user's own."""
    monkeypatch.setenv("FOEDUS_HOME", str(tmp_path / "home"))


def answered(foedus: Any, *more: str) -> Any:
    said = foedus("assess", *BALTIC, *UNGRAVE, *more, "--json")
    assert (said.status, said.err) == (0, "")
    answer = json.loads(said.out)
    Draft202012Validator(json_schema("assessment-answer")).validate(answer)
    return answer["outlook"][0]["unknown_facts"]


def test_bounds_are_in_the_json_without_any_probability(foedus: Any) -> None:
    held = answered(foedus)
    assert held["bound_to_fight"]["targets"] == {"least": 0, "most": 35}
    assert [one["field"] for one in held["facts"]] == ["act.gravity"]
    assert {one["weight_by_priors"] for one in held["states"]} == {None}
    assert held["priors"] == []


def test_with_a_prior_its_consequence_stands_beside_it(foedus: Any) -> None:
    held = answered(foedus, *GRAVITY)
    assert held["priors"] == [{"field": "act.gravity", "weights": {"below_armed_attack": 0.4, "armed_attack": 0.6}}]
    assert [one["weight_by_priors"] for one in held["states"]] == [{"low": 0.6, "high": 0.6}] * 35


def test_on_screen_a_probability_needs_a_prior(foedus: Any) -> None:
    without, given = (
        " ".join(foedus("assess", *BALTIC, *UNGRAVE, *more, "--brief").out.split()) for more in ((), GRAVITY)
    )
    assert not re.search(r"is due with probability", without)
    assert "a duty to fight is due with probability 0.60: 35 states" in given


def test_the_page_tells_it_too(foedus: Any, tmp_path: Any) -> None:
    assert foedus("assess", *BALTIC, *UNGRAVE, *GRAVITY, "--html", "page.html").status == 0
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "Unknown facts: what is so whatever they are" in page
    assert "bound to fight for Estonia: 0 to 35 states" in page


@pytest.mark.parametrize(
    ("prior", "told"),
    [
        ("act.gravity=0.5", "no value of act.gravity"),
        ("act.provoked=0.5", "act.provoked is given, cannot be varied, or decides no duty to fight"),
        ("act.gravity=major:2", "no prior"),
    ],
)
def test_a_prior_that_cannot_be_is_bad_input(prior: str, told: str, foedus: Any) -> None:
    said = foedus("assess", *BALTIC, *UNGRAVE, "--prior", prior)
    assert (said.status, said.out) == (2, "")
    assert told in said.err

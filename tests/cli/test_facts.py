"""Any fact of a contingency can be given by a flag, and reads as it would in a file."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from foedus import load_register, read_contingency

Command = Callable[..., Any]

SENKAKU = ["--attacker", "China", "--target", "Japan", "--on", "2025-06-01", "--at", "25.74,123.48"]


def test_a_fact_settles_what_the_answer_asked_for(foedus: Command) -> None:
    told = ["--act", "armed_attack", "--gravity", "armed_attack", "--fact", "place.administered_by=Japan"]
    answer = json.loads(foedus("obligations", *SENKAKU, *told, "--json").out)
    (found,) = [
        f
        for f in answer["findings"]
        if f["treaty"]["id"] == "us-japan-1960" and f["article"] == "V" and f["beneficiary"]["name"] == "Japan"
    ]
    assert found["status"] == "due"


def test_values_read_as_in_a_file(foedus: Command) -> None:
    told = ["--fact", "act.provoked=false", "--fact", "act.means=[invasion, bombardment]", "--fact", "place.sovereign="]
    contingency = json.loads(foedus("obligations", *SENKAKU, *told, "--json").out)["contingency"]
    assert contingency["act"] == {"provoked": "false", "means": ["invasion", "bombardment"]}
    assert contingency["place"]["sovereign"] is None


@pytest.mark.parametrize("fact", ["Japan", "place=Japan", "date.x=1", "place.=1", "place.colour=red", "act.kind=war"])
def test_a_fact_that_cannot_be_is_refused(fact: str, foedus: Command) -> None:
    said = foedus("assess", *SENKAKU, "--fact", fact)
    assert said.status == 2
    assert "Traceback" not in said.err


def test_python_takes_plain_data() -> None:
    register = load_register()
    data = {"date": "1982-04-02", "attackers": ["Argentina"], "targets": ["United Kingdom"]}
    assert read_contingency(data, register).contingency.events[0].attackers == ("argentina",)


def test_a_register_shows_itself_in_a_line() -> None:
    assert len(repr(load_register())) < 120

"""May they? Section 11 of the semantics."""

from __future__ import annotations

from typing import Any

import pytest
from tests.obligations.builders import contingency, facts, register

from foedus.obligations.permission import permissions
from foedus.obligations.resolve import resolve, scenes

CALL = {"by": "Alba", "to": ["Brenn"], "date": "1910-06-01", "for": "assistance"}


def may(document: dict[str, Any], state: str = "brenn") -> str:
    """Return whether a state may use force for Alba."""
    held = register()
    asked = contingency(held, document)
    (scene,) = scenes(held, asked)
    found = {one.state: one.status for one in permissions(scene, resolve(held, asked))}
    return found.get(state, "not asked")


def at(day: str, **fields: Any) -> dict[str, Any]:
    return {**facts(**fields), "date": day}


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("1920-01-09", "unregulated"),
        ("1920-01-10", "permitted"),
        ("1945-10-23", "permitted"),
        ("1945-10-24", "conditional"),
    ],
)
def test_the_law_on_force_changes_in_1920_and_1945(day: str, expected: str) -> None:
    """§11.1, §11.2, §11.3."""
    assert may(at(day)) == expected


def test_a_duty_that_is_not_live_asks_for_no_permission() -> None:
    """§11.1."""
    assert may(at("1950-06-01", attackers=["Brenn"])) == "not asked"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"requests": [{**CALL, "date": "1950-06-01"}]}, "permitted"),
        ({"act": {"internationally_authorised": True}}, "conditional"),
        (
            {"findings": [{"by": "UN Council", "treaty": "pact", "what": "authorisation", "date": "1950-06-01"}]},
            "permitted",
        ),
        ({"act": {"kind": "threat"}}, "not_permitted"),
        ({"act": {"gravity": "below_armed_attack"}}, "not_permitted"),
        ({"act": {"provoked": True}}, "not_permitted"),
        ({"act": {"kind": "internal"}}, "conditional"),
        ({"act": {"gravity": None}}, "undetermined"),
    ],
)
def test_under_the_charter(change: dict[str, Any], expected: str) -> None:
    """§11.3."""
    assert may(at("1950-06-01", **change)) == expected


@pytest.mark.parametrize("kind", ["non_state_attack", "cyber"])
def test_whether_others_than_states_and_other_means_make_an_armed_attack_is_disputed(kind: str) -> None:
    """§11.4."""
    asked = at("2010-06-01", act={"kind": kind}, requests=[{**CALL, "date": "2010-06-01"}])
    assert may(asked) == "contested"


def test_before_the_pact_of_paris_and_after_it_a_provoked_attack_gives_no_title() -> None:
    """§11.2."""
    assert may(at("1925-01-01", act={"provoked": True})) == "not_permitted"
    assert may(at("1935-01-01", act={"provoked": "disputed"})) == "contested"

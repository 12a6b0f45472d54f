"""What somebody must assume: named, limited, and refused in one go where it cannot be."""

from __future__ import annotations

from dataclasses import asdict

import pytest

from foedus import BadInput
from foedus.assessment.assumptions import NAMES, RANGES, Assumptions, assumed


def test_nothing_given_is_what_the_project_assumes() -> None:
    assert assumed([]) == Assumptions()


def test_what_is_given_takes_the_place_of_the_projects_own() -> None:
    held = assumed(["status_quo=0.6", "days=3"])
    changed = {name for name, value in asdict(held).items() if value != getattr(Assumptions(), name)}
    assert (changed, held.status_quo, held.days) == ({"status_quo", "days"}, 0.6, 3.0)


@pytest.mark.parametrize(
    "text", ["cost=-1", "effectiveness=1.2", "together=1", "tested_share=0", "days=0", "stake=nan", "cost=much", "cost"]
)
def test_what_cannot_be_assumed_is_refused_with_what_can(text: str) -> None:
    with pytest.raises(BadInput) as refused:
        assumed([text])
    fault = refused.value.faults[0]
    assert text in fault.what
    assert " to " in fault.allowed


def test_every_fault_is_told_at_once() -> None:
    with pytest.raises(BadInput) as refused:
        assumed(["cost=-1", "luck=7", "days=2"])
    assert [fault.allowed.split("=")[0] for fault in refused.value.faults] == ["cost", ", ".join(NAMES)]


@pytest.mark.parametrize("name", RANGES)
def test_the_projects_own_lie_within_the_range_that_is_tried(name: str) -> None:
    low, high = RANGES[name]
    assert low <= getattr(Assumptions(), name) <= high
    assert assumed([f"{name}={low}", f"{name}={high}"]) is not None

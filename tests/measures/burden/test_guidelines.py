"""Guidelines: what was promised by when."""

from __future__ import annotations

import math

import numpy as np
import pytest

from foedus import Register
from foedus._base.dates import Day
from foedus.measures.burden.guidelines import GUIDELINES, guidelines_on


@pytest.mark.parametrize(
    ("day", "ids"),
    [
        ("2014-09-04", []),
        ("2014-09-05", ["wales-2", "wales-20"]),
        ("2025-06-24", ["wales-2", "wales-20"]),
        ("2025-06-25", ["wales-2", "wales-20", "hague-3.5", "hague-1.5"]),
    ],
)
def test_a_guideline_holds_from_the_day_it_was_agreed(day: str, ids: list[str]) -> None:
    assert [one.id for one in guidelines_on("nato", Day.parse(day))] == ids


def test_no_other_alliance_is_held_to_them() -> None:
    assert guidelines_on("csto", Day.parse("2025-12-31")) == ()


def test_the_pledge_of_the_hague_comes_to_five_per_cent_by_2035() -> None:
    hague = [one for one in GUIDELINES if one.id.startswith("hague")]
    assert sum(one.per_cent for one in hague) == 5
    assert {one.due.year for one in hague} == {2035}


def test_a_gap_is_what_is_lacking() -> None:
    gap = GUIDELINES[0].gap(np.array([1.5, 2.0, 3.0, math.nan]))
    assert gap[:3].tolist() == [0.5, 0, -1]
    assert math.isnan(gap[3])


def test_every_guideline_is_of_a_treaty_and_falls_due_after_it_was_agreed(register: Register) -> None:
    for one in GUIDELINES:
        assert register.treaty(one.treaty).id == one.treaty
        assert one.agreed < one.due
        assert "paragraph" in one.source

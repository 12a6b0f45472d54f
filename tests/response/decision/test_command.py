"""Relations and levels of command."""

from __future__ import annotations

import pytest

from foedus import BadInput
from foedus.response.decision.command import levels, relations


@pytest.mark.parametrize(
    ("subordinates", "count"), [(1, 1), (2, 6), (3, 18), (4, 44), (5, 100), (6, 222), (8, 1080), (12, 24_708)]
)
def test_relations_are_those_of_graicunas(subordinates: int, count: int) -> None:
    assert relations(subordinates) == count


@pytest.mark.parametrize(("units", "span", "height"), [(1, 5, 0), (5, 5, 1), (6, 5, 2), (1000, 10, 3), (1001, 10, 4)])
def test_levels_are_the_logarithm_rounded_up(units: int, span: int, height: int) -> None:
    assert levels(units, span) == height


def test_no_span_leads_nobody() -> None:
    with pytest.raises(BadInput):
        levels(10, 1)
    with pytest.raises(BadInput):
        relations(-1)

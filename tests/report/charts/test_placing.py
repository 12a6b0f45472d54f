"""Labels keep apart, and as near to where they belong as that allows."""

from __future__ import annotations

from itertools import combinations, pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from foedus.report.charts.lettering import width_of
from foedus.report.charts.placing import Label, Spot, labels, spread

WANTED = st.lists(st.floats(0, 300), min_size=1, max_size=12)


@given(WANTED)
def test_positions_keep_apart_in_their_order(wanted: list[float]) -> None:
    placed = spread(wanted, 12, 0, 300)
    order = sorted(range(len(wanted)), key=lambda at: wanted[at])
    assert all(placed[later] - placed[one] >= 12 - 1e-9 for one, later in pairwise(order))
    assert min(placed) >= -1e-9
    assert max(placed) <= 300 + 1e-9


@given(st.lists(st.floats(100, 200), min_size=1, max_size=8), st.integers(0, 10**6))
def test_no_other_positions_are_nearer(wanted: list[float], seed: int) -> None:
    """Brute chance: any other feasible positions have a sum of squared shifts at least as large."""
    placed = spread(wanted, 10, -1e6, 1e6)
    cost = sum((a - b) ** 2 for a, b in zip(placed, wanted, strict=True))
    order = sorted(range(len(wanted)), key=lambda at: wanted[at])
    chance = np.random.default_rng(seed)
    for _ in range(50):
        other = np.empty(len(wanted))
        steps = 10 + chance.exponential(3, len(wanted))
        start = np.mean(wanted) - 5 * len(wanted) + chance.normal(0, 10)
        other[order] = start + np.cumsum(steps) - steps[0]
        assert ((other - wanted) ** 2).sum() >= cost - 1e-6


def box(label: Label, size: float) -> tuple[float, float, float, float]:
    wide = width_of(label.text, size)
    left = {"left": label.x, "right": label.x - wide, "center": label.x - wide / 2}[label.align]
    return left, label.y - size / 2, left + wide, label.y + size / 2


@given(st.lists(st.tuples(st.floats(0, 400), st.floats(0, 300)), min_size=1, max_size=30))
def test_no_label_lies_on_another_or_on_a_mark_or_leaves_the_picture(places: list[tuple[float, float]]) -> None:
    spots = [Spot(x, y, f"Place {at}") for at, (x, y) in enumerate(places)]
    boxes = [box(one, 10) for one in labels(spots, 10, (400, 300))]
    discs = [(one.x - 3, one.y - 3, one.x + 3, one.y + 3) for one in spots]
    for one, other in [*combinations(boxes, 2), *((a, b) for a in boxes for b in discs)]:
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
    assert all(left >= 0 and top >= 0 and right <= 400 and bottom <= 300 for left, top, right, bottom in boxes)


def test_a_heavy_mark_among_others_is_named_from_farther_off() -> None:
    crowd = [Spot(100 + 9 * across, 100 + 9 * down, "") for across in range(-2, 3) for down in range(-2, 3)]
    spots = [*crowd, Spot(100, 100, "Here", weight=5)]
    assert labels(spots, 10, (200, 200)) == []
    (named,) = labels(spots, 10, (200, 200), far=True)
    assert named.is_far


def test_the_heaviest_is_named_where_there_is_room_for_one() -> None:
    spots = [Spot(50, 50, "A name that is long", weight=1), Spot(51, 50, "Another long name", weight=2)]
    named = {one.spot for one in labels(spots, 12, (160, 70))}
    assert 1 in named

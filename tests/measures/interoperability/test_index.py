"""The index: closed forms, and what must hold of it whatever the parts are."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from foedus import FoedusError
from foedus.measures.interoperability.index import HALVES, PARTS, WEIGHTS, Part, Settings, decayed, index, saturated

COUNT = st.floats(0, 1e6)
VALUE = st.one_of(st.none(), st.floats(0, 1))
VALUES = st.fixed_dictionaries(dict.fromkeys(PARTS, VALUE))
WEIGHT = st.floats(0.01, 100)
WEIGHTED = st.fixed_dictionaries(dict.fromkeys(PARTS, WEIGHT))


def of(values: dict[Part, float | None], weights: dict[Part, float]) -> tuple[float, float]:
    """Return the index of one pair and the share of the weight that is known."""
    value, known = index({name: [np.nan if one is None else one] for name, one in values.items()}, weights)
    return float(value[0]), float(known[0])


@pytest.mark.parametrize("half", [0.5, 1.0, 10.0])
def test_a_count_is_none_half_and_three_quarters_where_it_should(half: float) -> None:
    np.testing.assert_allclose(saturated([0, half, 3 * half], half), [0, 0.5, 0.75])


@given(COUNT, COUNT, st.floats(0.01, 100))
def test_more_never_counts_for_less_and_never_reaches_one(one: float, more: float, half: float) -> None:
    low, high = saturated([one, one + more], half)
    assert 0 <= low <= high <= 1


@pytest.mark.parametrize(("years", "left"), [(-3, 1), (0, 1), (5, 0.5), (10, 0.25), (2.5, 2**-0.5)])
def test_half_is_left_after_each_half_life(years: float, left: float) -> None:
    assert decayed(years, 5.0) == pytest.approx(left)


@given(st.floats(0, 100), st.floats(0, 100), st.floats(0.1, 50))
def test_what_is_longer_past_counts_for_no_more(years: float, more: float, half_life: float) -> None:
    assert 0 <= decayed(years + more, half_life) <= decayed(years, half_life) <= 1


def test_the_index_of_known_parts_is_their_weighted_mean() -> None:
    weights = {**WEIGHTS, "exercises": 2.0}
    value, known = of({"treaties": 0.5, "exercises": 0.8, "language": None}, weights)
    assert value == pytest.approx((0.5 + 2 * 0.8) / 3)
    assert known == pytest.approx(3 / 9)


@given(VALUES, WEIGHTED)
def test_the_index_lies_between_its_least_and_its_greatest_part(
    values: dict[Part, float | None], weights: dict[Part, float]
) -> None:
    value, known = of(values, weights)
    held = [one for one in values.values() if one is not None]
    assert 0 <= known <= 1 + 1e-12
    if held:
        assert min(held) - 1e-9 <= value <= max(held) + 1e-9
    else:
        assert np.isnan(value)
        assert known == 0


@given(VALUES, WEIGHTED, st.floats(0.01, 100))
def test_only_the_proportions_of_the_weights_matter(
    values: dict[Part, float | None], weights: dict[Part, float], factor: float
) -> None:
    scaled = {name: weight * factor for name, weight in weights.items()}
    np.testing.assert_allclose(of(values, weights), of(values, scaled), rtol=1e-9)


@given(VALUES, WEIGHTED, st.sampled_from(sorted(HALVES)), COUNT, COUNT)
def test_sharing_more_of_a_known_part_never_lowers_the_index(
    values: dict[Part, float | None], weights: dict[Part, float], part: Part, count: float, more: float
) -> None:
    low, high = saturated([count, count + more], HALVES[part])
    before, after = (of({**values, part: float(end)}, weights) for end in (low, high))
    assert after[0] >= before[0] - 1e-12
    assert after[1] == before[1]


@given(VALUES, WEIGHTED, st.sampled_from(PARTS))
def test_a_part_that_is_not_known_is_as_if_it_were_not_there(
    values: dict[Part, float | None], weights: dict[Part, float], part: Part
) -> None:
    assume(any(value is not None for name, value in values.items() if name != part))
    missing = of({**values, part: None}, weights)
    left_out = of({name: value for name, value in values.items() if name != part}, weights)
    np.testing.assert_allclose(missing, left_out, rtol=1e-9)


@given(st.permutations(range(6)))
def test_the_order_of_pairs_does_not_matter(order: list[int]) -> None:
    parts = {name: np.linspace(0.1 * at, 0.5, 6) for at, name in enumerate(PARTS[:3])}
    value, known = index(parts)
    turned, again = index({name: column[order] for name, column in parts.items()})
    np.testing.assert_array_equal(turned, value[order])
    np.testing.assert_array_equal(again, known[order])


@pytest.mark.parametrize(
    "settings",
    [
        {"half_life": 0.0},
        {"half_life": -1.0},
        {"half_life": float("nan")},
        {"weights": {**WEIGHTS, "treaties": -1.0}},
        {"weights": dict.fromkeys(PARTS, 0.0)},
        {"weights": {**WEIGHTS, "treaties": float("inf")}},
    ],
    ids=str,
)
def test_settings_that_make_no_sense_are_refused(settings: dict[str, object]) -> None:
    with pytest.raises(FoedusError):
        Settings(**settings)  # type: ignore[arg-type]

"""The index against the published one, state by state and year by year."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from foedus.measures.capability.cinc import COMPONENTS, cinc, shares_of_year

TOLERANCE = 1e-6  # the publisher gives seven decimals, some of them cut off and not rounded
ROWS = {"7.0": 17_121, "5.0": 15_171}
WORST = {"7.0": 2.4e-8, "5.0": 6.4e-8}
GOLDEN = {  # from both versions where both have them; 2012 is of version 7.0
    (2, 1945): 0.383864,
    (2, 2012): 0.139219,
    (710, 2012): 0.220364,
    (255, 1913): 0.143318,
    (200, 1870): 0.241634,
    (365, 1936): 0.148171,
}
REVISED = {(2, 2012), (710, 2012)}  # version 5.0 has other figures for 2012

resources = arrays(
    np.float64, st.tuples(st.integers(1, 12), st.just(6)), elements=st.one_of(st.just(np.nan), st.floats(0, 1e9))
)


def ours(table: pl.DataFrame) -> np.ndarray:
    components = table.select(pl.col(COMPONENTS).cast(pl.Float64).fill_null(float("nan"))).to_numpy()
    return cinc(components, table["year"].to_numpy())


@pytest.mark.data
def test_every_state_year_of_the_publisher_is_met(nmc: tuple[str, pl.DataFrame]) -> None:
    version, table = nmc
    apart = np.abs(ours(table) - table["cinc"].to_numpy())
    assert len(apart) == ROWS[version]
    assert apart.max() < TOLERANCE
    assert apart.max() == pytest.approx(WORST[version], abs=0.05e-8)


@pytest.mark.data
def test_states_that_everybody_quotes(nmc: tuple[str, pl.DataFrame]) -> None:
    version, table = nmc
    of = table.select(pl.struct("ccode", "year")).to_series().to_list()
    found = dict(zip(((row["ccode"], row["year"]) for row in of), ours(table).tolist(), strict=True))
    expected = {key: value for key, value in GOLDEN.items() if version == "7.0" or key not in REVISED}
    assert {key: found[key] for key in expected} == pytest.approx(expected, abs=TOLERANCE)


def test_by_hand() -> None:
    """Two states: three quarters and one quarter of one resource, all of another where the second's is not known."""
    components = np.array([[3.0, 5.0], [1.0, np.nan]])
    years = np.array([1900, 1900])
    assert shares_of_year(components, years).tolist()[0] == [0.75, 1.0]
    assert cinc(components, years).tolist() == [0.875, 0.25]


@given(resources)
def test_it_is_a_share(components: np.ndarray) -> None:
    found = cinc(components, np.zeros(len(components), int))
    known = np.isfinite(found)
    assert np.all((found[known] >= 0) & (found[known] <= 1 + 1e-12))
    assert np.all(np.isnan(found) | np.isfinite(components).any(axis=1))


@given(arrays(np.float64, st.tuples(st.integers(1, 12), st.just(6)), elements=st.floats(1, 1e9)))
def test_where_all_is_known_the_world_adds_up_to_one(components: np.ndarray) -> None:
    assert cinc(components, np.zeros(len(components), int)).sum() == pytest.approx(1)


@given(resources, st.integers(0, 2**32 - 1))
def test_relabelling_and_units_change_nothing(components: np.ndarray, seed: int) -> None:
    """Another order of states, and another unit for a resource, leave each state's index as it was."""
    random = np.random.default_rng(seed)
    order = random.permutation(len(components))
    years = random.integers(1900, 1903, len(components))
    turned = cinc(components[order] * random.uniform(0.5, 2000, 6), years[order])
    np.testing.assert_allclose(turned, cinc(components, years)[order], rtol=1e-9, atol=1e-15)


@given(arrays(np.float64, st.tuples(st.integers(2, 8), st.just(6)), elements=st.floats(1, 1e6)), st.floats(1.01, 10))
def test_who_gains_while_others_stand_still_does_not_fall(components: np.ndarray, factor: float) -> None:
    grown = components.copy()
    grown[0] *= factor
    years = np.zeros(len(components), int)
    assert cinc(grown, years)[0] >= cinc(components, years)[0] - 1e-12

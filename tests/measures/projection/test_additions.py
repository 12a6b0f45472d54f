"""Distances and discounted capability as columns of panels."""

from __future__ import annotations

from dataclasses import replace
from math import e, log10

import polars as pl
import pytest

from foedus import Register
from foedus._base.dates import Day
from foedus.catalogue.additions import create
from foedus.measures.projection.geodesic import KM_A_MILE, great_circle
from foedus.panel.panel import Panel
from foedus.sources.store import Store


def stocked(panel: Panel, store: Store) -> Panel:
    return replace(panel, store=store)


def test_the_distance_is_that_between_the_registers_capitals(register: Register) -> None:
    frame = create("dyad-years", first=1950, last=1950).add("register-distance").frame()
    row = frame.filter((pl.col("ccode1") == 2) & (pl.col("ccode2") == 200)).row(0, named=True)
    day = Day.parse("1950-01-01")
    one, other = (register.actors[name].capital_on(day) for name in ("united-states", "united-kingdom"))
    assert one is not None
    assert other is not None
    assert row["reg_capdist"] == pytest.approx(float(great_circle(one.lat, one.lon, other.lat, other.lon)), rel=1e-12)
    assert frame["reg_capdist"].null_count() == 0


@pytest.mark.data
def test_it_agrees_with_the_fields_own_capitals(published: Store) -> None:
    """Seats are placed by others to a few kilometres, and the spheres differ by 0.11 per cent: 95 of 100 within 30 km.

    The rest are states whose seat is disputed or moved within the year, which the two sources date differently.
    """
    panel = stocked(create("dyad-years", first=1950, last=2010), published)
    frame = panel.add("register-distance", "capital-distance").frame()
    apart = (frame["reg_capdist"] - frame["capdist"] * 6371.0088 / 6378.137).abs()
    assert (apart < 30).mean() > 0.95  # type: ignore[operator]


def test_the_discount_of_a_pair_by_hand(small: Store) -> None:
    panel = stocked(create("dyad-years", directed=True, first=1950, last=1950), small)
    frame = panel.add("register-distance", "discounted-capability").frame()
    row = frame.filter((pl.col("ccode1") == 2) & (pl.col("ccode2") == 200)).row(0, named=True)
    exponent = log10(row["reg_capdist"] / KM_A_MILE / 500 + 10 - e)
    away, home = 0.3**exponent, 0.1 ** log10(10 - e)
    assert row["discap1"] == pytest.approx(away)
    assert row["discap2"] == pytest.approx(0.1**exponent)
    assert row["disratio"] == pytest.approx(away / (away + home))
    back = frame.filter((pl.col("ccode1") == 200) & (pl.col("ccode2") == 2)).row(0, named=True)
    assert (back["discap1"], back["discap2"]) == (row["discap2"], row["discap1"])


def test_a_state_without_figures_has_no_discounted_ones(small: Store) -> None:
    panel = stocked(create("dyad-years", first=1950, last=1950), small).add("discounted-capability")
    row = panel.frame().filter((pl.col("ccode1") == 2) & (pl.col("ccode2") == 20)).row(0, named=True)
    assert row["discap1"] is not None
    assert row["discap2"] is None
    assert row["disratio"] is None


def test_neighbours_by_land_may_count_as_not_far(small: Store) -> None:
    panel = stocked(create("dyad-years", first=1950, last=1950), small).add("contiguity")
    far = panel.add("discounted-capability").frame()
    near = panel.add("discounted-capability", neighbours="zero").frame()
    both = (pl.col("ccode1") == 2) & (pl.col("ccode2") == 20)
    assert near.filter(both)["discap1"].item() == pytest.approx(0.3 ** log10(10 - e))
    assert near.filter(both)["discap1"].item() > far.filter(both)["discap1"].item()
    over_water = (pl.col("ccode1") == 2) & (pl.col("ccode2") == 40)
    assert near.filter(over_water)["discap1"].item() == far.filter(over_water)["discap1"].item()
    not_looked_at = (pl.col("ccode1") == 2) & (pl.col("ccode2") == 200)  # the file is a part, which proves no absence
    assert near.filter(not_looked_at)["discap1"].item() is None

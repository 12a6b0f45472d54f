"""Time since the last event, against counting row by row; splines against what defines them."""

from __future__ import annotations

from itertools import groupby

import numpy as np
import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from foedus.panel.additions.time import natural_spline, rows_since, years_since
from foedus.panel.panel import create

EVENTS = st.lists(
    st.tuples(st.integers(1, 3), st.integers(1900, 1912), st.sampled_from([0.0, 1.0, float("nan")])),
    unique_by=lambda row: row[:2],
    min_size=1,
).map(sorted)


def told(rows: list[tuple[int, int, float]]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    unit = np.array([row[0] for row in rows])
    first = np.concatenate([[True], unit[1:] != unit[:-1]])
    return np.array([row[2] for row in rows]), first, np.array([row[1] for row in rows])


def by_hand(rows: list[tuple[int, int, float]]) -> tuple[list[int | None], list[int | None]]:
    """Count one row after the other, in observed rows and in calendar years."""
    counts: list[int | None] = []
    years: list[int | None] = []
    for _, group in groupby(rows, key=lambda row: row[0]):
        count: int | None = 0
        since: int | None = None
        for _, year, event in group:
            since = year if since is None else since
            counts.append(count)
            years.append(None if count is None else year - since)
            if event == 1:
                count, since = 0, year + 1
            elif count is not None:
                count = None if np.isnan(event) else count + 1
    return counts, years


@given(EVENTS)
def test_rows_since_the_last_event_are_counted_one_by_one(rows: list[tuple[int, int, float]]) -> None:
    event, first, year = told(rows)
    counted, known = rows_since(event, first)
    expected, in_years = by_hand(rows)
    assert [int(one) if sure else None for one, sure in zip(counted, known, strict=True)] == expected
    calendar, also = years_since(event, first, year)
    assert [int(one) if sure else None for one, sure in zip(calendar, also, strict=True)] == in_years


KNOTS = st.lists(st.integers(0, 60), min_size=3, max_size=7, unique=True).map(sorted)


@given(KNOTS)
def test_a_natural_spline_is_linear_beyond_its_knots_and_smooth_at_them(knots: list[int]) -> None:
    places = np.array(knots, float)
    step = 0.5
    beyond = places[-1] + step * np.arange(6)
    assert np.allclose(np.diff(natural_spline(beyond, places), n=2, axis=0), 0, atol=1e-9)
    assert (natural_spline(places[0] - step * np.arange(1, 5), places) == 0).all()
    near = 1e-4
    for knot in places:
        around = natural_spline(knot + near * np.array([-2.0, -1.0, 0.0, 1.0, 2.0]), places)
        second = np.diff(around, n=2, axis=0) / near**2
        assert np.allclose(second[0], second[-1], atol=0.05)  # continuous: what is left is the third derivative's step


def test_a_lag_is_of_the_calendar_year_and_not_of_the_row_before() -> None:
    panel = create("dyad-years", first=1938, last=1946).lag("year").frame()
    france_germany = panel.filter(ccode1=220, ccode2=255)
    assert dict(france_germany.select("year", "year_lag1").rows()) == {
        1938: None, 1939: 1938, 1940: 1939, 1941: 1940, 1942: 1941, 1944: None, 1945: 1944
    }  # fmt: skip
    lead = create("dyad-years", first=1938, last=1946).lead("year", 2).frame().filter(ccode1=220, ccode2=255)
    assert dict(lead.select("year", "year_lead2").rows())[1942] == 1944


def test_calendar_years_and_observed_rows_differ_over_a_gap() -> None:
    panel = create("dyad-years", first=1930, last=1950).add("alliances")
    frame = panel.add("peace-years", event="reg_offense", polynomial="3", knots="1,4,7").frame()
    assert {"reg_offense_peace_years", "reg_offense_peace_rows", "reg_offense_peace_years3"} <= set(frame.columns)
    assert [name for name in frame.columns if "spline" in name] == ["reg_offense_peace_spline1"]
    pair = frame.filter(ccode1=220, ccode2=255).filter(pl.col("year") == 1945)
    known = pair["reg_offense_peace_years"].item()
    assert known is None  # before 1945 the register does not cover the pair, so what went before is not known

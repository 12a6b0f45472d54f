"""Charts of values: what is missing is said, a gap stays a gap, an interval and its value are written."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus import BadInput
from foedus.report.charts.bars import Bar, bars
from foedus.report.charts.chart import Chart
from foedus.report.charts.distribution import ecdf, histogram
from foedus.report.charts.figures import NO_DATA, written
from foedus.report.charts.matrix import Cell, matrix
from foedus.report.charts.scatter import Dot, scatter
from foedus.report.charts.series import Point, Uncovered, series
from foedus.report.charts.tabled import FORMS, MOST_ROWS, Kind, tabled
from foedus.report.charts.theme import Words

Said = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, NO_DATA),
        (float("nan"), NO_DATA),
        (float("inf"), NO_DATA),
        (0, "0"),
        (0.12345, "0.123"),
        (1234567.8, "1,234,568"),
        (-2.5, "\u22122.5"),
        (0.00001234, "1.23e\u221205"),
    ],
)
def test_values_are_written_as_people_do(value: float | None, text: str) -> None:
    assert written(value) == text


def test_a_missing_bar_says_so_and_is_not_drawn(words: Words, said: Said) -> None:
    chart = bars([Bar("here", 2.0), Bar("gone", None), Bar("neither", float("nan"))], words)
    svg = chart.svg()
    assert said(svg).count(NO_DATA) == 2
    assert len(re.findall(r'aria-roledescription="bar"', svg)) == 1
    assert chart.figures.rows == (("here", "2"), ("gone", NO_DATA), ("neither", NO_DATA))


def test_a_bar_tells_its_interval_and_its_group(words: Words, said: Said) -> None:
    svg = bars([Bar("one", 0.5, 0.25, 0.75, "east"), Bar("two", -0.5, group="west")], words).svg()
    assert "0.5 [0.25 – 0.75]" in said(svg)
    assert "\u22120.5" in said(svg)
    assert {"east", "west"} <= set(said(svg))


def test_bars_stand_in_the_order_given(words: Words, said: Said) -> None:
    drawn = said(bars([Bar("b", 1), Bar("c", None), Bar("a", 3)], words).svg())
    assert [text for text in drawn if text in {"a", "b", "c"}] == ["b", "c", "a"]


def test_labels_that_come_again_have_a_bar_for_each_group(words: Words) -> None:
    svg = bars([Bar("x", 1, group="1914"), Bar("x", 2, group="1938")], words).svg()
    assert len(re.findall(r'aria-roledescription="bar"', svg)) == 2


@pytest.mark.parametrize("value", [0.001, 5.0, 123456.0, -4.0])
def test_no_text_of_a_bar_leaves_the_plot(value: float, words: Words, pixels: Callable[[bytes], Any]) -> None:
    """Beside the plot there is only the padding of 16 pixels, at a scale of 2."""
    drawn = pixels(bars([Bar("x", value, value - 1, value + 1)], words).png())
    assert (drawn[:, -20:] > 250).all()


def moves(svg: str) -> int:
    """Return into how many pieces the lines of an SVG fall."""
    lines = re.findall(r'aria-roledescription="line mark"[^>]*? d="([^"]*)"', svg)
    lines += re.findall(r' d="([^"]*)"[^>]*aria-roledescription="line mark"', svg)
    return sum(line.count("M") for line in set(lines))


def test_a_line_breaks_where_a_value_is_missing(words: Words) -> None:
    whole = [Point(year, float(year - 1900)) for year in range(1900, 1910)]
    assert moves(series(whole, words).svg()) == 1
    gap = [Point(year, None if year == 1904 else 1.0) for year in range(1900, 1910)]
    assert moves(series(gap, words).svg()) == 2


def test_a_line_breaks_where_years_are_left_out(words: Words) -> None:
    yearly = [Point(year, 1.0) for year in (1900, 1901, 1902, 1906, 1907)]
    assert moves(series(yearly, words).svg()) == 2
    by_five = [Point(year, 1.0) for year in range(1900, 1950, 5)]
    assert moves(series(by_five, words).svg()) == 1


def test_a_value_between_two_gaps_is_a_dot(words: Words) -> None:
    rows = [Point(1900, 1.0), Point(1901, 2.0), Point(1905, 3.0), Point(1909, 1.0), Point(1910, 1.0)]
    assert len(re.findall(r'aria-roledescription="point"', series(rows, words).svg())) == 1


def test_lines_are_named_at_their_ends_and_years_not_covered_are_said(words: Words, said: Said) -> None:
    rows = [Point(year, float(at), name) for at, name in enumerate("abc") for year in range(1900, 1905)]
    drawn = said(series(rows, words, uncovered=[Uncovered(1905, 1910)]).svg())
    assert {"a", "b", "c", "not covered"} <= set(drawn)


def test_lines_differ_by_more_than_colour(words: Words) -> None:
    rows = [Point(year, float(at), name) for at, name in enumerate("abc") for year in range(1900, 1905)]
    dashes = re.findall(r'stroke-dasharray="([^"]*)"', series(rows, words).svg())
    assert len(set(dashes)) >= 3


def test_what_a_logarithm_has_no_place_for_is_not_drawn(words: Words) -> None:
    chart = series([Point(1900, 10.0), Point(1901, 0.0), Point(1902, 1000.0)], words, scale="log")
    assert chart.figures.rows[1] == ("1901", "units", "0")
    assert chart.svg()


def test_a_dot_without_both_values_is_told(words: Words, said: Said) -> None:
    chart = scatter([Dot("a", 1, 2), Dot("b", None, 2), Dot("c", 0, 1)], words, "size", scales=("log", "linear"))
    drawn = " ".join(said(chart.svg()))
    assert "No data, not drawn: b, c" in drawn
    assert "size" in drawn
    assert len(re.findall(r'aria-roledescription="point"', chart.svg())) == 1


def test_a_missing_cell_is_crossed_and_a_pair_that_is_not_there_is_blank(words: Words, said: Said) -> None:
    chart = matrix([Cell("a", "b", 0.5), Cell("b", "a", None)], words)
    drawn = said(chart.svg())
    assert drawn.count("×") == 1
    assert ".50" in drawn
    assert chart.figures.rows == (("a", "b", "0.5"), ("b", "a", NO_DATA))


def test_kinds_have_letters_and_a_legend(words: Words, said: Said) -> None:
    kinds = {"defence": ("#0b4f8a", "D"), "nothing": ("#ffffff", "")}
    chart = matrix([Cell("a", "b", kind="defence"), Cell("b", "a", kind="nothing")], words, kinds=kinds, blocs=(2,))
    drawn = said(chart.svg())
    assert {"D", "D defence", "nothing"} <= set(drawn)


@given(st.lists(st.one_of(st.none(), st.floats(-1e4, 1e4)), max_size=60))
def test_a_histogram_counts_every_value_once(values: list[float | None]) -> None:
    chart = histogram(values, Words("t", "u", "s"))
    kept = [value for value in values if value is not None]
    assert sum(int(row[2]) for row in chart.figures.rows) == len(kept)
    assert f"{len(values) - len(kept)} without data" in chart.description


def test_a_histogram_agrees_with_numpy() -> None:
    values = np.random.default_rng(1).normal(50, 12, 400).round(3)
    chart = histogram(list(values), Words("t", "u", "s"), steps=10)
    edges = [float(row[0].replace("\u2212", "-")) for row in chart.figures.rows]
    width = edges[1] - edges[0]
    wanted, _ = np.histogram(values, bins=[*edges, edges[-1] + width])
    assert [int(row[2]) for row in chart.figures.rows] == wanted.tolist()


def test_the_share_at_or_below_is_that(words: Words) -> None:
    chart = ecdf({"one": [3.0, 1.0, None, 2.0], "none": [None]}, words)
    assert chart.figures.rows == (("one", "1", "0.333"), ("one", "2", "0.667"), ("one", "3", "1"))
    assert "one: 3 with data, 1 without; none: 0 with data, 1 without" in chart.description
    assert chart.svg()


ROWS: dict[Kind, dict[str, Any]] = {
    "bars": {"label": "x", "value": 1, "kind": None},
    "series": {"year": 1900, "value": 1.5},
    "scatter": {"label": "x", "x": 1, "y": 2, "weight": 3},
    "matrix": {"row": "a", "col": "b", "value": None},
    "histogram": {"value": 3},
    "ecdf": {"value": 3, "kind": "x"},
}


@pytest.mark.parametrize("kind", FORMS)
def test_a_table_is_drawn_by_the_names_of_its_columns(kind: Kind, words: Words) -> None:
    chart = tabled(kind, list(ROWS[kind]), [ROWS[kind]], words)
    assert isinstance(chart, Chart)
    assert "A title" in chart.svg()


@pytest.mark.parametrize(
    ("kind", "row", "message"),
    [
        ("bars", {"label": "x"}, "bars want a column value"),
        ("bars", {"label": "x", "value": 1, "colour": 2}, "know no column 'colour'"),
        ("bars", {"label": "x", "value": "much"}, "'much' is no number"),
        ("series", {"value": 1}, "series want a column year"),
    ],
)
def test_a_table_of_another_form_is_refused(kind: Kind, row: dict[str, Any], message: str, words: Words) -> None:
    with pytest.raises(BadInput, match=message):
        tabled(kind, list(row), [row], words)


def test_a_table_without_rows_or_with_too_many_is_refused(words: Words) -> None:
    with pytest.raises(BadInput, match="nothing to draw"):
        tabled("histogram", ["value"], [], words)
    with pytest.raises(BadInput, match="rows"):
        tabled("histogram", ["value"], [{"value": 1}] * (MOST_ROWS + 1), words)
    with pytest.raises(BadInput, match="too many to be read"):
        tabled("bars", ["label", "value"], [{"label": str(at), "value": at} for at in range(200)], words)

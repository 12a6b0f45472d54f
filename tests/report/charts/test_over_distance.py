"""Lines over distance: what is drawn, marked and tabled."""

from __future__ import annotations

from foedus.report.charts.over_distance import At, over_distance
from foedus.report.charts.theme import Words

WORDS = Words("Strength", "strength", "made up")
HELD = [At(0, 10, "first"), At(10, 0, "first"), At(0, 0, "second"), At(10, 8, "second"), At(5, 4, "second")]


def test_the_numbers_stand_in_the_table_and_holes_are_told() -> None:
    figures = over_distance(HELD, WORDS, "miles").figures
    assert figures.columns == ("miles", "first", "second")
    assert figures.rows == (("0", "10", "0"), ("5", "no data", "4"), ("10", "0", "8"))


def test_the_place_where_lines_meet_is_marked() -> None:
    marked = over_distance(HELD, WORDS, "miles", 6.25)
    assert "6.25" in marked.svg()
    assert marked.description.endswith("marked at 6.25")
    assert "no mark" in over_distance(HELD, WORDS, "miles").description

"""Ranges: both ends written and nothing between, in the picture and in the table beside it."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from foedus.report.charts.ranges import Range, ranges
from foedus.report.charts.theme import Words

WORDS = Words("Title", "per cent", "source")
ENDS = st.floats(-1000, 1000, allow_nan=False)


@given(st.lists(st.tuples(ENDS, ENDS), min_size=1, max_size=6), st.none() | ENDS)
def test_the_scale_holds_every_range_and_the_line(ends: list[tuple[float, float]], line: float | None) -> None:
    held = [Range(f"r{at}", start, end) for at, (start, end) in enumerate(ends)]
    spec = json.dumps(ranges(held, WORDS, line=line).spec)
    low, high = json.loads(spec[spec.index('"domain": [') + len('"domain": ') :].split("]")[0] + "]")
    bounds = [end for pair in ends for end in pair] + ([] if line is None else [line])
    assert low <= min(bounds)
    assert high >= max(bounds)


def test_a_range_is_written_from_its_start_to_its_end_whichever_is_the_lower() -> None:
    drawn = ranges([Range("stake", 0.125, -0.5, at_start="0.5", at_end="1.5")], WORDS, line=0.0)
    assert drawn.description == "stake: 0.125 to \u22120.5"
    assert drawn.figures.rows == (("stake", "0.5", "0.125", "1.5", "\u22120.5"),)


def test_there_is_no_number_between_the_ends() -> None:
    drawn = ranges([Range("a", 4, 13, "tested"), Range("a", 4, 37, "all")], WORDS, ends=(0.0, 100.0))
    values = (
        drawn.spec["layer"][0]["data"]["values"] if "data" in drawn.spec["layer"][0] else drawn.spec["data"]["values"]
    )
    assert [{key for key, value in row.items() if isinstance(value, int | float)} for row in values] == [
        {"low", "high"},
        {"low", "high"},
    ]
    assert drawn.figures.columns == ("of", "group", "per cent, one end", "per cent, other end")


def test_it_is_drawn() -> None:
    svg = ranges([Range("a", 4, 13, "tested"), Range("b", 1, 2, "all")], WORDS).svg()
    assert svg.startswith("<svg")
    assert ">13<" in svg

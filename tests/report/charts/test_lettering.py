"""Widths of text are those that the renderer draws, and what does not fit is cut or wrapped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import vl_convert
from hypothesis import given
from hypothesis import strategies as st

from foedus.report.charts.lettering import FONT, marked, shortened, width_of, wrapped

LINES = st.text(alphabet=st.characters(codec="latin-1", categories=["L", "N", "P", "Zs"]), max_size=80)


def spec(text: str, font: str = FONT) -> dict[str, Any]:
    mark = {"type": "text", "text": text, "font": font, "fontSize": 40, "align": "left", "x": 0}
    return {"data": {"values": [{}]}, "mark": mark, "width": 1600, "height": 60, "background": "white"}


@pytest.mark.parametrize(
    "text", ["HHHHHHHHHH", "Österreich-Ungarn", "Treaty of Friendship, 1955 (Warsaw)", "São Tomé & Príncipe 0123456789"]
)
def test_a_width_is_that_of_what_is_drawn(text: str, pixels: Callable[[bytes], Any]) -> None:
    """The oracle is the renderer; ink lacks a side bearing at each end (0.08 of the size) and pairs are kerned."""
    drawn = pixels(vl_convert.vegalite_to_png(spec(text)))
    columns = np.nonzero((drawn < 128).all(axis=2).any(axis=0))[0]
    ink = columns[-1] - columns[0] + 1
    assert ink == pytest.approx(width_of(text, 40), abs=0.2 * 40)


def test_the_typeface_comes_with_the_renderer(pixels: Callable[[bytes], Any]) -> None:
    """A bare system has no font: the first of the list must be in the library itself, under its name in UTF-16."""
    library = next(Path(vl_convert.__file__).parent.glob("vl_convert*.so"))
    first = FONT.split(",")[0]
    assert first.encode("utf-16-be") in library.read_bytes()
    alone = pixels(vl_convert.vegalite_to_png(spec("Foedus", first)))
    assert (alone < 128).any()
    assert (alone == pixels(vl_convert.vegalite_to_png(spec("Foedus")))).all()


@given(LINES, st.floats(30, 400))
def test_what_is_shortened_fits_and_is_a_beginning(text: str, width: float) -> None:
    short = shortened(text, width, 11)
    assert width_of(short, 11) <= width
    assert short == text or text.startswith(short.removesuffix("…"))


@given(LINES, st.floats(60, 400))
def test_every_wrapped_line_fits_and_no_word_is_lost(text: str, width: float) -> None:
    lines = wrapped(text, width, 11)
    assert all(width_of(line, 11) <= width for line in lines)
    if all(width_of(word, 11) <= width for word in text.split()):
        assert " ".join(lines).split() == text.split()


@given(LINES, st.floats(100, 400), st.integers(1, 4))
def test_no_more_lines_than_allowed_and_the_last_says_that_there_is_more(text: str, width: float, most: int) -> None:
    lines = wrapped(text, width, 11, most)
    assert len(lines) <= most
    if len(wrapped(text, width, 11)) > most:
        assert lines[-1].endswith("…")


def test_a_name_that_is_cut_keeps_what_tells_it_apart() -> None:
    name = "Agreement of Cooperation between the Government of the United States of America and Turkey"
    cut = marked(name, "us-turkey-1959", 220, 11)
    assert cut.startswith("Agreement of")
    assert cut.endswith("… us-turkey-1959")
    assert width_of(cut, 11) <= 220
    assert marked("NATO", "nato", 220, 11) == "NATO"

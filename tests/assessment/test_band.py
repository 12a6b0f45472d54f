"""Bands against the table of the guidance note, and what no band may be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus import BadInput
from foedus.assessment.band import EDGES, WORDS, Band

ENDS = st.floats(0, 1)


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [  # Mastrandrea et al. (2010), table 1: 0–10, 0–33, 33–66, 66–100, 90–100 per cent
        (0.02, 0.08, "very unlikely"),
        (0.04, 0.13, "very unlikely to unlikely"),
        (0.4, 0.6, "about as likely as not"),
        (0.28, 0.65, "unlikely to about as likely as not"),
        (0.7, 0.89, "likely"),
        (0.0, 1.0, "very unlikely to very likely"),
    ],
)
def test_the_words_are_those_of_the_guidance_note(low: float, high: float, words: str) -> None:
    assert Band(low, high).words == words


@given(ENDS, ENDS)
def test_a_higher_end_never_has_a_word_for_less(one: float, other: float) -> None:
    low, high = sorted((one, other))
    first, _, last = Band(low, high).words.partition(" to ")
    assert WORDS.index(first) <= WORDS.index(last or first)
    assert len(WORDS) == len(EDGES) + 1


@given(ENDS, ENDS)
def test_numbers_have_both_ends_in_per_cent(one: float, other: float) -> None:
    low, high = sorted((one, other))
    first, last = Band(low, high).numbers.removesuffix(" %").split(" to ")
    assert abs(float(first) - 100 * low) <= 0.5  # whole per cent
    assert abs(float(last) - 100 * high) <= 0.5


@pytest.mark.parametrize(("low", "high"), [(0.6, 0.4), (-0.1, 0.5), (0.5, 1.1), (float("nan"), 0.5)])
def test_what_is_no_band_is_refused(low: float, high: float) -> None:
    with pytest.raises(BadInput):
        Band(low, high)

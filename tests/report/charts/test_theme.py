"""Colours stay apart for the colour-blind and in grey print, and letters stand out."""

from __future__ import annotations

from itertools import combinations, pairwise

import numpy as np
import pytest

from foedus.report.charts.atlas import look
from foedus.report.charts.pacts import MOST_PACTS
from foedus.report.charts.pledge_looks import LOOKS
from foedus.report.charts.theme import (
    COLOURS,
    DASHES,
    INK,
    PAPER,
    QUIET,
    SHAPES,
    Words,
    darkened,
    is_dark,
    lightness,
    tinted,
)

SIMULATED = {
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}
"""Machado, Oliveira and Fernandes (2009), "A Physiologically-based Model for Simulation of Color Vision Deficiency",
table 1, severity 1.0; they act on linear RGB."""


def linear(colour: str) -> np.ndarray:
    parts = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def lab(rgb: np.ndarray) -> np.ndarray:
    """Return CIE L*a*b* (D65) of linear RGB."""
    xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]) @ np.clip(rgb, 0, 1)
    ratio = xyz / np.array([0.95047, 1.0, 1.08883])
    root = np.where(ratio > 0.008856, np.cbrt(ratio), 7.787 * ratio + 16 / 116)
    return np.array([116 * root[1] - 16, 500 * (root[0] - root[1]), 200 * (root[1] - root[2])])


@pytest.mark.parametrize("vision", ["all colours", *SIMULATED])
def test_no_two_colours_look_alike(vision: str) -> None:
    """A difference of 10 in L*a*b* is plainly seen (one that is just noticeable is about 2.3)."""
    matrix = np.array(SIMULATED.get(vision, np.eye(3)))
    seen = [lab(matrix @ linear(colour)) for colour in COLOURS]
    assert min(np.linalg.norm(one - other) for one, other in combinations(seen, 2)) > 10


def test_neighbours_differ_in_grey_print() -> None:
    """A step of 8 in L* is seen in grey."""
    greys = [lab(linear(colour))[0] for colour in COLOURS]
    assert min(abs(one - other) for one, other in pairwise(greys)) > 8


def test_pledges_differ_in_grey_print_and_have_a_letter_each() -> None:
    greys = [lab(linear(colour))[0] for colour, _ in LOOKS.values()]
    assert min(abs(one - other) for one, other in combinations(greys, 2)) > 3
    letters = [letter for _, letter in LOOKS.values()]
    assert len(set(letters)) == len(LOOKS)


def test_each_kind_of_mark_has_a_look_of_its_own() -> None:
    looks = [look(kind) for kind in range(MOST_PACTS)]
    assert len(set(looks)) == MOST_PACTS
    assert len({shape for shape, *_ in looks[:8]}) == 8
    assert len(SHAPES) == len(set(map(tuple, DASHES))) == len(COLOURS)


def contrast(one: str, other: str) -> float:
    high, low = sorted((lightness(one), lightness(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_letters_stand_out() -> None:
    """Web Content Accessibility Guidelines 2.2, 1.4.3: 4.5 to 1 for text; black on white is 21 to 1."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast(INK, PAPER) > 4.5
    assert contrast(QUIET, PAPER) > 4.5
    fills = [*COLOURS, *map(tinted, COLOURS), *(colour for colour, _ in LOOKS.values())]
    for fill in fills:
        assert contrast(fill, PAPER if is_dark(fill) else INK) > 4, fill
    assert all(contrast(darkened(colour), PAPER) > 3 for colour in COLOURS)


def test_notes_are_told_one_after_the_other() -> None:
    words = Words("t", "u", "s").noting("One.").noting("Two")
    assert words.note == "One. Two"
    assert words.subtitle == ["u", "One. Two", "Source: s"]

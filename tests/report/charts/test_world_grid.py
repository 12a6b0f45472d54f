"""A grid over the world: its table, its names, its two sides."""

from __future__ import annotations

import pytest

from foedus.report.charts.theme import Words
from foedus.report.charts.world_grid import Cell, Mark, world_grid

WORDS = Words("Reach", "share", "made up")
HELD = [Cell(45, -90, 0.3), Cell(45, 90, None), Cell(-45, -90, 0.6), Cell(-45, 90, 0.5)]


def test_every_cell_stands_in_the_table() -> None:
    figures = world_grid(HELD, 90, [], WORDS, 0.5).figures
    assert figures.columns == ("degrees north", "degrees east", "share")
    assert figures.rows[:2] == (("45", "\u221290", "0.3"), ("45", "90", "no data"))


def test_places_are_named() -> None:
    assert "Moscow" in world_grid(HELD, 90, [Mark("Moscow", 55.75, 37.62)], WORDS, None).svg()


def test_colours_reach_as_far_on_one_side_of_the_middle_as_on_the_other() -> None:
    spec = world_grid(HELD, 90, [], WORDS, 0.5).spec
    scale = spec["layer"][0]["encoding"]["color"]["scale"]
    assert scale["domain"] == pytest.approx([0.3, 0.7])


def test_the_picture_is_told_in_words() -> None:
    assert world_grid(HELD, 90, [], WORDS, None).description == "from 0.3 to 0.6, at 3 points"

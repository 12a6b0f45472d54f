"""Files are written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from foedus import BadInput
from foedus._base.files import replacing, written_whole


def test_what_was_written_takes_the_place_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "held.txt"
    path.write_text("old")
    with written_whole(path) as place:
        place.write_text("new")
        assert path.read_text() == "old"
    assert path.read_text() == "new"
    assert list(tmp_path.iterdir()) == [path]


def test_what_was_cut_off_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "held.txt"
    path.write_text("old")
    with pytest.raises(KeyError):
        _cut_off(path)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def _cut_off(path: Path) -> None:
    with replacing(path) as place:
        place.write_text("half")
        raise KeyError


def test_a_folder_that_is_not_there_is_said_to_who_named_it(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be written"), written_whole(tmp_path / "nowhere" / "held.txt"):
        pytest.fail("there was a place to write to")
    with pytest.raises(OSError, match="No such file"), replacing(tmp_path / "nowhere" / "held.txt"):
        pytest.fail("there was a place to write to")

"""The page of data sets is the one that the entries make."""

from __future__ import annotations

from pathlib import Path

from foedus.sources.dictionary import dictionary


def test_the_data_dictionary_is_the_one_in_force(root: Path) -> None:
    assert (root / "docs" / "data.md").read_text(encoding="utf-8") == dictionary(), "make docs renews it"

"""The pages of data sets and of what panels have are those that the entries make."""

from __future__ import annotations

from pathlib import Path

from foedus.catalogue.additions import ADDITIONS
from foedus.panel.dictionary import dictionary as panel_dictionary
from foedus.sources.dictionary import dictionary


def test_the_data_dictionary_is_the_one_in_force(root: Path) -> None:
    assert (root / "docs" / "data.md").read_text(encoding="utf-8") == dictionary(), "make docs renews it"


def test_the_dictionary_of_panels_is_the_one_in_force(root: Path) -> None:
    page = (root / "docs" / "panel-columns.md").read_text(encoding="utf-8")
    assert page == panel_dictionary(ADDITIONS), "make docs renews it"
    assert all(f"### {name}\n" in page for name in ADDITIONS)

"""The page on limits: it holds no figure that would drift, and what it lists is what there is."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
import yaml

import foedus as package
from foedus.domain.vocabulary import Status, Verified
from foedus.report.coverage import coverage

CASEBOOK = Path(package.__file__).parent / "casebook" / "disagreements.yaml"
FIGURE = re.compile(r"\d+(\.\d+)? ?(%|per cent|clauses|treaties|states|cases)")


@pytest.fixture
def limits(root: Path) -> str:
    """Return the page."""
    return (root / "docs" / "limits.md").read_text(encoding="utf-8")


def section(page: str, heading: str) -> str:
    return page.split(f"## {heading}\n")[1].split("\n## ", maxsplit=1)[0]


def test_it_holds_no_figure_about_the_register(limits: str) -> None:
    assert FIGURE.search("178 treaties")
    assert FIGURE.findall(limits) == []


def test_it_names_the_commands_that_print_the_figures(limits: str) -> None:
    assert "$ foedus register check --summary" in limits
    assert "$ foedus casebook" in limits


def test_it_says_of_every_status_what_it_does_not_mean(limits: str) -> None:
    rows = re.findall(r"^\| (\w[\w ]*) \|", section(limits, "What *due* means, and what it does not"), re.MULTILINE)
    assert rows == ["status", *(status.replace("_", " ") for status in get_args(Status))]


def test_it_names_every_grade_of_evidence(limits: str) -> None:
    covered = section(limits, "What the register covers")
    assert all(f"`{grade}`" in covered for grade in get_args(Verified))


def test_it_lists_every_disagreement_on_record(limits: str) -> None:
    held = yaml.safe_load(CASEBOOK.read_text(encoding="utf-8"))["disagreements"]
    named = re.findall(r"`(\d{4}-[\w-]+)`", section(limits, "Known disagreements"))
    assert sorted(named) == sorted({one["case"] for one in held})


def test_what_it_says_in_words_is_true_of_the_register(register: package.Register) -> None:
    *centuries, everything = coverage(register)
    assert max(centuries, key=lambda part: part.treaties).century == 20, "which century lies thickest"
    assert everything.checked_twice * 2 < everything.clauses, "mostly read by one person"
    assert everything.with_readings * 2 < everything.clauses, "most clauses have no rival readings"


def test_the_readme_leads_to_it(root: Path) -> None:
    assert "(docs/limits.md)" in (root / "README.md").read_text(encoding="utf-8")

"""The specification and its tests hold each other: every paragraph is cited, every citation exists."""

from __future__ import annotations

import re
from pathlib import Path

TESTS = Path(__file__).parents[1]
SEMANTICS = TESTS.parent / "docs" / "semantics.md"


def paragraphs() -> set[str]:
    return set(re.findall(r"\*\*(\d+\.\d+)\*\*", SEMANTICS.read_text(encoding="utf-8")))


def citations() -> set[str]:
    texts = (path.read_text(encoding="utf-8") for path in TESTS.rglob("test_*.py"))
    return {number for text in texts for number in re.findall(r"§(\d+\.\d+)", text)}


def test_every_paragraph_is_cited_by_a_test() -> None:
    assert paragraphs() - citations() == set()


def test_every_citation_names_a_paragraph() -> None:
    assert citations() <= paragraphs()

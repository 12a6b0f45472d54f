"""The closed list of kinds: each once, with who distinguishes it and why it is or is not answered."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from foedus.response.deterrence.calculation import NOT_MODELLED
from foedus.response.deterrence.kinds import KINDS, KindName


def test_the_list_is_closed_and_each_stands_once() -> None:
    assert [one.name for one in KINDS] == list(get_args(KindName))


def test_each_says_what_it_is_from_what_it_is_answered_and_who_says_so() -> None:
    for one in KINDS:
        assert one.meaning
        assert one.by
        assert any(char.isdigit() for char in one.source), "a source has a year"


def test_what_the_calculation_leaves_out_is_given_by_no_kind_of_its_name() -> None:
    kinds = {one.name: one.answered for one in KINDS}
    assert all(kinds[name] != "given" for name in NOT_MODELLED if name in kinds)


def test_the_page_has_each_kind_with_its_answer_and_source() -> None:
    page = (Path(__file__).parents[3] / "docs" / "assessment.md").read_text(encoding="utf-8")
    for one in KINDS:
        assert f"| {one.name}: {one.meaning} | {one.answered} | {one.by} | {one.source} |" in page

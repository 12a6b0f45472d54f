"""The published codings of alliances in war, and the answers of the engine that the documentation tells of."""

from __future__ import annotations

import re
import sys
from collections import Counter
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

from foedus.measures.casus_foederis.coarse_register import coarse_register
from foedus.measures.concordance.alliances import phases
from foedus.register.register import Register
from foedus.sources.reading import load
from foedus.sources.registry import source

ROOT = Path(__file__).parents[3]
PAGE = ROOT / "docs" / "casus-foederis.md"

pytestmark = pytest.mark.data


@pytest.fixture(scope="module")
def benchmark() -> Any:
    """Return the script that measures, as a module."""
    spec = spec_from_file_location("casus_foederis", ROOT / "benchmarks" / "casus_foederis.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def tested(benchmark: Any, register: Register, shared_data: Path) -> list[Any]:
    """Return every case with the answer on ATOP's codes."""
    alliances = phases(load(source("atop"), [shared_data / benchmark.ATOP]).tables["members"])
    coarse = coarse_register(register, alliances)
    engine = benchmark.Engine(coarse, benchmark._wars(shared_data))
    rows = benchmark._rows(shared_data)
    said = [engine.case(row["cowwarid"], benchmark._of(coarse, alliances, row)) for row in rows]
    return [benchmark._tested(row, one, "LLM") for row, one in zip(rows, said, strict=True)]


def test_the_cases_are_those_with_a_pledge_that_a_war_puts_to_the_test(tested: list[Any]) -> None:
    assert len(tested) == 371
    assert sum(not one.met for one in tested) == 215


def test_the_answers_are_those_of_the_page(tested: list[Any]) -> None:
    counts = Counter((one.met, one.said.answer) for one in tested)
    told = [list(map(int, re.findall(r"(\d+) \(\d+\)", line))) for line in PAGE.read_text("utf-8").splitlines()]
    answers = ("met", "not_met", "undetermined")
    assert [line for line in told if len(line) == 3] == [
        [counts[met, answer] for answer in answers] for met in (True, False)
    ]


def test_every_miss_is_on_the_page(tested: list[Any], benchmark: Any) -> None:
    page = PAGE.read_text("utf-8")
    by_codes = page[page.index("With ATOP's codes, by war") : page.index("With the register's clauses. Where")]
    missed = Counter(str(one.alliance) for one in benchmark._misses(tested))
    assert Counter(re.findall(r"\b(\d{4})\b", by_codes)) == missed


def test_what_is_met_is_right_more_often_than_not_and_most_cases_are_determined(tested: list[Any]) -> None:
    known = [one for one in tested if one.said.answer != "undetermined"]
    assert len(known) > len(tested) / 2
    assert sum(one.is_right for one in known) / len(known) > 0.8

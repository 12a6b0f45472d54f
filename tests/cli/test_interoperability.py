"""``foedus measures interoperability``: pairs, groups, weights, pictures, refusals."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from foedus.catalogue.schemas import json_schema
from foedus.measures.interoperability.index import PARTS

COMMAND = ("measures", "interoperability")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin with an empty store."""
    monkeypatch.setenv("FOEDUS_HOME", str(tmp_path / "home"))


@pytest.mark.parametrize(
    "words",
    [["France", "Germany"], ["cst", "--on", "2009-12-31"], ["France", "Spain", "Italy", "--weight", "treaties=3"]],
    ids=str,
)
def test_the_answer_holds_to_its_schema(words: list[str], foedus: Any) -> None:
    said = foedus(*COMMAND, *words, "--json")
    assert (said.status, said.err) == (0, "")
    answer = json.loads(said.out)
    Draft202012Validator(json_schema("interoperability-answer")).validate(answer)
    states = len(answer["states"])
    assert len(answer["pairs"]) == states * (states - 1) // 2


def test_a_pair_is_told_part_by_part_with_what_is_missing(foedus: Any) -> None:
    told = " ".join(foedus(*COMMAND, "Japan", "United States", "--on", "1995-01-01").out.split())
    assert "us-japan-1960 (defence, 1)" in told
    assert "exercises unknown" in told
    assert "foedus data add mme FILE" in told
    assert "no probability" in told
    assert "half-life of 5 years" in told


def test_weights_change_the_index_and_are_told(foedus: Any) -> None:
    def answer(*words: str) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(
            foedus(*COMMAND, "France", "Mali", "--on", "2010-01-01", *words, "--json").out
        )
        return found

    plain, weighed = answer(), answer("--weight", "treaties=0", "--half-life", "1")
    assert (plain["weights"]["treaties"], weighed["weights"]["treaties"]) == (1, 0)
    assert weighed["half_life"] == 1
    assert plain["pairs"][0]["value"] != weighed["pairs"][0]["value"]


def test_a_large_alliance_is_ranked_and_a_small_one_laid_out(foedus: Any) -> None:
    assert "most with" in foedus(*COMMAND, "nato", "--on", "2000-12-31").out
    assert "AUS" in foedus(*COMMAND, "anzus", "--on", "1970-12-31").out


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["France", "France"], "two states or more"),
        (["nowhere-pact"], "nowhere-pact"),
        (["warsaw-pact", "--on", "2020-01-01"], "bound 0 states"),
        (["France", "Spain", "--weight", "charm=2"], "no part is called 'charm'"),
        (["France", "Spain", "--weight", "treaties"], "is no number"),
        (["France", "Spain", "--weight", "treaties=-1"], "--weight treaties: -1 is no weight"),
        (["France", "Spain", "--weight", "exercises=nan"], "--weight exercises: nan is no weight"),
        (["France"], "one state has nobody to share with"),
        (["France", "Spain", *(word for part in PARTS for word in ("--weight", f"{part}=0"))], "weigh nothing"),
        (["France", "Spain", "--half-life", "0"], "no half-life"),
        (["France", "Spain", "--exercises", "games"], "no list of exercises"),
    ],
    ids=str,
)
def test_what_makes_no_sense_is_refused(words: list[str], message: str, foedus: Any) -> None:
    said = foedus(*COMMAND, *words)
    assert said.status == 2
    assert message in said.err


@pytest.mark.parametrize("words", [["France", "Italy"], ["anzus"]], ids=str)
def test_a_picture_is_drawn_with_its_warning(words: list[str], foedus: Any, tmp_path: Path) -> None:
    assert foedus(*COMMAND, *words, "--on", "1975-01-01", "--svg", "drawn.svg").status == 0
    text = (tmp_path / "drawn.svg").read_text(encoding="utf-8")
    assert "no probability" in text
    assert "Foedus register" in text

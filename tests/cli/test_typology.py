"""``foedus measures typology`` and the filters of ``treaty list``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from foedus.catalogue.schemas import json_schema


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin with an empty store."""
    monkeypatch.setenv("FOEDUS_HOME", str(tmp_path / "home"))


@pytest.mark.parametrize(
    "words",
    [[], ["--on", "1960-01-01"], ["nato"], ["nato", "cst", "--on", "2020-01-01"], ["kfor", "dual-1879"]],
    ids=str,
)
def test_the_answer_holds_to_its_schema(words: list[str], foedus: Any) -> None:
    said = foedus("measures", "typology", *words, "--json")
    assert (said.status, said.err) == (0, "")
    answer = json.loads(said.out)
    Draft202012Validator(json_schema("typology-answer")).validate(answer)
    assert bool(answer["treaties"]) != bool(answer["counts"])


def test_a_treaty_is_told_with_articles_and_what_is_missing(foedus: Any) -> None:
    said = foedus("measures", "typology", "dual-1879")
    told = " ".join(said.out.split())
    assert "bilateral 2 parties bound" in told
    assert "secret secret" in told
    assert "wartime unknown inter-state-war is not in the store: foedus data pull inter-state-war" in told


def test_the_counts_are_those_of_the_list(foedus: Any) -> None:
    counts = json.loads(foedus("measures", "typology", "--json").out)["counts"]
    secret = sum(one["yes"] for one in counts if one["type"] == "secret")
    listed = json.loads(foedus("treaty", "list", "--secret", "--json").out)["treaties"]
    assert secret == len(listed) > 10
    assert "ad hoc coalitions" in " ".join(foedus("measures", "typology").out.split())


def test_filters_of_the_list_are_taken_together(foedus: Any) -> None:
    def ids(*words: str) -> set[str]:
        return {one["id"] for one in json.loads(foedus("treaty", "list", *words, "--json").out)["treaties"]}

    bilateral, european = ids("--type", "bilateral", "--type", "defence"), ids("--region", "europe")
    asymmetric = ids("--asymmetric")
    assert bilateral & european & asymmetric == ids(
        "--type", "bilateral", "--type", "defence", "--region", "europe", "--asymmetric"
    )
    assert "nato" not in european | bilateral
    assert not asymmetric & ids("--symmetric")
    assert ids("--region", "europe", "--on", "1914-08-01") <= ids("--on", "1914-08-01")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["measures", "typology", "nato", "--draw", "beauty"], "cannot be drawn"),
        (["measures", "typology", "nato", "--on", "1920-01-01"], "not in force"),
        (["measures", "typology", "natoo"], "natoo"),
        (["treaty", "list", "--type", "defensive"], "no type is called 'defensive'"),
        (["treaty", "list", "--region", "atlantis"], "atlantis"),
    ],
    ids=str,
)
def test_what_makes_no_sense_is_refused(words: list[str], message: str, foedus: Any) -> None:
    said = foedus(*words)
    assert said.status == 2
    assert message in said.err


@pytest.mark.parametrize("words", [[], ["nato", "cst"], ["nato", "--draw", "milinst", "--on", "1980-01-01"]], ids=str)
def test_a_picture_is_drawn_and_names_its_source(words: list[str], foedus: Any, tmp_path: Path) -> None:
    assert foedus("measures", "typology", *words, "--svg", "drawn.svg").status == 0
    assert "Foedus register" in (tmp_path / "drawn.svg").read_text(encoding="utf-8")


def test_an_operation_is_told_and_not_drawn(foedus: Any) -> None:
    assert "ad hoc" in foedus("measures", "typology", "gulf-coalition-1990").out
    said = foedus("measures", "typology", "gulf-coalition-1990", "--svg", "x.svg")
    assert (said.status, said.out) == (2, "")
    assert "gulf-coalition-1990 is an operation, which has no depth" in said.err

"""``foedus measures burden``: shares that add up, promises, tests, pictures, refusals."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from foedus.catalogue.schemas import json_schema
from foedus.cli.measures.show_burden import by_certainty
from foedus.measures.burden.rank_tests import RankTest


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOEDUS_HOME", str(tmp_path / "home"))


def answer(said: Any, kind: str = "burden") -> Any:
    assert (said.status, said.err) == (0, "")
    told = json.loads(said.out)
    Draft202012Validator(json_schema(f"{kind}-answer")).validate(told)
    assert told["kind"] == kind
    return told


def test_nato_is_meant_if_nobody_is_named(foedus: Any) -> None:
    told = answer(foedus("measures", "burden", "--json"))
    assert told["group"]["id"] == "nato"
    for share in ("share_of_spending", "share_of_ability", "share_of_benefit"):
        assert sum(member[share] or 0 for member in told["members"]) == pytest.approx(1)
    iceland = next(member for member in told["members"] if member["state"]["id"] == "iceland")
    assert iceland["per_cent_of_gdp"] is None
    assert iceland["share_of_spending"] is None


def test_guidelines_count_who_is_there_and_say_where_nothing_is_known(foedus: Any) -> None:
    told = {one["id"]: one for one in answer(foedus("measures", "burden", "--json"))["guidelines"]}
    assert list(told) == ["wales-2", "wales-20", "hague-3.5", "hague-1.5"]
    assert (told["hague-3.5"]["met"], told["hague-3.5"]["known"]) == (3, 31)
    assert told["wales-20"]["met"] is None
    assert told["hague-1.5"]["met"] is None


def test_the_screen_says_the_same_in_words(foedus: Any) -> None:
    said = foedus("measures", "burden", "--weight", "0.03", "--private", "0.97")
    told = " ".join(said.out.split())
    assert said.status == 0
    assert "3 of 31 are there" in told
    assert "no figures state by state in these data" in told
    assert "political, not law" in told
    assert "rounded to a tenth" in told
    assert "The model says who would pay, not how much is right." in told
    assert max(map(len, said.out.splitlines())) <= 80


def test_other_alliances_have_no_guidelines(foedus: Any) -> None:
    told = answer(foedus("measures", "burden", "--alliance", "csto", "--weight", "0.05", "--json"))
    assert told["guidelines"] == []
    assert told["model"]["nash"] <= told["model"]["efficient"]
    assert told["tests"]["spearman"]["method"] == "exact"


def test_two_states_have_burdens_and_no_tests(foedus: Any) -> None:
    told = answer(foedus("measures", "burden", "--states", "United States,Canada", "--json"))
    assert told["tests"] is None
    assert told["guidelines"] == []


@pytest.mark.parametrize("drawn", ["burden", "shares", "benefit", "gap", "free-riding"])
def test_every_picture_is_drawn(drawn: str, foedus: Any, tmp_path: Path) -> None:
    words = ("--draw", drawn, "--weight", "0.03", "--svg", "b.svg")
    assert foedus("measures", "burden", *words).status == 0
    assert "North Atlantic" in (tmp_path / "b.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("--draw", "magic"), 2, "no picture shows 'magic'"),
        (("--draw", "free-riding"), 2, "no model was asked for"),
        (("--alliance", "csto", "--draw", "gap"), 2, "nothing had been promised"),
        (("--weight", "1.5"), 2, "1.5 is no weight of defence"),
        (("--weight", "0.5", "--private", "2"), 2, "2.0 is no part"),
        (("--from", "nowhere"), 2, "not read from 'nowhere'"),
        (("--private", "0.5"), 2, "a private part of no model to do: give --weight too"),
        (("--year", "1964"), 3, "foedus data pull sipri or foedus data pull nmc and foedus data pull gdp-population"),
        (("--year", "1964"), 3, "nato-expenditure (2014 to 2024), sipri (1949 to 2025)"),
        (("--since", "1990", "--from", "sipri"), 3, "allowed: sipri (1949 to 2025) to do: foedus data pull sipri"),
        (("--since", "1990"), 3, "foedus data pull sipri"),
    ],
)
def test_what_makes_no_sense_or_is_not_there_is_refused(
    words: tuple[str, ...], status: int, said: str, foedus: Any
) -> None:
    found = foedus("measures", "burden", *words)
    assert found.status == status
    assert said in " ".join(found.err.split())


@pytest.mark.parametrize(("private", "title"), [("0", "free riding"), ("0.9", "joint products")])
def test_a_picture_names_its_model(private: str, title: str, foedus: Any, tmp_path: Path) -> None:
    words = ("--weight", "0.03", "--private", private, "--draw", "free-riding", "--svg", "model.svg")
    assert foedus("measures", "burden", "--from", "bundled", *words).status == 0
    assert f"Spending beside a model of {title}: North" in (tmp_path / "model.svg").read_text(encoding="utf-8")


@given(st.lists(st.booleans(), min_size=2, max_size=12))
def test_two_years_are_joined_by_one_line(certain: list[bool]) -> None:
    tests = [(1990 + at, RankTest(0.5, 0.01 if one else 0.5, 0.5, 9, "exact")) for at, one in enumerate(certain)]
    held = list(by_certainty(tests))
    joined = [
        one.year
        for one, later in pairwise(held)
        if one.group == later.group and one.value is not None and later.value is not None
    ]
    assert sorted(joined) == [1990 + at for at in range(len(certain) - 1)]
    solid = {one.year for one in held if one.group == "p < 0.05" and one.value is not None}
    assert solid == {1990 + at for at, one in enumerate(certain) if one}


@pytest.mark.data
def test_tests_year_by_year(foedus: Any, shared_data: Path, tmp_path: Path) -> None:
    file = shared_data / "sipri" / "SIPRI-Milex-data-1949-2024_2.xlsx"
    assert foedus("data", "add", "sipri", str(file)).status == 0
    told = answer(foedus("measures", "burden", "--year", "2012", "--since", "2010", "--json"), "burden-years")
    assert [year["year"] for year in told["years"]] == [2010, 2011, 2012]
    assert {year["source"] for year in told["years"]} == {"sipri 2024"}
    for line in ("exploitation", "match"):
        words = ("--year", "2012", "--since", "2010", "--draw", line, "--svg", f"{line}.svg")
        assert foedus("measures", "burden", *words).status == 0
        assert "<svg" in (tmp_path / f"{line}.svg").read_text(encoding="utf-8")
    assert "no line shows 'magic'" in foedus("measures", "burden", "--since", "2023", "--draw", "magic").err

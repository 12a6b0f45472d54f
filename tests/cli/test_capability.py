"""``foedus measures capability`` and ``burden``: with nothing downloaded, with data, and refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from foedus.catalogue.schemas import json_schema

NMC = "stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc,version\n" + "".join(
    f"X,{code},{year},{code * 10},{code},1,1,{code},1,.1,2011\n" for code in (2, 20, 200, 220) for year in (1949, 1950)
)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOEDUS_HOME", str(tmp_path / "home"))


@pytest.fixture
def with_nmc(foedus: Any, tmp_path: Path) -> None:
    (tmp_path / "NMC_5_0.csv").write_text(NMC)
    assert foedus("data", "add", "nmc@5.0", "NMC_5_0.csv", "--part").status == 0


def answer(said: Any, kind: str) -> Any:
    assert (said.status, said.err) == (0, "")
    told = json.loads(said.out)
    Draft202012Validator(json_schema(f"{kind}-answer")).validate(told)
    assert told["kind"] == kind
    return told


def test_an_alliance_is_measured_with_nothing_downloaded(foedus: Any) -> None:
    said = foedus("measures", "capability", "--alliance", "nato")
    assert said.status == 0
    assert "United States" in said.out
    assert "together" in said.out
    assert "World Factbook" in said.out
    assert "no value, and not in the sum: Iceland" in " ".join(said.out.split())
    assert max(map(len, said.out.splitlines())) <= 80


def test_its_answer_adds_up(foedus: Any) -> None:
    told = answer(foedus("measures", "capability", "--alliance", "nato", "--measure", "gdp", "--json"), "capability")
    assert told["group"] == {
        "kind": "alliance",
        "id": "nato",
        "name": "North Atlantic Treaty Organization",
        "states": 32,
    }
    values = [state["values"][0]["value"] for state in told["states"]]
    assert sum(values) == pytest.approx(told["columns"][0]["spread"]["total"])
    assert sum(state["values"][0]["share"] for state in told["states"]) == pytest.approx(1)


def test_what_is_missing_is_null_and_named(foedus: Any) -> None:
    words = ("--states", "North Korea,Russia", "--measure", "expenditure", "--json")
    told = answer(foedus("measures", "capability", *words), "capability")
    assert told["columns"][0]["missing"] == ["North Korea"]
    assert told["states"][0]["values"][0] == {"measure": "expenditure", "value": None, "share": None, "year": None}


@pytest.mark.usefixtures("with_nmc")
def test_data_of_the_store_take_the_place_of_bundled_figures(foedus: Any) -> None:
    words = ("measures", "capability", "--states", "USA,France", "--measure", "personnel", "--json")
    told = answer(foedus(*words), "capability")
    assert told["columns"][0]["source"] == "nmc 5.0"
    assert [state["values"][0]["value"] for state in told["states"]] == [2000, 220_000]
    told = answer(foedus(*words[:-1], "--from", "bundled", "--json"), "capability")
    assert told["columns"][0]["is_bundled"] is True


@pytest.mark.usefixtures("with_nmc")
def test_members_are_those_of_the_year(foedus: Any) -> None:
    """Nobody is a member of NATO in 1948, so the years begin with 1949."""
    words = ("--alliance", "nato", "--year", "1950", "--measure", "cinc", "--since", "1948", "--json")
    told = answer(foedus("measures", "capability", *words), "capability-years")
    assert [(year["year"], year["members"], year["spread"]["known"]) for year in told["years"]] == [
        (1949, 12, 4),
        (1950, 12, 4),
    ]


@pytest.mark.usefixtures("with_nmc")
def test_years_are_shown_and_drawn(foedus: Any, tmp_path: Path) -> None:
    words = ("--alliance", "nato", "--year", "1950", "--measure", "milex", "--since", "1949")
    for line in ("sum", "concentration", "equal-members"):
        said = foedus("measures", "capability", *words, "--draw", line, "--svg", f"{line}.svg")
        assert said.status == 0
        assert "1949" in said.out
        assert "<svg" in (tmp_path / f"{line}.svg").read_text(encoding="utf-8")


def test_all_states_are_cut_to_the_first(foedus: Any) -> None:
    said = foedus("measures", "capability")
    assert said.status == 0
    assert "and 175 more" in said.out


def test_the_coalition_of_an_operation(foedus: Any) -> None:
    words = ("--operation", "isaf", "--on", "2010-06-01", "--measure", "cinc")
    said = foedus("measures", "capability", *words)
    assert said.status == 3
    assert "foedus data pull nmc" in said.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--alliance", "nato", "--states", "USA"), "more than one group"),
        (("--year", "1990", "--on", "1990-01-01"), "a year and a day are both given"),
        (("--states", ","), "no state is named"),
        (("--alliance", "nato", "--year", "1940"), "had no members on"),
        (("--alliance", "nato", "--measure", "tanks"), "is called 'tanks'"),
        (("--alliance", "nato", "--measure", "gdp", "--from", "nowhere"), "not read from 'nowhere'"),
        (("--alliance", "nato", "--since", "1990"), "no measure in particular"),
        (("--states", "Atlantis"), "Atlantis"),
    ],
)
def test_what_makes_no_sense_is_refused(words: tuple[str, ...], said: str, foedus: Any) -> None:
    found = foedus("measures", "capability", *words)
    assert found.status == 2
    assert said in found.err


@pytest.mark.usefixtures("with_nmc")
def test_a_line_that_is_none_is_refused(foedus: Any) -> None:
    words = ("--states", "USA,France", "--year", "1950", "--measure", "milex", "--since", "1949", "--draw", "magic")
    assert "no line shows 'magic'" in foedus("measures", "capability", *words).err


def test_without_data_no_year_has_an_answer(foedus: Any) -> None:
    said = foedus("measures", "capability", "--alliance", "nato", "--measure", "cinc", "--since", "1990")
    assert said.status == 3
    assert "foedus data pull nmc" in said.err


@pytest.mark.parametrize("words", [("--year", "2090"), ("--since", "2024")])
def test_a_data_set_that_cannot_have_the_year_is_not_offered(words: tuple[str, ...], foedus: Any) -> None:
    said = foedus("measures", "capability", "--alliance", "nato", "--measure", "cinc", *words)
    assert said.status == 3
    assert "allowed: nmc (1816 to 2022)" in said.err
    assert "to do: ask for a year that one of them has" in said.err
    assert "data pull" not in said.err


def test_what_cannot_be_pulled_is_to_be_added(foedus: Any) -> None:
    said = foedus("measures", "burden", "--year", "2020")
    assert said.status == 3
    assert "to do: foedus data add nato-expenditure FILE or foedus data pull sipri" in said.err
    waits = " ".join(foedus("measures", "system", "--year", "1960").out.split())
    assert "no data in the store: foedus data pull nmc, foedus data add cow-majors FILE" in waits


def test_an_empty_name_of_data_is_refused(foedus: Any) -> None:
    for command in ("capability", "burden"):
        said = foedus("measures", command, "--alliance", "nato", "--from", "")
        assert (said.status, said.out) == (2, "")
        assert "--from: no data set is named" in said.err


@pytest.mark.usefixtures("with_nmc")
def test_one_state_is_one_and_a_resource_has_its_name(foedus: Any) -> None:
    out = foedus("measures", "capability", "--states", "Canada", "--measure", "irst", "--year", "1949").out
    assert "1949-12-31, 1 state\n" in out
    assert "iron and steel production" in out


def test_capability_is_drawn(foedus: Any, tmp_path: Path) -> None:
    assert foedus("measures", "capability", "--alliance", "nato", "--svg", "nato.svg").status == 0
    assert "Iceland" in (tmp_path / "nato.svg").read_text(encoding="utf-8")

"""``foedus measures similarity``, ``system`` and their neighbours, as people and programs read them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from foedus.sources.registry import source

ARMS = """
first_year: 1909
unit: millions
source: made up
sides:
  - {name: One, levels: [1, 2, 4, 7, 9]}
  - {name: Other, levels: [3, 3, 4, 6, 9]}
"""


@pytest.fixture(autouse=True)
def _nothing_in_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOEDUS_HOME", str(tmp_path / "home"))


def test_similarity_needs_nothing_for_the_register(foedus: Any) -> None:
    said = foedus("measures", "similarity", "Belgium", "Netherlands", "--year", "1960")
    assert said.status == 0
    assert "Belgium and Netherlands" in said.out
    assert "1960" in said.out
    assert "Foedus register" in said.out


def test_what_is_asked_for_is_what_is_shown(foedus: Any) -> None:
    words = ("measures", "similarity", "Belgium", "France", "--from", "1950", "--to", "2020", "--coefficient", "kappa")
    out = foedus(*words).out
    assert "κ" in out
    assert "τ-b" not in out
    assert out.count("\n") < 40  # a table shows some of many years
    assert len(json.loads(foedus(*words, "--json").out)["years"]) == 71


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("similarity", "France", "France"), "are the same state"),
        (("similarity", "France", "Italy", "--portfolio", "trade"), "no portfolio is called 'trade'"),
        (("similarity", "France", "Italy", "--coefficient", "rho"), "no coefficient is called 'rho'"),
        (("similarity", "France", "Italy", "--weights", "gdp"), "no weights are called 'gdp'"),
        (("similarity", "France", "Italy", "--year", "1960", "--to", "1970"), "a year and a stretch of years"),
        (("similarity", "France", "Italy", "--from", "1970", "--to", "1960"), "no years from 1970 to 1960"),
        (("system", "--year", "1900"), "not every alliance of 1900 to 1900 is held"),
        (("system", "--what", "love"), "nothing of the system is called 'love'"),
        (("system", "--alliances", "mine"), "no alliances are called 'mine'"),
        (("system", "--gamma", "0.5"), "no multiplier of defence"),
        (("system", "--png", "x.png"), "a picture shows one section"),
        (("balance-of-power", "3", "0"), "a resource is missing or not above zero"),
        (("arms-race", "absent.yaml"), "no such file"),
    ],
)
def test_what_makes_no_sense_is_told(words: tuple[str, ...], complaint: str, foedus: Any) -> None:
    said = foedus("measures", *words)
    assert said.status == 2
    assert complaint in said.err


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (("similarity", "France", "Italy", "--portfolio", "atop"), "atop"),
        (("similarity", "France", "Italy", "--portfolio", "un-votes"), "un-votes"),
        (("similarity", "France", "Italy", "--weights", "cinc"), "nmc"),
        (("system", "--what", "balance", "--year", "1960"), "gml-mid"),
        (("system", "--what", "polarity", "--year", "1900"), "nmc"),
        (("war-sizes",), "inter-state-war"),
    ],
)
def test_missing_data_are_named(words: tuple[str, ...], name: str, foedus: Any) -> None:
    said = foedus("measures", *words)
    assert said.status == 3
    assert f"to do: {source(name).brought_by()[0]}" in said.err


def test_the_system_tells_what_it_can_and_what_it_waits_for(foedus: Any) -> None:
    out = foedus("measures", "system", "--year", "1960").out
    assert "members of the system" in out
    assert "no data in the store: foedus data pull nmc" in out
    by_name = {
        one["name"]: one for one in json.loads(foedus("measures", "system", "--year", "1960", "--json").out)["sections"]
    }
    assert by_name["ties"]["rows"][0]["year"] == 1960
    assert by_name["ties"]["rows"][0]["values"]["states"] == 107
    assert by_name["stability"]["waits_for"] == ["nmc"]


def test_no_state_is_named_as_one_that_could_be_beaten(foedus: Any) -> None:
    answer = json.loads(foedus("measures", "system", "--year", "1960", "--json").out)
    values = [value for section in answer["sections"] for row in section["rows"] for value in row["values"].values()]
    assert all(value is None or isinstance(value, int | float) for value in values)


def test_a_race_of_a_file(tmp_path: Path, foedus: Any) -> None:
    (tmp_path / "arms.yaml").write_text(ARMS)
    said = foedus("measures", "arms-race", "arms.yaml")
    assert "One against Other, 1909 to 1913" in said.out
    (tmp_path / "arms.yaml").write_text(ARMS.replace("6, 9]", "6]"))
    assert "the sides have 5 and 4 years" in foedus("measures", "arms-race", "arms.yaml").err
    (tmp_path / "arms.yaml").write_text(ARMS.replace("[1,", "[-1,"))
    assert foedus("measures", "arms-race", "arms.yaml").status == 2


def test_richardson_s_race_and_wallace_s_table(foedus: Any) -> None:
    race = json.loads(foedus("measures", "arms-race", "--json").out)
    assert race["growth"]["slope"] == pytest.approx(0.731, abs=5e-4)
    table = json.loads(foedus("measures", "association", "23", "5", "3", "68", "--json").out)["table"]
    assert table["yule_q"] == pytest.approx(0.981, abs=5e-4)


@pytest.mark.parametrize(
    "words",
    [
        ("similarity", "Belgium", "France", "--from", "1950", "--to", "1960"),
        ("system", "--what", "polarisation", "--from", "1950", "--to", "1955"),
        ("system", "--what", "ties", "--year", "1950"),
        ("arms-race",),
        ("association", "1", "2", "3", "4"),
        ("balance-of-power", "3", "2", "2"),
    ],
    ids=lambda words: words[0],
)
def test_a_picture_is_drawn(words: tuple[str, ...], tmp_path: Path, foedus: Any) -> None:
    said = foedus("measures", *words, "--svg", "picture.svg")
    assert said.status == 0
    drawn = (tmp_path / "picture.svg").read_text(encoding="utf-8")
    assert drawn.startswith("<svg")
    assert "Source:" in drawn


def test_a_table_of_many_years_says_what_it_leaves_out_and_what_its_columns_are(foedus: Any) -> None:
    words = ("measures", "system", "--what", "polarisation", "--from")
    out = " ".join(foedus(*words, "1990", "--to", "2025").out.split())
    assert "One year in 2 is shown; --json has all 36." in out
    assert "modularity: ties inside blocs beyond chance (-1/2 to 1)" in out
    assert "is shown" not in foedus(*words, "2020", "--to", "2025").out
    alike = ("measures", "similarity", "Belgium", "France", "--from", "1950", "--to", "2020")
    assert "One year in 3 is shown; --json has all 71." in foedus(*alike).out


def test_an_arms_race_names_its_unit(foedus: Any) -> None:
    out = " ".join(foedus("measures", "arms-race").out.split())
    assert "defence budgets, millions of pounds sterling" in out
    assert "not stable: they would stay at 111.9 and 83.3" in out


@pytest.mark.data
def test_another_table_of_a_data_set_is_not_the_one_that_is_needed(foedus: Any, shared_data: Path) -> None:
    assert foedus("data", "add", "gml-mid", str(shared_data / "cow" / "gml_mid_ddydisps.csv")).status == 0
    told = json.loads(foedus("measures", "system", "--year", "1960", "--json").out)["sections"]
    assert "gml-mid" in next(one["waits_for"] for one in told if one["name"] == "balance")
    said = foedus("measures", "system", "--year", "1960", "--what", "balance")
    assert said.status == 3
    assert "the store has gml-mid, but not its table directed_dispute_years (only directed_dyad_years)" in said.err


@pytest.mark.parametrize(
    ("counts", "more", "said"),
    [
        (("0", "0", "0", "0"), (), "the four counts make 0 cases"),
        (("1" + "0" * 22, "5", "3", "68"), (), "the four counts make 1e+22 cases"),
        (("1", "2", "3", "4"), ("--second", ""), "--second: a fact without a name"),
    ],
)
def test_an_association_of_nothing_is_refused(
    counts: tuple[str, ...], more: tuple[str, ...], said: str, foedus: Any
) -> None:
    refused = foedus("measures", "association", *counts, *more)
    assert (refused.status, refused.out) == (2, "")
    assert said in refused.err


@pytest.mark.data
def test_wars_from_a_store(foedus: Any, shared_data: Path) -> None:
    added = foedus("data", "add", "inter-state-war", str(shared_data / "cow" / "Inter-StateWarData_v4.0.csv"))
    assert added.status == 0
    answer = json.loads(foedus("measures", "war-sizes", "--json").out)
    assert (answer["cases"], answer["tail"], answer["least"]) == (95, 51, 7061)
    assert "alpha 1.525 ± 0.073" in foedus("measures", "war-sizes", "--svg", "wars.svg").out

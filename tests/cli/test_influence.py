"""``foedus measures influence``: bodies, networks, key players, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from foedus import load_register
from foedus._base.dates import Day
from foedus.catalogue.schemas import json_schema
from foedus.register.arrangements import BoundBy


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOEDUS_HOME", str(tmp_path / "home"))


def answer(said: Any, kind: str) -> Any:
    assert (said.status, said.err) == (0, "")
    told = json.loads(said.out)
    Draft202012Validator(json_schema(f"{kind}-answer")).validate(told)
    assert told["kind"] == kind
    return told


def test_the_power_of_a_textbook_body(foedus: Any) -> None:
    told = answer(foedus("measures", "influence", "power", "un-security-council", "--json"), "power")
    assert told["players"][0]["shapley_exact"] == "421/2145"
    assert told["winning"] == "848"
    said = foedus("measures", "influence", "power", "un-security-council")
    assert "0.19627" in said.out
    assert max(map(len, said.out.splitlines())) <= 80


def test_the_power_of_a_body_of_ones_own(foedus: Any) -> None:
    words = ("measures", "influence", "power", "--weights", "4,4,4,2,2,1", "--quota", "12", "--json")
    told = answer(foedus(*words), "power")
    assert [one["shapley_exact"] for one in told["players"]] == ["7/30"] * 3 + ["3/20"] * 2 + ["0"]
    assert told["acting"] == 0.21875


def test_a_council_that_counts_people_takes_them_from_a_file(foedus: Any, tmp_path: Path) -> None:
    members = sorted(BoundBy(load_register())("teu-42-7", Day.parse("2024-06-01")))
    (tmp_path / "people.yaml").write_text("".join(f"{state}: {1000 + at}\n" for at, state in enumerate(members)))
    words = ("measures", "influence", "power", "european-union/council", "--on", "2024-06-01", "--subject", "sanctions")
    told = answer(foedus(*words, "--populations", "people.yaml", "--json"), "power")
    assert len(told["players"]) == 27
    said = foedus(*words)
    assert said.status == 2
    assert "--populations FILE" in said.err


def test_bodies_are_listed_by_the_day(foedus: Any) -> None:
    told = answer(foedus("measures", "influence", "bodies", "--on", "1985-01-01", "--json"), "voting-bodies")
    ids = {body["id"] for body in told["register_bodies"]}
    assert {"nato/council", "warsaw-pact/political-consultative-committee"} <= ids
    assert "eec-1958" in foedus("measures", "influence", "bodies").out


def test_the_most_central_states(foedus: Any) -> None:
    words = ("measures", "influence", "centrality", "--on", "2012-06-01")
    told = answer(foedus(*words, "--by", "betweenness", "--json"), "centrality")
    values = [state["betweenness"] for state in told["states"]]
    assert values == sorted(values, reverse=True)
    first = told["states"][0]
    assert first["degree"] == len(first["partners"])
    assert told["figures"] is None
    weighed = answer(foedus(*words, "--weigh", "--shares", "bundled", "--json"), "centrality")
    assert "World Factbook" in weighed["figures"]
    assert {state["state"]: state["degree"] for state in weighed["states"]} == {
        state["state"]: state["degree"] for state in told["states"]
    }
    assert "without a figure weigh nothing" in " ".join(foedus(*words, "--weigh", "--shares", "bundled").out.split())


def test_brokers_by_blocs_and_by_communities(foedus: Any) -> None:
    words = ("measures", "influence", "brokers", "--on", "1985-06-01")
    told = answer(foedus(*words, "--bloc", "nato", "--bloc", "warsaw-pact", "--json"), "brokers")
    groups = {state["state"]: state["group"] for state in told["states"]}
    assert groups["united-states"] == "nato"
    assert set(groups.values()) <= {"nato", "warsaw-pact", "none of them"}
    free = answer(foedus(*words, "--by", "constraint", "--json"), "brokers")
    values = [state["constraint"] for state in free["states"]]
    assert values == pytest.approx(sorted(values))
    assert "gatekeeper: between its own group and another" in foedus(*words).out


def test_key_players_come_with_reasons(foedus: Any) -> None:
    words = ("measures", "influence", "players", "--on", "2024-06-01")
    told = answer(foedus(*words, "--json"), "key-players")
    first = told["states"][0]
    assert first["state"] == "united-states"
    assert first["vetoes"][0] == {"organ": "united-nations/security-council", "is_one_of": 5, "votes": 15}
    text = " ".join(foedus(*words, "--top", "1").out.split())
    assert f"defence pledges with {first['partners']} states; holds a veto in united-nations/security-council" in text


@pytest.mark.parametrize(
    ("words", "said", "status"),
    [
        ("power", "name a body, or give weights and a quota", 2),
        ("power nato --weights 1,1 --quota 1", "name a body, or give weights and a quota", 2),
        ("power --weights 1,x --quota 1", "'1,x' are no votes", 2),
        ("power --weights 1,1 --quota 9", "all together do not meet the quota", 2),
        ("power atlantis", "no body is called 'atlantis'", 2),
        ("power nato --subject war", "no body decides 'war'", 2),
        ("power nato --draw tea", "no index is called 'tea'", 2),
        ("power nato --populations none.yaml", "none.yaml", 2),
        ("centrality --by fame", "no centrality is called 'fame'", 2),
        ("centrality --pledge love", "no pledge is called 'love'", 2),
        ("centrality --on 1700-01-01", "the state system has no members on 1700-01-01", 2),
        ("centrality --weigh --on 2012-01-01", "nmc is not in the store", 3),
        ("brokers --by fame", "brokers have no order by 'fame'", 2),
        ("brokers --bloc atlantis", "no treaty has the id 'atlantis'", 2),
        ("power un-security-council --on 1930-01-01", "--on: textbook cases and bodies of your own are of no day", 2),
        ("power --weights 1,1 --quota 2 --subject sanctions", "--subject: textbook cases and bodies of your own", 2),
        ("brokers --bloc nato --bloc nato", "--bloc: nato is given twice", 2),
        ("brokers --bloc warsaw-pact --on 2024-06-01", "--bloc: warsaw-pact bound nobody on 2024-06-01", 2),
    ],
)
def test_bad_input_is_told(foedus: Any, words: str, said: str, status: int) -> None:
    found = foedus("measures", "influence", *words.split())
    assert found.status == status
    assert said in " ".join(found.err.split())


@pytest.mark.parametrize("command", ["centrality", "brokers", "players"])
def test_before_the_register_holds_all_the_screen_says_so(command: str, foedus: Any) -> None:
    early = foedus("measures", "influence", command, "--on", "1914-07-01").out
    assert "before 1945 a choice of treaties: ties may be missing" in " ".join(early.split())
    assert "…" not in early
    assert max(map(len, early.splitlines())) <= 80
    assert "a choice" not in foedus("measures", "influence", command, "--on", "2000-01-01").out


@pytest.mark.parametrize("content", ["France: many", "[1, 2]", "France: -3", "France: 1.5", "France: true"])
def test_populations_that_are_none_are_refused(foedus: Any, tmp_path: Path, content: str) -> None:
    (tmp_path / "people.yaml").write_text(content)
    found = foedus("measures", "influence", "power", "nato", "--populations", "people.yaml")
    assert found.status == 2
    assert "populations are whole numbers above 0 by state" in found.err


@pytest.mark.parametrize("words", ["power eu-15 --draw coleman", "centrality", "brokers", "players"])
def test_pictures_are_drawn(foedus: Any, tmp_path: Path, words: str) -> None:
    on = () if words.startswith("power") else ("--on", "2012-06-01")
    assert foedus("measures", "influence", *words.split(), *on, "--svg", "drawn.svg").status == 0
    assert "Source:" in (tmp_path / "drawn.svg").read_text(encoding="utf-8")

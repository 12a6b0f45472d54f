"""States, the world and NATO on the site."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

from foedus._base.dates import Day
from foedus.catalogue.arrangement_answers import AllianceAnswer, StateAnswer
from foedus.catalogue.register_answers import StatesAnswer
from foedus.register.compiled import load_register
from foedus.report.charts.pacts import pacts_on
from foedus.web.pages.world import WorldAnswer


def test_the_states_of_a_day(client: TestClient) -> None:
    answer = client.get("/states.json", params={"on": "1914-08-01"}).json()
    StatesAnswer.model_validate(answer)
    assert "austria-hungary" in {one["id"] for one in answer["states"]}
    assert "Austria-Hungary" in client.get("/states", params={"on": "1914-08-01"}).text


def test_a_state_on_a_day(client: TestClient) -> None:
    StateAnswer.model_validate(client.get("/states/france.json", params={"on": "1955-06-15"}).json())
    page = client.get("/states/france", params={"on": "1955-06-15"}).text
    assert 'href="/treaties/nato?on=1955-06-15"' in page


def test_a_state_tells_its_names_and_kin_in_words(client: TestClient) -> None:
    page = client.get("/states/poland", params={"on": "2025-01-01"}).text
    assert "until 1569-06-30" in page
    assert "since 1989-12-31" in page
    assert '<a href="/states/austria-hungary">Austria-Hungary</a> (restoration' in page
    assert '<span class="pledge pledge-defense">defence</span>' in page


def test_a_state_with_no_pledge_says_so_instead_of_showing_nothing(client: TestClient) -> None:
    page = client.get("/states/switzerland", params={"on": "1990-01-01"}).text
    assert "No figure of this state" in page or "Capabilities at hand" in page
    assert "What it owes" in page


@pytest.mark.parametrize("on", ["1914", "yesterday", "1914-13-01"])
def test_a_day_that_is_none_is_refused_with_its_field(client: TestClient, on: str) -> None:
    answer = client.get("/states.json", params={"on": on})
    assert answer.status_code == 400
    assert answer.json()["faults"][0]["where"] == "on"


def test_the_pacts_of_a_year_are_those_of_the_report(client: TestClient) -> None:
    answer = client.get("/world.json", params={"year": 1955}).json()
    WorldAnswer.model_validate(answer)
    pacts = pacts_on(load_register(), Day.parse("1955-07-01"))
    assert [one["treaty"] for one in answer["pacts"]] == [one.treaty.id for one in (*pacts.drawn, *pacts.like)]
    assert answer["covered"] == "meant to be whole"


def test_the_page_of_a_year_begins_with_the_largest_pact(client: TestClient) -> None:
    page = client.get("/world", params={"year": 2025}).text
    told, _, _ = page.partition("On paper only")
    members = [int(found) for found in re.findall(r"(\d+) members", told)]
    assert members == sorted(members, reverse=True)
    assert len(members) > 10


def test_a_year_that_is_not_covered_says_so(client: TestClient) -> None:
    assert client.get("/world.json", params={"year": 1850}).json()["covered"] == "a choice of treaties"
    assert "may not be covered" in client.get("/world", params={"year": 1850}).text


@pytest.mark.parametrize("path", ["/states", "/states/france", "/nato", "/world"])
def test_a_day_after_the_cut_off_is_shown_as_not_covered(client: TestClient, path: str) -> None:
    asked = {"year": "2040"} if path == "/world" else {"on": "2040-01-01"}
    told = client.get(path, params=asked).text.partition("<main")[2].partition("</main>")[0]
    assert "after 2025-12-31 is not covered" in told


def test_a_state_that_was_not_there_on_a_day_says_so(client: TestClient) -> None:
    assert "did not exist on this day" in client.get("/states/poland", params={"on": "1800-01-01"}).text
    assert "did not exist" not in client.get("/states/poland", params={"on": "1930-01-01"}).text


def test_figures_of_millions_are_written_out(client: TestClient) -> None:
    page = client.get("/states/poland").text
    assert "e+07" not in page
    assert ">GDP</th>" in page


def test_nato_on_two_days(client: TestClient) -> None:
    AllianceAnswer.model_validate(client.get("/nato.json", params={"on": "1955-06-15"}).json())
    assert "Parties on 1955-06-15 (15)" in client.get("/nato", params={"on": "1955-06-15"}).text
    assert "bound nobody on this day" in client.get("/nato", params={"on": "1940-01-01"}).text


def test_pictures_are_drawn_and_hold_no_script(client: TestClient) -> None:
    answer = client.get("/charts/partners.svg", params={"state": "france", "on": "1955-06-15"})
    assert answer.headers["content-type"] == "image/svg+xml"
    assert answer.text.startswith("<svg")
    assert "<script" not in answer.text

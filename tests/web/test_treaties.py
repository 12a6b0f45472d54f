"""Treaties on the site: the same answers as the command line, and pages that can be read without scripts."""

from __future__ import annotations

from fastapi.testclient import TestClient

from foedus.catalogue.register_answers import TreatiesAnswer, TreatyAnswer
from foedus.register.compiled import load_register
from foedus.report.treaties import treaty_whole


def test_a_treaty_as_json_is_what_the_command_gives(client: TestClient) -> None:
    register = load_register()
    answer = client.get("/treaties/nato.json").json()
    assert answer["treaty"] == treaty_whole(register.treaty("nato"), register)
    TreatyAnswer.model_validate(answer)


def test_the_list_as_json_keeps_its_shape(client: TestClient) -> None:
    answer = client.get("/treaties.json", params={"q": "warsaw"}).json()
    TreatiesAnswer.model_validate(answer)
    assert "warsaw-pact" in {one["id"] for one in answer["treaties"]}


def test_the_list_is_narrowed_by_every_field(client: TestClient) -> None:
    fields = {"state": "France", "on": "1955-06-15", "pledge": "defend", "century": "1900"}
    found = client.get("/treaties.json", params=fields).json()["treaties"]
    register = load_register()
    assert "nato" in {one["id"] for one in found}
    for one in found:
        treaty = register.treaty(one["id"])
        assert "france" in treaty.spells_of
        assert any(clause.obligation == "defend" for clause in treaty.clauses)


def test_a_treaty_page_shows_each_clause_with_its_article_and_how_it_is_known(client: TestClient) -> None:
    page = client.get("/treaties/nato").text
    for clause in load_register().treaty("nato").clauses:
        assert f'id="{clause.id}"' in page
    assert "read in the text" in page


def test_a_treaty_that_is_not_there_is_not_found(client: TestClient) -> None:
    answer = client.get("/treaties/no-such-treaty.json")
    assert answer.status_code == 404
    assert answer.json()["kind"] == "error"


def test_nothing_fits_and_the_page_says_what_to_do(client: TestClient) -> None:
    page = client.get("/treaties", params={"q": "zzzz"}).text
    assert "No treaty fits all of this" in page


def test_fields_that_are_left_empty_narrow_nothing(client: TestClient) -> None:
    fields = {"q": "north atlantic", "state": "", "on": "", "pledge": "", "century": ""}
    answer = client.get("/treaties", params=fields)
    assert answer.status_code == 200
    assert 'href="/treaties/nato"' in answer.text

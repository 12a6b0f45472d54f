"""Measures on the site: every one with its formula and source, and its picture where it was drawn."""

from __future__ import annotations

from fastapi.testclient import TestClient

from foedus.catalogue.measure_answers import MeasureAnswer, MeasuresAnswer
from foedus.catalogue.measures import all_measures


def test_every_measure_is_in_the_gallery(client: TestClient) -> None:
    page = client.get("/measures").text
    for one in all_measures():
        assert f'href="/measures/{one.name}"' in page


def test_measures_as_json_are_those_of_the_catalogue(client: TestClient) -> None:
    answer = client.get("/measures.json").json()
    MeasuresAnswer.model_validate(answer)
    assert [one["name"] for one in answer["measures"]] == [one.name for one in all_measures()]


def test_a_measure_tells_its_formula_and_source(client: TestClient) -> None:
    MeasureAnswer.model_validate(client.get("/measures/cinc.json").json())
    assert "Singer" in client.get("/measures/cinc").text


def test_a_picture_is_a_picture(client: TestClient) -> None:
    answer = client.get("/gallery/cinc.png")
    assert answer.headers["content-type"] == "image/png"
    assert answer.content.startswith(b"\x89PNG")


def test_no_picture_is_found_outside_the_gallery(client: TestClient) -> None:
    assert client.get("/gallery/..%2f..%2fREADME.png").status_code == 404

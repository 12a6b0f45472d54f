"""The casebook on the site: cases listed, and each put to the engine when it is opened."""

from __future__ import annotations

import re

from fastapi.testclient import TestClient

from foedus.catalogue.answers import CasebookAnswer
from foedus.register.compiled import load_register
from foedus.report.casebook import bundled_results


def test_every_case_is_listed(client: TestClient) -> None:
    page = client.get("/casebook").text
    assert page.count('href="/casebook/') > 50


def test_cases_stand_in_the_order_of_their_days(client: TestClient) -> None:
    days = re.findall(r'<td class="date">([0-9-]+)</td>', client.get("/casebook").text)
    assert days == sorted(days)
    assert len(days) > 50


def test_the_title_of_a_case_gives_a_disputed_place_both_names(client: TestClient) -> None:
    page = client.get("/casebook").text
    assert "Falkland Islands / Islas Malvinas" in page
    assert "Senkaku / Diaoyu Islands" in page


def test_a_case_is_put_to_the_engine_line_by_line(client: TestClient) -> None:
    listed = client.get("/casebook").text
    case = listed.split('href="/casebook/')[2].split('"')[0]
    (result,) = bundled_results(load_register(), [case])
    answer = client.get(f"/casebook/{case}.json").json()
    CasebookAnswer.model_validate(answer)
    assert len(answer["cases"][0]["lines"]) == len(result.verdicts)
    page = client.get(f"/casebook/{case}").text
    assert f'href="/casebook/{case}.json"' in page
    assert page.count('<tr><th scope="row">') == len(result.verdicts)


def test_a_case_that_is_not_there_is_not_found(client: TestClient) -> None:
    assert client.get("/casebook/no-such-case.json").status_code == 404

"""What holds for every page: headers, escaping, one shape of refusal, links that carry the edition."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

from foedus.register.compiled import load_register
from foedus.web.edition import edition_mark
from foedus.web.site import SECTIONS

PAGES = ("/", "/treaties", "/treaties/nato")


@pytest.mark.parametrize("path", PAGES)
def test_a_page_may_load_nothing_from_elsewhere(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert not re.search(r"""(src|action)=["']?(https?:)?//""", answer.text)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_holds_no_style_or_script_in_place(client: TestClient, path: str) -> None:
    page = client.get(path).text
    assert not re.search(r"<script(?![^>]*src=)|\sstyle=|\son\w+=", page)


def test_the_menu_names_every_section(client: TestClient) -> None:
    page = client.get("/").text
    for section in SECTIONS:
        assert f'href="{section.path}"' in page


def test_what_a_reader_types_is_escaped(client: TestClient) -> None:
    page = client.get("/treaties", params={"q": "<script>alert(1)</script>"}).text
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_a_link_made_on_another_edition_says_so(client: TestClient) -> None:
    mark = edition_mark(load_register().edition)
    assert "This link was made" not in client.get("/treaties/nato", params={"register": mark}).text
    assert "This link was made on register 0.1-x" in client.get("/treaties/nato", params={"register": "0.1-x"}).text


def test_an_answer_the_reader_has_is_not_sent_again(client: TestClient) -> None:
    first = client.get("/treaties/nato")
    again = client.get("/treaties/nato", headers={"if-none-match": first.headers["etag"]})
    assert again.status_code == 304


def test_a_page_that_is_not_there_is_a_page(client: TestClient) -> None:
    answer = client.get("/no-such-page", headers={"accept": "text/html"})
    assert answer.status_code == 404
    assert "There is nothing here" in answer.text


def test_a_foreign_name_of_the_host_is_refused(client: TestClient) -> None:
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400


def test_a_large_body_is_refused(client: TestClient) -> None:
    answer = client.post("/treaties", content=b"x" * 2_000_000)
    assert answer.status_code == 413


def test_the_limits_name_centuries_and_data_as_people_say_them(client: TestClient) -> None:
    page = client.get("/about").text
    assert "20th century" in page
    assert "21st century" in page
    assert "atop 5.1" in page


@pytest.mark.parametrize("path", ["/states/atlantis", "/treaties/none", "/casebook/none", "/measures/none"])
def test_what_is_not_there_shows_the_way_to_its_section(client: TestClient, path: str) -> None:
    page = client.get(path, headers={"accept": "text/html"})
    assert page.status_code == 404
    told = page.text.partition("<main")[2].partition("</main>")[0]
    assert f'<a href="/{path.split("/")[1]}">' in told

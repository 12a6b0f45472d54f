"""Hostile questions on every route: scripts in every field, climbing paths, foreign names and foreign pages."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient
from starlette.routing import BaseRoute
from tests.web.wire import connected, rest

from foedus.web.answer import Answer
from foedus.web.app import site
from foedus.web.settings import Settings

SCRIPT = """"'><script>alert(1)</script><img src=x onerror=alert(1)>{{7*7}}${7*7}javascript:alert(1)//\u202e\ufffd"""
SHORT = "\"'><b onx>"
PAGE = {"accept": "text/html"}
NAMES = ("/treaties/", "/states/", "/measures/", "/data/tables/", "/data/jobs/", "/casebook/", "/gallery/", "/static/")
CLIMBS = (
    "../../../etc/passwd",
    "..%2f..%2f..%2fetc%2fpasswd",
    "%2e%2e/%2e%2e/etc/passwd",
    "..%5c..%5cwindows%5cwin.ini",
    "%252e%252e%252fetc%252fpasswd",
    "/etc/passwd",
    "%00",
    "nato%00.html",
    "%ff%fe",
    "%c0%ae%c0%ae/",
    "a" * 5000,
)


def _routes(routes: list[BaseRoute]) -> Iterator[APIRoute]:
    for one in routes:
        if isinstance(one, APIRoute):
            yield one
        else:
            held = getattr(one, "original_router", None) or getattr(one, "router", None)
            yield from _routes(getattr(held, "routes", []))


def _questions(app: FastAPI) -> list[tuple[str, str]]:
    """Return the address of every route that is read, with every field of its question."""
    found = []
    for route in _routes(list(app.routes)):
        if "GET" in (route.methods or ()):
            fields = [one.alias for one in route.dependant.query_params]
            for one in route.dependant.query_params:
                held = getattr(one.field_info.annotation, "model_fields", {})
                fields += list(held)
            found += [(route.path, field) for field in dict.fromkeys((*fields, "register"))]
    return found


QUESTIONS = _questions(site())


def test_every_kind_of_route_is_among_the_questions() -> None:
    paths = {path for path, _ in QUESTIONS}
    assert {"/", "/treaties", "/states/{state}", "/charts/world.svg", "/data/sql.json"} <= paths
    assert ("/treaties", "q") in QUESTIONS


def _safe(answer: Any) -> None:
    assert answer.status_code < 500 or answer.status_code in {501, 503}
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    if "text/html" in answer.headers["content-type"]:
        assert "<script>alert" not in answer.text
        assert "<img src=x" not in answer.text
        assert "<b onx" not in answer.text
        assert "49" not in re.findall(r"\{?\{?(49)\}", answer.text)
        assert 'href="javascript:' not in answer.text.lower()
    if answer.headers["content-type"] == "image/svg+xml":
        assert "<script" not in answer.text


@pytest.mark.parametrize("path", sorted({path for path, _ in QUESTIONS}))
def test_a_script_in_any_field_is_never_run(client: TestClient, path: str) -> None:
    filled = re.sub(r"\{\w+\}", "france", path)
    for field in [field for one, field in QUESTIONS if one == path]:
        for text in (SCRIPT, SHORT):
            answer = client.get(filled, params={field: text}, headers=PAGE)
            _safe(answer)
            if filled.endswith(".json"):
                assert answer.headers["content-type"] == "application/json"


@pytest.mark.parametrize("path", sorted({path for path, _ in QUESTIONS if "{" in path}))
def test_a_script_in_a_name_is_never_run(client: TestClient, path: str) -> None:
    _safe(client.get(re.sub(r"\{\w+\}", SCRIPT.replace("/", ""), path), headers=PAGE))


@pytest.mark.parametrize("beginning", NAMES)
def test_no_path_climbs_out(port: int, beginning: str) -> None:
    for climb in CLIMBS:
        with connected(port) as held:
            held.sendall(f"GET {beginning}{climb} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n".encode())
            found = rest(held)
        assert re.match(rb"HTTP/1.1 (400|404|307)", found), climb
        assert b"root:" not in found


@pytest.mark.parametrize("path", ["/%0d%0aset-cookie:x=1/", "/treaties%0d%0aset-cookie:x=1/", "//evil.example/"])
def test_no_redirect_carries_a_header_or_leads_away(port: int, path: str) -> None:
    with connected(port) as held:
        held.sendall(f"GET {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n".encode())
        head = rest(held).split(b"\r\n\r\n")[0].lower()
    assert b"\r\nset-cookie" not in head
    for place in re.findall(rb"\r\nlocation: (\S+)", head):
        assert place.startswith((b"http://localhost/", b"/"))
        assert not place.startswith(b"//")


def test_a_file_is_never_called_what_a_header_could_break_on(client: TestClient) -> None:
    from starlette.requests import Request  # noqa: PLC0415 - only here

    from foedus.web.serving import answered  # noqa: PLC0415 - only here

    request = Request({"type": "http", "headers": [], "method": "GET", "path": "/", "query_string": b""})
    found = answered(request, Answer(b"", filename='a"\r\nset-cookie: x.csv')).headers["content-disposition"]
    assert found == 'attachment; filename="a-set-cookie-x.csv"'


@pytest.mark.parametrize(
    ("host", "allowed"),
    [
        ("localhost", True),
        ("localhost:8000", True),
        ("LOCALHOST:8000", True),
        ("127.0.0.1:8000", True),
        ("[::1]:8000", True),
        ("[::1]", True),
        ("evil.example", False),
        ("localhost.evil.example", False),
        ("evil.example:8000", False),
        ("localhost@evil.example", False),
        ("127.0.0.1.nip.io", False),
        ("[::2]:8000", False),
        ("", False),
    ],
)
def test_it_answers_to_its_own_names_only(client: TestClient, host: str, allowed: bool) -> None:
    assert (client.get("/about", headers={"host": host}).status_code == 200) is allowed


@pytest.mark.parametrize(
    ("headers", "allowed"),
    [
        ({}, True),
        ({"origin": "http://testserver", "sec-fetch-site": "same-origin"}, True),
        ({"origin": "http://testserver"}, True),
        ({"origin": "null", "sec-fetch-site": "same-origin"}, True),
        ({"origin": "http://evil.example"}, False),
        ({"origin": "http://testserver:9999"}, False),
        ({"origin": "null"}, False),
        ({"origin": "http://["}, False),
        ({"sec-fetch-site": "cross-site"}, False),
        ({"sec-fetch-site": "same-site"}, False),
    ],
)
def test_forms_are_taken_from_its_own_pages_only(client: TestClient, headers: dict[str, str], allowed: bool) -> None:
    answer = client.post("/data/jobs/none/cancel", headers=headers)
    assert answer.status_code == (404 if allowed else 403)


def test_a_link_from_elsewhere_is_followed_but_nothing_is_loaded_into_other_pages(client: TestClient) -> None:
    elsewhere = {"sec-fetch-site": "cross-site"}
    followed = {**elsewhere, "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}
    assert client.get("/about", headers=followed).status_code == 200
    assert client.get("/about", headers={**elsewhere, "sec-fetch-mode": "no-cors"}).status_code == 403
    assert client.get("/about", headers={**followed, "sec-fetch-dest": "iframe"}).status_code == 403


@pytest.mark.parametrize("path", ["/", "/treaties/nato.json", "/charts/partners.svg?state=france", "/static/site.css"])
def test_head_gives_the_headers_alone(client: TestClient, path: str) -> None:
    answer, whole = client.head(path), client.get(path)
    assert answer.status_code == 200
    assert answer.content == b""
    assert answer.headers["etag"] == whole.headers["etag"]


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "PROPFIND"])
def test_other_methods_are_not_done(client: TestClient, method: str) -> None:
    answer = client.request(method, "/treaties")
    assert answer.status_code == 405
    assert "GET" in answer.headers["allow"]


def test_many_headers_and_long_addresses_are_answered_in_words(client: TestClient) -> None:
    assert client.get("/about", headers={f"x-{number}": "1" for number in range(500)}).status_code == 200
    assert client.get("/treaties", params={"q": "a" * 60_000}).status_code == 400


def test_a_fault_of_ours_is_a_page_that_tells_nothing_and_runs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        message = "secret <script>"
        raise RuntimeError(message)

    monkeypatch.setattr("foedus.web.pages.about.served", broken)
    app = site(Settings(hosts=("testserver",)))
    with pytest.raises(RuntimeError):
        TestClient(app).get("/about")
    answer = TestClient(app, raise_server_exceptions=False).get("/about", headers=PAGE)
    assert answer.status_code == 500
    assert "secret" not in html.unescape(answer.text)
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_nothing_is_measured_for_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FASTAPI_OTEL_AUTO_CONFIGURE", "true")
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9")
    telemetry = site()._telemetry
    assert not any(telemetry[name] for name in ("tracing", "metrics", "logs", "operation_spans", "auto_configure"))

"""Slow and boundless clients on a real connection: let go in time, refused in words, and the server goes on."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest
import uvicorn
from tests.web.wire import connected, dribbled, listening, rest, until
from uvicorn.protocols.http.h11_impl import H11Protocol

from foedus.web.guard.bodies import BodyLimit
from foedus.web.guard.patience import Patience, patient
from foedus.web.settings import Settings

SETTINGS = Settings(head_seconds=0.5, body_seconds=0.5, taking_seconds=0.5, connections=8, body_bytes=100_000)
LARGE = 30_000_000
GET = b"GET / HTTP/1.1\r\nhost: localhost\r\n\r\n"


async def _small(scope: Any, receive: Any, send: Any) -> None:
    if scope["type"] != "http":
        return
    body = b"x" * (LARGE if scope["path"] == "/large" else 5)
    headers = [(b"content-length", b"%d" % len(body))]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def _plain() -> type[asyncio.Protocol]:
    return type("PlainProtocol", (Patience, H11Protocol), {"settings": SETTINGS})


@pytest.fixture(scope="module", params=["h11", "installed"])
def server(request: pytest.FixtureRequest) -> Iterator[tuple[uvicorn.Server, int]]:
    """Serve a small answer, by both protocols."""
    protocol = _plain() if request.param == "h11" else patient(SETTINGS)
    app = BodyLimit(_small, most=SETTINGS.body_bytes, seconds=SETTINGS.body_seconds)
    with listening(app, protocol) as held:
        yield held


@pytest.fixture
def port(server: tuple[uvicorn.Server, int]) -> Iterator[int]:
    """Give the port, and see that the server still answers afterwards and holds no connection."""
    running, number = server
    until(lambda: not running.server_state.connections, 5)
    yield number
    until(lambda: not running.server_state.connections, 5)
    with connected(number) as held:
        held.sendall(GET)
        assert held.recv(100).startswith(b"HTTP/1.1 200")


def _read_small(held: Any) -> bytes:
    found = b""
    while not found.endswith(b"xxxxx"):
        found += held.recv(1000)
    return found


def test_a_head_sent_byte_by_byte_is_let_go_in_time(port: int) -> None:
    with connected(port) as held:
        assert 0.3 < dribbled(held, GET * 3) < 1.5


def test_a_connection_that_says_nothing_is_let_go_in_time(port: int) -> None:
    with connected(port) as held:
        assert rest(held) == b""


@pytest.mark.parametrize("beginning", [b"", b"\r\n\r\n"])
def test_the_second_head_on_a_kept_connection_has_no_more_time(port: int, beginning: bytes) -> None:
    with connected(port) as held:
        held.sendall(GET)
        _read_small(held)
        assert dribbled(held, beginning * 20 + GET * 3) < 1.5


def test_requests_in_a_row_on_one_connection_are_answered(port: int) -> None:
    with connected(port) as held:
        held.sendall(GET * 3)
        found = b""
        while found.count(b"xxxxx") < 3:
            found += held.recv(1000)
        assert found.count(b"HTTP/1.1 200") == 3


def test_a_head_without_end_is_refused(port: int) -> None:
    with connected(port) as held:
        try:
            held.sendall(b"GET / HTTP/1.1\r\nhost: localhost\r\nx: " + b"a" * 5_000_000)
        except ConnectionError:
            return
        assert rest(held)[:12] in {b"HTTP/1.1 431", b"HTTP/1.1 400", b""}


def test_trailers_without_end_are_cut_off(port: int) -> None:
    with connected(port) as held:
        held.sendall(b"POST / HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n")
        with pytest.raises(ConnectionError):
            held.sendall((b"x: " + b"a" * 50_000) * 2000)


def test_more_connections_than_are_held_are_told_to_come_back(port: int) -> None:
    with connected(port) as first:
        first.sendall(GET)
        _read_small(first)
        others = [connected(port) for _ in range(SETTINGS.connections - 1)]
        for one in others:
            one.__enter__()
        with connected(port) as last:
            assert rest(last).startswith(b"HTTP/1.1 503")
        for one in others:
            one.__exit__(None, None, None)


def test_a_client_that_does_not_take_its_answer_is_let_go(server: tuple[uvicorn.Server, int], port: int) -> None:
    with connected(port) as held:
        held.sendall(GET.replace(b"/ ", b"/large "))
        until(lambda: bool(server[0].server_state.connections), 5)
        until(lambda: not server[0].server_state.connections, 5)
        assert len(rest(held)) < LARGE


def test_a_slow_body_is_refused_in_words(port: int) -> None:
    with connected(port) as held:
        held.sendall(b"POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100\r\n\r\nabc")
        found = rest(held)
        assert found.startswith(b"HTTP/1.1 408")
        assert b"the body took longer" in found


@pytest.mark.parametrize("method", [b"POST", b"GET", b"PUT"])
def test_a_large_body_is_refused_before_it_is_read(port: int, method: bytes) -> None:
    with connected(port) as held:
        held.sendall(method + b" / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100000000\r\n\r\n")
        assert held.recv(12) == b"HTTP/1.1 413"


def test_a_large_body_in_chunks_is_refused_in_words_while_it_is_sent(port: int) -> None:
    chunk = b"10000\r\n" + b"x" * 65_536 + b"\r\n"
    with connected(port) as held:
        held.sendall(b"POST / HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\n")
        for _ in range(1600):
            held.sendall(chunk)
        held.sendall(b"0\r\n\r\n")
        assert rest(held).startswith(b"HTTP/1.1 413")


def test_a_body_longer_than_it_is_told_to_be_is_no_second_request(port: int) -> None:
    with connected(port) as held:
        held.sendall(b"POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 3\r\n\r\nabcdefghijklmnop\r\n\r\n")
        assert b"HTTP/1.1 400" in rest(held)


def test_two_lengths_are_one_too_many(port: int) -> None:
    with connected(port) as held:
        held.sendall(b"POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 3\r\ncontent-length: 9\r\n\r\nabc")
        assert rest(held).startswith(b"HTTP/1.1 400")

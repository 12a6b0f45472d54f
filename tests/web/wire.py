"""A server on a free port of this machine, and clients that speak to it byte by byte."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import uvicorn


@contextmanager
def listening(app: Any, protocol: type[asyncio.Protocol]) -> Iterator[tuple[uvicorn.Server, int]]:
    """Serve an application while the block runs; its server and its port."""
    config = uvicorn.Config(app, port=0, http=protocol, ws="none", log_level="critical", timeout_graceful_shutdown=2)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until(lambda: server.started, 60)
    try:
        yield server, server.servers[0].sockets[0].getsockname()[1]
    finally:
        server.should_exit = True
        thread.join(20)


def until(true: Callable[[], bool], seconds: float) -> float:
    """Wait until something is true, and return how long that took."""
    began = time.monotonic()
    while not true():
        if time.monotonic() - began > seconds:
            message = f"not so within {seconds} seconds"
            raise TimeoutError(message)
        time.sleep(0.01)
    return time.monotonic() - began


@contextmanager
def connected(port: int, seconds: float = 20) -> Iterator[socket.socket]:
    """Hold a connection."""
    with socket.create_connection(("127.0.0.1", port), timeout=seconds) as held:
        yield held


def rest(held: socket.socket) -> bytes:
    """Return all that comes until the other end closes."""
    parts = []
    try:
        while part := held.recv(65_536):
            parts.append(part)
    except ConnectionError:
        pass
    return b"".join(parts)


def dribbled(held: socket.socket, data: bytes, pause: float = 0.05) -> float:
    """Send byte by byte until the other end closes; return how long it let that go on."""
    began = time.monotonic()
    try:
        for byte in data:
            held.sendall(bytes([byte]))
            time.sleep(pause)
            held.setblocking(False)
            try:
                if held.recv(1) == b"":
                    break
            except BlockingIOError:
                pass
            finally:
                held.setblocking(True)
    except ConnectionError:
        pass
    return time.monotonic() - began

"""A publisher on the loopback address, who serves a file well or badly."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Publisher:
    """What is served, and how.

    Attributes
    ----------
    breaks : list of int
        After how many bytes of each answer in turn the connection breaks off.
    seen : list of str
        The ranges that were asked for, empty where there was none.
    """

    data: bytes
    etag: str = '"one"'
    breaks: list[int] = field(default_factory=list)
    status: int = 200
    has_ranges: bool = True
    has_length: bool = True
    location: str = ""
    seen: list[str] = field(default_factory=list)
    address: str = ""

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        """Answer one request."""
        asked = request.headers.get("Range", "")
        self.seen.append(asked)
        start = 0
        if asked and self.has_ranges and request.headers.get("If-Range") == self.etag:
            start = int(asked.removeprefix("bytes=").removesuffix("-"))
        body = self.data[start:]
        status = self.status if self.status != 200 else 206 if start else 200
        request.send_response(status)
        if self.location:
            request.send_header("Location", self.location)
        if start:
            request.send_header("Content-Range", f"bytes {start}-{len(self.data) - 1}/{len(self.data)}")
        request.send_header("ETag", self.etag)
        if self.has_length:
            request.send_header("Content-Length", str(len(body)))
        request.send_header("Connection", "close")
        request.end_headers()
        stop = self.breaks.pop(0) if self.breaks else len(body)
        request.wfile.write(body[:stop])


@contextmanager
def serving(publisher: Publisher, name: str = "NMC_5_0.csv") -> Iterator[Publisher]:
    """Serve while the block runs."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            publisher.answer(self)

        def log_message(self, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    publisher.address = f"http://127.0.0.1:{server.server_port}/{name}"
    try:
        yield publisher
    finally:
        server.shutdown()
        server.server_close()
        thread.join()

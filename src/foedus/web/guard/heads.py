"""The protocol of httptools with a bound on heads, which its parser collects without end; h11 has its own bound."""

from __future__ import annotations

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

from foedus.web.guard.raw import raw_refusal

HEAD_BYTES = 65_536
"""The largest head of a request, and the most that may come between two pieces of a body: trailers, marks of chunks."""
TOO_LARGE = raw_refusal(431, f"the address and the headers have more than {HEAD_BYTES:,} bytes")


class BoundedHttpTools(HttpToolsProtocol):
    """Refuses a request whose head goes on and on."""

    _fruitless = 0

    def data_received(self, data: bytes) -> None:
        """Take what has come, and count what is neither a whole head nor a body."""
        before = self.cycle
        if self.transport.is_closing():
            return
        self._fruitless += len(data)
        super().data_received(data)
        if self.cycle is not before:
            self._fruitless = 0
        elif self._fruitless > HEAD_BYTES:
            self._refuse()

    def on_body(self, body: bytes) -> None:
        """Take a piece of a body."""
        self._fruitless = 0
        super().on_body(body)

    def _refuse(self) -> None:
        cycle: RequestResponseCycle | None = self.cycle
        if cycle is None or cycle.response_complete:
            self.transport.write(TOO_LARGE)
        self.transport.close()

"""Patience with slow clients, of which the server has no measure of its own: heads, stalled readers, connections.

A request's line and headers must arrive within a time, on a fresh connection and on a kept one; a client that does not
take its answer is let go; and no more than a number of connections are held. Bodies are the part of `guard.bodies`.
"""

from __future__ import annotations

import asyncio
from importlib.util import find_spec
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

from foedus.web.guard.raw import raw_refusal
from foedus.web.settings import Settings

_FULL = raw_refusal(503, "too many connections are held", retry_after="5")
_UNREADABLE = raw_refusal(400, "what came is no request, or its address is too long")


class Patience(asyncio.Protocol):
    """What a protocol of the server gains: it goes before one of them among the bases of a class."""

    settings = Settings()
    cycle: Any
    connections: Any
    loop: Any
    transport: Any
    _due: asyncio.TimerHandle | None = None
    _stalled: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Take a connection, unless too many are held."""
        super().connection_made(transport)
        if len(self.connections) > self.settings.connections:
            self.transport.write(_FULL)
            self.transport.close()
        else:
            self._wait_for_head()

    def connection_lost(self, exc: Exception | None) -> None:
        """Let go of a connection."""
        self._stop_waiting()
        self._stop_stalling()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take what has come; the clock runs from the first byte of a head to its last."""
        before = self.cycle
        if before is None or before.response_complete:
            self._wait_for_head()
        super().data_received(data)
        if self.cycle is not before:
            self._stop_waiting()

    def pause_writing(self) -> None:
        """Start the clock for a client that does not take its answer."""
        super().pause_writing()
        self._stalled = self._stalled or self.loop.call_later(self.settings.taking_seconds, self.transport.abort)

    def resume_writing(self) -> None:
        """Stop that clock."""
        self._stop_stalling()
        super().resume_writing()

    def send_400_response(self, msg: str) -> None:
        """Refuse what is no request, in the one shape of refusals."""
        del msg
        self.transport.write(_UNREADABLE)
        self.transport.close()

    def _wait_for_head(self) -> None:
        self._due = self._due or self.loop.call_later(self.settings.head_seconds, self.transport.abort)

    def _stop_waiting(self) -> None:
        if self._due is not None:
            self._due.cancel()
            self._due = None

    def _stop_stalling(self) -> None:
        if self._stalled is not None:
            self._stalled.cancel()
            self._stalled = None


def patient(settings: Settings) -> type[asyncio.Protocol]:
    """Return the protocol for the server to speak: the one of httptools, or of h11 where that is not installed.

    Parameters
    ----------
    settings : Settings
        How long it waits, and for how many.
    """
    bases: tuple[type[asyncio.Protocol], ...] = (Patience, H11Protocol)
    if find_spec("httptools"):
        from foedus.web.guard.heads import BoundedHttpTools  # noqa: PLC0415 - it may not be installed

        bases = (Patience, BoundedHttpTools)
    return type("PatientProtocol", bases, {"settings": settings})

"""Bodies of requests, whatever their method: none above a size, none that takes too long to arrive."""

from __future__ import annotations

import asyncio
from contextlib import suppress

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from foedus._base.errors import Fault
from foedus.web.answer import Refusal, json_answer
from foedus.web.problem import problem_json

LINGERS = 2.0
"""Seconds for which the rest of a refused body is passed over, so that its sender can read why."""


class TooMuchError(Exception):
    """A body is too large, or too slow."""

    def __init__(self, status: int, what: str) -> None:
        super().__init__(what)
        self.status = status


class BodyLimit:
    """Reads no more of a body than is allowed.

    Parameters
    ----------
    most : int
        Bytes.
    seconds : float
        For the whole body.
    """

    def __init__(self, app: ASGIApp, most: int, seconds: float) -> None:
        self._app = app
        self._most = most
        self._seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or not _has_body(scope):
            await self._app(scope, receive, send)
            return
        try:
            body = await self._read(scope, receive)
        except TooMuchError as error:
            await _refuse(error, receive, send)
            return
        messages = iter([{"type": "http.request", "body": body, "more_body": False}])

        async def replay() -> Message:
            return next(messages, None) or await receive()

        await self._app(scope, replay, send)

    async def _read(self, scope: Scope, receive: Receive) -> bytes:
        told = Headers(scope=scope).get("content-length", "0")
        if told.isdecimal() and int(told[:20]) > self._most:
            raise TooMuchError(413, f"the body has more than {self._most:,} bytes")
        held = bytearray()
        try:
            async with asyncio.timeout(self._seconds):
                while True:
                    message = await receive()
                    held += message.get("body", b"")
                    if len(held) > self._most:
                        raise TooMuchError(413, f"the body has more than {self._most:,} bytes")
                    if message["type"] == "http.disconnect" or not message.get("more_body"):
                        return bytes(held)
        except TimeoutError as error:
            raise TooMuchError(408, f"the body took longer than {self._seconds:g} seconds") from error


def _has_body(scope: Scope) -> bool:
    headers = Headers(scope=scope)
    return headers.get("content-length", "0") != "0" or "transfer-encoding" in headers


async def _refuse(error: TooMuchError, receive: Receive, send: Send) -> None:
    answer = json_answer(problem_json(Refusal(error.status, (Fault(str(error)),))))
    length = str(len(answer.body)).encode()
    headers = [(b"content-type", answer.kind.encode()), (b"content-length", length), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": error.status, "headers": headers})
    await send({"type": "http.response.body", "body": answer.body, "more_body": True})
    with suppress(TimeoutError):
        async with asyncio.timeout(LINGERS):
            while (await receive()).get("more_body"):
                pass
    await send({"type": "http.response.body", "body": b""})

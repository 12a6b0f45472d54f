"""Bodies of requests: none above a size, none that takes too long to arrive."""

from __future__ import annotations

import asyncio

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from foedus._base.errors import Fault
from foedus.web.answer import Refusal, json_answer
from foedus.web.problem import problem_json


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
        if scope["type"] != "http" or scope["method"] in {"GET", "HEAD"}:
            await self._app(scope, receive, send)
            return
        try:
            body = await self._read(scope, receive)
        except TooMuchError as error:
            await _refuse(error, send)
            return
        messages = iter([{"type": "http.request", "body": body, "more_body": False}])

        async def replay() -> Message:
            return next(messages, None) or await receive()

        await self._app(scope, replay, send)

    async def _read(self, scope: Scope, receive: Receive) -> bytes:
        told = dict(scope["headers"]).get(b"content-length", b"0")
        if told.isdigit() and int(told) > self._most:
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


async def _refuse(error: TooMuchError, send: Send) -> None:
    answer = json_answer(problem_json(Refusal(error.status, (Fault(str(error)),))))
    headers = [(b"content-type", answer.kind.encode()), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": error.status, "headers": headers})
    await send({"type": "http.response.body", "body": answer.body})

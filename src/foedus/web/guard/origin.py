"""Who sends a request: pages of the site itself or the reader, and no page of another site on the reader's behalf.

Browsers say where a request comes from: by `Sec-Fetch-Site` (W3C, Fetch Metadata Request Headers) where the address is
this machine's or encrypted, by `Origin` elsewhere. Programs such as curl say neither, and carry nobody's authority but
their own.
"""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from foedus._base.errors import Fault
from foedus.web.answer import Refusal, json_answer
from foedus.web.problem import problem_json

READING = frozenset({"GET", "HEAD", "OPTIONS"})
OWN = frozenset({"same-origin", "none"})


class SameOrigin:
    """Refuses what a page of another site sends, apart from a link that is followed."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http" and is_foreign(scope["method"], Headers(scope=scope)):
            fault = Fault("a page of another site asked for this", remedy="open this site itself")
            answer = json_answer(problem_json(Refusal(403, (fault,))))
            headers = [(b"content-type", answer.kind.encode()), (b"content-length", b"%d" % len(answer.body))]
            await send({"type": "http.response.start", "status": 403, "headers": headers})
            await send({"type": "http.response.body", "body": answer.body})
            return
        await self._app(scope, receive, send)


def is_foreign(method: str, headers: Headers) -> bool:
    """Whether a browser says that another site's page asks, and not by a link that its reader follows."""
    site = headers.get("sec-fetch-site")
    if method in READING:
        mode, dest = headers.get("sec-fetch-mode"), headers.get("sec-fetch-dest", "document")
        return site not in {None, *OWN} and (mode, dest) != ("navigate", "document")
    if site is not None:
        return site not in OWN
    origin, host = headers.get("origin"), headers.get("host", "")
    return origin is not None and origin.partition("://")[2].lower() != host.lower()

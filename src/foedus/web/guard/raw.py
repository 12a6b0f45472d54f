"""Refusals as bytes, for what is refused before there is a request."""

from __future__ import annotations

from http import HTTPStatus

from foedus._base.errors import Fault
from foedus.web.answer import Refusal, json_answer
from foedus.web.guard.headers import HEADERS
from foedus.web.problem import problem_json


def raw_refusal(status: int, what: str, **headers: str) -> bytes:
    """Return a whole response that closes its connection.

    Parameters
    ----------
    headers
        Further ones, with ``_`` for ``-``.
    """
    answer = json_answer(problem_json(Refusal(status, (Fault(what),))))
    told = {
        "content-type": answer.kind,
        "content-length": str(len(answer.body)),
        "connection": "close",
        **HEADERS,
        **{name.replace("_", "-"): value for name, value in headers.items()},
    }
    lines = [f"HTTP/1.1 {status} {HTTPStatus(status).phrase}", *(f"{name}: {value}" for name, value in told.items())]
    return "\r\n".join((*lines, "", "")).encode() + answer.body

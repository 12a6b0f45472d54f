"""What a route says of itself in the OpenAPI document: the shape of its answer and of its refusals."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from foedus.web.problem import Problem

_REFUSALS: dict[int, str] = {
    400: "The question is at fault.",
    404: "Nothing is called so.",
    429: "Too many questions at once.",
    503: "No answer in time.",
}


def documented(answer: type[BaseModel], *, tags: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return what describes a route that answers in JSON.

    Parameters
    ----------
    answer : model
        The shape of the answer; it is documented, not imposed, since the answers are tested against it.
    """
    refusals = {status: {"model": Problem, "description": told} for status, told in _REFUSALS.items()}
    return {"response_model": None, "responses": {200: {"model": answer}, **refusals}, "tags": list(tags)}

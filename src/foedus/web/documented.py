"""What a route says of itself in the OpenAPI document: the shape of its answer and of its refusals."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel

from foedus.web.problem import Problem

_REFUSALS: dict[int, str] = {
    400: "The question is at fault.",
    404: "Nothing is called so.",
    403: "A page of another site asked.",
    413: "The body of the request is too large.",
    429: "Too many questions at once.",
    431: "The address and the headers are too large.",
    501: "A part of Foedus that it needs is not installed.",
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


def document(app: FastAPI) -> dict[str, Any]:
    """Return the OpenAPI document, without the refusal that the framework would give and this site does not."""
    if app.openapi_schema is None:
        found = get_openapi(title=app.title, version=app.version, summary=app.summary, routes=app.routes)
        for operations in found["paths"].values():
            for operation in operations.values():
                operation["responses"].pop("422", None)
        for name in ("HTTPValidationError", "ValidationError"):
            found.get("components", {}).get("schemas", {}).pop(name, None)
        app.openapi_schema = found
    return app.openapi_schema

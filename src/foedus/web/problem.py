"""What went wrong, in one shape: as JSON and as a page."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from foedus.catalogue.answers import Shape
from foedus.web.answer import Answer, Refusal
from foedus.web.render import page
from foedus.web.site import SECTIONS

TITLES = {
    400: "That question cannot be answered as it stands",
    404: "There is nothing here",
    405: "That is not done here",
    408: "That took too long",
    413: "That is too large",
    429: "Too many questions at once",
    500: "A fault of ours",
    501: "A part of Foedus is not installed",
    503: "Not now",
}


class FaultShape(Shape):
    """One thing that is wrong."""

    what: str
    where: str
    allowed: str
    remedy: str


class Problem(Shape):
    """What went wrong."""

    schema_: Literal[1] = Field(alias="schema")
    kind: Literal["error"]
    status: int
    faults: list[FaultShape]


def problem_json(refusal: Refusal) -> dict[str, Any]:
    """Return a refusal as JSON."""
    faults = [
        {"what": one.what, "where": one.where, "allowed": one.allowed, "remedy": one.remedy} for one in refusal.faults
    ]
    return {"schema": 1, "kind": "error", "status": refusal.status, "faults": faults}


def problem_page(refusal: Refusal, path: str) -> Answer:
    """Return a refusal as a page, with the way to the section that was asked."""
    section = next((one for one in SECTIONS if path.startswith(f"{one.path}/")), None)
    title = TITLES.get(refusal.status, "That did not work")
    return page(
        "problem.html",
        title=title,
        faults=refusal.faults,
        number=refusal.status,
        section=section,
        status=refusal.status,
    )

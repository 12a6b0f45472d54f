"""The front page, and the page of limits."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from foedus.register.compiled import load_register
from foedus.web.answer import Answer
from foedus.web.render import page
from foedus.web.serving import served

router = APIRouter(include_in_schema=False)


@router.get("/")
async def home(request: Request) -> Response:
    """Show what the site is for."""
    return await served(request, home_page)


def home_page() -> Answer:
    """Return the front page."""
    register = load_register()
    counts = {
        "treaties": len(register.treaties),
        "operations": len(register.operations),
        "actors": sum(1 for _ in register.actors),
    }
    return page("home.html", title="Foedus", counts=counts)

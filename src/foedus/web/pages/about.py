"""What the site rests on and what it cannot say: how the register is known, models and their cases, responsible use."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from foedus.catalogue.models import MODELS
from foedus.register.compiled import load_register
from foedus.report.coverage import coverage
from foedus.response.model_card import read_card
from foedus.web.answer import Answer
from foedus.web.render import page
from foedus.web.serving import served

router = APIRouter(include_in_schema=False)


@router.get("/about")
async def about(request: Request) -> Response:
    """Show what the site rests on."""
    return await served(request, about_page)


def about_page() -> Answer:
    """Return the page of limits."""
    *centuries, whole = coverage(load_register())
    cards = [read_card(name) for name in MODELS]
    return page(
        "about.html", title="Limits, sources and responsible use", centuries=centuries, whole=whole, cards=cards
    )

"""Pictures as SVG, each drawn by the report's charts when it is first asked for."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from foedus._base.dates import Day
from foedus.catalogue.charts import maker
from foedus.register.compiled import load_register
from foedus.report.charts.chart import Chart
from foedus.web.answer import SVG, Answer
from foedus.web.serving import served

router = APIRouter(prefix="/charts", include_in_schema=False)
Name = Annotated[str, Query(max_length=100)]


@router.get("/parties.svg")
async def parties(request: Request, treaty: Name) -> Response:
    """Draw who was bound by a treaty, and when."""
    return await served(request, parties_picture, treaty, weight="heavy")


@router.get("/area.svg")
async def area(request: Request, treaty: Name, on: Name = "") -> Response:
    """Draw a treaty's parties and areas."""
    return await served(request, area_picture, treaty, on, weight="heavy")


def parties_picture(treaty: str) -> Answer:
    """Return who was bound by a treaty, and when."""
    register = load_register()
    found = register.treaty(treaty)
    last = found.ended or Day.parse(register.edition.cutoff)
    years = range(found.signed.year, last.year + 1)
    return drawn(maker("parties")(register, [found], years, f"Parties of {found.name}"))


def area_picture(treaty: str, on: str) -> Answer:
    """Return a treaty's parties and areas, on a day or on the last one on which it was law."""
    register = load_register()
    found = register.treaty(treaty)
    last = found.ended or Day.parse(register.edition.cutoff)
    day = Day.parse(on) if on else Day.from_number(last.first)
    return drawn(maker("area-map")(register, found, day))


def drawn(chart: Chart) -> Answer:
    """Return a chart as SVG."""
    return Answer(chart.svg().encode(), SVG)

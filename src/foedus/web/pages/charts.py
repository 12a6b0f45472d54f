"""Pictures as SVG, each drawn by the report's charts when it is first asked for."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from foedus._base.dates import Day
from foedus.catalogue.charts import maker
from foedus.panel.pledges import Pledge
from foedus.register.compiled import load_register
from foedus.report.charts.chart import Chart
from foedus.report.charts.pacts import pacts_on
from foedus.report.charts.pledge_looks import WORDS
from foedus.report.timeline import timeline
from foedus.report.treaties import last_day
from foedus.web.answer import SVG, Answer
from foedus.web.days import day_of
from foedus.web.serving import served

router = APIRouter(prefix="/charts", include_in_schema=False)
Name = Annotated[str, Query(max_length=100)]
PledgeName = Annotated[Pledge, Query()]
FIRST_YEAR = -3000


@router.get("/parties.svg")
async def parties(request: Request, treaty: Name) -> Response:
    """Draw who was bound by a treaty, and when."""
    return await served(request, parties_picture, treaty, weight="heavy")


@router.get("/area.svg")
async def area(request: Request, treaty: Name, on: Name = "") -> Response:
    """Draw a treaty's parties and areas."""
    return await served(request, area_picture, treaty, on, weight="heavy")


@router.get("/partners.svg")
async def partners(request: Request, state: Name, on: Name = "") -> Response:
    """Draw a state's pacts of defence on a day."""
    return await served(request, partners_picture, state, on, weight="heavy")


@router.get("/treaties.svg")
async def treaties(request: Request, state: Name) -> Response:
    """Draw a state's treaties over time."""
    return await served(request, treaties_picture, state, weight="heavy")


@router.get("/world.svg")
async def world(request: Request, on: Name, pledge: PledgeName = "defense") -> Response:
    """Draw the pacts of a day on a map."""
    return await served(request, world_picture, on, pledge, weight="heavy")


@router.get("/network.svg")
async def network(request: Request, on: Name, pledge: PledgeName = "defense") -> Response:
    """Draw the pacts of a day as a network."""
    return await served(request, network_picture, on, pledge, weight="heavy")


def parties_picture(treaty: str) -> Answer:
    """Return who was bound by a treaty, and when."""
    register = load_register()
    found = register.treaty(treaty)
    years = range(found.signed.year, last_day(found, register).year + 1)
    return drawn(maker("parties")(register, [found], years, f"Parties of {found.name}"))


def area_picture(treaty: str, on: str) -> Answer:
    """Return a treaty's parties and areas, on a day or on the last one on which it was law."""
    register = load_register()
    found = register.treaty(treaty)
    day = Day.parse(on) if on else Day.from_number(last_day(found, register).first)
    return drawn(maker("area-map")(register, found, day))


def partners_picture(state: str, on: str) -> Answer:
    """Return a state's pacts of defence on a day."""
    register = load_register()
    day = day_of(on, register)
    return drawn(maker("ego-network")(register, register.actors.find(state, day).id, day))


def treaties_picture(state: str) -> Answer:
    """Return a state's treaties over time."""
    register = load_register()
    cutoff = Day.parse(register.edition.cutoff)
    actor = register.actors.find(state, cutoff)
    last = cutoff.year
    rows = timeline(register, range(FIRST_YEAR, last + 1), [actor.id])
    years = range(min((row.first for row in rows), default=last), last + 1)
    return drawn(maker("timeline")(register, rows, years, f"Treaties of {actor.names[-1].text}"))


def world_picture(on: str, pledge: Pledge) -> Answer:
    """Return the pacts of a day on a map."""
    register = load_register()
    day = day_of(on, register)
    return drawn(maker("map")(register, pacts_on(register, day, pledge), f"Pacts of {WORDS[pledge]} on {day}"))


def network_picture(on: str, pledge: Pledge) -> Answer:
    """Return the pacts of a day as a network."""
    register = load_register()
    day = day_of(on, register)
    return drawn(maker("network")(register, pacts_on(register, day, pledge), f"Pacts of {WORDS[pledge]} on {day}"))


def drawn(chart: Chart) -> Answer:
    """Return a chart as SVG."""
    return Answer(chart.svg().encode(), SVG)

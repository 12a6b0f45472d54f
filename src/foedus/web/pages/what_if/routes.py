"""The routes of *What if?*: its address is the contingency."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import RedirectResponse, Response

from foedus._base.errors import BadInput, Fault
from foedus.catalogue.assessment_answers import AssessmentAnswer
from foedus.catalogue.comparison_answers import ComparisonAnswer
from foedus.sources.store import Store
from foedus.web.answer import Refusal
from foedus.web.documented import documented
from foedus.web.pages.what_if import beside, export, pages, place
from foedus.web.pages.what_if.asked import asked
from foedus.web.pages.what_if.examples import example
from foedus.web.pages.what_if.fields import FIELDS
from foedus.web.pages.what_if.openapi import BODY, BOTH, PARAMETERS
from foedus.web.render import query
from foedus.web.serving import refused, served

router = APIRouter()
Number = Annotated[int, Query(ge=0, le=10_000)]
_POINTED = ("map.x", "map.y", "near.x", "near.y")


@router.get("/what-if", include_in_schema=False)
async def what_if(request: Request) -> Response:
    """Show the form, and the answer to what it states."""
    given = request.query_params
    try:
        pairs = asked(given.multi_items())
    except BadInput as error:
        return refused(request, Refusal(400, error.faults))
    pointed = {name: int(given[name]) for name in _POINTED if given.get(name, "").isdecimal()}
    if pointed.keys() in ({"map.x", "map.y"}, {"near.x", "near.y"}) or given.get("fill") in place.FILLS:
        return await served(request, place.filled_place, pairs, given.get("fill", ""), pointed)
    if given.get("example"):
        return await _example(request, given["example"][:80])
    if pairs and _is_untidy(request):
        return RedirectResponse(f"/what-if?{place.address(pairs)}{_kept(request)}", 303)
    if given.get("edit") or not (pairs or "ask" in given):
        return await served(request, pages.form_page, pairs, given.get("told", "")[:20])
    return await served(request, pages.answer_page, pairs, _stamp(), given.get("data", "")[:300], weight="heavy")


async def _example(request: Request, name: str) -> Response:
    try:
        pairs = example(name).pairs
    except BadInput as error:
        return refused(request, Refusal(404, error.faults))
    return await served(request, pages.answer_page, pairs, _stamp(), weight="heavy")


def _is_untidy(request: Request) -> bool:
    """Whether the address holds empty fields, as a browser sends them; a tidy one is better to share."""
    given = request.query_params.multi_items()
    return any(name == "ask" or (name in FIELDS and not value.strip()) for name, value in given)


def _kept(request: Request) -> str:
    kept = {name: request.query_params.get(name) for name in ("register", "data")}
    return f"&{query(**kept)}" if any(kept.values()) else ""


def _stamp() -> str:
    return Store.default().stamp


@router.get("/what-if.json", **documented(AssessmentAnswer), openapi_extra={"parameters": PARAMETERS})
async def what_if_json(request: Request) -> Response:
    """Give the answer to a contingency stated in the address, as `foedus assess --json` does."""
    return await _taken(request, export.as_json)


@router.post("/what-if.json", **documented(AssessmentAnswer), openapi_extra=BODY)
async def what_if_of_body(request: Request) -> Response:
    """Give the answer to a contingency sent as JSON; options and suppositions stand in the address."""
    try:
        pairs = asked(request.query_params.multi_items())
    except BadInput as error:
        return refused(request, Refusal(400, error.faults))
    body = await request.body()
    return await served(request, export.of_body, pairs, body, weight="heavy", hold=False)


@router.get("/what-if.csv", include_in_schema=False)
async def what_if_csv(request: Request) -> Response:
    """Give the findings as a table."""
    return await _taken(request, export.as_csv)


@router.get("/what-if.html", include_in_schema=False)
async def what_if_whole(request: Request) -> Response:
    """Give the answer as a page to keep."""
    return await _taken(request, export.as_page)


@router.get("/what-if/chain", include_in_schema=False)
async def chain(request: Request) -> Response:
    """Show the whole chain."""
    return await _taken(request, pages.chain_page)


@router.get("/what-if/trace", include_in_schema=False)
async def trace(request: Request, finding: Number) -> Response:
    """Show the reasoning of one finding."""
    return await _taken(request, pages.trace_page, finding)


@router.get("/what-if/beside.json", **documented(ComparisonAnswer), openapi_extra={"parameters": BOTH})
async def beside_json(request: Request) -> Response:
    """Give the answer beside that of the second set-up, as `foedus compare --json` does."""
    return await _taken(request, beside.beside_json)


@router.get("/what-if/beside.html", include_in_schema=False)
async def beside_whole(request: Request) -> Response:
    """Give both side by side as a page to keep."""
    return await _taken(request, beside.beside_page)


@router.get("/what-if/world.svg", include_in_schema=False)
async def world(request: Request) -> Response:
    """Draw the world to point at."""
    return await served(request, place.world_picture, weight="heavy")


@router.get("/what-if/near.svg", include_in_schema=False)
async def near(
    request: Request,
    lat: Annotated[float, Query(ge=-90, le=90, allow_inf_nan=False)],
    lon: Annotated[float, Query(ge=-180, le=180, allow_inf_nan=False)],
    date: Annotated[str, Query(max_length=20)] = "",
) -> Response:
    """Draw the ground around a place to point at."""
    return await served(request, place.closer_picture, lat, lon, date, weight="heavy")


@router.get("/what-if/finding.svg", include_in_schema=False)
async def finding_picture(request: Request, finding: Number) -> Response:
    """Draw the reasoning of one finding."""
    return await _taken(request, export.trace_picture, finding)


@router.get("/what-if/{name}.svg", include_in_schema=False)
async def picture(request: Request, name: str, event: Number = 0) -> Response:
    """Draw a part of the answer."""
    return await _taken(request, export.picture, name[:40], event)


async def _taken(request: Request, work: Any, *more: Any) -> Response:
    try:
        pairs = asked(request.query_params.multi_items())
    except BadInput as error:
        return refused(request, Refusal(400, error.faults))
    if not pairs:
        told = Fault("no contingency is stated", remedy="fill the form at /what-if")
        return refused(request, Refusal(400, (told,)))
    return await served(request, work, pairs, _stamp(), *more, weight="heavy")

"""Measures and kinds of charts: what each is a number of, its formula and source, and a picture."""

from __future__ import annotations

from dataclasses import asdict
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from fastapi import APIRouter, Request
from starlette.responses import Response

from foedus._base.errors import Fault, UnknownName
from foedus.catalogue.charts import CHARTS
from foedus.catalogue.measure_answers import MeasureAnswer, MeasuresAnswer
from foedus.catalogue.measures import FAMILIES, all_measures, measure, measures_of
from foedus.obligations.answer import envelope
from foedus.register.compiled import load_register
from foedus.web.answer import Answer, json_answer
from foedus.web.documented import documented
from foedus.web.render import page
from foedus.web.serving import served

router = APIRouter()
PNG = "image/png"


@router.get("/measures", include_in_schema=False)
async def measures(request: Request) -> Response:
    """Show the measures and the kinds of charts."""
    return await served(request, measures_page)


@router.get("/measures.json", **documented(MeasuresAnswer))
async def measures_json(request: Request) -> Response:
    """List the measures."""
    return await served(request, measures_list)


@router.get("/measures/{name}.json", **documented(MeasureAnswer))
async def measure_json(request: Request, name: str) -> Response:
    """Give a measure: formula, unit, source, data."""
    return await served(request, measure_whole, name)


@router.get("/measures/{name}", include_in_schema=False)
async def one_measure(request: Request, name: str) -> Response:
    """Show a measure."""
    return await served(request, measure_page, name)


@router.get("/gallery/{name}.png", include_in_schema=False)
async def picture(request: Request, name: str) -> Response:
    """Give a picture of the gallery."""
    return await served(request, gallery_picture, name)


def measures_page() -> Answer:
    """Return the gallery as a page."""
    held = {family: [(one, one.name in gallery()) for one in measures_of(family)] for family in FAMILIES}
    charts = [(one, one.name in gallery()) for one in CHARTS]
    return page("measures.html", title="Measures", families=held, charts=charts, count=len(all_measures()))


def measures_list() -> Answer:
    """Return the measures as JSON."""
    return json_answer(envelope("measures", load_register(), measures=[asdict(one) for one in all_measures()]))


def measure_whole(name: str) -> Answer:
    """Return a measure as JSON."""
    return json_answer(envelope("measure", load_register(), measure=asdict(measure(name))))


def measure_page(name: str) -> Answer:
    """Return a measure as a page."""
    one = measure(name)
    return page("measure.html", title=one.title, measure=one, drawn=one.name in gallery())


def gallery_picture(name: str) -> Answer:
    """Return a picture of the gallery."""
    held = gallery()
    if name not in held:
        raise UnknownName(Fault(f"no picture is called {name[:60]!r}", remedy="see the page of measures"))
    return Answer(held[name].read_bytes(), PNG)


@lru_cache(maxsize=1)
def gallery() -> dict[str, Path]:
    """Return the pictures by name: those in the package, or those of the checkout it runs from."""
    package = Path(str(files("foedus")))
    folders = (package / "web" / "gallery", package.parents[1] / "docs" / "gallery")
    found = next((folder for folder in folders if folder.is_dir()), None)
    return {path.stem: path for path in sorted(found.glob("*.png"))} if found else {}

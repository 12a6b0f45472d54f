"""Published data sets: what each is, its terms, how to cite it, and what the store holds of it."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from foedus.catalogue.data_answers import DataSetAnswer, DataSetsAnswer
from foedus.obligations.answer import envelope
from foedus.register.compiled import load_register
from foedus.report.data_sets import source_json
from foedus.sources.registry import all_sources, source
from foedus.sources.store import Store
from foedus.web.answer import Answer, json_answer
from foedus.web.documented import documented
from foedus.web.render import page
from foedus.web.serving import served

router = APIRouter()


@router.get("/data/sets", include_in_schema=False)
async def sets(request: Request) -> Response:
    """Show the data sets."""
    return await served(request, sets_page, weight="heavy", hold=False)


@router.get("/data/sets.json", **documented(DataSetsAnswer))
async def sets_json(request: Request) -> Response:
    """List the data sets, with what the store holds of each."""
    return await served(request, sets_list, weight="heavy", hold=False)


@router.get("/data/sets/{name}.json", **documented(DataSetAnswer))
async def set_json(request: Request, name: str) -> Response:
    """Give a data set: versions, tables, terms, citation, what is stored."""
    return await served(request, set_whole, name, weight="heavy", hold=False)


@router.get("/data/sets/{name}", include_in_schema=False)
async def one_set(request: Request, name: str) -> Response:
    """Show a data set."""
    return await served(request, set_page, name, weight="heavy", hold=False)


def sets_page() -> Answer:
    """Return the data sets as a page."""
    held = {entry.source: entry.version for entry in Store.default().entries()}
    return page("sets.html", title="Data sets", rows=[(one, held.get(one.name, "")) for one in all_sources()])


def sets_list() -> Answer:
    """Return the data sets as JSON."""
    held = Store.default().entries()
    told = [source_json(one, held) for one in all_sources()]
    return json_answer(envelope("data_sets", load_register(), sources=told))


def set_whole(name: str) -> Answer:
    """Return a data set as JSON."""
    told = source_json(source(name), Store.default().entries())
    return json_answer(envelope("data_set", load_register(), source=told))


def set_page(name: str) -> Answer:
    """Return a data set as a page."""
    found = source(name)
    held = [entry for entry in Store.default().entries() if entry.source == name]
    return page("set.html", title=found.title, source=found, held=held)

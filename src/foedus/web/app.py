"""The site: its routes, what guards them, and what happens when something goes wrong."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.telemetry import TelemetryConfig
from starlette.exceptions import HTTPException
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import Response

from foedus import __version__
from foedus._base.errors import Fault
from foedus.web.answer import Refusal
from foedus.web.assets import Assets
from foedus.web.documented import document
from foedus.web.guard.bodies import BodyLimit
from foedus.web.guard.headers import HEADERS, SafeHeaders
from foedus.web.guard.methods import Heads
from foedus.web.guard.origin import SameOrigin
from foedus.web.pages import about, casebook, charts, data, home, measures, nato, states, treaties, world
from foedus.web.pages.what_if import routes as what_if
from foedus.web.serving import Serving, refused
from foedus.web.settings import Settings

ROUTERS = (
    home.router,
    what_if.router,
    nato.router,
    treaties.router,
    states.router,
    world.router,
    measures.router,
    data.router,
    casebook.router,
    charts.router,
    about.router,
)
NO_TELEMETRY: TelemetryConfig = {
    "tracing": False,
    "metrics": False,
    "logs": False,
    "operation_spans": False,
    "auto_configure": False,
}
"""Nothing is measured for others, whatever the variables of the environment ask of the framework."""


def site(settings: Settings | None = None) -> FastAPI:
    """Return the site.

    Parameters
    ----------
    settings : Settings, optional
        What it allows.
    """
    allowed = settings or Settings()
    serving = Serving(allowed)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        await serving.workers.warm()
        async with serving.jobs.running():
            yield

    app = FastAPI(
        title="Foedus",
        version=__version__,
        summary="Who owes what to whom: military alliances as treaties, obligations and evidence.",
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        telemetry=NO_TELEMETRY,
    )
    app.state.serving = serving
    app.openapi = partial(document, app)  # type: ignore[method-assign]
    for router in ROUTERS:
        app.include_router(router)
    app.add_route("/static/{name}", Assets().give, include_in_schema=False)
    app.add_exception_handler(HTTPException, _http_problem)
    app.add_exception_handler(RequestValidationError, _bad_question)
    app.add_exception_handler(Exception, _our_fault)
    app.add_middleware(Heads)
    app.add_middleware(BodyLimit, most=allowed.body_bytes, seconds=allowed.body_seconds)
    app.add_middleware(SameOrigin)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(allowed.hosts))
    app.add_middleware(SafeHeaders)
    return app


async def _http_problem(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    told = {404: f"no page is called {request.url.path[:80]!r}", 405: f"{request.method} is not done here"}
    remedy = "start from the menu" if status == 404 else ""
    refusal = Refusal(status, (Fault(told.get(status, "that did not work"), remedy=remedy),))
    return refused(request, refusal, error.headers if isinstance(error, HTTPException) else None)


async def _bad_question(request: Request, error: Exception) -> Response:
    found = error.errors() if isinstance(error, RequestValidationError) else []
    faults = tuple(Fault(str(one["msg"]), ".".join(map(str, one["loc"][1:]))) for one in found)
    return refused(request, Refusal(400, faults))


async def _our_fault(request: Request, error: Exception) -> Response:
    logging.getLogger("foedus.web").error("a fault at %s", request.url.path, exc_info=error)
    answer = refused(request, Refusal(500, (Fault("a fault of ours; it stands in the log of the server"),)))
    answer.headers.update(HEADERS)
    return answer

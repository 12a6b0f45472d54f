"""From a request to its answer: held ready, or made by a worker; faults as a page or as JSON."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from foedus._base.errors import Fault
from foedus.register.compiled import load_register
from foedus.web.answer import HTML, Answer, Refusal, json_answer
from foedus.web.edition import noticed
from foedus.web.flights import Flight, Flights, Made
from foedus.web.guard.rates import Rates
from foedus.web.held import Held
from foedus.web.jobs import Jobs
from foedus.web.problem import problem_json, problem_page
from foedus.web.ready import Ready, made_ready, ready
from foedus.web.settings import Settings
from foedus.web.workers import Weight, Work, Workers

RETRY_SECONDS = 5
UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
"""What a file that is taken away is not called."""


@dataclass(slots=True)
class Serving:
    """What the routes of a site share."""

    settings: Settings
    workers: Workers = field(init=False)
    held: Held = field(init=False)
    rates: Rates = field(init=False)
    flights: Flights = field(init=False)
    jobs: Jobs = field(init=False)

    def __post_init__(self) -> None:
        """Make the parts."""
        self.workers = Workers(self.settings)
        self.held = Held(self.settings.held_bytes)
        self.rates = Rates(self.settings.burst, self.settings.a_second)
        self.flights = Flights()
        self.jobs = Jobs(self.settings)


async def served(
    request: Request, work: Work, *arguments: Any, weight: Weight = "light", hold: bool = True
) -> Response:
    """Return the answer to a request.

    Parameters
    ----------
    work : callable
        A function of a module; it returns an `Answer` and depends on nothing but its arguments and the register.
    arguments
        Plain values.
    weight : {"light", "heavy"}
        Whether it is made in a thread, or in a process that can be stopped.
    hold : bool
        Whether the answer is held ready: not where it depends on the user's store.
    """
    serving: Serving = request.app.state.serving
    question = f"{work.__module__}:{work.__qualname__}{arguments!r}"
    found: Made | None = serving.held.get(question) if hold else None
    if found is None:
        found = await _made(request, serving, question, weight, partial(made_ready, work, arguments))
        if hold and isinstance(found, Ready):
            serving.held.put(question, found)
    return refused(request, found) if isinstance(found, Refusal) else answered(request, _noticed(request, found))


def _noticed(request: Request, found: Ready) -> Ready:
    asked = request.query_params.get("register", "")
    if not asked or found.answer.kind != HTML:
        return found
    body = noticed(found.answer.body, asked, load_register().edition)
    return found if body is found.answer.body else ready(replace(found.answer, body=body))


async def _made(request: Request, serving: Serving, question: str, weight: Weight, work: Callable[[], Ready]) -> Made:
    client = request.client.host if request.client else ""
    if not serving.flights.under_way(question) and not serving.rates.allows(client):
        return Refusal(429, (Fault("too many requests", remedy=f"wait {RETRY_SECONDS} seconds"),))

    async def take_off(flight: Flight) -> Made:
        return await serving.workers.run_wanted(flight.is_wanted, weight, work)

    return await serving.flights.made(question, request.is_disconnected, take_off)


def answered(request: Request, answer: Answer | Ready) -> Response:
    """Return an answer as a response; one that the reader has already is not sent again."""
    held = answer if isinstance(answer, Ready) else ready(answer)
    answer = held.answer
    headers = {"etag": held.tag, "cache-control": "no-cache", **answer.headers}
    if answer.filename:
        headers["content-disposition"] = f'attachment; filename="{UNSAFE.sub("-", answer.filename)}"'
    if held.packed:
        headers["vary"] = "accept-encoding"
    if request.headers.get("if-none-match") == held.tag and answer.status == 200:
        return Response(status_code=304, headers=headers)
    if held.packed and "gzip" in request.headers.get("accept-encoding", ""):
        headers["content-encoding"] = "gzip"
        return Response(held.packed, answer.status, headers, answer.kind)
    return Response(answer.body, answer.status, headers, answer.kind)


def refused(request: Request, refusal: Refusal, allow: Mapping[str, str] | None = None) -> Response:
    """Return a refusal in the form that was asked for: a page, or JSON.

    Parameters
    ----------
    allow : mapping, optional
        Further headers, such as the methods that are allowed.
    """
    wants_json = request.url.path.endswith(".json") or "text/html" not in request.headers.get("accept", "text/html")
    answer = json_answer(problem_json(refusal)) if wants_json else problem_page(refusal, request.url.path)
    headers = {"cache-control": "no-store", **(allow or {})}
    if refusal.status in {429, 503}:
        headers["retry-after"] = str(RETRY_SECONDS)
    return Response(answer.body, refusal.status, headers, answer.kind)

"""From a request to its answer: held ready, or made by a worker; faults as a page or as JSON."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from foedus._base.errors import Fault
from foedus.register.compiled import load_register
from foedus.web.answer import HTML, Answer, Refusal, json_answer
from foedus.web.edition import noticed
from foedus.web.guard.rates import Rates
from foedus.web.held import Held
from foedus.web.jobs import Jobs
from foedus.web.problem import problem_json, problem_page
from foedus.web.settings import Settings
from foedus.web.workers import Weight, Work, Workers

RETRY_SECONDS = 5


@dataclass(slots=True)
class Serving:
    """What the routes of a site share."""

    settings: Settings
    workers: Workers = field(init=False)
    held: Held = field(init=False)
    rates: Rates = field(init=False)
    jobs: Jobs = field(init=False)

    def __post_init__(self) -> None:
        """Make the parts."""
        self.workers = Workers(self.settings)
        self.held = Held(self.settings.held_bytes)
        self.rates = Rates(self.settings.burst, self.settings.a_second)
        self.jobs = Jobs()


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
    found: Answer | Refusal | None = serving.held.get(question) if hold else None
    if found is None:
        found = await _made(request, serving, weight, work, *arguments)
        if hold and isinstance(found, Answer):
            serving.held.put(question, found)
    return refused(request, found) if isinstance(found, Refusal) else answered(request, _noticed(request, found))


def _noticed(request: Request, answer: Answer) -> Answer:
    asked = request.query_params.get("register", "")
    if not asked or answer.kind != HTML:
        return answer
    return replace(answer, body=noticed(answer.body, asked, load_register().edition))


async def _made(request: Request, serving: Serving, weight: Weight, work: Work, *arguments: Any) -> Answer | Refusal:
    client = request.client.host if request.client else ""
    if not serving.rates.allows(client):
        return Refusal(429, (Fault("too many requests", remedy=f"wait {RETRY_SECONDS} seconds"),))
    return await serving.workers.run(weight, work, *arguments)


def answered(request: Request, answer: Answer) -> Response:
    """Return an answer as a response; one that the reader has already is not sent again."""
    tag = f'"{hashlib.sha256(answer.body).hexdigest()[:20]}"'
    headers = {"etag": tag, "cache-control": "no-cache", **answer.headers}
    if answer.filename:
        headers["content-disposition"] = f'attachment; filename="{answer.filename}"'
    if request.headers.get("if-none-match") == tag and answer.status == 200:
        return Response(status_code=304, headers=headers)
    return Response(answer.body, answer.status, headers, answer.kind)


def refused(request: Request, refusal: Refusal) -> Response:
    """Return a refusal in the form that was asked for: a page, or JSON."""
    wants_json = request.url.path.endswith(".json") or "text/html" not in request.headers.get("accept", "text/html")
    answer = json_answer(problem_json(refusal)) if wants_json else problem_page(refusal)
    headers = {"cache-control": "no-store"}
    if refusal.status in {429, 503}:
        headers["retry-after"] = str(RETRY_SECONDS)
    return Response(answer.body, refusal.status, headers, answer.kind)

"""Jobs under way: how far each is, its file when it is done, and a way to stop it."""

from __future__ import annotations

from typing import Any, Literal

from fastapi import APIRouter, Request
from starlette.responses import FileResponse, RedirectResponse, Response

from foedus._base.errors import Fault, UnknownName
from foedus.catalogue.answers import Envelope, Shape
from foedus.obligations.answer import envelope
from foedus.register.compiled import load_register
from foedus.web.answer import Answer, Refusal, json_answer, refusal_of
from foedus.web.documented import documented
from foedus.web.jobs import Job, State
from foedus.web.problem import FaultShape, problem_json
from foedus.web.render import page
from foedus.web.serving import Serving, answered, refused

router = APIRouter()
FRESH = {"cache-control": "no-store"}


class JobShape(Shape):
    """A job; `progress` says how far it is in words, `file` is where its file can be had once it is done."""

    id: str
    title: str
    state: State
    progress: str
    seconds: float
    file: str | None
    faults: list[FaultShape]


class JobAnswer(Envelope):
    """How far a job is."""

    kind: Literal["job"]
    job: JobShape


@router.get("/data/jobs/{job}.json", **documented(JobAnswer))
async def job_json(request: Request, job: str) -> Response:
    """Tell how far a job is."""
    found = _found(request, job)
    if isinstance(found, Refusal):
        return refused(request, found)
    told = envelope("job", load_register(), job=_told(found))
    answer = json_answer(told)
    return answered(request, Answer(answer.body, answer.kind, headers=FRESH))


@router.get("/data/jobs/{job}", include_in_schema=False)
async def job_page(request: Request, job: str) -> Response:
    """Show how far a job is."""
    found = _found(request, job)
    if isinstance(found, Refusal):
        return refused(request, found)
    answer = page("job.html", title=found.title, job=found, told=_told(found))
    headers = FRESH if found.is_over else {**FRESH, "refresh": "2"}
    return answered(request, Answer(answer.body, answer.kind, headers=headers))


@router.post("/data/jobs/{job}/cancel", include_in_schema=False)
async def cancel(request: Request, job: str) -> Response:
    """Stop a job."""
    serving: Serving = request.app.state.serving
    try:
        serving.jobs.cancel(job)
    except UnknownName as error:
        return refused(request, refusal_of(error))
    return RedirectResponse(f"/data/jobs/{job}", 303)


@router.get("/data/jobs/{job}/file", include_in_schema=False)
async def file(request: Request, job: str) -> Response:
    """Give the file of a job."""
    found = _found(request, job)
    if isinstance(found, Refusal):
        return refused(request, found)
    if found.state != "done":
        return refused(request, Refusal(404, (Fault("the file is not there yet", remedy="wait for the job"),)))
    return FileResponse(found.file, filename=found.filename, headers=FRESH)


def _found(request: Request, job: str) -> Job | Refusal:
    serving: Serving = request.app.state.serving
    try:
        return serving.jobs.get(job)
    except UnknownName as error:
        return refusal_of(error)


def _told(job: Job) -> dict[str, Any]:
    return {
        "id": job.id,
        "title": job.title,
        "state": job.state,
        "progress": job.progress,
        "seconds": round(job.seconds, 1),
        "file": f"/data/jobs/{job.id}/file" if job.state == "done" else None,
        "faults": problem_json(Refusal(400, job.faults))["faults"],
    }

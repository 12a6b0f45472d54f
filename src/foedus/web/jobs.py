"""Long work, off the request: each in a process of its own, with its progress, until it is done or cancelled.

Files lie in a folder that goes when the site stops (or when the next one starts, if it was killed), and take no more of
the disk than the settings allow; a job is known by a name that cannot be guessed.
"""

from __future__ import annotations

import logging
import secrets
import shutil
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Literal

import anyio
from anyio import BrokenWorkerProcess, CapacityLimiter, to_process
from anyio.abc import TaskGroup

from foedus._base.errors import Fault, FoedusError, UnknownName
from foedus.web.answer import Refusal, refusal_of
from foedus.web.disk import folder, free, taken
from foedus.web.settings import Settings
from foedus.web.workers import stand_back

State = Literal["waiting", "running", "done", "failed", "cancelled"]
Task = Callable[..., None]
"""Makes a file: given arguments, the path of the file, and the path of a file that tells how far it is."""
MOST_KEPT = 20
AT_ONCE = 1
SECONDS = 900.0
WATCH_SECONDS = 1.0


@dataclass(slots=True)
class Job:
    """A long piece of work.

    Attributes
    ----------
    title : str
        What it makes, for readers.
    filename : str
        What a browser is to save its file as.
    """

    id: str
    title: str
    filename: str
    folder: Path
    state: State = "waiting"
    faults: tuple[Fault, ...] = ()
    began: float = field(default_factory=time.monotonic)
    ended: float | None = None
    scope: anyio.CancelScope = field(default_factory=anyio.CancelScope)

    @property
    def file(self) -> Path:
        """Where its file lies once it is done."""
        return self.folder / self.filename

    @property
    def note(self) -> Path:
        """Where it writes how far it is."""
        return self.folder / "progress"

    @property
    def progress(self) -> str:
        """How far it is, in words."""
        try:
            return self.note.read_text(encoding="utf-8")[:200]
        except OSError:
            return ""

    @property
    def seconds(self) -> float:
        """How long it has taken."""
        return (self.ended or time.monotonic()) - self.began

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come of it."""
        return self.state in {"done", "failed", "cancelled"}


class Jobs:
    """The jobs of a site."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._held: dict[str, Job] = {}
        self._limiter = CapacityLimiter(AT_ONCE)
        self._group: TaskGroup | None = None
        self._folder: Path | None = None

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Keep jobs going while the site runs; stop them when it stops."""
        with folder() as place:
            self._folder = place
            async with anyio.create_task_group() as group:
                self._group = group
                group.start_soon(self._watch)
                yield
                group.cancel_scope.cancel()

    def start(self, title: str, filename: str, task: Task, *arguments: object) -> Job | Refusal:
        """Start a job; refused if too many are kept that are not over.

        Parameters
        ----------
        task : callable
            A function of a module.
        """
        if self._group is None or self._folder is None:
            return Refusal(503, (Fault("the site is not running"),))
        if not self._make_room():
            return Refusal(503, (Fault("too many jobs are under way", remedy="wait for one, or cancel one"),))
        if free(self._folder) < self._settings.free_bytes:
            return Refusal(503, (Fault("the disk is nearly full", str(self._folder), remedy="make room on it"),))
        name = secrets.token_urlsafe(12)
        place = self._folder / name
        place.mkdir()
        job = Job(name, title, filename, place)
        self._held[name] = job
        self._group.start_soon(self._run, job, partial(task, *arguments))
        return job

    def get(self, name: str) -> Job:
        """Return a job.

        Raises
        ------
        UnknownName
            If none is called so, or it is gone.
        """
        if name not in self._held:
            raise UnknownName(Fault("no job is called so; it may be gone", remedy="start it anew"))
        return self._held[name]

    def cancel(self, name: str) -> Job:
        """Stop a job, if it is not over."""
        job = self.get(name)
        if not job.is_over:
            job.scope.cancel()
            job.state, job.ended = "cancelled", time.monotonic()
        return job

    def _make_room(self) -> bool:
        while len(self._held) >= MOST_KEPT or self._taken() > self._settings.files_bytes:
            oldest = next((job for job in self._held.values() if job.is_over), None)
            if oldest is None:
                return False
            del self._held[oldest.id]
            shutil.rmtree(oldest.folder, ignore_errors=True)
        return True

    def _taken(self) -> int:
        return sum(taken(job.folder) for job in self._held.values())

    async def _watch(self) -> None:
        """Stop jobs that take too much of the disk."""
        while True:
            await anyio.sleep(WATCH_SECONDS)
            for job in [one for one in self._held.values() if one.state == "running"]:
                what = self._excess(job)
                if what:
                    job.state, job.faults = "failed", (Fault(what, remedy="ask for less, or use the command line"),)
                    job.scope.cancel()
                    job.file.unlink(missing_ok=True)

    def _excess(self, job: Job) -> str:
        if taken(job.folder) > self._settings.file_bytes:
            return f"its file has more than {self._settings.file_bytes:,} bytes; the work was stopped"
        if free(job.folder) < self._settings.free_bytes:
            return "the disk is nearly full; the work was stopped"
        return ""

    async def _run(self, job: Job, task: Callable[..., None]) -> None:
        with job.scope, anyio.move_on_after(SECONDS) as patience:
            async with self._limiter:
                job.state = "running"
                faults = await _faults_of(job, task)
            job.state, job.faults = ("failed", faults) if faults else ("done", ())
        if patience.cancelled_caught:
            job.state, job.faults = "failed", (Fault(f"not done within {SECONDS:g} seconds", remedy="ask for less"),)
        job.ended = job.ended or time.monotonic()
        if job.state != "done":
            job.file.unlink(missing_ok=True)


async def _faults_of(job: Job, task: Callable[..., None]) -> tuple[Fault, ...]:
    """Do the work, and return what went wrong; a fault of ours ends this job and no other."""
    try:
        return await to_process.run_sync(_tried, task, str(job.file), str(job.note), cancellable=True)
    except BrokenWorkerProcess:
        return (Fault("the process at work on it ended; perhaps it took too much memory", remedy="ask for less"),)
    except Exception:
        logging.getLogger("foedus.web").exception("a fault in the job %s", job.title)
        return (Fault("a fault of ours; it stands in the log of the server"),)


def _tried(task: Callable[..., None], file: str, note: str) -> tuple[Fault, ...]:
    stand_back()
    try:
        task(file, note)
    except FoedusError as error:
        return refusal_of(error).faults
    return ()

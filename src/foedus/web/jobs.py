"""Long work, off the request: each in a process of its own, with its progress, until it is done or cancelled.

Files lie in a folder that goes when the site stops; a job is known by a name that cannot be guessed.
"""

from __future__ import annotations

import secrets
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Literal

import anyio
from anyio import CapacityLimiter, to_process
from anyio.abc import TaskGroup

from foedus._base.errors import Fault, FoedusError, UnknownName
from foedus.web.answer import Refusal, refusal_of
from foedus.web.workers import ready_process

State = Literal["waiting", "running", "done", "failed", "cancelled"]
Task = Callable[..., None]
"""Makes a file: given arguments, the path of the file, and the path of a file that tells how far it is."""
MOST_KEPT = 20
AT_ONCE = 1
SECONDS = 900.0


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

    def __init__(self) -> None:
        self._held: dict[str, Job] = {}
        self._limiter = CapacityLimiter(AT_ONCE)
        self._group: TaskGroup | None = None
        self._folder: Path | None = None

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Keep jobs going while the site runs; stop them when it stops."""
        with tempfile.TemporaryDirectory(prefix="foedus-jobs-") as folder:
            self._folder = Path(folder)
            async with anyio.create_task_group() as group:
                self._group = group
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
        name = secrets.token_urlsafe(12)
        folder = self._folder / name
        folder.mkdir()
        job = Job(name, title, filename, folder)
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
        while len(self._held) >= MOST_KEPT:
            oldest = next((job for job in self._held.values() if job.is_over), None)
            if oldest is None:
                return False
            del self._held[oldest.id]
            for path in oldest.folder.iterdir():
                path.unlink()
        return True

    async def _run(self, job: Job, task: Callable[..., None]) -> None:
        with job.scope, anyio.move_on_after(SECONDS) as patience:
            async with self._limiter:
                job.state = "running"
                faults = await to_process.run_sync(_tried, task, str(job.file), str(job.note), cancellable=True)
            job.state, job.faults = ("failed", faults) if faults else ("done", ())
        if patience.cancelled_caught:
            job.state, job.faults = "failed", (Fault(f"not done within {SECONDS:g} seconds", remedy="ask for less"),)
        job.ended = job.ended or time.monotonic()


def _tried(task: Callable[..., None], file: str, note: str) -> tuple[Fault, ...]:
    ready_process()
    try:
        task(file, note)
    except FoedusError as error:
        return refusal_of(error).faults
    return ()

"""Where pages are made: light ones in a thread, heavy ones in a process that can be stopped.

A worker's process reads the register once and keeps it. What runs past its time is stopped with its process, so that no
query and no contingency can hold the site up.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from types import ModuleType
from typing import Any, Literal

import anyio
from anyio import CapacityLimiter, to_process, to_thread

from foedus._base.errors import Fault, FoedusError
from foedus.register.compiled import load_register
from foedus.web.answer import Answer, Refusal, refusal_of
from foedus.web.settings import Settings

Weight = Literal["light", "heavy"]
Work = Callable[..., Answer]
THREADS = 4


@dataclass(slots=True)
class Workers:
    """What makes the pages of one site."""

    settings: Settings
    _gate: CapacityLimiter = field(init=False)
    _processes: CapacityLimiter = field(init=False)
    _threads: CapacityLimiter = field(init=False)

    def __post_init__(self) -> None:
        """Set the limits."""
        self._gate = CapacityLimiter(self.settings.workers)
        self._processes = CapacityLimiter(self.settings.workers)
        self._threads = CapacityLimiter(THREADS)

    async def warm(self) -> None:
        """Start the processes, so that nobody waits for the register to be read."""
        async with anyio.create_task_group() as group:
            for _ in range(self.settings.workers):
                group.start_soon(partial(to_process.run_sync, _read_register, limiter=self._processes))
            group.start_soon(partial(to_thread.run_sync, _read_register, limiter=self._threads))

    async def run(self, weight: Weight, work: Work, *arguments: Any) -> Answer | Refusal:
        """Return what a work gives: a function of a module, with arguments that can travel.

        A work that takes too long, or would wait behind too many, is refused.
        """
        if weight == "light":
            return await to_thread.run_sync(_checked, work, arguments, limiter=self._threads)
        if self._gate.statistics().tasks_waiting >= self.settings.waiting:
            return Refusal(503, (Fault("too many requests wait for an answer", remedy="try again in a few seconds"),))
        async with self._gate:
            return await self._run_in_time(work, arguments)

    async def _run_in_time(self, work: Work, arguments: tuple[Any, ...]) -> Answer | Refusal:
        try:
            with anyio.fail_after(self.settings.answer_seconds):
                return await to_process.run_sync(_checked, work, arguments, cancellable=True, limiter=self._processes)
        except TimeoutError:
            what = f"no answer within {self.settings.answer_seconds:g} seconds; the work was stopped"
            return Refusal(503, (Fault(what, remedy="ask for less, or use the command line"),))


def _read_register() -> None:
    """Read the register and all its treaties, which most pages want."""
    tuple(load_register().treaties.values())


def ready_process() -> None:
    """Give a worker's process a main module, which DuckDB asks for, where the site was not started from a file."""
    sys.modules.setdefault("__main__", ModuleType("__main__"))


def _checked(work: Work, arguments: tuple[Any, ...]) -> Answer | Refusal:
    ready_process()
    try:
        return work(*arguments)
    except FoedusError as error:
        return refusal_of(error)

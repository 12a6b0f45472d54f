"""Where pages are made: light ones in a thread, heavy ones in a process that can be stopped.

A worker's process reads the register once and keeps it. What runs past its time is stopped with its process, so that no
query and no contingency can hold the site up.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any, Literal, TypeVar

import anyio
from anyio import BrokenWorkerProcess, CapacityLimiter, to_process, to_thread

from foedus._base.errors import Fault, FoedusError
from foedus.register.compiled import load_register
from foedus.web.answer import Answer, Refusal, refusal_of
from foedus.web.settings import Settings

Weight = Literal["light", "heavy"]
Work = Callable[..., Answer]
Wanted = Callable[[], Awaitable[bool]]
Result = TypeVar("Result")
THREADS = 2
"""More would only take the turn of what answers (all threads of a process share one lock)."""
NICE = 5
"""How far processes at work stand back behind the one that answers."""
DRAWING = ("altair", "vl_convert", "polars")
"""What takes a second to load when the first picture is asked for."""
_BUSY = Refusal(503, (Fault("too many requests wait for an answer", remedy="try again in a few seconds"),))
_LEFT = Refusal(503, (Fault("nobody waits for the answer"),))
_BROKE = Refusal(503, (Fault("the process at work on it ended; perhaps it took too much memory"),))


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
        """Start the processes, so that nobody waits for the register to be read nor for what draws to be loaded."""
        async with anyio.create_task_group() as group:
            for _ in range(self.settings.workers):
                group.start_soon(partial(to_process.run_sync, _ready_to_draw, limiter=self._processes))
            group.start_soon(partial(to_thread.run_sync, _read_register, limiter=self._threads))

    async def run(self, weight: Weight, work: Callable[..., Result], *arguments: Any) -> Result | Refusal:
        """Return what a work gives: a function of a module, with arguments that can travel.

        A work that takes too long, or would wait behind too many, is refused.
        """
        return await self.run_wanted(_always, weight, work, *arguments)

    async def run_wanted(
        self, wanted: Wanted, weight: Weight, work: Callable[..., Result], *arguments: Any
    ) -> Result | Refusal:
        """Return what a work gives, as `run` does, if somebody still wants it when its turn has come.

        Parameters
        ----------
        wanted : callable
            Whether somebody does.
        """
        gate = self._threads if weight == "light" else self._gate
        if gate.statistics().tasks_waiting >= self.settings.waiting:
            return _BUSY
        if weight == "light":
            return await to_thread.run_sync(_checked, work, arguments, limiter=self._threads)
        async with self._gate:
            return await self._run_in_time(work, arguments) if await wanted() else _LEFT

    async def _run_in_time(self, work: Callable[..., Result], arguments: tuple[Any, ...]) -> Result | Refusal:
        try:
            with anyio.fail_after(self.settings.answer_seconds):
                return await to_process.run_sync(
                    _stood_back, work, arguments, cancellable=True, limiter=self._processes
                )
        except TimeoutError:
            what = f"no answer within {self.settings.answer_seconds:g} seconds; the work was stopped"
            return Refusal(503, (Fault(what, remedy="ask for less, or use the command line"),))
        except BrokenWorkerProcess:
            return _BROKE


async def _always() -> bool:
    return True


def _read_register() -> None:
    """Read the register and all its treaties, which most pages want."""
    tuple(load_register().treaties.values())


def _ready_to_draw() -> None:
    stand_back()
    _read_register()
    for library in DRAWING:
        if find_spec(library):
            import_module(library)


def stand_back() -> None:
    """Settle a worker's process: it goes behind the one that answers, and has a main module, which libraries look for.

    A process begun by a server that has no main file (``python -c``) lacks one, and DuckDB ends on that.
    """
    sys.modules.setdefault("__main__", ModuleType("__main__"))
    if sys.platform != "win32":
        os.setpriority(os.PRIO_PROCESS, 0, max(NICE, os.getpriority(os.PRIO_PROCESS, 0)))


def _stood_back(work: Callable[..., Result], arguments: tuple[Any, ...]) -> Result | Refusal:
    stand_back()
    return _checked(work, arguments)


def _checked(work: Callable[..., Result], arguments: tuple[Any, ...]) -> Result | Refusal:
    try:
        return work(*arguments)
    except FoedusError as error:
        return refusal_of(error)

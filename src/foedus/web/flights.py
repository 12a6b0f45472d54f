"""One piece of work for all who ask the same at the same time."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

from foedus.web.answer import Refusal
from foedus.web.ready import Ready

Made = Ready | Refusal
Gone = Callable[[], Awaitable[bool]]
"""Whether one who asked is there no more."""


@dataclass(slots=True)
class Flight:
    """Work under way, with those who wait for it."""

    waiting: list[Gone] = field(default_factory=list)
    task: asyncio.Task[Made] | None = None

    async def is_wanted(self) -> bool:
        """Whether anybody is left who waits."""
        for gone in self.waiting:
            if not await gone():
                return True
        return False


@dataclass(slots=True)
class Flights:
    """The work under way, by question."""

    _held: dict[str, Flight] = field(default_factory=dict)

    def under_way(self, question: str) -> bool:
        """Whether the question is being worked on."""
        return question in self._held

    async def made(self, question: str, gone: Gone, work: Callable[[Flight], Coroutine[Any, Any, Made]]) -> Made:
        """Return what the work gives; it is begun only if it is not under way.

        Parameters
        ----------
        gone : callable
            Whether the one who asks here is there no more.
        work : callable
            Given the flight, so that it can see whether anybody is left who wants it.
        """
        flight = self._held.get(question)
        if flight is None:
            flight = self._held[question] = Flight()
            flight.task = asyncio.create_task(work(flight))
            flight.task.add_done_callback(lambda _: self._held.pop(question))
        flight.waiting.append(gone)
        assert flight.task is not None  # noqa: S101 - set above, before anybody else can look
        return await asyncio.shield(flight.task)

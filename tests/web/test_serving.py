"""Many readers at once: one piece of work for the same question, a bounded queue, nothing done for those who left."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest
from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response
from tests.web.wire import connected, listening, until

from foedus.web.answer import Answer, Refusal
from foedus.web.flights import Flight, Flights
from foedus.web.guard.bodies import BodyLimit
from foedus.web.guard.methods import Heads
from foedus.web.guard.patience import patient
from foedus.web.ready import Ready, ready
from foedus.web.settings import Settings
from foedus.web.workers import Workers


async def _here() -> bool:
    return False


async def _gone() -> bool:
    return True


def test_the_same_question_at_the_same_time_is_worked_on_once() -> None:
    begun = 0

    async def work(_: Flight) -> Ready:
        nonlocal begun
        begun += 1
        await asyncio.sleep(0.05)
        return ready(Answer(b"done"))

    async def ask() -> None:
        flights = Flights()
        found = await asyncio.gather(*(flights.made("same", _here, work) for _ in range(50)))
        assert {one.answer.body for one in found if isinstance(one, Ready)} == {b"done"}
        assert not flights.under_way("same")

    asyncio.run(ask())
    assert begun == 1


def test_one_who_leaves_does_not_take_the_answer_from_the_others() -> None:
    async def work(_: Flight) -> Ready:
        await asyncio.sleep(0.05)
        return ready(Answer(b"done"))

    async def ask() -> object:
        flights = Flights()
        first = asyncio.create_task(flights.made("same", _here, work))
        second = asyncio.create_task(flights.made("same", _here, work))
        await asyncio.sleep(0)
        first.cancel()
        return await second

    assert isinstance(asyncio.run(ask()), Ready)


def test_a_fault_reaches_all_who_wait_and_the_question_can_be_asked_again() -> None:
    async def work(_: Flight) -> Ready:
        await asyncio.sleep(0.01)
        raise ZeroDivisionError

    async def ask() -> list[object]:
        flights = Flights()
        held = await asyncio.gather(*(flights.made("x", _here, work) for _ in range(3)), return_exceptions=True)
        assert not flights.under_way("x")
        return list(held)

    assert all(isinstance(one, ZeroDivisionError) for one in asyncio.run(ask()))


@pytest.mark.parametrize(("gone", "wanted"), [([_gone, _gone], False), ([_gone, _here], True)])
def test_work_is_wanted_while_anybody_waits(gone: list[Callable[[], object]], wanted: bool) -> None:
    assert asyncio.run(Flight(list(gone)).is_wanted()) is wanted  # type: ignore[arg-type]


def test_the_server_tells_who_has_left() -> None:
    told: list[bool] = []

    async def page(request: Request) -> Response:
        for _ in range(100):
            await asyncio.sleep(0.02)
            if await request.is_disconnected():
                break
        told.append(await request.is_disconnected())
        return Response()

    app = FastAPI()
    app.add_route("/", page)
    guarded = BodyLimit(Heads(app), most=1000, seconds=1)
    with listening(guarded, patient(Settings())) as (_, port):
        with connected(port) as held:
            held.sendall(b"GET / HTTP/1.1\r\nhost: localhost\r\n\r\n")
        until(lambda: told == [True], 5)


def slow(seconds: float) -> Answer:
    """Take a while."""
    import time  # noqa: PLC0415 - it runs in another process

    time.sleep(seconds)
    return Answer(b"done")


def test_those_beyond_the_queue_are_told_to_come_back_and_the_rest_are_answered() -> None:
    async def ask() -> list[Answer | Refusal]:
        workers = Workers(Settings(workers=1, waiting=2))
        return await asyncio.gather(*(workers.run("heavy", slow, 0.3) for _ in range(6)))

    found = asyncio.run(ask())
    assert sum(isinstance(one, Answer) for one in found) == 3
    assert [one.status for one in found if isinstance(one, Refusal)] == [503, 503, 503]


def test_nothing_is_done_for_those_who_left_the_queue() -> None:
    async def left() -> bool:
        return False

    async def ask() -> tuple[Answer | Refusal, Answer | Refusal]:
        workers = Workers(Settings(workers=1))
        return await asyncio.gather(workers.run("heavy", slow, 0.2), workers.run_wanted(left, "heavy", slow, 600.0))

    first, second = asyncio.run(ask())
    assert isinstance(first, Answer)
    assert isinstance(second, Refusal)


def test_work_past_its_time_is_stopped_with_its_process() -> None:
    async def ask() -> tuple[Answer | Refusal, Answer | Refusal]:
        workers = Workers(Settings(workers=1, answer_seconds=5.0))
        await workers.run("heavy", slow, 0.0)
        stopped = Workers(Settings(workers=1, answer_seconds=0.5))
        return await stopped.run("heavy", slow, 600.0), await workers.run("heavy", slow, 0.0)

    stopped, after = asyncio.run(ask())
    assert isinstance(stopped, Refusal)
    assert "stopped" in stopped.faults[0].what
    assert isinstance(after, Answer)

"""Runners: every part once, told as soon as it is made, in order in the end."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus import BadInput
from foedus._base.errors import Fault
from foedus.simulation.runners import AHEAD, Runner, cluster, serial, threads


@pytest.fixture(params=["serial", "threads", "cluster"])
def runner(request: pytest.FixtureRequest) -> Iterator[Runner]:
    if request.param == "cluster":
        with cluster(request.getfixturevalue("workers")) as held:
            yield held
    else:
        yield {"serial": serial, "threads": threads(3)}[request.param]


def squared(number: int) -> int:
    return number * number


def at_fault(number: int) -> int:
    raise BadInput(Fault(f"part {number} is at fault", "here"))


def process(_: int) -> int:
    time.sleep(0.05)
    return os.getpid()


@pytest.mark.filterwarnings("default")  # those of the cluster's own libraries
@pytest.mark.parametrize("count", [0, 1, 5 * AHEAD])
def test_every_part_is_made_once_and_stands_in_its_order(runner: Runner, count: int) -> None:
    held = list(range(count))
    wanted = [number * number for number in held]
    assert runner(squared, held) == wanted
    assert sorted(runner.completed(squared, held)) == list(enumerate(wanted))


@pytest.mark.filterwarnings("default")
def test_a_fault_of_a_part_arrives_as_it_was_told(runner: Runner) -> None:
    with pytest.raises(BadInput) as error:
        list(runner.completed(at_fault, [7]))
    assert error.value.faults == (Fault("part 7 is at fault", "here"),)


@pytest.mark.filterwarnings("default")
def test_both_workers_of_a_cluster_take_part(workers: str) -> None:
    with cluster(workers) as held:
        made = {pid for _, pid in held.completed(process, range(40))}
    assert os.getpid() not in made
    assert len(made) == 2


@given(st.lists(st.integers(), max_size=30), st.integers(1, 5))
def test_threads_tell_what_one_process_tells(held: list[int], count: int) -> None:
    assert sorted(threads(count).completed(squared, held)) == list(serial.completed(squared, held))


def test_parts_are_told_as_soon_as_they_are_made() -> None:
    first_is_told = threading.Event()

    def work(number: int) -> int:
        assert number == 0 or first_is_told.wait(30)
        return number

    told = threads(2).completed(work, [1, 0])
    assert next(told) == (1, 0)
    first_is_told.set()
    assert next(told) == (0, 1)

"""What jobs may take of the disk, and what is left behind when a server ends badly."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import anyio
import pytest

from foedus.web import jobs
from foedus.web.answer import Refusal
from foedus.web.disk import folder, sweep
from foedus.web.jobs import Job, Jobs, Task
from foedus.web.settings import Settings

HOLD = """
import sys, time
from pathlib import Path
from foedus.web.disk import folder
with folder(Path(sys.argv[1])) as held:
    (held / "large").write_bytes(b"x")
    print("ready", flush=True)
    time.sleep(60)
"""


def _killed(place: Path) -> None:
    server = subprocess.Popen([sys.executable, "-c", HOLD, str(place)], stdout=subprocess.PIPE)
    with server:
        assert server.stdout is not None
        server.stdout.readline()
        sweep(place)
        assert list(place.iterdir()), "the folder of a living server was taken away"
        server.kill()


def test_the_folder_of_a_killed_server_goes_at_the_next_start(tmp_path: Path) -> None:
    _killed(tmp_path)
    (left,) = tmp_path.iterdir()
    with folder(tmp_path) as held:
        assert not left.exists()
        assert list(tmp_path.iterdir()) == [held]
    assert not list(tmp_path.iterdir())


def test_what_only_looks_like_such_a_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "foedus-jobs-mine").mkdir()
    (tmp_path / "foedus-jobs-mine" / "paper.txt").write_text("mine")
    (tmp_path / "foedus-jobs-link").symlink_to(tmp_path / "foedus-jobs-mine")
    sweep(tmp_path)
    assert (tmp_path / "foedus-jobs-mine" / "paper.txt").exists()


def writes_on_and_on(file: str, note: str) -> None:
    """Write until it is stopped."""
    del note
    with Path(file).open("wb") as held:
        for _ in range(600):
            held.write(b"x" * 100_000)
            held.flush()
            time.sleep(0.05)


def breaks(file: str, note: str) -> None:
    """Fail in a way that nobody foresaw."""
    raise ZeroDivisionError(file, note)


def _after(settings: Settings, then: Callable[[Job | Refusal], bool], task: Task = writes_on_and_on) -> Job | Refusal:
    async def run() -> Job | Refusal:
        held = Jobs(settings)
        async with held.running():
            job = held.start("large", "large.csv", task)
            with anyio.fail_after(60):
                while not then(job):  # noqa: ASYNC110 - what is waited for lies on the disk
                    await anyio.sleep(0.02)
            return job

    return anyio.run(run)


def _is_over(job: Job | Refusal) -> bool:
    return isinstance(job, Refusal) or job.ended is not None


def test_a_job_whose_file_grows_too_large_is_stopped_and_its_file_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "WATCH_SECONDS", 0.05)
    job = _after(Settings(file_bytes=300_000), lambda one: _is_over(one) and not one.file.exists())  # type: ignore[union-attr]
    assert isinstance(job, Job)
    assert job.state == "failed"
    assert "bytes" in job.faults[0].what


def test_no_job_is_begun_on_a_full_disk() -> None:
    job = _after(Settings(free_bytes=10**18), _is_over)
    assert isinstance(job, Refusal)
    assert "disk" in job.faults[0].what


def test_a_fault_of_ours_ends_its_job_alone() -> None:
    job = _after(Settings(), _is_over, breaks)
    assert isinstance(job, Job)
    assert job.state == "failed"
    assert "ours" in job.faults[0].what

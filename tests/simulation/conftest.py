"""A small cluster for the tests of what runs on one."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture(scope="package")
def workers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start a scheduler and two workers, each a process on this machine, and give the scheduler's address."""
    note = tmp_path_factory.mktemp("cluster") / "scheduler.json"
    told = ("--scheduler-file", str(note), "--no-dashboard")
    commands = [
        ("dask_scheduler", *told, "--host", "127.0.0.1", "--port", "0"),
        *[("dask_worker", *told, "--nthreads", "1", "--local-directory", str(note.parent))] * 2,
    ]
    held = [
        subprocess.Popen([sys.executable, "-m", f"distributed.cli.{name}", *options], stderr=subprocess.DEVNULL)
        for name, *options in commands
    ]
    try:
        yield _address(note)
    finally:
        for process in held:
            process.terminate()
            process.wait()


def _address(note: Path) -> str:
    """Return the address that a scheduler writes once it listens."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if note.exists() and note.read_text(encoding="utf-8").strip().endswith("}"):
            return str(json.loads(note.read_text(encoding="utf-8"))["address"])
        time.sleep(0.05)
    pytest.fail("the scheduler did not start")

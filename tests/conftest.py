"""What every test may ask for: the register, reference data, a command in an empty folder, and how hard to search."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import foedus as package
from foedus.cli.app import run

settings.register_profile(
    "fast", max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("ci", max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fast"))


@pytest.fixture(scope="session")
def register() -> package.Register:
    """Return the embedded register."""
    return package.load_register()


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Return the folder of reference data; without it the test is skipped, or fails where the data are required."""
    folder = os.environ.get("FOEDUS_TEST_DATA", "")
    if folder and Path(folder).is_dir():
        return Path(folder)
    missing = f"FOEDUS_TEST_DATA names no folder of reference data ({folder or 'it is not set'})"
    if os.environ.get("FOEDUS_REQUIRE_DATA") == "1":
        pytest.fail(missing)
    pytest.skip(missing)


@dataclass(frozen=True)
class Said:
    """What a command said."""

    status: int
    out: str
    err: str


Command = Callable[..., Said]


@pytest.fixture
def foedus(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Run a command in an empty folder; a report of an internal error stays there too."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.delenv("COLUMNS", raising=False)

    def command(*arguments: str) -> Said:
        capsys.readouterr()
        status = run(list(arguments))
        said = capsys.readouterr()
        return Said(status, said.out, said.err)

    return command

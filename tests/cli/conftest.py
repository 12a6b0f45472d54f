"""The command line as these tests use it: in this process, on files in a folder of the test's own."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

import foedus as package
from foedus.cli.app import run


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


@pytest.fixture(scope="session")
def case() -> Callable[[str], str]:
    """Return the path of a bundled contingency by its name."""
    return lambda name: str(Path(package.__file__).parent / "examples" / f"{name}.yaml")

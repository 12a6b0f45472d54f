"""The command line as these tests use it: in this process, on files in a folder of the test's own."""

from __future__ import annotations

import io
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

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


@pytest.fixture
def piped(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
    """Put bytes on standard input."""

    def pipe(data: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))

    return pipe


def in_one_line(text: str) -> str:
    """Return a text with its white space made single, so that a message may be wrapped as it likes."""
    return " ".join(text.split())


@pytest.fixture
def assert_refused() -> Callable[[Said, list[str]], None]:
    """Say what every refusal has in common: status 2, standard error only, no traceback, nothing that acts."""

    def check(said: Said, words: list[str], status: int = 2) -> None:
        message = in_one_line(said.err)
        assert said.status == status, message
        assert "Traceback" not in said.out + said.err
        assert "internal fault" not in message
        assert not [char for char in said.err if not char.isprintable() and char != "\n"]
        for words_of_message in words:
            assert words_of_message in message

    return check

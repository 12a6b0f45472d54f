"""The command line as these tests use it: in this process, on files in a folder of the test's own."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable

import pytest
from tests.conftest import Said


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

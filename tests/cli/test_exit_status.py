"""0 done, 1 the answer is negative, 2 bad input, 70 our fault, 130 interrupted; errors go to standard error only."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from foedus._base.errors import DataMissing, ExtraMissing, Fault

FOEDUS = (sys.executable, "-c", "from foedus.cli.app import main; main()")
ENVIRONMENT = {key: value for key, value in os.environ.items() if key != "COLUMNS"}


def fail_with(error: BaseException) -> Any:
    """Return a function that raises."""

    def broken(*_: Any, **__: Any) -> Any:
        raise error

    return broken


def test_done_is_0(foedus: Any) -> None:
    assert foedus("state", "show", "France").status == 0


def test_bad_input_is_2_and_stays_off_standard_output(foedus: Any) -> None:
    said = foedus("state", "show", "Atlantis")
    assert (said.status, said.out) == (2, "")
    assert said.err.startswith("error: ")


def test_a_place_in_the_south_is_told_apart_from_an_option(foedus: Any) -> None:
    words = ("measures", "projection", "distance")
    said = foedus(*words, "-33.9,18.4", "-34.6,-58.4")
    assert said.status == 2
    assert "a number below 0 comes after two dashes, as foedus measures projection distance -- -1" in said.err
    assert foedus(*words, "--", "-33.9,18.4", "-34.6,-58.4").status == 0
    assert "two dashes" not in foedus(*words, "--nowhere").err


@pytest.mark.parametrize(("kind", "status"), [(DataMissing, 3), (ExtraMissing, 4)])
def test_what_is_missing_has_a_status_of_its_own(
    kind: Any, status: int, foedus: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    error = kind(Fault("not here", remedy="bring it"))
    monkeypatch.setattr("foedus.cli.state.load_register", fail_with(error))
    said = foedus("state", "list")
    assert (said.status, said.out) == (status, "")
    assert said.err == "error: not here\n  to do: bring it\n"


@pytest.mark.parametrize("error", [KeyError("x"), RecursionError(), AssertionError("x"), MemoryError(), SystemError()])
def test_an_internal_fault_is_70_and_leaves_a_report(
    error: Exception, foedus: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("foedus.cli.state.load_register", fail_with(error))
    said = foedus("state", "list")
    assert (said.status, said.out) == (70, "")
    assert "Traceback" not in said.err
    assert "which is ours" in said.err
    report = Path(said.err.split("report ")[1].strip()).read_text(encoding="utf-8")
    assert "Traceback" in report
    assert type(error).__name__ in report


def test_an_interrupt_is_130(foedus: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("foedus.cli.state.load_register", fail_with(KeyboardInterrupt()))
    said = foedus("state", "list")
    assert (said.status, said.out) == (130, "")
    assert "Traceback" not in said.err


def test_the_faults_of_a_check_are_1(foedus: Any, tmp_path: Path) -> None:
    (tmp_path / "t.yaml").write_text("id: x\n", encoding="utf-8")
    assert foedus("register", "check", "t.yaml").status == 1


def piped_to_head(*arguments: str, lines: int) -> tuple[int, bytes]:
    """Run a command whose reader leaves after some lines; return its status and what it complained of."""
    command = [*FOEDUS, *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        for _ in range(lines):
            process.stdout.readline()
        process.stdout.close()
        complaint = process.stderr.read()
        return process.wait(timeout=60), complaint


@pytest.mark.parametrize("lines", [0, 1])
@pytest.mark.parametrize("arguments", [("treaty", "list", "--json"), ("demo",), ("schema", "treaty")], ids=" ".join)
def test_a_reader_that_leaves_is_no_fault(arguments: tuple[str, ...], lines: int) -> None:
    status, complaint = piped_to_head(*arguments, lines=lines)
    assert complaint == b""
    assert status in {0, 1}


@pytest.mark.parametrize("path", [b"caf\xe9.yaml", "café.yaml".encode(), b"\xff\xfe"])
@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_a_path_in_any_encoding_is_only_not_found(path: bytes, encoding: str) -> None:
    environment = {**ENVIRONMENT, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    said = subprocess.run([*FOEDUS, "assess", os.fsdecode(path)], capture_output=True, env=environment, check=False)
    assert said.returncode == 2
    assert b"no such file" in said.stderr
    assert b"Traceback" not in said.stderr


def test_a_terminal_without_unicode_gets_an_answer_too() -> None:
    environment = {**ENVIRONMENT, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"}
    said = subprocess.run([*FOEDUS, "demo"], capture_output=True, env=environment, check=False)
    assert (said.returncode, said.stderr) == (0, b"")
    assert b"North Atlantic Treaty" in said.stdout


def test_a_long_list_of_what_is_allowed_is_broken_into_lines(foedus: Any) -> None:
    said = foedus("panel", "dyad-years", "--add", "magic")
    assert max(map(len, said.err.splitlines())) <= 110
    assert "un-votes" in said.err


def test_days_in_the_wrong_order_are_told(foedus: Any) -> None:
    said = foedus("register", "diff", "2024-01-01", "2022-01-01")
    assert said.status == 2
    assert "foedus register diff 2022-01-01 2024-01-01" in said.err

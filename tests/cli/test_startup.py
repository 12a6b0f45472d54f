"""Starting costs little: heavy modules are imported only where they are used."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from foedus.register.arrangements import load_arrangements

HEAVY = {"numpy", "pandas", "polars", "pydantic", "pydantic_core", "rich", "shapely", "yaml"}
REPORT = (
    "import sys; from foedus.cli.app import run; status = run(sys.argv[1:]); "
    "print(*sorted({name.split('.')[0] for name in sys.modules}), file=sys.stderr); sys.exit(status)"
)


@pytest.fixture(scope="module", autouse=True)
def compiled() -> None:
    """Compile the register's files first, as an installation has them."""
    load_arrangements()


def imported_by(*arguments: str) -> set[str]:
    """Return the packages that a command brings in."""
    said = subprocess.run([sys.executable, "-c", REPORT, *arguments], capture_output=True, text=True, check=True)
    return set(said.stderr.split())


def test_the_version_needs_none_of_them() -> None:
    assert imported_by("--version") & HEAVY == set()


def test_the_package_itself_needs_none_of_them_nor_the_command_line() -> None:
    script = "import foedus, sys; print(*{name.split('.')[0] for name in sys.modules})"
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert set(said.stdout.split()) & (HEAVY | {"typer", "click"}) == set()


@pytest.mark.parametrize(
    "command",
    [("treaty", "list"), ("treaty", "show", "nato"), ("state", "show", "France"), ("alliance", "show", "nato")],
)
def test_a_question_to_the_register_reads_no_yaml(command: tuple[str, ...]) -> None:
    assert imported_by(*command) & {"yaml", "numpy", "shapely"} == set()


@pytest.mark.parametrize("command", [("treaty", "show", "nato"), ("obligations", "--help"), ("treaty", "list")])
def test_what_alliances_are_made_of_is_read_only_where_it_is_asked_for(command: tuple[str, ...]) -> None:
    report = REPORT.replace("name.split('.')[0] for name", "name for name")
    said = subprocess.run([sys.executable, "-c", report, *command], capture_output=True, text=True, check=True)
    assert {"foedus.register.arrangements", "foedus.register.decode_arrangements"}.isdisjoint(said.stderr.split())


def test_flags_need_no_yaml() -> None:
    flags = ("--attacker", "Russia", "--target", "Estonia", "--on", "2025-06-01")
    assert "yaml" not in imported_by("obligations", *flags)


def test_the_law_alone_needs_nothing_that_the_rest_of_an_assessment_needs() -> None:
    flags = ("--attacker", "Russia", "--target", "Estonia", "--on", "2025-06-01")
    assert imported_by("obligations", *flags) & {"scipy", "polars", "duckdb", "altair"} == set()


def test_an_assessment_draws_nothing_and_opens_no_store_that_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOEDUS_HOME", str(tmp_path / "home"))
    flags = ("--attacker", "Russia", "--target", "Estonia", "--on", "2025-06-01")
    assert imported_by("assess", *flags) & {"polars", "duckdb", "altair", "vl_convert", "networkx"} == set()


@pytest.mark.parametrize("command", [("--version",), ("--help",), ("schema",), ("treaty", "list")])
def test_no_command_writes_where_it_stands(command: tuple[str, ...], tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", REPORT, *command], capture_output=True, check=True, cwd=tmp_path)
    assert list(tmp_path.iterdir()) == []

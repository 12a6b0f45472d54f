"""The notebooks run from top to bottom; those that read published data, where the data are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

NOTEBOOKS = Path(__file__).parents[2] / "docs" / "notebooks"
WITHOUT_DATA = ("01-who-defends-whom",)
WITH_DATA = ("02-oneal-russett", "03-jackson-nei")


def cells(name: str) -> list[dict[str, Any]]:
    notebook = json.loads((NOTEBOOKS / f"{name}.ipynb").read_text(encoding="utf-8"))
    assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


def printed(name: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Run the cells in one namespace and return what each printed."""
    space: dict[str, Any] = {"__name__": "__main__"}
    said = []
    capsys.readouterr()
    for cell in cells(name):
        exec(compile("".join(cell["source"]), cell["id"], "exec"), space)  # noqa: S102 - the project's own pages
        said.append(capsys.readouterr().out)
    return said


def test_every_notebook_is_run() -> None:
    assert {path.stem for path in NOTEBOOKS.glob("*.ipynb")} == {*WITHOUT_DATA, *WITH_DATA}


@pytest.mark.parametrize("name", WITHOUT_DATA)
def test_a_notebook_runs_without_any_data(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert any(printed(name, capsys))


@pytest.mark.data
@pytest.mark.parametrize("name", WITH_DATA)
def test_a_notebook_prints_what_it_shows(name: str, shared_data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = ["".join("".join(output["text"]) for output in cell["outputs"]) for cell in cells(name)]
    assert printed(name, capsys) == shown

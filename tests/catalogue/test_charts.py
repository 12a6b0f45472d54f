"""What the catalogue says of charts is so: each kind has its function, its command, its picture, its words."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest
import typer

from foedus import FoedusError
from foedus.catalogue.charts import CHART_COMMANDS, CHARTS, ChartKind, chart_kind, maker
from foedus.catalogue.commands import Command
from foedus.catalogue.gallery import FOLDER, Picture, gallery_page, pictures
from foedus.cli.app import run

LARGEST = 300_000
"""Bytes: the gallery is read on a page."""


@pytest.mark.parametrize("kind", CHARTS, ids=lambda kind: kind.name)
def test_a_kind_of_chart_has_its_function_and_is_explained(kind: ChartKind, root: Path) -> None:
    function = maker(kind.name)
    assert callable(function)
    assert function.__doc__
    assert f"`{kind.name}`" in (root / "docs" / "charts.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", CHARTS, ids=lambda kind: kind.name)
def test_the_command_of_a_kind_draws_it(
    kind: ChartKind, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    file = tmp_path / "picture.png"
    picture = next(one for one in pictures() if one.name == kind.name)
    assert run(picture.words(str(file))) == 0
    assert file.read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("command", CHART_COMMANDS, ids=lambda command: command.name)
def test_a_command_of_the_group_resolves(command: Command) -> None:
    module, attribute = command.home.split(":")
    assert isinstance(getattr(import_module(module), attribute), typer.Typer)


@pytest.mark.parametrize("picture", pictures(), ids=lambda picture: picture.name)
def test_each_kind_and_each_measure_has_its_picture(picture: Picture, root: Path) -> None:
    file = root / "docs" / FOLDER / f"{picture.name}.png"
    assert file.exists(), "make gallery draws it"
    assert file.read_bytes().startswith(b"\x89PNG")
    assert file.stat().st_size < LARGEST


def test_the_gallery_is_the_one_that_is_generated(root: Path) -> None:
    page = (root / "docs" / "gallery.md").read_text(encoding="utf-8")
    assert page == gallery_page(), "make docs renews it"


def test_no_picture_is_left_of_one_that_is_gone(root: Path) -> None:
    assert {file.stem for file in (root / "docs" / FOLDER).iterdir()} == {one.name for one in pictures()}


def test_names_are_used_once() -> None:
    names = [one.name for one in pictures()]
    assert len(set(names)) == len(names)


def test_an_unknown_kind_is_told_what_there_is() -> None:
    with pytest.raises(FoedusError, match="no kind of chart is called 'pie'"):
        chart_kind("pie")

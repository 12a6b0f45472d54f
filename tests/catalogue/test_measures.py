"""What the catalogue says of measures is so: functions, pages, additions and commands are there."""

from __future__ import annotations

import shlex
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import typer

from foedus import FoedusError
from foedus.catalogue.additions import ADDITIONS
from foedus.catalogue.measures import FAMILIES, MEASURE_COMMANDS, all_measures, measure
from foedus.measures.measure import Measure
from foedus.sources.registry import source

MEASURES = all_measures()
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("one", MEASURES, ids=lambda one: one.name)
def test_a_measure_has_all_its_parts(one: Measure) -> None:
    module, _, name = one.function.partition(":")
    function = getattr(import_module(module), name)
    assert callable(function)
    assert function.__doc__
    assert one.family in FAMILIES
    assert set(one.additions) <= set(ADDITIONS)
    assert all(source(name) for name in one.data)
    page = (ROOT / "docs" / one.page).read_text(encoding="utf-8")
    assert f"`{one.name}`" in page
    words = shlex.split(one.command)
    assert words[:2] == ["foedus", "measures"] or words[0] == "foedus"


def test_names_are_used_once() -> None:
    names = [one.name for one in MEASURES]
    assert len(set(names)) == len(names)


def test_an_unknown_measure_is_told_what_there_is() -> None:
    with pytest.raises(FoedusError, match="no measure is called 'magic'"):
        measure("magic")


@pytest.mark.parametrize("command", MEASURE_COMMANDS, ids=lambda command: command.name)
def test_a_command_of_the_group_resolves(command: Any) -> None:
    module, attribute = command.home.split(":")
    assert isinstance(getattr(import_module(module), attribute), typer.Typer)

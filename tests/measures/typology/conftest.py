"""Made-up states with capitals in three parts of the world, and the published files that typology is held against."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from tests.obligations.builders import actor, register

from foedus.measures.typology.world import World
from foedus.register.arrangements import load_arrangements
from foedus.register.compiled import load_register
from foedus.sources.reading import load
from foedus.sources.registry import source

SEATS = {"Alba": (50, 5), "Brenn": (45, 10), "Corin": (0, 20), "Dorne": (-35, 150), "Elun": None}
AREAS = {
    "europe": {"shape": {"polygon": [[35, -10], [35, 40], [60, 40], [60, -10]]}},
    "africa": {"shape": {"polygon": [[-30, 10], [-30, 40], [30, 40], [30, 10]]}},
    "oceania": {"shape": {"polygon": [[-50, 110], [-50, 179], [-5, 179], [-5, 110]]}},
}


def _seated(at: int, name: str) -> dict[str, Any]:
    seat = SEATS[name]
    found = actor(name, at)
    return found if seat is None else {**found, "capitals": [{"name": name, "lat": seat[0], "lon": seat[1]}]}


@pytest.fixture(scope="session")
def world_of() -> Callable[..., World]:
    """Return what makes a world of some treaties: Alba and Brenn in Europe, Corin in Africa, Dorne in Oceania."""

    def made(*treaties: Any, **parts: Any) -> World:
        actors = [_seated(at, name) for at, name in enumerate(SEATS, 1)]
        areas = {name: {"name": name, "known": {"verified": "knowledge"}, **area} for name, area in AREAS.items()}
        return World(register(*treaties, actors=actors, areas=areas, **parts))

    return made


@pytest.fixture(scope="session")
def real() -> World:
    """Return the embedded register with what stands beside treaties."""
    return World(load_register(), load_arrangements())


@pytest.fixture(scope="session")
def atop_members(shared_data: Path) -> pl.DataFrame:
    """Return ATOP's members, version 5.1."""
    return load(source("atop"), [shared_data / "atop" / "atop5_1m.csv"]).tables["members"]

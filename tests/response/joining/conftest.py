"""Third states at the outbreak of every inter-state war, from the published files."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from foedus import Register
from foedus.panel.membership import membership
from foedus.response.joining.third_states import ThirdStates, outbreaks, third_states, ties
from foedus.sources.reading import load
from foedus.sources.registry import source


@pytest.fixture(scope="session")
def real(shared_data: Path, register: Register) -> ThirdStates:
    """Return the rows of 1823 to 2003."""
    return _rows(shared_data, register, 0)


@pytest.fixture(scope="session")
def same_year(shared_data: Path, register: Register) -> ThirdStates:
    """Return the rows with pacts of the year of the outbreak instead of those of the year before."""
    return _rows(shared_data, register, -1)


def _rows(shared_data: Path, register: Register, moved: int) -> ThirdStates:
    """Return the rows, pacts being moved by so many years."""

    def table(name: str, table: str, *path: str) -> pl.DataFrame:
        return load(source(name), [shared_data.joinpath(*path)]).tables[table]

    tied = ties(
        table("atop", "directed_dyad_years", "atop", "atop5_1m.csv").with_columns(pl.col("year") + moved),
        table("contiguity", "directed_dyad_years", "cow", "contdird.csv"),
        table("cow-majors", "spells", "cow", "majors2016.csv"),
    )
    wars = table("inter-state-war", "participants", "cow", "Inter-StateWarData_v4.0.csv")
    return third_states(outbreaks(wars), membership(register, "cow", 1816, 2010), tied)

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

    def table(name: str, table: str, *path: str) -> pl.DataFrame:
        return load(source(name), [shared_data.joinpath(*path)]).tables[table]

    tied = ties(
        table("atop", "directed_dyad_years", "atop", "atop5_1m.csv"),
        table("contiguity", "directed_dyad_years", "cow", "contdird.csv"),
        table("cow-majors", "spells", "cow", "majors2016.csv"),
    )
    wars = table("inter-state-war", "participants", "cow", "Inter-StateWarData_v4.0.csv")
    return third_states(outbreaks(wars), membership(register, "cow", 1816, 2010), tied)

"""The published files, read as a user's store reads them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import polars as pl
import pytest

from foedus.measures.concordance.alliances import Phase, phases
from foedus.response.fulfilment.known_states import KnownStates, known_states
from foedus.response.fulfilment.occasions import Occasion, fighters, occasions
from foedus.response.fulfilment.tested import rows_tested
from foedus.sources.reading import load
from foedus.sources.registry import source

Read = Callable[[str, str, str], pl.DataFrame]


@pytest.fixture(scope="session")
def read(shared_data: Path) -> Read:
    """Return what reads a table of a data set from a file."""

    def table(name: str, file: str, table: str) -> pl.DataFrame:
        return load(source(name), [shared_data / file]).tables[table]

    return table


@pytest.fixture(scope="session")
def berkemeier_fuhrmann(read: Read) -> pl.DataFrame:
    """Return the 576 rows."""
    return read("berkemeier-fuhrmann", "fulfilment/BerkemeierFuhrmannRAP2018_0303.dta", "tests")


@pytest.fixture(scope="session")
def leeds_anac(read: Read) -> pl.DataFrame:
    """Return the 137 rows."""
    return read("leeds-anac", "fulfilment/LeedsAnacIIrep.dta", "commitments")


@pytest.fixture(scope="session")
def participants(read: Read) -> pl.DataFrame:
    """Return who fought in the wars."""
    return read("inter-state-war", "cow/Inter-StateWarData_v4.0.csv", "participants")


@pytest.fixture(scope="session")
def alliances(read: Read) -> Mapping[int, tuple[Phase, ...]]:
    """Return the phases of ATOP's alliances."""
    return phases(read("atop", "atop/atop5_1m.csv", "members"))


@pytest.fixture(scope="session")
def majors(read: Read) -> pl.DataFrame:
    """Return the spells of the major powers."""
    return read("cow-majors", "cow/majors2016.csv", "spells")


@pytest.fixture(scope="session")
def held(
    berkemeier_fuhrmann: pl.DataFrame, alliances: Mapping[int, tuple[Phase, ...]], participants: pl.DataFrame
) -> tuple[Occasion, ...]:
    """Return the occasions of the 146 tested cases."""
    return occasions(rows_tested(berkemeier_fuhrmann), alliances, fighters(participants))


@pytest.fixture(scope="session")
def states(read: Read, majors: pl.DataFrame) -> KnownStates:
    """Return what the tables tell of states."""
    return known_states(
        read("nmc", "cow/cow_nmc.rda", "state_years"),
        read("democracy", "gw/isard_cw_democracy.csv", "state_years"),
        majors,
        read("capitals", "cow/cow_capitals.rda", "spells"),
        read("contiguity", "cow/contdird.csv", "directed_dyad_years"),
    )

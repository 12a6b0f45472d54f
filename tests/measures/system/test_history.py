"""The system as the data have it: Jackson and Nei's published rates, and what years outside the data say."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import polars as pl
import pytest

from foedus import BadInput, Register
from foedus.measures.system.history import History, SystemYear, history
from foedus.measures.system.ties import Network, allies_per_state, rate, survival
from foedus.panel.panel import create
from foedus.sources.reading import load
from foedus.sources.registry import source
from foedus.sources.store import Store


def wars(held: History, years: tuple[int, int]) -> list[Network]:
    return [
        Network(one.year, one.states, one.wars_begun | one.wars_begun.T)
        for one in held.years
        if one.wars_begun is not None and years[0] <= one.year <= years[1]
    ]


def pacts(held: History, years: tuple[int, int]) -> list[Network]:
    return [Network(one.year, one.states, one.allied) for one in held.years if years[0] <= one.year <= years[1]]


@pytest.mark.data
def test_wars_became_roughly_a_tenth_as_frequent(since_1816: History) -> None:
    """Jackson and Nei (2015): "roughly a 10th" from 1820-1949 to 1950-2000, counted by pairs at war."""
    before, after = rate(wars(since_1816, (1820, 1949))), rate(wars(since_1816, (1950, 2000)))
    assert 8 <= before / after <= 12
    assert before == pytest.approx(0.002048, rel=0.01)  # rebuilt elsewhere with a few pairs more or less
    assert after == pytest.approx(0.000197, rel=0.02)


COUNTS = [((1816, 1950), 2.494, 2.525, 2.114), ((1951, 2003), 9.866, 10.523, 9.856)]


@pytest.mark.data
@pytest.mark.parametrize(("years", "rebuilt", "printed", "of_members"), COUNTS)
def test_allies_are_as_many_as_published_where_pacts_of_no_members_count(
    years: tuple[int, int], rebuilt: float, printed: float, of_members: float, shared_data: Path, since_1816: History
) -> None:
    """Published: 2.525 and 10.523. Counted so here, pacts of states outside the system stand over the system's members.

    Among members alone there are fewer before 1951, when German and Italian states had pacts and were no members.
    """
    table = load(source("atop"), [shared_data / "atop" / "atop5_1ddyr.rda"]).tables["directed_dyad_years"]
    one, other = pl.min_horizontal("ccode1", "ccode2"), pl.max_horizontal("ccode1", "ccode2")
    pairs = table.filter(pl.col("atop_defense") == 1).select("year", one.alias("one"), other.alias("other")).unique()
    state_years = create("state-years", first=years[0], last=years[1]).frame().height
    found = 2 * pairs.filter(pl.col("year").is_between(*years)).height / state_years
    assert found == pytest.approx(rebuilt, abs=5e-4)
    assert found == pytest.approx(printed, rel=0.1)
    assert allies_per_state(pacts(since_1816, years)) == pytest.approx(of_members, abs=5e-4)


@pytest.mark.data
@pytest.mark.parametrize(("years", "printed", "rebuilt"), [((1816, 1950), 0.695, 0.558), ((1951, 2003), 0.949, 0.961)])
def test_ties_last_as_long_as_published(
    years: tuple[int, int], printed: float, rebuilt: float, since_1816: History
) -> None:
    found = survival(pacts(since_1816, years), 5)
    assert found.share == pytest.approx(printed, abs=0.15)
    assert found.share_of_all == pytest.approx(rebuilt, abs=0.02)  # its rule for states that are gone is not known


@pytest.mark.data
def test_years_outside_the_data_are_missing_and_not_nothing(since_1816: History) -> None:
    by_year: dict[int, SystemYear] = {one.year: one for one in since_1816.years}
    assert by_year[2018].disputing is None
    assert by_year[2018].major is None
    assert by_year[2010].disputing is not None
    capability = by_year[1913].capability
    assert capability is not None
    german = int(np.searchsorted(by_year[1913].states, 255))
    assert capability[german] == pytest.approx(0.143318, abs=1e-6)  # printed digits


def test_the_register_alone_knows_who_owed_defence(register: Register, tmp_path: Path) -> None:
    held = history(register, Store(tmp_path), (1960, 1961))
    year = held.years[0]
    at = [int(np.searchsorted(year.states, number)) for number in (2, 200, 365)]
    assert year.allied[at[0], at[1]]
    assert not year.allied[at[0], at[2]]
    assert np.array_equal(year.allied, year.allied.T)
    assert (held.names[2], held.versions) == ("United States", {})


def test_years_of_which_only_a_choice_is_held_are_refused(register: Register, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="not every alliance of 1900 to 1950 is held"):
        history(register, Store(tmp_path), (1900, 1950))
    with pytest.raises(BadInput, match="not every alliance of 2019 to 2020"):
        history(register, Store(tmp_path), (2019, 2020), "atop")

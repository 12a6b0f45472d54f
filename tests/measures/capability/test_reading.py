"""Which source is taken, which year is the latest, and what is missing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from foedus import FoedusError, Register
from foedus._base.dates import Day
from foedus._base.errors import BadInput, DataMissing
from foedus.measures.capability.figures import bundled
from foedus.measures.capability.quantities import BUNDLED, QUANTITIES, Quantity, overview, quantity
from foedus.measures.capability.reading import Question, Reading, Tables, preferred, read_rows
from foedus.sources.reading import load
from foedus.sources.registry import source
from foedus.sources.store import Store

NMC = """stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc,version
USA,2,1950,300,10,0,0,150,50,.3,2011
UKG,200,1950,100,-9,0,0,50,50,.1,2011
USA,2,1951,300,11,0,0,151,51,.4,2011
"""
STATES = ("united-states", "united-kingdom")


@pytest.fixture(scope="module")
def question(register: Register, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Question]:
    folder = tmp_path_factory.mktemp("reading")
    (folder / "NMC_5_0.csv").write_text(NMC)
    full = Store(folder / "full")
    full.put(load(source("nmc"), [folder / "NMC_5_0.csv"], is_part=True), is_part=True)
    held = {True: Tables(full), False: Tables(Store(folder / "empty"))}

    def asking(*states: str, year: int | None = None, has_nmc: bool = True) -> Question:
        day = Day.parse(f"{year}-12-31" if year else register.edition.cutoff)
        return Question(states or STATES, day, year, register, held[has_nmc])

    return asking


def test_shares_of_the_world_and_their_mean(question: Callable[..., Question]) -> None:
    """The United Kingdom's missing personnel leaves all of it to the other, and is left out of its own mean."""
    asked = question(year=1950)
    assert quantity("milex").read(asked).values.tolist() == [0.75, 0.25]
    assert quantity("milper").read(asked).values[0] == 1
    assert np.isnan(quantity("milper").read(asked).values[1])
    found = quantity("cinc").read(asked)
    assert found.values == pytest.approx([(0.75 + 1 + 0.75 + 0.5) / 4, (0.25 + 0.25 + 0.5) / 3])
    assert found.source == "nmc 5.0"


def test_without_a_year_the_latest_that_has_half_of_the_states_counts(question: Callable[..., Question]) -> None:
    found = quantity("milex").read(question())
    assert found.years == (1951, None)
    assert found.spread.known == 1


def test_units_are_those_that_are_told(question: Callable[..., Question]) -> None:
    asked = question(year=1950)
    assert quantity("expenditure").read(asked).values.tolist() == [0.3, 0.1]  # thousands become millions
    assert quantity("population").read(asked).values.tolist() == [150_000, 50_000]


def test_bundled_figures_are_no_answer_about_a_year(question: Callable[..., Question]) -> None:
    asked = question(year=2024, has_nmc=False)
    with pytest.raises(DataMissing) as error:
        quantity("gdp").read(asked)
    assert error.value.exit_status == 3
    assert "foedus data pull world-bank" in str(error.value)


def test_bundled_expenditure_is_the_share_by_gdp(question: Callable[..., Question]) -> None:
    found = quantity("expenditure").read(question(has_nmc=False))
    held = [bundled()[state].figures for state in STATES]
    expected = [figures["expenditure_share"].value / 100 * figures["gdp"].value for figures in held]
    assert found.values == pytest.approx(expected)
    assert found.is_bundled
    assert "World Factbook" in found.source


def test_an_overview_shows_what_there_is(question: Callable[..., Question]) -> None:
    assert list(overview(question(has_nmc=False))) == ["expenditure", "personnel", "population", "gdp"]
    assert list(overview(question(year=1950))) == ["cinc", "expenditure", "personnel", "population"]
    with pytest.raises(DataMissing, match="foedus data pull nmc"):
        overview(question(year=1950, has_nmc=False))


def test_what_is_not_there_is_refused(question: Callable[..., Question]) -> None:
    with pytest.raises(BadInput, match="is called 'tanks'"):
        quantity("tanks")
    with pytest.raises(BadInput, match="not read from 'sipri'"):
        quantity("cinc").read(question(), "sipri")
    with pytest.raises(BadInput, match="nothing is read from 'x'"):
        overview(question(), "x")
    with pytest.raises(FoedusError, match="foedus data pull nmc"):
        quantity("cinc").read(question("andorra"))


def _of(name: str, *values: float) -> Callable[[Question], Reading]:
    return lambda _: Reading("", name, np.array(values), tuple(1950 for _ in values))


def test_a_preferred_source_stands_back_where_it_lacks_states(question: Callable[..., Question]) -> None:
    nan = float("nan")
    asked = question(*("united-states",) * 5)
    ways = {"first": _of("first", 1, 1, 1, nan, nan), "second": _of("second", 2, 2, 2, 2, nan)}
    assert Quantity("x", "x", "x", ways).read(asked).source == "second"  # three of four are less than four fifths
    ways["first"] = _of("first", 1, 1, 1, 1, nan)
    assert Quantity("x", "x", "x", ways).read(asked).source == "first"
    assert Quantity("x", "x", "x", ways).read(asked, "second").source == "second"


def test_of_nothing_nothing_is_preferred() -> None:
    assert preferred([], len) is None
    assert preferred([[1], [1, 2]], len) == [1, 2]


def test_a_state_without_a_number_has_no_value() -> None:
    rows = pl.DataFrame({"code": [2], "year": [1950], "value": [5.0]})
    values, year = read_rows(rows, [2, None], None)
    assert (values[0], year) == (5.0, 1950)
    assert np.isnan(values[1])
    assert read_rows(rows.clear(), [2], None)[1] is None


def test_every_quantity_says_how_it_is_read() -> None:
    for one in QUANTITIES.values():
        assert one.ways
        assert all(name == BUNDLED or source(name) for name in one.ways)


def test_the_store_is_read_once(question: Callable[..., Question], tmp_path: Path) -> None:
    tables = question().tables
    assert tables.table("nmc", "state_years")[0] is tables.table("nmc", "state_years")[0]
    with pytest.raises(DataMissing):
        Tables(Store(tmp_path)).table("nmc", "state_years")

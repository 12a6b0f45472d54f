"""Burdens of real alliances: against NATO's own arithmetic, a rebuild of 1966, and what later studies found."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from foedus import Register
from foedus._base.dates import Day
from foedus.measures.burden.accounts import Accounts, read_accounts
from foedus.measures.burden.rank_tests import spearman
from foedus.measures.burden.shares import burdens
from foedus.measures.burden.verdict import Verdict, verdict
from foedus.measures.capability.reading import Question, Tables
from foedus.register.arrangements import BoundBy

pytestmark = pytest.mark.data

Asking = Callable[..., Question]
OLSONS = {
    *("united-states", "west-germany", "germany", "united-kingdom", "france", "italy", "canada", "netherlands"),
    *("belgium", "denmark", "turkey", "norway", "greece", "portugal", "luxembourg"),
}
"""The fourteen members of their table; Iceland, which has no armed forces, is not among them."""
REBUILT = {
    1955: 0.455,
    1960: 0.640,
    1964: 0.635,
    1970: 0.385,
    1975: 0.451,
    1980: 0.552,
    1985: 0.433,
    1990: 0.398,
    1995: 0.279,
    1999: 0.420,
    2004: 0.411,
    2010: 0.341,
}
"""Spearman's rho from NMC's expenditure and Maddison's GDP, worked out by others: a check of the order, no more."""


@pytest.fixture(scope="module")
def nato(register: Register, tables: Tables) -> Asking:
    def asking(year: int, only: set[str] | None = None) -> Question:
        day = Day.parse(f"{year}-12-31")
        bound = BoundBy(register)("nato", day)
        members = sorted(state for state in bound if only is None or state in only)
        return Question(tuple(members), day, year, register, tables)

    return asking


def judged(accounts: Accounts) -> Verdict:
    found = verdict(accounts)
    assert found is not None
    return found


WRITTEN_AS_TWO = {(2019, "lithuania"), (2020, "france"), (2024, "slovakia")}
"""Where NATO's workbook has exactly 2, and its expenditure by its GDP is 1.99."""


@pytest.mark.parametrize("year", range(2014, 2025))
def test_natos_shares_are_its_expenditure_by_its_gdp(year: int, nato: Asking) -> None:
    """To the last digits of the workbook, but for three cells that are written as 2."""
    asked = nato(year)
    found = read_accounts(asked, "nato-expenditure")
    ours = burdens(found.expenditure, found.gdp)
    apart = np.abs(found.burden - ours)
    assert np.isfinite(apart).sum() >= 27
    unlike = {(year, state) for state, far in zip(asked.states, apart.tolist(), strict=True) if far > 1e-9}
    assert unlike == {cell for cell in WRITTEN_AS_TWO if cell[0] == year}
    assert np.all(apart[apart > 1e-9] < 0.015)


def test_two_publishers_rank_the_same_burdens_alike(nato: Asking) -> None:
    """NATO and SIPRI count differently, but not so that the order of members would turn."""
    one, other = (read_accounts(nato(2022), name) for name in ("nato-expenditure", "sipri"))
    assert spearman(one.burden, other.burden).coefficient > 0.85
    assert spearman(one.gdp, other.gdp).coefficient > 0.99
    assert spearman(one.population, other.population).coefficient > 0.99


@pytest.mark.parametrize("year", REBUILT)
def test_a_rebuild_of_1966_is_near_to_that_of_others(year: int, nato: Asking) -> None:
    """Within .15: theirs has another series of GDP."""
    found = read_accounts(nato(year, OLSONS), "nmc")
    assert found.known == 14
    assert spearman(found.burden, found.gdp).coefficient == pytest.approx(REBUILT[year], abs=0.15)


def test_the_decade_after_1999_shows_no_exploitation(nato: Asking) -> None:
    """Sandler and Shimizu (2014): the ranks of burdens and GDP are almost never significant from 1999 to 2009."""
    significant = [y for y in range(1999, 2010) if judged(read_accounts(nato(y), "sipri")).spearman.greater < 0.05]
    assert significant == []


def test_exploitation_is_rarely_seen_after_1967_until_it_comes_back(nato: Asking) -> None:
    """Kim and Sandler (2020): rarely after 1967. Here in three years of forty-two, named lest others come in unseen."""
    tests = {year: judged(read_accounts(nato(year), "sipri")).spearman for year in range(1968, 2010)}
    assert [year for year, test in tests.items() if test.greater < 0.05] == [1983, 1984, 1985]


def test_exploitation_comes_back_but_not_in_every_year_that_studies_name(nato: Asking) -> None:
    """They find it first in 2010, Kim and Sandler (2020) from 2011 to 2017.

    With figures revised since it is there in 2011, 2012, 2014 and 2015; 2013 misses by a hair, and 2010, 2016 and 2017
    are named here as what differs.
    """
    tests = {year: judged(read_accounts(nato(year), "sipri")).spearman for year in range(2010, 2018)}
    assert [year for year, test in tests.items() if test.greater < 0.05] == [2011, 2012, 2014, 2015]
    assert tests[2010].greater == pytest.approx(0.083, abs=0.001)
    assert tests[2013].greater == pytest.approx(0.0502, abs=0.0001)
    assert min(tests[2016].greater, tests[2017].greater) > 0.1
    assert all(test.coefficient > 0 for test in tests.values())


def test_after_2002_burdens_do_not_match_benefits(nato: Asking) -> None:
    """Sandler and Shimizu (2014), and Kim and Sandler (2020) to 2017: no concordance, at five per cent."""
    for year in range(2003, 2018):
        assert judged(read_accounts(nato(year), "sipri")).against_benefit.two_sided < 0.05

"""Similarity on ATOP's portfolios of 1914 and 1980: regression values worked out apart from this code."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import pytest

from foedus import Register
from foedus.measures.similarity.coefficients import Similarity
from foedus.measures.similarity.kernel import all_pairs
from foedus.measures.similarity.packed import pack
from foedus.measures.similarity.portfolio import ATOP_COLUMNS, Portfolios, levels_of, members, promises
from foedus.panel.membership import membership
from foedus.sources.reading import load
from foedus.sources.registry import source

pytestmark = pytest.mark.data
PRINTED = 1e-4
GOLDEN = [
    (1914, 255, 365, (0.6593, 0.6889, 0.2222, 0.2213, 0.2265), (0.6444, 0.2308)),
    (1914, 255, 300, (0.9556, 0.9556, 0.8966, 0.8964, 0.9014), (0.9556, 0.8966)),
    (1914, 200, 220, (0.8370, 0.8765, 0.5902, 0.5895, 0.6436), (0.8667, 0.6897)),
    (1914, 220, 365, (0.8963, 0.9160, 0.7213, 0.7209, 0.6972), (0.8667, 0.6897)),
    (1914, 2, 200, (0.7333, 0.7630, -0.0435, -0.0811, -0.0580), (0.6889, -0.0396)),
    (1980, 2, 200, (0.5342, 0.5484, 0.3477, 0.2986, 0.4300), (0.5128, 0.4665)),
    (1980, 2, 365, (0.2564, 0.3504, 0.0327, -0.0263, 0.2134), (0.4103, 0.3652)),
    (1980, 365, 265, (0.8932, 0.9245, 0.7463, 0.7439, 0.8333), (0.9103, 0.8796)),
]


@pytest.fixture(scope="module")
def pledges(shared_data: Path) -> pl.DataFrame:
    files = [shared_data / "atop" / "atop5_1m.csv"]
    return levels_of(load(source("atop"), files).tables["directed_dyad_years"], ATOP_COLUMNS)


def portfolios(pledges: pl.DataFrame, register: Register, year: int) -> Portfolios:
    return promises(members(membership(register, "cow", year, year), year), pledges.filter(year=year))


def pair(held: Portfolios, levels: np.ndarray, highest: int, one: int, other: int) -> Similarity:
    place = [int(np.searchsorted(held.states, state)) for state in (one, other)]
    return Similarity(*all_pairs(pack(levels[place], highest), highest)[0, 1])


@pytest.mark.parametrize(("year", "count"), [(1914, 45), (1980, 156)])
def test_the_system_has_so_many_members(year: int, count: int, register: Register) -> None:
    assert len(members(membership(register, "cow", year, year), year)) == count


@pytest.mark.parametrize("line", GOLDEN, ids=lambda line: f"{line[1]} and {line[2]} in {line[0]}")
def test_a_pair_of_the_golden_table(line: tuple[Any, ...], pledges: pl.DataFrame, register: Register) -> None:
    year, one, other, levels, binary = line
    held = portfolios(pledges, register, year)
    assert pair(held, held.levels, 3, one, other) == pytest.approx(levels, abs=PRINTED)
    found = pair(held, (held.levels > 0).astype(np.int8), 1, one, other)
    assert (found.s, found.kappa) == pytest.approx(binary, abs=PRINTED)

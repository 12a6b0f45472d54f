"""Institutionalisation by the rule of Leeds and Anac: case by case, and beside their own published values.

Their values were worked out from version 3 of ATOP; the columns here are those of versions 4 and 5. Of 105 alliances
101 come out alike, and the other four are named with the reason, so there is no tolerance.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.measures.typology.data import atop_depth, atop_institutions
from foedus.measures.typology.leeds_anac import COLUMNS, formality, highest, milinst
from foedus.sources.reading import load
from foedus.sources.registry import source

VALUES = ("milinst", "formal")
NONE = dict.fromkeys(COLUMNS, 0.0)


def one(**codes: float) -> dict[str, np.ndarray]:
    """Return the columns of one row, every code 0 that is not given."""
    return {name: np.array([value]) for name, value in {**NONE, **codes}.items()}


@pytest.mark.parametrize(
    ("codes", "value"),
    [
        ({}, 0),
        ({"milcon": 1}, 0),
        ({"milcon": 2}, 1),
        ({"milcon": 3}, 2),
        ({"intcom": 1}, 2),
        ({"base": 3}, 2),
        ({"milaid": 2}, 0),
        ({"milaid": 3}, 1),
        ({"milaid": 4}, 1),
        ({"subord": 2}, 1),
        ({"contrib": 1}, 1),
        ({"orgpurp1": 4}, 1),
        ({"orgpurp2": 1}, 1),
        ({"orgpurp1": 3}, 0),
        ({"contrib": 1, "base": 1}, 2),
        ({"milcon": np.nan, "intcom": np.nan, "base": np.nan, "contrib": 1}, 1),
        (dict.fromkeys(COLUMNS, np.nan), np.nan),
    ],
)
def test_military_institutions(codes: dict[str, float], value: float) -> None:
    np.testing.assert_array_equal(milinst(one(**codes)), [value])


@pytest.mark.parametrize(
    ("codes", "value"),
    [
        ({}, 0),
        ({"estmode": 1}, 1),
        ({"estmode": 1, "pubsecr": 1}, 1),
        ({"estmode": 1, "pubsecr": 2}, 0),
        ({"organ1": 1}, 0),
        ({"organ2": 3}, 1),
        ({"estmode": 1, "organ1": 2}, 2),
        ({"estmode": 1, "pubsecr": np.nan}, 1),
        (dict.fromkeys(COLUMNS, np.nan), np.nan),
    ],
)
def test_formality(codes: dict[str, float], value: float) -> None:
    np.testing.assert_array_equal(formality(one(**codes)), [value])


@given(st.lists(st.tuples(st.integers(1, 5), st.sampled_from([0.0, 1.0, 2.0, np.nan])), min_size=1, max_size=30))
def test_an_alliance_has_the_highest_value_of_its_rows(rows: list[tuple[int, float]]) -> None:
    alliances, values = zip(*rows, strict=True)
    numbers, best = highest(values, alliances)
    for number, value in zip(numbers, best, strict=True):
        known = [held for alliance, held in rows if alliance == number and not np.isnan(held)]
        np.testing.assert_array_equal(value, max(known) if known else np.nan)


CODE = st.sampled_from([0.0, 1.0, 2.0, 3.0, 4.0, np.nan])


@given(st.fixed_dictionaries(dict.fromkeys(COLUMNS, CODE)), st.sampled_from(["milcon", "intcom", "base", "contrib"]))
def test_more_institutions_never_count_for_less(codes: dict[str, float], name: str) -> None:
    more = {"milcon": 3.0, "intcom": 1.0, "base": 3.0, "contrib": 1.0}[name]
    before, after = milinst(one(**codes))[0], milinst(one(**{**codes, name: more}))[0]
    assert np.isnan(before) or after >= before
    assert np.isnan(before) or 0 <= before <= 2


# --- beside published values ------------------------------------------------------------------------------------------

FILES = {
    "5.1 members": ("atop", "atop5_1m.csv", "members"),
    "4.01 members": ("atop", "atop4_01m_member-level.csv", "members"),
    "4.01 alliances": ("atop", "atop4_01a_alliance-level.csv", "alliances"),
}
REACHED_LATER = {1415, 2370, 2535}
"""Alliances whose highest value belongs to a phase after the one that a war put to the test: a staff agreement (1415),
ratified treaties (2370, 2535)."""
WITHOUT_CODES = {3485}
"""An alliance whose military provisions versions 4 and 5 leave open."""


def table(folder: Path, name: str, file: str, which: str) -> pl.DataFrame:
    """Return a table of a published file."""
    return load(source(name), [folder / file]).tables[which]


@pytest.mark.parametrize("held", FILES.values(), ids=FILES)
def test_the_published_values_come_out(shared_data: Path, held: tuple[str, str, str]) -> None:
    name, file, which = held
    ours = atop_institutions(table(shared_data / "atop", name, file, which))
    commitments = table(shared_data / "fulfilment", "leeds-anac", "LeedsAnacIIrep.dta", "commitments")
    theirs = commitments.select("atopid", "milinst", "formal").unique()
    both = theirs.join(ours, on="atopid", suffix="_ours")
    assert both.height == theirs.height == 105
    unlike = both.filter(pl.any_horizontal(pl.col(name).ne_missing(pl.col(f"{name}_ours")) for name in VALUES))
    assert set(unlike["atopid"]) == REACHED_LATER | WITHOUT_CODES
    assert (both["milinst"] == both["milinst_ours"]).sum() == 103
    assert (both["formal"] == both["formal_ours"]).sum() == 103


def test_in_the_first_phase_the_formality_is_that_of_the_published_values(shared_data: Path) -> None:
    members = table(shared_data / "atop", "atop", "atop5_1m.csv", "members")
    commitments = table(shared_data / "fulfilment", "leeds-anac", "LeedsAnacIIrep.dta", "commitments")
    first = atop_institutions(members.filter(pl.col("phase") <= 1))
    both = commitments.select("atopid", "milinst", "formal").unique().join(first, on="atopid", suffix="_ours")
    assert (both["formal"] == both["formal_ours"]).all()


def test_the_depth_ranks_alliances_much_as_that_of_benson_and_clinton(shared_data: Path) -> None:
    """A share of eight provisions and a latent score of many agree in rank, not in kind: Spearman's rho is 0.83."""
    stats = pytest.importorskip("scipy.stats")
    ours = atop_depth(table(shared_data / "atop", "atop", "atop5_1m.csv", "members"))
    theirs = table(shared_data / "atop", "benson-clinton", "benson-clinton-scores.csv", "alliances")
    both = ours.join(theirs, on="atopid", suffix="_theirs").drop_nulls(["depth", "depth_theirs"])
    assert both.height == 487
    assert stats.spearmanr(both["depth"], both["depth_theirs"]).statistic == pytest.approx(0.834, abs=0.005)
    assert stats.spearmanr(both["depth"], both["scope"]).statistic < 0.3, "depth is not how much is promised"

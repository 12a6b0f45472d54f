"""Similarity in panels: the same as pair by pair, missing where the data do not look, and the golden pairs again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from foedus import BadInput, Register
from foedus.catalogue.additions import create
from foedus.measures.similarity.coefficients import similarity, weighted_s
from foedus.measures.similarity.portfolio import ballots, members, votes
from foedus.measures.similarity.register_pledges import register_portfolios
from foedus.panel.membership import membership
from foedus.sources.reading import load
from foedus.sources.registry import source
from foedus.sources.store import Store

NAMES = ["sim_s", "sim_s_squared", "sim_kappa", "sim_pi", "sim_tau_b"]


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory, shared_data: Path) -> Store:
    store = Store(tmp_path_factory.mktemp("similarity") / "home")
    files = {"atop": ["atop/atop5_1ddyr.rda"], "nmc": ["cow/cow_nmc.rda"]}
    files["un-votes"] = [f"unvotes/un_{part}.rda" for part in ("votes", "roll_calls", "roll_call_issues")]
    for name, places in files.items():
        store.put(load(source(name), [shared_data / place for place in places]))
    return store


def test_the_register_s_columns_are_those_of_its_portfolios(register: Register, tmp_path: Path) -> None:
    panel = replace(create("dyad-years", first=1960, last=1961), store=Store(tmp_path)).add("similarity").frame()
    held = register_portfolios(register, 1960, 1961)[1]
    rows = panel.filter(pl.col("year") == 1961).sample(60, seed=1)
    for row in rows.iter_rows(named=True):
        one, other = (int(np.searchsorted(held.states, row[name])) for name in ("ccode1", "ccode2"))
        expected = similarity(held.levels[one], held.levels[other], held.highest)
        found = [np.nan if row[name] is None else row[name] for name in NAMES]
        assert found == pytest.approx(expected, abs=1e-9, nan_ok=True)


def test_years_that_the_register_does_not_cover_are_missing(tmp_path: Path) -> None:
    panel = replace(create("dyad-years", first=1944, last=1945), store=Store(tmp_path)).add("similarity").frame()
    by_year = panel.group_by("year").agg(pl.col("sim_s").is_null().all()).sort("year")
    assert by_year["sim_s"].to_list() == [True, False]


def test_votes_have_no_weights() -> None:
    with pytest.raises(BadInput, match="questions have no capability"):
        create("dyad-years", first=1960, last=1961).add("similarity", portfolio="un-votes", weights="cinc")


@pytest.mark.data
@pytest.mark.parametrize("directed", [False, True])
def test_a_golden_pair_with_its_weights(published: Store, directed: bool) -> None:
    panel = replace(create("dyad-years", first=1914, last=1914, directed=directed), store=published)
    found = panel.add("similarity", portfolio="atop", weights="cinc").frame()
    row = found.filter(pl.col("ccode1") == 200, pl.col("ccode2") == 220)
    assert row.select(NAMES).row(0) == pytest.approx((0.8370, 0.8765, 0.5902, 0.5895, 0.6436), abs=1e-4)
    assert -1 <= row["sim_s_weighted"].item() <= 1
    assert found["sim_s_weighted"].null_count() == 0


@pytest.mark.data
def test_votes_are_compared_question_by_question(published: Store, register: Register) -> None:
    panel = replace(create("dyad-years", first=1980, last=1980), store=published)
    found = panel.add("similarity", portfolio="un-votes").frame()
    cast = published.read("un-votes", "votes").join(published.read("un-votes", "roll_calls"), on="rcid")
    level = {"no": 0, "abstain": 1, "yes": 2}
    of = {
        number: {
            row["rcid"]: level[row["vote"]]
            for row in cast.filter(pl.col("ccode") == number, pl.col("date").dt.year() == 1980).iter_rows(named=True)
        }
        for number in (2, 200)
    }
    both = sorted(set(of[2]) & set(of[200]))
    x, y = (np.array([of[number][question] for question in both], np.int8) for number in (2, 200))
    row = found.filter(pl.col("ccode1") == 2, pl.col("ccode2") == 200).select(NAMES).row(0)
    assert row == pytest.approx(similarity(x, y, 2), abs=1e-9)
    assert row[0] == pytest.approx(1 - np.abs(x.astype(int) - y).mean())
    absent = votes(
        members(membership(register, "cow", 1980, 1980), 1980),
        ballots(published.read("un-votes", "votes"), published.read("un-votes", "roll_calls")).filter(year=1980),
    )
    switzerland = int(np.searchsorted(absent.states, 225))
    assert np.all(absent.levels[switzerland] == -1)  # it joined in 2002
    assert found.filter(pl.col("ccode2") == 225)["sim_s"].null_count() == found.filter(pl.col("ccode2") == 225).height


def test_a_weight_that_is_missing_leaves_that_state_out() -> None:
    levels = np.array([[3, 0, 1], [3, 3, 1]], np.int8)
    assert weighted_s(levels, np.array([0.5, np.nan, 0.5]), 3)[0, 1] == 1
    assert weighted_s(levels, np.array([0.5, 0.5, 0.0]), 3)[0, 1] == pytest.approx(0)

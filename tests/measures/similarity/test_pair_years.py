"""Two states over the years: the same as the panel's columns, and why there is no number where there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from foedus import BadInput, Day, Register
from foedus.domain.actor import Actor
from foedus.measures.similarity.pair_years import column, covered, pair_years
from foedus.sources.reading import load
from foedus.sources.registry import source
from foedus.sources.store import Store


def pair(register: Register, one: str, other: str, day: str = "1965-01-01") -> tuple[Actor, Actor]:
    return register.actors.find(one, Day.parse(day)), register.actors.find(other, Day.parse(day))


def test_allies_of_one_treaty_are_alike(register: Register, tmp_path: Path) -> None:
    held = pair_years(register, Store(tmp_path), pair(register, "Belgium", "Netherlands"), (1960, 1962))
    assert [one.year for one in held.years] == [1960, 1961, 1962]
    assert min(one.found.kappa for one in held.years) > 0.9
    assert held.versions == {}
    turned = pair_years(register, Store(tmp_path), pair(register, "Netherlands", "Belgium"), (1960, 1962))
    assert [one.found for one in turned.years] == [one.found for one in held.years]


def test_before_a_state_is_there_it_has_no_portfolio(register: Register, tmp_path: Path) -> None:
    held = pair_years(register, Store(tmp_path), pair(register, "Kenya", "France"), (1962, 1964))
    assert held.years[0].missing == "Kenya not in the system"
    assert column(held.years[0], "s") is None
    assert held.years[1].missing == ""
    assert held.years[1].compared > 100


def test_years_outside_and_weights_of_votes_are_refused(register: Register, tmp_path: Path) -> None:
    states = pair(register, "Belgium", "Netherlands")
    with pytest.raises(BadInput, match="register does not cover all of 1914 to 1914"):
        pair_years(register, Store(tmp_path), states, (1914, 1914))
    with pytest.raises(BadInput, match="questions have no capability"):
        pair_years(register, Store(tmp_path), states, (1960, 1960), "un-votes", weighted=True)
    assert covered(register, "atop") == (1815, 2018)


@pytest.mark.data
def test_golden_pairs_and_votes(register: Register, tmp_path: Path, shared_data: Path) -> None:
    store = Store(tmp_path)
    files = {"atop": ["atop/atop5_1ddyr.rda"], "nmc": ["cow/cow_nmc.rda"]}
    files["un-votes"] = [f"unvotes/un_{part}.rda" for part in ("votes", "roll_calls", "roll_call_issues")]
    for name, places in files.items():
        store.put(load(source(name), [shared_data / place for place in places]))
    states = pair(register, "United States", "United Kingdom")
    (found,) = pair_years(register, store, states, (1980, 1980), "atop", weighted=True).years
    assert found.found[:4] == pytest.approx((0.5342, 0.5484, 0.3477, 0.2986), abs=1e-4)
    assert found.compared == 156
    assert column(found, "s_weighted") is not None
    voted = pair_years(register, store, states, (1962, 1966), "un-votes")
    assert [one.year for one in voted.years if one.missing] == [
        1964
    ]  # a session without roll calls, in a quarrel over dues
    swiss = pair_years(register, store, pair(register, "United States", "Switzerland"), (1980, 1980), "un-votes")
    assert swiss.years[0].missing == "no vote by both"

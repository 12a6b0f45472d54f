"""Places in networks as columns: a year of the panel is the network of that year."""

from __future__ import annotations

import networkx as nx
import numpy as np
import polars as pl
import pytest

from foedus import Register
from foedus._base.dates import day_number
from foedus.catalogue.additions import create
from foedus.panel.pledges import bonds

YEAR = 1965
COLUMNS = ["net_degree", "net_closeness", "net_betweenness", "net_eigenvector", "net_constraint"]


@pytest.fixture(scope="module")
def panel() -> pl.DataFrame:
    return create("state-years", first=YEAR, last=YEAR).add("alliance-network").frame()


def test_a_year_is_its_network(panel: pl.DataFrame, register: Register) -> None:
    """Ties from the register's bonds by state ids, places from networkx."""
    days = day_number(YEAR, 1, 1), day_number(YEAR, 12, 31)
    members = {
        actor.id: actor.cow.number
        for actor in register.actors
        if actor.cow and any(spell.start.first <= days[1] and (spell.end is None or spell.end.last >= days[0])
                             for spell in actor.cow.spells if spell.start)
    }  # fmt: skip
    network: nx.Graph[int] = nx.Graph()
    network.add_nodes_from(members.values())
    for bond in bonds(register, "surely", days):
        if bond.pledge == "defense" and bond.debtor in members and bond.creditor in members:
            network.add_edge(members[bond.debtor], members[bond.creditor])
    assert set(panel["ccode"]) == set(network)
    oracles: dict[str, dict[int, float]] = {
        "net_degree": dict(network.degree()),
        "net_closeness": nx.closeness_centrality(network),
        "net_betweenness": nx.betweenness_centrality(network),
    }
    for column, theirs in oracles.items():
        np.testing.assert_allclose(panel[column], [theirs[code] for code in panel["ccode"]], atol=1e-12)
    assert network.degree(220) > 0  # France has allies


def test_without_ties_there_is_no_constraint(panel: pl.DataFrame) -> None:
    alone = panel.filter(pl.col("net_degree") == 0)
    assert len(alone) > 0
    assert alone["net_constraint"].is_null().all()
    assert panel["net_eigenvector"].is_not_null().all()


def test_years_that_the_register_does_not_cover_are_missing() -> None:
    early = create("state-years", first=1816, last=1816).add("alliance-network").frame()
    assert early.select(pl.col(COLUMNS).is_null().all()).row(0) == (True,) * len(COLUMNS)


def test_pairs_have_the_places_of_both() -> None:
    pairs = create("dyad-years", first=YEAR, last=YEAR).add("alliance-network", pledge="nonaggression").frame()
    assert {f"{name}{place}" for name in COLUMNS for place in (1, 2)} <= set(pairs.columns)
    states = create("state-years", first=YEAR, last=YEAR).add("alliance-network", pledge="nonaggression").frame()
    degrees = dict(states.select("ccode", "net_degree").iter_rows())
    assert pairs["net_degree2"].to_list() == [degrees[code] for code in pairs["ccode2"]]

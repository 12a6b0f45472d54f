"""Key players: made-up cases by hand, and what must hold on the register."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus import Register
from foedus._base.dates import Day
from foedus.measures.influence.network import alliance_network
from foedus.measures.influence.players import Player, Scene, Veto, key_players, reasons, relative, vetoes_on
from foedus.measures.projection.standing import bonds_on
from foedus.panel.pledges import Bond
from foedus.register.arrangements import BoundBy, load_arrangements

DAY = Day.parse("2012-06-01")


def bond(one: str, other: str, pledge: str = "defense") -> Bond:
    return Bond(one, other, pledge, "t", 0, 1)  # type: ignore[arg-type]


def scene(register: Register, day: Day = DAY) -> Scene:
    held = load_arrangements()
    return Scene(day, held.organs, held.presences, BoundBy(register))


def test_a_tie_stands_where_either_owes_the_other_the_pledge() -> None:
    network = alliance_network(["a", "b", "c"], [bond("a", "b"), bond("c", "a", "neutrality")], "defense")
    assert network.ties.tolist() == [[False, True, False], [True, False, False], [False, False, False]]
    assert network.partners(0) == ["b"]


def test_a_tie_weighs_the_geometric_mean_of_its_ends() -> None:
    shares = {"a": 0.04, "b": 0.09}
    network = alliance_network(["a", "b", "c"], [bond("a", "b"), bond("b", "c")], "defense", shares)
    assert network.weights[0, 1] == pytest.approx(0.06)
    assert network.weights[1, 2] == 0
    assert np.isnan(network.capability[2])


@given(st.lists(st.one_of(st.floats(0, 1e6), st.just(np.nan)), min_size=1, max_size=12))
def test_parts_of_the_largest_keep_order_and_holes(values: list[float]) -> None:
    held = np.array(values)
    known = np.isfinite(held)
    found = relative(held)
    assert np.isnan(found[~known]).all()
    assert ((found[known] >= 0) & (found[known] <= 1)).all()
    assert found[known].max(initial=0.0) in (0.0, 1.0)
    assert (np.diff(found[known][np.argsort(held[known])]) >= 0).all()


def test_reasons_are_the_numbers_in_words() -> None:
    vetoes = (Veto("un/council", 5, 15), Veto("nato/council", 32, 32), Veto("aukus/ministers", 3, 3))
    player = Player("x", 28, 0.148, vetoes, 40, 1, 0.139, 1.0)
    assert reasons(player, "defence") == [
        "defence pledges with 28 states",
        "holds a veto in un/council (one of 5) and nato/council (one of 32), and 1 more",
        "capability 13.9% of all",
        "forces in 40 states",
        "hosts forces of 1 state",
        "on 14.8% of the shortest ways between others",
    ]
    assert reasons(Player("y", 0, 0.0, (), 0, 0, None), "defence") == []


def test_the_permanent_members_hold_the_rarest_vetoes(register: Register) -> None:
    held = vetoes_on(scene(register))
    first = {state for state, vetoes in held.items() if vetoes[0].organ == "united-nations/security-council"}
    assert first == {"china", "france", "russia", "united-kingdom", "united-states"}


def test_more_of_everything_ranks_first(register: Register) -> None:
    states = [actor.id for actor in register.actors if actor.in_system_on(DAY)]
    network = alliance_network(states, bonds_on(DAY, register), "defense")
    found = key_players(network, scene(register))
    assert found[0].state == "united-states"
    scores = [player.score for player in found]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
    turned = alliance_network(states[::-1], bonds_on(DAY, register), "defense")
    assert key_players(turned, scene(register)) == found

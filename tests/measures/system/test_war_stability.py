"""War-stability against its definitions written out, and the theorem that no network with a tie is stable by itself."""

from __future__ import annotations

from itertools import chain, combinations, product

import numpy as np
import pytest
from hypothesis import given
from tests.measures.system.networks import armed

from foedus import BadInput
from foedus.measures.system.war_stability import vulnerable, war_stability

Attack = tuple[int, int]


def beaten(tied: np.ndarray, strength: np.ndarray, gamma: float) -> set[Attack]:
    """Return every leader and target for whom some coalition of the leader and its allies wins, each one tried."""
    found = set()
    states = range(len(tied))
    for leader, target in product(states, repeat=2):
        friends = [state for state in states if tied[leader, state] and state != target]
        for joining in chain.from_iterable(combinations(friends, size) for size in range(len(friends) + 1)):
            attackers = {leader, *joining}
            defenders = {target} | ({state for state in states if tied[target, state]} - attackers)
            if leader != target and sum(strength[list(attackers)]) > gamma * sum(strength[list(defenders)]):
                found.add((leader, target))
    return found


def toggled(tied: np.ndarray, one: int, other: int) -> np.ndarray:
    held = tied.copy()
    held[one, other] = held[other, one] = not held[one, other]
    return held


def by_definition(tied: np.ndarray, strength: np.ndarray, gamma: float) -> tuple[set[int], set[Attack], set[Attack]]:
    now = beaten(tied, strength, gamma)
    idle, tempting = set(), set()
    for one, other in combinations(range(len(tied)), 2):
        change = beaten(toggled(tied, one, other), strength, gamma) - now
        if tied[one, other] and not change:
            idle.add((one, other))
        elif not tied[one, other] and change:
            tempting.add((one, other))
    return {target for _, target in now}, idle, tempting


@given(armed())
def test_it_is_the_definition(held: tuple[np.ndarray, np.ndarray, float]) -> None:
    found = war_stability(*held)
    assert (set(found.vulnerable), set(found.idle), set(found.tempting)) == by_definition(*held)


def all_networks(states: int) -> list[np.ndarray]:
    one, other = np.triu_indices(states, 1)
    held = []
    for ties in product((False, True), repeat=len(one)):
        tied = np.zeros((states, states), np.bool_)
        tied[one, other] = ties
        held.append(tied | tied.T)
    return held


STRENGTHS: dict[int, list[tuple[int, ...]]] = {
    3: [(1, 1, 1), (1, 2, 3), (2, 2, 3), (1, 1, 5)],
    4: [(1, 1, 1, 1), (1, 2, 3, 4), (2, 2, 3, 3), (3, 4, 5, 6)],
    5: [(1, 1, 1, 1, 1), (3, 4, 5, 6, 7)],
}


@pytest.mark.parametrize("gamma", [1.0, 1.25, 1.5, 2.0, 3.0])
@pytest.mark.parametrize("states", [3, 4, 5])
def test_no_network_with_a_tie_is_stable_without_trade(states: int, gamma: float) -> None:
    """Jackson and Nei's theorem, on every network of so many states."""
    for strength in STRENGTHS[states]:
        stable = [
            tied for tied in all_networks(states) if war_stability(tied, np.array(strength, float), gamma).is_stable
        ]
        assert [tied for tied in stable if tied.any()] == []


def test_without_a_tie_the_strong_are_tempted_unless_defence_is_strong() -> None:
    alone = np.zeros((4, 4), np.bool_)
    assert not war_stability(alone, np.ones(4), 1.5).is_stable
    assert war_stability(alone, np.ones(4), 2.0).is_stable


def test_trade_can_keep_cliques_stable() -> None:
    """With trade for two ties a state, two triangles of equal states last where defence counts three times."""
    triangles = np.kron(np.eye(2), np.ones((3, 3))) - np.eye(6) > 0
    assert war_stability(triangles, np.ones(6), 3.0, trade=2).is_stable
    assert not war_stability(triangles, np.ones(6), 3.0).is_stable
    assert not war_stability(triangles, np.ones(6), 1.5, trade=2).is_stable


@given(armed())
def test_more_advantage_of_defence_leaves_no_more_vulnerable(held: tuple[np.ndarray, np.ndarray, float]) -> None:
    tied, strength, gamma = held
    assert not np.any(vulnerable(tied, strength, gamma + 1) & ~vulnerable(tied, strength, gamma))


def test_what_makes_no_sense_is_refused() -> None:
    tied = np.zeros((2, 2), np.bool_)
    with pytest.raises(BadInput, match="no multiplier of defence"):
        war_stability(tied, np.ones(2), 0.5)
    with pytest.raises(BadInput, match="a strength is missing"):
        vulnerable(tied, np.array([1.0, np.nan]))

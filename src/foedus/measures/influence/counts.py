"""How many coalitions win, by how many there are in them: the numbers from which every index of power follows.

Where the weights are small, by generating functions: the coalitions are counted by size and weight at once, one player
after the other, and a player is taken out again by dividing by its factor (Brams and Affuso 1976; Bilbao et al. 2000).
Where a weight is large (populations), by halves: the coalitions of each half of the players are listed, those of one
half sorted by weight, and for each of the other's the partners that suffice are found by bisection (Horowitz and Sahni
1974). Both count in whole numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations
from math import comb, prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from foedus._base.errors import BadInput, Fault
from foedus.measures.influence.game import Quota, VotingGame, Way

Counts = NDArray[np.object_]
"""Of Python's whole numbers, which have no largest."""
Table = NDArray[Any]
"""Coalitions by size and weights: of machine numbers where 2 to the number of players fits, else of Python's."""

DENSE = 4_000_000
"""Cells of the table of generating functions up to which it is used."""
HALVES = 44
"""The most players for whom both halves are listed: two million coalitions each."""
LARGEST = 2**62
"""Weights that add up to more are not counted by halves, whose sums are machine numbers."""


@dataclass(frozen=True, slots=True)
class Winning:
    """How many coalitions win.

    Attributes
    ----------
    total : array of int, shape (n + 1,)
        Winning coalitions by their number of players.
    of_player : array of int, shape (n, n + 1)
        Those that hold a player.
    """

    total: Counts
    of_player: Counts


def winning(game: VotingGame) -> Winning:
    """Return how many coalitions win, by size.

    Several ways to win are put together by inclusion and exclusion; two ways at once are the quotas of both.

    Raises
    ------
    BadInput
        If the weights are large and there are more players than can be listed by halves, or large weights of two kinds,
        or weights larger than machine numbers.
    """
    number = len(game.players)
    total, of_player = _none(number + 1), _none(number, number + 1)
    for sign, way in _signed_ways(game.ways):
        counted = _of_a_way(way, number)
        total, of_player = total + sign * counted.total, of_player + sign * counted.of_player
    return Winning(total, of_player)


def _none(*shape: int) -> Counts:
    zeros: Counts = np.zeros(shape, dtype=object)
    return zeros


def _signed_ways(ways: Sequence[Way]) -> Iterator[tuple[int, Way]]:
    for many in range(1, len(ways) + 1):
        for chosen in combinations(ways, many):
            yield (-1) ** (many + 1), tuple(chain.from_iterable(chosen))


def _of_a_way(way: Way, number: int) -> Winning:
    """Return how many coalitions meet all the quotas."""
    strictest: dict[tuple[int, ...], int] = {}
    for quota in way:
        strictest[quota.weights] = max(quota.needed, strictest.get(quota.weights, 0))
    least = strictest.pop((1,) * number, 0)
    rest = [Quota(weights, needed) for weights, needed in strictest.items() if needed > 0]
    if not rest:
        return _by_size(number, least)
    if (number + 1) * prod(sum(quota.weights) + 1 for quota in rest) <= DENSE:
        return _by_generating_function(rest, number, least)
    if len(rest) > 1 or number > HALVES:
        what = f"large weights of {len(rest)} kinds for {number} players are too many to count exactly"
        raise BadInput(Fault(what, "weights", f"one kind of large weights, {HALVES} players", "give smaller weights"))
    if sum(rest[0].weights) > LARGEST:
        raise BadInput(Fault(f"the weights add up to {sum(rest[0].weights):.3g}", "weights", "at most 4.6e18 together"))
    return _by_halves(rest[0], number, least)


def _by_size(number: int, least: int) -> Winning:
    total = np.array([comb(number, size) if size >= least else 0 for size in range(number + 1)], dtype=object)
    inside = [comb(number - 1, size - 1) if size >= max(least, 1) else 0 for size in range(number + 1)]
    return Winning(total, np.array([inside] * number, dtype=object))


# ---------------------------------------------------------------------------------------------- generating functions


def _by_generating_function(quotas: Sequence[Quota], number: int, least: int) -> Winning:
    """Count by size and weights at once."""
    shifts = [tuple(quota.weights[player] for quota in quotas) for player in range(number)]
    table = _all_coalitions(shifts, [sum(quota.weights) for quota in quotas])
    enough = tuple(slice(quota.needed, None) for quota in quotas)
    total = _sizes(table, enough, least)
    rows = [total - _sizes(_without(table, shift), enough, least) for shift in shifts]
    return Winning(total, np.array(rows, dtype=object))


def _all_coalitions(shifts: Sequence[tuple[int, ...]], sums: Sequence[int]) -> Table:
    """Return the coalitions by size and by each weight, shape (n + 1, sum + 1, …): the players' factors multiplied."""
    number = len(shifts)
    table = np.zeros((number + 1, *(whole + 1 for whole in sums)), dtype=np.int64 if number < 63 else object)
    table[(0,) * table.ndim] = 1
    for players, shift in enumerate(shifts):
        for size in range(players + 1, 0, -1):
            _moved(table[size], shift)[...] += _kept(table[size - 1], shift)
    return table


def _without(table: Table, shift: tuple[int, ...]) -> Table:
    """Return the coalitions that a player with these weights is not in: the table divided by its factor."""
    rest = table.copy()
    for size in range(1, len(rest)):
        _moved(rest[size], shift)[...] -= _kept(rest[size - 1], shift)
    return rest


def _moved(layer: Table, shift: tuple[int, ...]) -> Table:
    """Return the part of a layer that coalitions come to when weights are added."""
    part: Table = layer[tuple(slice(step, None) for step in shift)]
    return part


def _kept(layer: Table, shift: tuple[int, ...]) -> Table:
    """Return the part of a layer from which they come."""
    part: Table = layer[tuple(slice(0, length - step) for length, step in zip(layer.shape, shift, strict=True))]
    return part


def _sizes(table: Table, enough: tuple[slice, ...], least: int) -> Counts:
    axes = tuple(range(1, table.ndim))
    counts: Counts = table[(slice(None), *enough)].sum(axis=axes).astype(object)
    counts[:least] = 0
    return counts


# ------------------------------------------------------------------------------------------------------------ halves


@dataclass(frozen=True, eq=False)
class _Half:
    """The coalitions of some of the players, each with its size and its weight."""

    players: int
    sizes: NDArray[np.int64]
    weights: NDArray[np.int64]

    def holds(self, player: int) -> NDArray[np.bool_]:
        """Whether each coalition holds the player at a place."""
        held: NDArray[np.bool_] = (np.arange(1 << self.players) >> player & 1).astype(np.bool_)
        return held


def _half(weights: Sequence[int]) -> _Half:
    sizes, sums = np.zeros(1, np.int64), np.zeros(1, np.int64)
    for weight in weights:
        sizes, sums = np.concatenate([sizes, sizes + 1]), np.concatenate([sums, sums + weight])
    return _Half(len(weights), sizes, sums)


def _by_halves(quota: Quota, number: int, least: int) -> Winning:
    """Count by listing the coalitions of each half of the players."""
    cut = number // 2
    one, other = _half(quota.weights[:cut]), _half(quota.weights[cut:])
    total, first = _halved(one, other, quota.needed, least)
    _, second = _halved(other, one, quota.needed, least)
    return Winning(total, np.concatenate([first, second]))


def _halved(one: _Half, other: _Half, needed: int, least: int) -> tuple[Counts, Counts]:
    """Return the winning coalitions by size, all of them and those that hold each player of the first half."""
    number = one.players + other.players
    total, of_player = _none(number + 1), _none(one.players, number + 1)
    for theirs in range(other.players + 1):
        partners = np.sort(other.weights[other.sizes == theirs])
        found = len(partners) - np.searchsorted(partners, needed - one.weights)
        found[one.sizes + theirs < least] = 0
        total[theirs : theirs + one.players + 1] += _binned(one.sizes, found, one.players)
        for player in range(one.players):
            held = one.holds(player)
            of_player[player, theirs : theirs + one.players + 1] += _binned(one.sizes[held], found[held], one.players)
    return total, of_player


def _binned(sizes: NDArray[np.int64], counts: NDArray[np.int64], most: int) -> Counts:
    """Return the sums of counts by size, in whole numbers."""
    sums = np.zeros(most + 1, np.int64)
    np.add.at(sums, sizes, counts)
    return sums.astype(object)

"""Voting games: which coalitions of a body win, stated as quotas.

A rule is one or more ways to win, and a way to win is one or more quotas that must all be met: five of five permanent
members and nine of fifteen; or, in the Council of the European Union since 2014, so many members with so much of the
population, or all but three members whatever their population. Quotas and weights are whole numbers, so that every
count is exact.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from foedus._base.errors import BadInput, Fault


@dataclass(frozen=True, slots=True)
class Quota:
    """So much weight is needed.

    Attributes
    ----------
    weights : tuple of int
        What each player brings, 0 or more.
    needed : int
        How much is enough.
    """

    weights: tuple[int, ...]
    needed: int

    def is_met(self, coalition: frozenset[int]) -> bool:
        """Whether the players at these places bring enough."""
        return sum(self.weights[player] for player in coalition) >= self.needed


Way: TypeAlias = tuple[Quota, ...]
"""Quotas that must all be met."""


@dataclass(frozen=True, slots=True)
class VotingGame:
    """A body and its rule for yes and no; who abstains counts with the no.

    Attributes
    ----------
    players : tuple of str
        Whoever has a vote.
    ways : tuple of tuple of Quota
        The ways to win; any one is enough.

    Raises
    ------
    BadInput
        If there is nobody, a weight is below 0, their number is not that of the players, or nobody together can win.
    """

    players: tuple[str, ...]
    ways: tuple[Way, ...]

    def __post_init__(self) -> None:
        """Refuse what is no voting game."""
        faults = [*_faults(self)]
        if faults:
            raise BadInput(faults)

    def wins(self, coalition: frozenset[int]) -> bool:
        """Whether the players at these places win together."""
        return any(all(quota.is_met(coalition) for quota in way) for way in self.ways)


def _faults(game: VotingGame) -> list[Fault]:
    number = len(game.players)
    if not number or not game.ways:
        return [Fault("nobody votes, or nothing wins", "game", "one player and one way to win at least")]
    for quota in (quota for way in game.ways for quota in way):
        if len(quota.weights) != number:
            return [Fault(f"{len(quota.weights)} weights for {number} players", "weights", "a weight for each player")]
        if min(quota.weights) < 0:
            return [Fault(f"a weight is {min(quota.weights)}", "weights", "0 or more")]
    if not game.wins(frozenset(range(number))):
        return [Fault("all together do not meet the quota", "quota", "a quota that all together meet")]
    if game.wins(frozenset()):
        return [Fault("the quota is met when nobody votes for it", "quota", "a quota above 0")]
    return []


def weighted(players: Sequence[str], weights: Sequence[int], needed: int) -> VotingGame:
    """Return the game in which the votes must reach a quota."""
    return VotingGame(tuple(players), ((Quota(tuple(weights), needed),),))


def heads(players: Sequence[str], needed: int, vetoes: Sequence[str] = ()) -> VotingGame:
    """Return the game in which so many must agree, among them whoever has a veto.

    Raises
    ------
    BadInput
        If a veto is given to somebody who does not vote.
    """
    strangers = sorted(set(vetoes) - set(players))
    if strangers:
        raise BadInput(Fault(f"{', '.join(strangers)} has a veto and no vote", "vetoes", ", ".join(players)))
    quotas = [Quota((1,) * len(players), needed)]
    if vetoes:
        quotas.append(Quota(tuple(int(player in vetoes) for player in players), len(set(vetoes))))
    return VotingGame(tuple(players), (tuple(quotas),))


def unanimity(players: Sequence[str]) -> VotingGame:
    """Return the game in which everybody must agree, which consensus is too: whoever objects stops it."""
    return heads(players, len(players))


def share_of(whole: int, share: Fraction) -> int:
    """Return the least whole number that is at least a share of another."""
    return -(-whole * share.numerator // share.denominator)


def double_majority(
    players: Sequence[str], populations: Sequence[int], members: Fraction, people: Fraction, blockers: int = 0
) -> VotingGame:
    """Return the game in which a share of the members with a share of the population wins.

    Parameters
    ----------
    players, populations : sequences
        The members and how many people each has.
    members, people : Fraction
        The shares that are needed, 55/100 and 65/100 in article 16(4) of the Treaty on European Union.
    blockers : int
        How many members it takes at least to block: fewer against are outvoted, whatever their population. 4 in
        article 16(4); 0 for no such rule.
    """
    one_each = (1,) * len(players)
    counted = tuple(populations)
    both = (
        Quota(one_each, share_of(len(players), members)),
        Quota(counted, share_of(sum(counted), people)),
    )
    ways: list[Way] = [both]
    if blockers:
        ways.append((Quota(one_each, len(players) - blockers + 1),))
    return VotingGame(tuple(players), tuple(ways))

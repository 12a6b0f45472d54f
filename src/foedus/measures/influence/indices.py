"""Indices of power in a voting body, as exact fractions.

References
----------
Shapley and Shubik (1954), "A Method for Evaluating the Distribution of Power in a Committee System".
Banzhaf (1965), "Weighted Voting Doesn't Work"; Penrose (1946), "The Elementary Statistics of Majority Voting".
Coleman (1971), "Control of Collectivities and the Power of a Collectivity to Act".
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import factorial

from foedus.measures.influence.counts import Winning, winning
from foedus.measures.influence.game import VotingGame


@dataclass(frozen=True, slots=True)
class PowerIndices:
    """The power of each player, in the order of the players, and of the body as a whole.

    Attributes
    ----------
    shapley : tuple of Fraction
        Chance to be the one whose yes decides when all orders of joining are alike; they add up to 1.
    swings : tuple of int
        Coalitions of others that lose, and win when the player joins.
    banzhaf : tuple of Fraction
        Swings as a share of all coalitions of the others: the chance to decide if all others vote by a fair coin.
    normalised : tuple of Fraction
        The same, made to add up to 1.
    preventing : tuple of Fraction
        Coleman's power to prevent action: the share of winning coalitions that would lose without the player.
    initiating : tuple of Fraction
        Coleman's power to initiate action: the share of losing coalitions that would win with the player.
    winning : int
        How many coalitions win.
    acting : Fraction
        Coleman's power of the collectivity to act: the share of all coalitions that win.
    """

    players: tuple[str, ...]
    shapley: tuple[Fraction, ...]
    swings: tuple[int, ...]
    banzhaf: tuple[Fraction, ...]
    normalised: tuple[Fraction, ...]
    preventing: tuple[Fraction, ...]
    initiating: tuple[Fraction, ...]
    winning: int
    acting: Fraction


def power(game: VotingGame) -> PowerIndices:
    """Return the indices of power of a game.

    Raises
    ------
    BadInput
        If the game is too large to count exactly: see `foedus.measures.influence.counts.winning`.
    """
    counted = winning(game)
    number = len(game.players)
    wins = int(sum(counted.total))
    losses = 2**number - wins
    swings = tuple(_swings(counted, player) for player in range(number))
    every = sum(swings)
    return PowerIndices(
        players=game.players,
        shapley=shapley_shubik(counted),
        swings=swings,
        banzhaf=tuple(Fraction(one, 2 ** (number - 1)) for one in swings),
        normalised=tuple(Fraction(one, every) for one in swings),
        preventing=tuple(Fraction(one, wins) for one in swings),
        initiating=tuple(Fraction(one, losses) for one in swings),
        winning=wins,
        acting=Fraction(wins, 2**number),
    )


def shapley_shubik(counted: Winning) -> tuple[Fraction, ...]:
    """Return the index of Shapley and Shubik: the sum over swings of s!(n - 1 - s)!/n!, s the size before joining.

    In a monotonic game the swings of size s are the winning coalitions of s + 1 with the player, less those of s
    without it.
    """
    number = len(counted.of_player)
    orders = [factorial(size) * factorial(number - 1 - size) for size in range(number)]
    return tuple(
        Fraction(
            sum(order * int(held[size + 1] - (counted.total[size] - held[size])) for size, order in enumerate(orders)),
            factorial(number),
        )
        for held in counted.of_player
    )


def _swings(counted: Winning, player: int) -> int:
    """Return how often a player is decisive: winning coalitions with it, less those without it."""
    held = int(sum(counted.of_player[player]))
    return 2 * held - int(sum(counted.total))

"""Which states could be beaten, and whether a network of alliances would last: Jackson and Nei's war-stability.

A state can be beaten if some other, with those of its allies that join it, is stronger than what defends: more than
gamma times the state and those of its allies that did not join. Every ally that may join makes the attack stronger and
the defence no stronger, so the largest coalition decides and all states are examined exactly, whatever their number.

References
----------
Jackson and Nei (2015), "Networks of Military Alliances, Wars, and International Trade", PNAS 112:15277.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from foedus._base.errors import BadInput, Fault

Flags = NDArray[np.bool_]
Floats = NDArray[np.float64]
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class WarStability:
    """Whether a network is war-stable, and why not.

    Attributes
    ----------
    vulnerable : tuple of int
        States that could be beaten as the network is.
    idle : tuple of pair of int
        Ties that cost something and whose loss would let nobody beat anybody whom they cannot beat now; those that
        trade keeps are left out.
    tempting : tuple of pair of int
        States without a tie that, with one, could beat somebody whom they cannot beat now, or (with trade) would trade.
    """

    vulnerable: tuple[int, ...]
    idle: tuple[Pair, ...]
    tempting: tuple[Pair, ...]

    @property
    def is_stable(self) -> bool:
        """Whether nothing speaks against it."""
        return not (self.vulnerable or self.idle or self.tempting)


@dataclass(frozen=True, eq=False)
class Odds:
    """Attack and defence for every leader of an attack (first axis) and every state attacked (second).

    Attributes
    ----------
    attack, defence : array of float, shape (states, states)
        Strength of the largest coalition, and gamma times that of those who defend; the diagonals mean nothing.
    """

    attack: Floats
    defence: Floats

    @cached_property
    def beaten(self) -> Flags:
        """Whether the attack succeeds."""
        found: Flags = self.attack > self.defence
        np.fill_diagonal(found, val=False)
        return found


def odds(allied: Flags, strength: Floats, gamma: float = 1.0) -> Odds:
    """Return attack and defence for every pair.

    Parameters
    ----------
    allied : array of bool, shape (states, states)
        Symmetric; the diagonal is not read.
    strength : array of float, shape (states,)
    gamma : float
        How much more a defender's strength counts; 1 or more.

    Raises
    ------
    BadInput
        If a strength is missing or negative, or gamma below 1.
    """
    _check(strength, gamma)
    ties = _ties(allied).astype(float)
    joined = ties + np.eye(len(ties))
    with_all = joined @ strength
    attack = with_all[:, None] - joined * strength
    defence = with_all[None, :] - (joined * strength) @ ties
    return Odds(attack, gamma * defence)


def vulnerable(allied: Flags, strength: Floats, gamma: float = 1.0) -> Flags:
    """Return which states could be beaten, shape (states,)."""
    found: Flags = np.any(odds(allied, strength, gamma).beaten, axis=0)
    return found


def war_stability(allied: Flags, strength: Floats, gamma: float = 1.0, trade: int = 0) -> WarStability:
    """Return whether a network of alliances is war-stable.

    Parameters
    ----------
    trade : int
        How many ties a state keeps for the trade they bring: it drops none while it has no more, and two that both
        have fewer add one. 0 is the theory without trade.

    Notes
    -----
    The loss of a tie can only make one of its two owners vulnerable: an attack on a third state is no stronger, and its
    defence no weaker, unless an owner was in it, and then the owner stays in it. A new tie serves only attacks in which
    both its owners take part. Both are tested against the definitions, graph by graph.
    """
    ties = _ties(allied)
    held = odds(ties, strength, gamma)
    one, other = np.nonzero(np.triu(ties, 1))
    degree = ties.sum(axis=1)
    needed = _needs(ties, strength, gamma, held)
    kept_by_trade = np.maximum(degree[one], degree[other]) <= trade
    idle = ~(needed[one, other] | needed[other, one] | kept_by_trade)
    tempting = np.argwhere(np.triu(_tempting(ties, strength, gamma, held) | _would_trade(ties, degree, trade), 1))
    return WarStability(
        tuple(int(state) for state in np.flatnonzero(held.beaten.any(axis=0))),
        tuple((int(a), int(b)) for a, b in zip(one[idle], other[idle], strict=True)),
        tuple((int(a), int(b)) for a, b in tempting),
    )


def _check(strength: Floats, gamma: float) -> None:
    if not np.all(np.isfinite(strength)) or np.any(strength < 0):
        raise BadInput(Fault("a strength is missing or negative", "strength", "numbers from 0 up"))
    if not gamma >= 1:
        raise BadInput(Fault(f"{gamma} is no multiplier of defence", "gamma", "1 or more"))


def _ties(allied: Flags) -> Flags:
    held = np.triu(allied, 1)
    ties: Flags = held | held.T
    return ties


def _needs(ties: Flags, strength: Floats, gamma: float, held: Odds) -> Flags:
    """Return whether somebody could beat a state without an ally whom it withstands with it: states by allies."""
    beside = ties | np.eye(len(ties), dtype=np.bool_)
    found = np.zeros_like(ties)
    for state in range(len(ties)):
        others = np.arange(len(ties)) != state
        helps = ~beside[others][:, ties[state]]
        lost = gamma * strength[ties[state]] * helps
        left = held.defence[others, state][:, None] - lost
        beats = (held.attack[others, state][:, None] > left) & ~held.beaten[others, state][:, None]
        found[state, ties[state]] = beats.any(axis=0)
    return found


def _tempting(ties: Flags, strength: Floats, gamma: float, held: Odds) -> Flags:
    """Return whether two states without a tie could, with one, beat somebody: leader by the one who joins it."""
    beside = ties | np.eye(len(ties), dtype=np.bool_)
    found = np.zeros_like(ties)
    for target in range(len(ties)):
        attack = held.attack[:, target][:, None] + strength[None, :]
        defence = held.defence[:, target][:, None] - gamma * (strength * ties[target])[None, :]
        success = attack > defence
        success[target, :] = success[:, target] = False
        success &= ~held.beaten[:, target][:, None]
        found |= success
    found &= ~beside
    return found | found.T


def _would_trade(ties: Flags, degree: NDArray[np.int64], trade: int) -> Flags:
    wants = degree < trade
    found: Flags = wants[:, None] & wants[None, :] & ~ties
    np.fill_diagonal(found, val=False)
    return found

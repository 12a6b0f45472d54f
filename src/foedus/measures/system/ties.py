"""How many allies a state has, how long ties last, and how often pairs of states go to war."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Flags = NDArray[np.bool_]
Codes = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Network:
    """The ties of a year.

    Attributes
    ----------
    states : array of int, shape (states,)
        The members' numbers, ascending.
    tied : array of bool, shape (states, states)
        Whether two of them are allied, or at war; symmetric.
    """

    year: int
    states: Codes
    tied: Flags


def ties(network: Network) -> int:
    """Return how many pairs are tied."""
    return int(np.count_nonzero(np.triu(network.tied, 1)))


def pairs(network: Network) -> int:
    """Return how many pairs of states there are."""
    return len(network.states) * (len(network.states) - 1) // 2


def allies_per_state(networks: Sequence[Network]) -> float:
    """Return how many allies a state has in a year, over all states and years; NaN without a state."""
    years = sum(len(network.states) for network in networks)
    return 2 * sum(map(ties, networks)) / years if years else np.nan


@dataclass(frozen=True, slots=True)
class Survival:
    """How many ties were still there some years later.

    Attributes
    ----------
    began, lasted : int
        Ties of the earlier years both of whose states still exist, and those of them that are still there. A tie that
        had ended and was made anew counts as lasting.
    gone : int
        Ties one of whose states exists no longer; they are in neither.
    """

    began: int
    lasted: int
    gone: int

    @property
    def share(self) -> float:
        """The share that lasted; NaN where none began."""
        return self.lasted / self.began if self.began else np.nan

    @property
    def share_of_all(self) -> float:
        """The same if ties of states that exist no longer count as ended."""
        return self.lasted / (self.began + self.gone) if self.began + self.gone else np.nan


def survival(networks: Sequence[Network], years: int) -> Survival:
    """Return how many ties of each year were still there so many years later."""
    by_year = {network.year: network for network in networks}
    began = lasted = gone = 0
    for network in networks:
        later = by_year.get(network.year + years)
        if later is None:
            continue
        stay = np.isin(network.states, later.states)
        at = np.searchsorted(later.states, network.states[stay])
        before = np.triu(network.tied[np.ix_(stay, stay)], 1)
        began += int(np.count_nonzero(before))
        lasted += int(np.count_nonzero(before & later.tied[np.ix_(at, at)]))
        gone += ties(network) - int(np.count_nonzero(before))
    return Survival(began, lasted, gone)


def rate(networks: Sequence[Network]) -> float:
    """Return the share of pair-years that are tied: of wars, wars a pair and year. NaN without a pair."""
    held = sum(map(pairs, networks))
    return sum(map(ties, networks)) / held if held else np.nan

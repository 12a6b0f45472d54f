"""Free riding: who pays for a common defence if each pays as suits it best, given what the others pay.

Olson and Zeckhauser (1966), with preferences of Cobb and Douglas: each member divides its income w between its own
use x and a defence G that all enjoy alike, and values them at x^(1-a) G^a.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from foedus._base.errors import BadInput, Fault

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Contributions:
    """What each member pays.

    Attributes
    ----------
    paid : array, shape (n,)
        0 for those that ride free.
    total : float
        The common defence.
    """

    paid: Numbers
    total: float

    @property
    def contributors(self) -> NDArray[np.bool_]:
        """Who pays at all."""
        return self.paid > 0


def nash(incomes: Any, weight: float) -> Contributions:
    """Return the one Nash equilibrium: no member gains by paying more or less while the others do as they do.

    With S the contributors and n their number, G = a Σ_S w / (a + n (1-a)) and g_i = w_i - ((1-a)/a) G; a member pays
    if w_i > ((1-a)/a) G (Bergstrom, Blume and Varian 1986, Journal of Public Economics 29: 25). The richest pay first,
    so S is found by letting members in from the richest down while the next would still pay.

    Parameters
    ----------
    incomes : array, shape (n,)
        Above 0.
    weight : float
        a, the weight of defence, between 0 and 1.

    Raises
    ------
    BadInput
        If an income is not above 0, or the weight not between 0 and 1.
    """
    w = checked_incomes(incomes)
    ratio = (1 - checked_weight(weight)) / weight
    richest = np.sort(w)[::-1]
    numbers = np.arange(1, len(w) + 1)
    totals = np.cumsum(richest) / (1 + numbers * ratio)
    pays = richest > ratio * totals
    total = float(totals[np.count_nonzero(pays) - 1])
    paid = np.maximum(w - ratio * total, 0.0)
    return Contributions(paid, float(paid.sum()))


def efficient(incomes: Any, weight: float) -> float:
    """Return the common defence at which no member can gain without another's loss: a Σ w.

    By Samuelson's condition for these preferences it does not hang on who pays.
    """
    return checked_weight(weight) * float(checked_incomes(incomes).sum())


def checked_incomes(incomes: Any) -> Numbers:
    """Return incomes as an array.

    Raises
    ------
    BadInput
        If there is none, or one is not above 0.
    """
    w = np.asarray(incomes, np.float64)
    if w.ndim != 1 or not len(w) or not np.all(np.isfinite(w) & (w > 0)):
        raise BadInput(Fault("every member needs an income above 0", "incomes", "numbers above 0"))
    return w


def checked_weight(weight: float) -> float:
    """Return the weight.

    Raises
    ------
    BadInput
        If it does not lie between 0 and 1.
    """
    if not 0 < weight < 1:
        raise BadInput(Fault(f"{weight} is no weight of defence", "weight", "between 0 and 1"))
    return weight

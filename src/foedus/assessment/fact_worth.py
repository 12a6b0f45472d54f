"""The value of information: what knowing one unknown fact would tell of who is bound to fight, and of the verdict.

The measure is how far apart the least and the most states bound lie. Learning a fact leaves the scenarios in which it
is so; the narrower they are, the more it was worth (Raiffa and Schlaifer 1961, with the width in place of a loss).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from foedus.assessment.fact_table import FactTable
from foedus.obligations.unknown_facts import UnknownFact

Weights = Mapping[str, NDArray[np.float64]]
"""The prior probability of each value, by the field of its fact; fields without a prior are not in it."""


@dataclass(frozen=True, slots=True)
class Worth:
    """What knowing a fact is worth.

    Attributes
    ----------
    width : int
        How far the least and the most states bound lie apart now.
    on_average : float
        How far once it is known, on average over its values: by the prior, or each value once.
    at_worst : int
        The same under the value that leaves them farthest apart.
    turns : int
        How many states' duties it decides in some scenario.
    turns_verdict : bool or None
        Whether it changes the verdict of deterrence in some scenario; None where there is no verdict.
    """

    fact: UnknownFact
    width: int
    on_average: float
    at_worst: int
    turns: int
    turns_verdict: bool | None

    @property
    def rank(self) -> tuple[bool, float, int, int, str]:
        """What matters most comes first: the verdict, then what is narrowed on average and at worst."""
        return not self.turns_verdict, self.on_average, self.at_worst, -self.turns, self.fact.field


def worths(table: FactTable, verdicts: NDArray[np.int64] | None, weights: Weights) -> tuple[Worth, ...]:
    """Return the worth of every fact that is varied, the one that matters most first.

    Parameters
    ----------
    verdicts : array of int or None, shape (values of each fact ..., n)
        Codes of the verdicts in each scenario.
    """
    found = (_worth(table, axis, verdicts, weights) for axis in range(len(table.facts)))
    return tuple(sorted(found, key=lambda one: one.rank))


def _worth(table: FactTable, axis: int, verdicts: NDArray[np.int64] | None, weights: Weights) -> Worth:
    fact = table.facts[axis]
    least, most = table.counts()
    left = _widths(least, most, axis)
    return Worth(
        fact,
        int(most.max() - least.min()),
        float(np.average(left, weights=weights.get(fact.field))),
        int(left.max()),
        int((_turn(table.due, axis) | _turn(table.may, axis)).sum()),
        None if verdicts is None else bool(_turn(verdicts, axis).any()),
    )


def _widths(least: NDArray[np.int64], most: NDArray[np.int64], axis: int) -> NDArray[np.int64]:
    """Return how far least and most lie apart under each value of a fact; shape (values,)."""
    low, high = (np.moveaxis(one, axis, 0).reshape(one.shape[axis], -1) for one in (least, most))
    widths: NDArray[np.int64] = high.max(1) - low.min(1)
    return widths


def _turn(held: NDArray[np.generic], axis: int) -> NDArray[np.bool_]:
    """Return, for each column, whether it changes along one axis somewhere; shape (columns,)."""
    differs = np.max(held, axis) != np.min(held, axis)
    return np.asarray(differs.reshape(-1, differs.shape[-1]).any(0))


def chances(table: FactTable, weights: Weights) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the least and the most probability of each state's duty being due; both of shape (states,).

    Facts with a prior are independent and weighted; of the others any value may hold, and the least and the most over
    them is told. The probabilities are exact, by enumeration.
    """
    low, high = table.due.astype(float), table.may.astype(float)
    for axis in _axes(table.facts, weights, weighted=True):
        by = weights[table.facts[axis].field]
        low, high = (_weighted(one, by, axis) for one in (low, high))
    others = tuple(_axes(table.facts, weights, weighted=False))
    return low.min(others).reshape(-1), high.max(others).reshape(-1)


def _axes(facts: Sequence[UnknownFact], weights: Weights, *, weighted: bool) -> list[int]:
    return [axis for axis, fact in enumerate(facts) if (fact.field in weights) is weighted]


def _weighted(held: NDArray[np.float64], by: NDArray[np.float64], axis: int) -> NDArray[np.float64]:
    """Return the mean along an axis, which stays with one value."""
    return np.expand_dims(np.tensordot(by, held, (0, axis)), axis)

"""Whether larger members carry more: rank correlations with exact probabilities for alliances of few members.

Olson and Zeckhauser (1966, Review of Economics and Statistics 48: 266) correlate the ranks of members by income with
their ranks by the share of it that goes into defence. In an alliance of a dozen members the usual approximations are
rough, so the probability is counted: in how many of the n! orders would the ranks agree as well or better?
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from foedus._base.errors import BadInput, Fault
from foedus.measures.burden.matched import matched
from foedus.measures.extra import stats

Method = Literal["exact", "approximate"]

MOST_EXACT = 14
"""The largest number of pairs whose orders are counted for Spearman's rho: 2^14 sets of ranks, a second or so."""
MOST_TIED = 8
"""The largest number of pairs with ties whose orders are tried one by one for Kendall's tau."""
_SLACK = 1e-9


@dataclass(frozen=True, slots=True)
class RankTest:
    """A rank correlation and how often chance alone would bring as much.

    Attributes
    ----------
    coefficient : float
        From -1 to 1; NaN if one side does not vary.
    greater : float
        The probability of a coefficient as high or higher: exploitation of the great by the small, one-sided.
    two_sided : float
        The probability of a coefficient as far from 0 or farther, on either side.
    pairs : int
        How many pairs were compared; those with a missing value are left out.
    method : {"exact", "approximate"}
        Whether all orders were counted, or SciPy's approximation for long series was taken.
    """

    coefficient: float
    greater: float
    two_sided: float
    pairs: int
    method: Method


def spearman(one: Any, other: Any) -> RankTest:
    """Return Spearman's rank correlation, exact for up to `MOST_EXACT` pairs, with ties too.

    Parameters
    ----------
    one, other : array, shape (n,)
        NaN where not known.

    Raises
    ------
    BadInput
        If they differ in length, or fewer than three pairs are known.
    """
    x, y = _pairs(one, other)
    if _is_flat(x, y):
        return _none(len(x))
    if len(x) > MOST_EXACT:
        return _approximate(stats.spearmanr, x, y)
    return _counted(float(stats.spearmanr(x, y).statistic), _products_of_all_orders(x, y), len(x))


def kendall(one: Any, other: Any) -> RankTest:
    """Return Kendall's tau-b; exact without ties for any length SciPy can count, with ties for up to `MOST_TIED`.

    Parameters
    ----------
    one, other : array, shape (n,)
        NaN where not known.

    Raises
    ------
    BadInput
        If they differ in length, or fewer than three pairs are known.
    """
    x, y = _pairs(one, other)
    if _is_flat(x, y):
        return _none(len(x))
    has_ties = len(set(x)) < len(x) or len(set(y)) < len(y)
    if has_ties and len(x) <= MOST_TIED:
        return _counted(float(stats.kendalltau(x, y).statistic), _scores_of_all_orders(x, y), len(x))
    how: Literal["asymptotic", "exact"] = "asymptotic" if has_ties else "exact"  # SciPy counts without ties alone
    both = stats.kendalltau(x, y, method=how)
    greater = stats.kendalltau(x, y, method=how, alternative="greater")
    told: Method = "approximate" if has_ties else "exact"
    return RankTest(float(both.statistic), float(greater.pvalue), float(both.pvalue), len(x), told)


def _pairs(one: Any, other: Any) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    x, y = matched(one, other)
    known = np.isfinite(x) & np.isfinite(y)
    if known.sum() < 3:
        raise BadInput(Fault(f"{known.sum()} pairs are known", "values", "three or more"))
    return x[known], y[known]


def _is_flat(x: NDArray[np.float64], y: NDArray[np.float64]) -> bool:
    return len(set(x)) == 1 or len(set(y)) == 1


def _none(pairs: int) -> RankTest:
    return RankTest(float("nan"), float("nan"), float("nan"), pairs, "exact")


def _approximate(test: Callable[..., Any], x: NDArray[np.float64], y: NDArray[np.float64]) -> RankTest:
    both, greater = test(x, y), test(x, y, alternative="greater")
    return RankTest(float(both.statistic), float(greater.pvalue), float(both.pvalue), len(x), "approximate")


@dataclass(frozen=True, slots=True)
class _Orders:
    """What the data's order comes to, what any order may come to (0 where nothing agrees), and how many do."""

    observed: float
    values: NDArray[np.float64]
    counts: NDArray[np.float64]


def _counted(coefficient: float, orders: _Orders, pairs: int) -> RankTest:
    total = orders.counts.sum()
    greater = orders.counts[orders.values >= orders.observed - _SLACK].sum() / total
    two_sided = orders.counts[np.abs(orders.values) >= abs(orders.observed) - _SLACK].sum() / total
    return RankTest(coefficient, float(greater), float(two_sided), pairs, "exact")


def _products_of_all_orders(x: NDArray[np.float64], y: NDArray[np.float64]) -> _Orders:
    """Count the orders by the sum of products of ranks, less its mean over all orders.

    The x are taken in turn; what may come next hangs only on the set of y that is used up, so orders are counted set
    by set: 2^n sets instead of n! orders.
    """
    one, other = _whole_ranks(x), _whole_ranks(y)
    most = int(np.sort(one) @ np.sort(other))
    ways = {0: _only(0, most)}
    for rank in one.tolist():
        ways = _one_more(ways, rank, other.tolist(), most)
    mean = float(one.sum()) * float(other.sum()) / len(x)
    sums = np.arange(most + 1, dtype=np.float64)
    return _Orders(float(one @ other) - mean, sums - mean, ways[(1 << len(x)) - 1])


def _whole_ranks(values: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return ranks, twice the mean ones where there are ties, so that they are whole numbers."""
    ranks = stats.rankdata(values)
    whole: NDArray[np.int64] = np.rint(ranks if len(set(values)) == len(values) else 2 * ranks).astype(np.int64)
    return whole


def _only(sum_: int, most: int) -> NDArray[np.float64]:
    counts = np.zeros(most + 1)
    counts[sum_] = 1
    return counts


def _one_more(
    ways: dict[int, NDArray[np.float64]], rank: int, y: list[int], most: int
) -> dict[int, NDArray[np.float64]]:
    """Return the sets of y with one more used up, and the ways to each sum with them."""
    longer: dict[int, NDArray[np.float64]] = {}
    for used, counts in ways.items():
        for at in range(len(y)):
            if used & (1 << at):
                continue
            product = rank * y[at]
            held = longer.setdefault(used | (1 << at), np.zeros(most + 1))
            held[product:] += counts[: most + 1 - product]
    return longer


def _scores_of_all_orders(x: NDArray[np.float64], y: NDArray[np.float64]) -> _Orders:
    """Return the number of agreeing less disagreeing pairs of each order of y."""
    pairs = list(combinations(range(len(x)), 2))
    signs = [float(np.sign(x[i] - x[j])) for i, j in pairs]

    def score(order: Sequence[float]) -> float:
        return sum(sign * _sign(order[i] - order[j]) for sign, (i, j) in zip(signs, pairs, strict=True))

    scores = np.array([score(order) for order in permutations(y.tolist())])
    return _Orders(score(y.tolist()), scores, np.ones(len(scores)))


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)

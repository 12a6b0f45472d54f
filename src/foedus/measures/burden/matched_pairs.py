"""Whether burdens match benefits, member by member: Wilcoxon's signed-rank test with its exact probability."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from foedus.measures.burden.matched import matched
from foedus.measures.extra import stats


@dataclass(frozen=True, slots=True)
class SignedRanks:
    """Wilcoxon's test of matched pairs.

    Attributes
    ----------
    positive, negative : float
        The sums of ranks of members that carry more than they gain, and less.
    two_sided : float
        How often signs drawn by lot would part the ranks as unequally; NaN if no pair differs.
    pairs : int
        How many pairs differ: those alike carry no sign and are left out (Wilcoxon 1945), and so are missing ones.
    """

    positive: float
    negative: float
    two_sided: float
    pairs: int


def wilcoxon(one: Any, other: Any) -> SignedRanks:
    """Test whether the members of two series of matched values differ to one side.

    Sandler and Shimizu (2014, Foreign Policy Analysis 10: 43) put each ally's share of the burden beside its share of
    the benefit: a small probability means that burdens do not match benefits. The distribution of the rank sum is
    counted over all 2^n signs, with ties among the differences taken as they are.

    Parameters
    ----------
    one, other : array, shape (n,)
        NaN where not known.

    Raises
    ------
    BadInput
        If they differ in length.
    """
    x, y = matched(one, other)
    apart = x - y
    apart = apart[np.isfinite(apart) & (apart != 0)]
    if not len(apart):
        return SignedRanks(0.0, 0.0, float("nan"), 0)
    ranks = np.rint(2 * stats.rankdata(np.abs(apart))).astype(np.int64)
    positive = int(ranks[apart > 0].sum())
    counts = _ways(ranks)
    lower, upper = counts[: positive + 1].sum(), counts[positive:].sum()
    two_sided = min(1.0, 2 * min(lower, upper) / counts.sum())
    return SignedRanks(positive / 2, (int(ranks.sum()) - positive) / 2, float(two_sided), len(apart))


def _ways(ranks: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return the share of sign patterns with each sum of positive ranks."""
    counts = np.zeros(int(ranks.sum()) + 1)
    counts[0] = 1.0
    for rank in ranks.tolist():
        counts[rank:] += counts[:-rank].copy()
        counts /= 2
    return counts

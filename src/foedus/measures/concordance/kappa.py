"""Cohen's kappa: how far two codings of the same units agree beyond chance, with its large-sample standard error.

Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and Psychological Measurement 20: 37-46.
Fleiss, J. L., Cohen, J. and Everitt, B. S. (1969). Large sample standard errors of kappa and weighted kappa.
Psychological Bulletin 72: 323-327.

Counts are kept as fractions until the end, so that the order of units, raters or categories changes no digit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt

_Z = 1.959963984540054
"""The 97.5th percentile of the standard normal distribution."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two codings agree.

    Attributes
    ----------
    n : int
        Units that both coded.
    observed, expected : float or None
        Share of units coded alike, and the share that chance would give; None of no units.
    kappa : float or None
        1 for equal codings, 0 for what chance would give; None where both put every unit in the same one category.
    error : float or None
        Its standard error; None too where one coder used a single category, for kappa is then 0 whatever the other did.
    """

    n: int
    observed: float | None = None
    expected: float | None = None
    kappa: float | None = None
    error: float | None = None

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % interval of kappa, cut at -1 and 1; None where kappa or its error is not defined."""
        if self.kappa is None or self.error is None:
            return None
        return max(-1.0, self.kappa - _Z * self.error), min(1.0, self.kappa + _Z * self.error)


def agreement(pairs: Iterable[tuple[Hashable, Hashable]]) -> Agreement:
    """Return the agreement of two codings.

    Parameters
    ----------
    pairs : iterable of tuple
        For each unit, the category of one coder and of the other.
    """
    counts = Counter(pairs)
    n = counts.total()
    if not n:
        return Agreement(0)
    cells = {pair: Fraction(count, n) for pair, count in counts.items()}
    one, other = _margin(cells, 0), _margin(cells, 1)
    observed = sum((share for (a, b), share in cells.items() if a == b), Fraction())
    expected = sum((share * other.get(category, Fraction()) for category, share in one.items()), Fraction())
    if expected == 1:
        return Agreement(n, float(observed), 1.0)
    kappa = (observed - expected) / (1 - expected)
    if min(len(one), len(other)) == 1:
        return Agreement(n, float(observed), float(expected), float(kappa))
    variance = _variance(cells, (one, other), observed, expected) / n
    return Agreement(n, float(observed), float(expected), float(kappa), sqrt(variance))


_Cells = dict[tuple[Hashable, Hashable], Fraction]
_Margin = dict[Hashable, Fraction]


def _margin(cells: _Cells, side: int) -> _Margin:
    shares: _Margin = {}
    for pair, share in cells.items():
        shares[pair[side]] = shares.get(pair[side], Fraction()) + share
    return shares


def _variance(cells: _Cells, margins: tuple[_Margin, _Margin], observed: Fraction, expected: Fraction) -> Fraction:
    """Return the variance of kappa times the number of units (Fleiss, Cohen and Everitt 1969, equation 13)."""
    one, other = margins
    none = Fraction()
    like = unlike = none
    for (a, b), share in cells.items():
        both = other.get(a, none) + one.get(b, none)
        if a == b:
            like += share * ((1 - expected) - both * (1 - observed)) ** 2
        else:
            unlike += share * both**2
    rest = (observed * expected - 2 * expected + observed) ** 2
    return max(none, like + (1 - observed) ** 2 * unlike - rest) / (1 - expected) ** 4

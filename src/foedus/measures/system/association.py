"""How strongly two yes-or-no facts go together: Yule's Q, phi and chi-squared of a table of two by two.

Yule (1912), "On the Methods of Measuring Association between Two Attributes".
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import numpy as np

from foedus._base.errors import BadInput, Fault


@dataclass(frozen=True, slots=True)
class Table:
    """Cases by two facts.

    Attributes
    ----------
    both, first_only, second_only, neither : int
        How many cases have both facts, only the one, only the other, or neither.
    """

    both: int
    first_only: int
    second_only: int
    neither: int

    def __post_init__(self) -> None:
        if min(self.both, self.first_only, self.second_only, self.neither) < 0:
            raise BadInput(Fault("a count is negative", "table", "whole numbers from 0 up"))

    @property
    def cases(self) -> int:
        """How many there are."""
        return self.both + self.first_only + self.second_only + self.neither

    @property
    def with_first(self) -> float:
        """The share with the second fact among those with the first; NaN where there are none."""
        held = self.both + self.first_only
        return self.both / held if held else np.nan

    @property
    def without_first(self) -> float:
        """The share with the second fact among those without the first; NaN where there are none."""
        held = self.second_only + self.neither
        return self.second_only / held if held else np.nan

    @property
    def ratio(self) -> float:
        """How many times as frequent the second fact is with the first as without it; NaN where it never is without."""
        return self.with_first / self.without_first if self.without_first > 0 else np.nan

    @property
    def yule_q(self) -> float:
        """Yule's Q, -1 to 1; NaN where it is not defined."""
        same, other = self.both * self.neither, self.first_only * self.second_only
        return (same - other) / (same + other) if same + other else np.nan

    @property
    def phi(self) -> float:
        """The correlation of the two facts, -1 to 1; NaN where one of them is always or never there."""
        margins = (
            (self.both + self.first_only)
            * (self.second_only + self.neither)
            * (self.both + self.second_only)
            * (self.first_only + self.neither)
        )
        return (self.both * self.neither - self.first_only * self.second_only) / sqrt(margins) if margins else np.nan

    @property
    def chi_squared(self) -> float:
        """Pearson's, without correction for continuity."""
        return self.cases * self.phi**2

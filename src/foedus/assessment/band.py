"""A band: how likely something is, between two ends, in numbers and in words; never one number.

References
----------
Mastrandrea et al. (2010), *Guidance Note on Consistent Treatment of Uncertainties* (IPCC), for the words and where
they change.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from foedus._base.errors import BadInput, Fault

EDGES = (0.1, 1 / 3, 2 / 3, 0.9)
WORDS = ("very unlikely", "unlikely", "about as likely as not", "likely", "very likely")


@dataclass(frozen=True, slots=True)
class Band:
    """Two ends, 0 to 1, the lower one first.

    Raises
    ------
    BadInput
        If they are no such ends.
    """

    low: float
    high: float

    def __post_init__(self) -> None:
        """Check the ends."""
        if not 0 <= self.low <= self.high <= 1:
            raise BadInput(Fault(f"{self.low} to {self.high} is no band", "band", "0 to 1, the lower end first"))

    @property
    def words(self) -> str:
        """The band in words."""
        low, high = (WORDS[bisect_right(EDGES, end)] for end in (self.low, self.high))
        return low if low == high else f"{low} to {high}"

    @property
    def numbers(self) -> str:
        """The band in per cent."""
        return f"{100 * self.low:.0f} to {100 * self.high:.0f} %"

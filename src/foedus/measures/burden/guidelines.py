"""What allies promised each other to spend, with the days on which the promise held and the day it falls due."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from foedus._base.dates import Day

Of = Literal["gdp", "expenditure"]


@dataclass(frozen=True, slots=True)
class Guideline:
    """A guideline for spending.

    Attributes
    ----------
    treaty : str
        The treaty of the register whose parties agreed it.
    per_cent : float
        Of GDP, or of defence expenditure.
    of : {"gdp", "expenditure"}
        What the per cent are of.
    on : str
        What is to be spent.
    agreed, due : Day
        The day of the declaration, and the last day on which it may be met.
    source : str
        The declaration and its paragraph. None of them is law: they are political promises.
    """

    id: str
    treaty: str
    per_cent: float
    of: Of
    on: str
    agreed: Day
    due: Day
    source: str

    def gap(self, per_cent: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return how many points are lacking; below 0 where more is spent, NaN where it is not known."""
        return self.per_cent - per_cent


_WALES = Day.parse("2014-09-05")
_HAGUE = Day.parse("2025-06-25")
_BY_2024 = Day.parse("2024-12-31")
_BY_2035 = Day.parse("2035-12-31")

GUIDELINES: tuple[Guideline, ...] = (
    Guideline(
        "wales-2",
        "nato",
        2.0,
        "gdp",
        "defence",
        _WALES,
        _BY_2024,
        "Wales Summit Declaration, 5 September 2014, paragraph 14",
    ),
    Guideline(
        "wales-20",
        "nato",
        20.0,
        "expenditure",
        "major new equipment, with its research and development",
        _WALES,
        _BY_2024,
        "Wales Summit Declaration, 5 September 2014, paragraph 14",
    ),
    Guideline(
        "hague-3.5",
        "nato",
        3.5,
        "gdp",
        "core defence",
        _HAGUE,
        _BY_2035,
        "The Hague Summit Declaration, 25 June 2025, paragraph 3",
    ),
    Guideline(
        "hague-1.5",
        "nato",
        1.5,
        "gdp",
        "infrastructure, networks, resilience and industry that serve defence",
        _HAGUE,
        _BY_2035,
        "The Hague Summit Declaration, 25 June 2025, paragraph 3",
    ),
)


def guidelines_on(treaty: str, day: Day) -> tuple[Guideline, ...]:
    """Return the guidelines of a treaty's parties that had been agreed by a day.

    One that has fallen due is still returned: whether it was met remains a question.
    """
    return tuple(one for one in GUIDELINES if one.treaty == treaty and one.agreed <= day)

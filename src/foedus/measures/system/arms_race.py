"""Richardson's arms race: two sides whose arms answer each other's, grow weary of their own, and have grievances.

    dx/dt = k y - a x + g        dy/dt = l x - b y + h

Richardson (1960), *Arms and Insecurity*. With equal coefficients on both sides the sum of the two grows by
(k - a) times itself plus g + h, which is how he fitted the budgets of 1909 to 1913.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from foedus._base.errors import BadInput, Fault
from foedus.measures.extra import linalg

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class ArmsRace:
    """The six coefficients of a race.

    Attributes
    ----------
    k, l : float
        How strongly the first side answers the second, and the second the first.
    a, b : float
        Each side's weariness of its own arms.
    g, h : float
        Each side's grievances, or goodwill where negative.
    """

    k: float
    a: float
    g: float
    l: float  # noqa: E741  the letter that the theory has
    b: float
    h: float

    def __post_init__(self) -> None:
        if not np.all(np.isfinite([self.k, self.a, self.g, self.l, self.b, self.h])):
            raise BadInput(Fault("a coefficient is missing", "k, a, g, l, b, h", "six numbers"))

    @property
    def is_stable(self) -> bool:
        """Whether arms settle whatever they begin at: a b > k l, with weariness on balance."""
        return self.a * self.b > self.k * self.l and self.a + self.b > 0

    @property
    def equilibrium(self) -> tuple[float, float] | None:
        """Where both sides would rest, stable or not; None where they rest nowhere or on a whole line."""
        divisor = self.a * self.b - self.k * self.l
        if divisor == 0:
            return None
        return (self.k * self.h + self.b * self.g) / divisor, (self.l * self.g + self.a * self.h) / divisor

    def path(self, start: tuple[float, float], times: Floats) -> Floats:
        """Return the arms of both sides at times after the start, shape (times, 2), exactly.

        Nothing keeps arms from falling below zero, where the theory says no more.
        """
        step = np.array([[-self.a, self.k, self.g], [self.l, -self.b, self.h], [0.0, 0.0, 0.0]])
        state = np.array([*start, 1.0])
        return np.array([(linalg.expm(step * time) @ state)[:2] for time in times]).reshape(-1, 2)


@dataclass(frozen=True, slots=True)
class Growth:
    """A straight line through yearly growth and level.

    Attributes
    ----------
    slope : float
        Growth a year for each unit of the level.
    rest : float
        The level at which nothing would grow.
    correlation : float
        Of growth and level.
    years : int
        How many growths it rests on.
    """

    slope: float
    rest: float
    correlation: float
    years: int


def growth(totals: Floats) -> Growth:
    """Return how fast a total grew with its level, from year to year.

    Parameters
    ----------
    totals : array of float, shape (years,)
        Of consecutive years. Growth is between two, the level midway between them.

    Raises
    ------
    BadInput
        If there are fewer than three years, one is missing, or the level never changes.
    """
    if len(totals) < 3 or not np.all(np.isfinite(totals)):
        raise BadInput(Fault("too few years, or one without a figure", "totals", "three or more years in a row"))
    grown, level = np.diff(totals), (totals[1:] + totals[:-1]) / 2
    if np.ptp(level) == 0:
        raise BadInput(Fault("the level is the same in all years", "totals", "figures that change"))
    slope, start = np.polyfit(level, grown, 1)
    rest = -start / slope if slope else np.nan
    correlation = np.corrcoef(level, grown)[0, 1] if np.ptp(grown) else np.nan
    return Growth(float(slope), float(rest), float(correlation), len(grown))


def fit(first: Floats, second: Floats) -> ArmsRace:
    """Return the coefficients that follow two series best, by least squares of yearly growth on levels midway.

    Parameters
    ----------
    first, second : array of float, shape (years,)
        Of the same consecutive years.

    Raises
    ------
    BadInput
        If the series differ in length, have fewer than four years, miss one, or cannot tell the coefficients apart.
    """
    if len(first) != len(second) or len(first) < 4 or not np.all(np.isfinite([*first, *second])):
        what = "the two series differ in length, have a gap, or are too short"
        raise BadInput(Fault(what, "series", "the same four or more years in a row"))
    levels = [(one[1:] + one[:-1]) / 2 for one in (first, second)]
    design = np.column_stack([*levels, np.ones(len(first) - 1)])
    if np.linalg.matrix_rank(design) < 3:
        raise BadInput(Fault("the two series move in step, so that their effects cannot be told apart", "series"))
    (own, answer, grievance), _, _, _ = np.linalg.lstsq(design, np.diff(first))
    (answered, their_own, their_grievance), _, _, _ = np.linalg.lstsq(design, np.diff(second))
    return ArmsRace(
        k=float(answer),
        a=-float(own),
        g=float(grievance),
        l=float(answered),
        b=-float(their_own),
        h=float(their_grievance),
    )

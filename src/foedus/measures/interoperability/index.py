"""The index: parts between 0 and 1, weighed, over those that are known.

A part that counts things (treaties, structures, exercises) is ``x / (x + half)``: 0 for none, one half at `HALVES`, and
never 1. The index is the weighted mean of the parts that are known; beside it stands the share of the weight that these
parts have. Weights and halves are conventions of this project, not estimates: no study fixes them, so all are equal
unless the reader says otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from foedus._base.errors import BadInput, Fault

Floats = NDArray[np.float64]
Part = Literal["treaties", "structures", "stationed", "operations", "exercises", "equipment", "standards", "language"]
PARTS: tuple[Part, ...] = (
    "treaties",
    "structures",
    "stationed",
    "operations",
    "exercises",
    "equipment",
    "standards",
    "language",
)
WEIGHTS: Mapping[Part, float] = MappingProxyType(dict.fromkeys(PARTS, 1.0))
"""What each part weighs unless the reader says otherwise."""
HALVES: Mapping[Part, float] = MappingProxyType(
    {"treaties": 1.0, "structures": 2.0, "stationed": 1.0, "operations": 2.0, "exercises": 10.0}
)
"""At which weighted count a part reaches one half: one treaty of mutual defence, two structures, one garrison, two
operations and ten exercises of late."""
HALF_LIFE = 5.0
"""Years after which an operation or an exercise counts for half."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the reader may set.

    Attributes
    ----------
    weights : mapping of str to float
        Of each part, 0 or more.
    half_life : float
        Years after which an operation or an exercise counts for half.
    """

    weights: Mapping[Part, float] = field(default_factory=lambda: WEIGHTS)
    half_life: float = HALF_LIFE

    def __post_init__(self) -> None:
        """Check them.

        Raises
        ------
        BadInput
            If a weight is negative or all are zero, or the half-life is not above zero.
        """
        if not 0 < self.half_life < float("inf"):
            raise BadInput(Fault(f"{self.half_life} years are no half-life", "--half-life", "more than 0"))
        wrong = next((name for name, weight in self.weights.items() if not 0 <= weight < float("inf")), None)
        if wrong is not None:
            raise BadInput(Fault(f"{self.weights[wrong]:g} is no weight", f"--weight {wrong}", "0 or more"))
        if not sum(self.weights.values()):
            raise BadInput(Fault("the weights weigh nothing", "--weight", "0 or more, one of them above 0"))


@dataclass(frozen=True, slots=True)
class Known:
    """One part of a pair's index.

    Attributes
    ----------
    value : float or None
        0 to 1; None where it is not known.
    because : str
        What it rests on, or what is missing.
    """

    value: float | None
    because: str


def saturated(counts: ArrayLike, half: float) -> Floats:
    """Return weighted counts as values from 0 towards 1, one half at `half`.

    Parameters
    ----------
    counts : array of any shape
        0 or more.
    """
    held = np.asarray(counts, float)
    return held / (held + half)


def decayed(years: ArrayLike, half_life: float = HALF_LIFE) -> Floats:
    """Return what is left of something so many years later: half after each half-life.

    Parameters
    ----------
    years : array of any shape
        Since it ended; less than 0 counts as 0.
    """
    left: Floats = np.power(0.5, np.maximum(np.asarray(years, float), 0.0) / half_life)
    return left


def index(parts: Mapping[Part, ArrayLike], weights: Mapping[Part, float] = WEIGHTS) -> tuple[Floats, Floats]:
    """Return the weighted mean of the known parts, and the share of the weight that they have.

    Parameters
    ----------
    parts : mapping of str to array of shape (pairs,)
        Each 0 to 1; NaN where not known. A part that is left out is known of no pair.
    weights : mapping of str to float
        Of every part, also of those that are not known.

    Returns
    -------
    tuple of array of float, each of shape (pairs,)
        The index, NaN where no part with a weight is known, and the share of the weight, 0 to 1.
    """
    values = np.array([np.asarray(parts[name], float) for name in parts])
    each = np.array([weights[name] for name in parts])[:, np.newaxis]
    known = ~np.isnan(values)
    weight = (each * known).sum(axis=0)
    total = np.where(known, each * values, 0.0).sum(axis=0)
    mean = np.divide(total, weight, out=np.full(weight.shape, np.nan), where=weight > 0)
    return mean, weight / sum(weights.values())


STANDARD = Settings()
"""Equal weights, and the half-life of this project."""

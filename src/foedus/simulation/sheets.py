"""Memory that the blocks of a part share.

A block's arrays are made and thrown away some dozen times in a few milliseconds. Where the C library hands memory back
to the system at once, as Dask's nannies tell it to (``MALLOC_TRIM_THRESHOLD_`` of 64 KiB), each would be asked for and
cleared anew, page by page; that costs more than a second worker gains.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from foedus._base.streams import padded

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False, slots=True)
class Sheets:
    """What a block of draws is written on, a row a draw.

    Attributes
    ----------
    drawn_terms, drawn_common, drawn : array of float, shape (draws, `padded` of terms, of 1, of allies)
        The random numbers.
    moved, step_terms : array of float, shape (draws, terms)
    chance, step : array of float, shape (draws, allies)
    come : array of bool, shape (draws, allies)
    """

    drawn_terms: Floats
    drawn_common: Floats
    drawn: Floats
    moved: Floats
    step_terms: Floats
    chance: Floats
    step: Floats
    come: NDArray[np.bool_]

    @classmethod
    def of(cls, draws: int, allies: int, terms: int) -> Sheets:
        """Return sheets for blocks of up to so many draws."""
        return cls(
            drawn_terms=np.empty((draws, padded(terms))),
            drawn_common=np.empty((draws, padded(1))),
            drawn=np.empty((draws, padded(allies))),
            moved=np.empty((draws, terms)),
            step_terms=np.empty((draws, terms)),
            chance=np.empty((draws, allies)),
            step=np.empty((draws, allies)),
            come=np.empty((draws, allies), dtype=np.bool_),
        )

    def cut(self, draws: int) -> Sheets:
        """Return their first rows."""
        return Sheets(*(getattr(self, one.name)[:draws] for one in fields(self)))

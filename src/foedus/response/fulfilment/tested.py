"""Alliances that a war put to the test, as Berkemeier and Fuhrmann (2018) code them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from foedus.sources.extra import pl

Flags = NDArray[np.bool_]
Coding = Literal["LLM", "BF"]
"""The coding rule of Leeds, Long and Mitchell, or the authors' own."""
PLEDGES: Mapping[str, str] = {
    "defence": "defense",
    "offence": "offense",
    "neutrality": "neutral",
    "non-aggression": "nonagg",
}
"""The pledges, and the columns of the file that flag them."""


@dataclass(frozen=True, eq=False)
class Tested:
    """The cases: an alliance and a war that called for it.

    Attributes
    ----------
    kept : array of bool, shape (cases,)
    war : array of int, shape (cases,)
        The number of the war in the file.
    since_1945, multilateral : array of bool, shape (cases,)
    pledge : mapping of str to array of bool, each of shape (cases,)
        Whether the alliance has each of `PLEDGES`.
    """

    kept: Flags
    war: NDArray[np.int64]
    since_1945: Flags
    multilateral: Flags
    pledge: Mapping[str, Flags]

    def __len__(self) -> int:
        """How many cases there are."""
        return len(self.kept)


def cases_tested(table: pl.DataFrame, coding: Coding = "LLM") -> Tested:
    """Return the cases of a table of the data set ``berkemeier-fuhrmann``.

    One was kept if ``honor`` is 1. The sample is 1 where the occasion arose before 1945: of the Second World War there
    are cases in both eras.
    """
    rows = rows_tested(table, coding)
    return Tested(
        kept=_flag(rows, f"honor{coding}"),
        war=rows["warid"].to_numpy().astype(np.int64),
        since_1945=rows["sample"].to_numpy() == 0,
        multilateral=_flag(rows, "multilateral"),
        pledge={name: _flag(rows, column) for name, column in PLEDGES.items()},
    )


def rows_tested(table: pl.DataFrame, coding: Coding = "LLM") -> pl.DataFrame:
    """Return the rows in which a war put the alliance to the test: those whose ``dna`` is not 1."""
    return table.filter(pl.col(f"dna{coding}").fill_null(0).cast(pl.Int64) != 1)


def _flag(rows: pl.DataFrame, column: str) -> Flags:
    held: Flags = rows[column].fill_null(0).cast(pl.Int64).to_numpy() == 1
    return held

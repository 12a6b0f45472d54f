"""The rows of a panel before anything is added: their keys, and where their states and years stand on the grid."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from foedus.panel.membership import Codes, Membership
from foedus.sources.extra import pl


@dataclass(frozen=True, eq=False)
class Layout:
    """The rows of a panel.

    Attributes
    ----------
    universe : str
        What a row is, as the command line calls it.
    membership : Membership
        The states and years on whose grid the rows stand.
    keys : mapping of str to Series
        The key columns in order; rows are sorted by them.
    places : tuple of array of int, each of shape (rows,)
        Where the states of a row stand in the membership: none, one, two or more; -1 for one outside the system.
    year : array of int, shape (rows,)
        Where the year of a row stands among the years.
    is_directed : bool
        Whether a pair of states has a row in each order.
    more : mapping of str to Series
        Columns besides the keys that come with the rows, such as weights.
    """

    universe: str
    membership: Membership
    keys: Mapping[str, pl.Series]
    places: tuple[Codes, ...]
    year: Codes
    is_directed: bool = False
    more: Mapping[str, pl.Series] | None = None

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.year)

    @property
    def suffixes(self) -> tuple[str, ...]:
        """What marks the columns of each state of a row: nothing if there is one, else 1, 2 and so on."""
        return ("",) if len(self.places) == 1 else tuple(str(place + 1) for place in range(len(self.places)))

    @property
    def is_dyadic(self) -> bool:
        """Whether a row has two states."""
        return len(self.places) == 2

    @cached_property
    def cells(self) -> tuple[Codes, ...]:
        """The cell of the grid of states and years for each state of a row, -1 outside it."""
        years = self.membership.size[1]
        return tuple(np.where(place < 0, -1, place * years + self.year) for place in self.places)

    @cached_property
    def pairs(self) -> Codes:
        """The cell of the grid of ordered pairs and years, for rows of two states."""
        one, other = self.places
        return self._pairs(one, other)

    @cached_property
    def mirrored(self) -> Codes:
        """The cells of the same rows with the states in the other order."""
        one, other = self.places
        return self._pairs(other, one)

    def _pairs(self, one: Codes, other: Codes) -> Codes:
        states, years = self.membership.size
        return (one * states + other) * years + self.year

    @property
    def calendar_year(self) -> Codes:
        """The year of each row."""
        return self.year + self.membership.first

    @cached_property
    def is_first(self) -> NDArray[np.bool_]:
        """Whether a row is the first of its unit: of its state, pair, treaty and so on."""
        first = np.zeros(len(self), np.bool_)
        first[:1] = True
        for name, key in self.keys.items():
            if name != "year":
                first[1:] |= key.ne_missing(key.shift(1)).to_numpy()[1:]
        return first

    def frame(self) -> pl.DataFrame:
        """Return the rows as a table."""
        return pl.DataFrame([*self.keys.values(), *(self.more or {}).values()])

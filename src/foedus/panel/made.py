"""A panel that was worked out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from foedus.panel.addition import Added
from foedus.register.register import Register
from foedus.sources.extra import pl

WEIGHT = "weight"
"""The column of a drawn panel that is neither a key nor added: how many sets a row stands for."""


@dataclass(frozen=True)
class Made:
    """A panel that was worked out.

    Attributes
    ----------
    frame : polars.DataFrame
        Its rows, sorted by key.
    columns : tuple of Added
        What each column is, keys left out.
    versions : mapping of str to str
        Which version of which data set was read.
    """

    frame: pl.DataFrame
    columns: tuple[Added, ...]
    versions: Mapping[str, str]
    register: Register

    @property
    def keys(self) -> tuple[str, ...]:
        """The columns that tell its rows apart."""
        added = {WEIGHT, *(column.name for column in self.columns)}
        return tuple(name for name in self.frame.columns if name not in added)

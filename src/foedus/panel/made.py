"""A panel that was worked out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from foedus.panel.addition import Added
from foedus.register.register import Register
from foedus.sources.extra import pl


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

"""What a measure is: a number of something, with its formula, its source, and where a reader meets it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Subject = Literal["state", "pair", "alliance", "system", "place", "voting body", "game"]
"""What a measure is a number of; by year where it has one."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure as the catalogue lists it.

    Attributes
    ----------
    name : str
        As one types it.
    family : str
        The room under ``foedus.measures`` that holds it.
    unit : str
        Of the number, with its range where it has one; "share, 0 to 1" for instance.
    formula : str
        In plain text.
    source : str
        Paper and equation, or that it is a rule of this project, whose page then gives it.
    function : str
        ``module:name`` of the function over arrays.
    command : str
        A command line that shows it.
    page : str
        The page under ``docs`` that explains it.
    additions : tuple of str
        The additions to panels that bring it; empty where it is no number of rows.
    data : tuple of str
        The published data sets it needs; empty where the register or the bundled figures are enough.
    """

    name: str
    family: str
    title: str
    of: Subject
    unit: str
    formula: str
    source: str
    function: str
    command: str
    page: str
    additions: tuple[str, ...] = ()
    data: tuple[str, ...] = ()

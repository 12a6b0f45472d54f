"""What a view declares once: the dictionary, ``--describe`` and the page of documentation come from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ColumnType = Literal["VARCHAR", "VARCHAR[]", "JSON", "BOOLEAN", "TINYINT", "INTEGER", "BIGINT", "DOUBLE", "DATE"]
Room = Literal["register", "store", "panel"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column, as a query sees it.

    Attributes
    ----------
    unit : str
        Empty where there is none.
    """

    name: str
    type: ColumnType
    meaning: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """A table that a query may name.

    Attributes
    ----------
    room : {"register", "store", "panel"}
        Where its rows come from.
    key : tuple of str
        The columns that no two rows share; empty if there is no such set.
    """

    name: str
    room: Room
    meaning: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()

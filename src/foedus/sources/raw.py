"""A table as it came out of a file, before anything is known to be right about it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from foedus._base.errors import BadInput, Fault
from foedus.sources.extra import pl


@dataclass(frozen=True, slots=True)
class Raw:
    """Columns under the headings of the file; those of text formats are all text.

    Attributes
    ----------
    name : str
        The file, as messages call it.
    frame : polars.DataFrame
        What it holds.
    first : int
        The line or row of the file in which the first row stands; 0 where rows are not lines of it.
    """

    name: str
    frame: pl.DataFrame
    first: int = 0

    def where(self, row: int, column: str = "") -> str:
        """Return file, line and column of a row, as messages show them."""
        line = f":{self.first + row}" if self.first else f": row {row + 1}"
        return f"{self.name}{line}: {column}" if column else f"{self.name}{line}"

    def shaped(self, frame: pl.DataFrame) -> Raw:
        """Return a table laid out anew, whose rows are no longer lines of the file."""
        return replace(self, frame=frame, first=0)


def heading_key(heading: str) -> str:
    """Return a heading as headings are compared: without case, and with one ``_`` for what is no letter or digit."""
    kept = "".join(char if char.isalnum() else " " for char in heading.casefold())
    return "_".join(kept.split())


def wrong_file(name: str, what: str, *, allowed: str = "", remedy: str = "") -> BadInput:
    """Return the error for a file that is not what it should be."""
    return BadInput(Fault(what, name, allowed, remedy or "take the publisher's file unchanged"))

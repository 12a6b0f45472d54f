"""The data of a picture as a table, for screen readers and for those who want the numbers."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

MINUS = "\u2212"
NO_DATA = "no data"
"""How a missing value is written, wherever it stands."""


@dataclass(frozen=True, slots=True)
class Figures:
    """A table of what a picture shows.

    Attributes
    ----------
    columns : tuple of str
        The headings.
    rows : tuple of tuple of str
        As written, each as long as the headings.
    """

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


NOTHING = Figures()


def known(value: float | None) -> float | None:
    """Return a value, or None for one that is missing or no number."""
    return None if value is None or not math.isfinite(value) else float(value)


def written(value: float | None, digits: int = 3) -> str:
    """Return a value as people write it, with so many significant digits; a missing one as "no data"."""
    number = known(value)
    return NO_DATA if number is None else _in_digits(number, digits).replace("-", MINUS)


def _in_digits(number: float, digits: int) -> str:
    if number == int(number) and abs(number) < 1e15:
        return f"{int(number):,}"
    if abs(number) >= 10**digits:
        return f"{number:,.0f}"
    return f"{number:.{digits}g}" if abs(number) >= 1e-4 else f"{number:.{digits - 1}e}"


def some_of(names: Sequence[str], most: int = 8) -> str:
    """Return the first names of a list, and how many there are besides."""
    rest = len(names) - most
    return ", ".join(names[:most]) + (f" and {rest} more" if rest > 0 else "")

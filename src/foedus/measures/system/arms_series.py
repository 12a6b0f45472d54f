"""Two series of yearly arms: Richardson's own, and those of a file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import Field

from foedus._base.documents import read_file
from foedus._base.errors import BadInput, Fault
from foedus._base.validation import check
from foedus.register.file_model import FileModel, Text

Levels = Annotated[list[Annotated[float, Field(ge=0, allow_inf_nan=False)]], Field(min_length=4, max_length=400)]


class SideIn(FileModel):
    """One side of a race: its name, and its arms year by year."""

    name: Text
    levels: Levels


class ArmsIn(FileModel):
    """Two series of arms in the same consecutive years."""

    first_year: Annotated[int, Field(ge=-5000, le=3000)]
    unit: Text
    source: Text
    sides: Annotated[list[SideIn], Field(min_length=2, max_length=2)]


@dataclass(frozen=True, slots=True)
class Arms:
    """Two series of arms.

    Attributes
    ----------
    years : tuple of int
        One after the other.
    levels : tuple of two tuples of float
        Of each side, year by year.
    """

    years: tuple[int, ...]
    sides: tuple[str, str]
    levels: tuple[tuple[float, ...], tuple[float, ...]]
    unit: str
    source: str


RICHARDSON = Arms(
    (1909, 1910, 1911, 1912, 1913),
    ("France and Russia", "Germany and Austria-Hungary"),
    ((115.3, 119.4, 127.8, 145.0, 166.7), (83.9, 85.4, 87.1, 93.7, 122.3)),
    "defence budgets, millions of pounds sterling",
    "Richardson (1960), Arms and Insecurity, as cited from it; not checked against the book",
)
"""The budgets from which Richardson found a slope of .73 and a level of rest of 194."""


def read_arms(path: Path) -> Arms:
    """Return the two series of a YAML or JSON file.

    Raises
    ------
    BadInput
        With every fault: a side without a name, a level below zero, or series of different length.
    """
    document = read_file(path)
    held = check(ArmsIn, document)
    one, other = (tuple(float(level) for level in side["levels"]) for side in held["sides"])
    if len(one) != len(other):
        what = f"the sides have {len(one)} and {len(other)} years"
        raise BadInput(Fault(what, document.where(("sides", 1, "levels")), "as many for both"))
    years = tuple(range(held["first_year"], held["first_year"] + len(one)))
    names = held["sides"][0]["name"], held["sides"][1]["name"]
    return Arms(years, names, (one, other), held["unit"], held["source"])

"""What published tables tell of states, year by year: power, rank, regime, seat, land borders."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from foedus.measures.projection.geodesic import great_circle
from foedus.sources.extra import pl

LAND = 1
"""The kind of contiguity that is a common land border."""


@dataclass(frozen=True, slots=True)
class KnownStates:
    """States by number and year; what is not in a mapping is not known.

    Attributes
    ----------
    cinc : mapping of (int, int) to float
    polity : mapping of (int, int) to float
    majors : frozenset of (int, int)
    seats : mapping of (int, int) to (float, float)
        Latitude and longitude of the first seat of government of the year.
    borders : frozenset of (int, int, int)
        Pairs with a common land border, in both orders.
    """

    cinc: Mapping[tuple[int, int], float]
    polity: Mapping[tuple[int, int], float]
    majors: frozenset[tuple[int, int]]
    seats: Mapping[tuple[int, int], tuple[float, float]]
    borders: frozenset[tuple[int, int, int]]

    def distance(self, here: Iterable[int], there: Iterable[int], year: int) -> float | None:
        """Return the kilometres between the nearest seats of two different states; None where none is known."""
        ends = list(there)
        pairs = [(one, other) for one in here for other in ends if one != other]
        known = [
            (*self.seats[one, year], *self.seats[other, year])
            for one, other in pairs
            if (one, year) in self.seats and (other, year) in self.seats
        ]
        return float(great_circle(*zip(*known, strict=True)).min()) if known else None

    def touches(self, here: Iterable[int], there: Iterable[int], year: int) -> bool:
        """Say whether one of some states has a land border with one of others."""
        ends = list(there)
        return any((one, other, year) in self.borders for one in here for other in ends)


def known_states(
    nmc: pl.DataFrame,
    democracy: pl.DataFrame,
    majors: pl.DataFrame,
    capitals: pl.DataFrame,
    contiguity: pl.DataFrame,
) -> KnownStates:
    """Return what the tables tell.

    Parameters
    ----------
    nmc, democracy : polars.DataFrame
        ``state_years``.
    majors, capitals : polars.DataFrame
        ``spells``.
    contiguity : polars.DataFrame
        ``directed_dyad_years``.
    """
    land = contiguity.filter(pl.col("conttype") == LAND).select("ccode1", "ccode2", "year")
    return KnownStates(
        _by_year(nmc, "cinc"),
        _by_year(democracy, "polity2"),
        major_powers(majors),
        _seats(capitals),
        frozenset(land.iter_rows()),
    )


def major_powers(majors: pl.DataFrame) -> frozenset[tuple[int, int]]:
    """Return the major powers of each year that the status touches, from ``spells`` of ``cow-majors``."""
    return frozenset((state, year) for state, *_, first, last in _spells(majors) for year in range(first, last + 1))


def _by_year(table: pl.DataFrame, name: str) -> dict[tuple[int, int], float]:
    held = table.select("ccode", "year", name).drop_nulls().iter_rows()
    return {(state, year): value for state, year, value in held}


def _seats(capitals: pl.DataFrame) -> dict[tuple[int, int], tuple[float, float]]:
    found: dict[tuple[int, int], tuple[float, float]] = {}
    for state, lat, lon, first, last in _spells(capitals.sort("ccode", "start"), "lat", "lon"):
        for year in range(first, last + 1):
            found.setdefault((state, year), (lat, lon))
    return found


def _spells(table: pl.DataFrame, *more: str) -> Iterable[tuple[int, ...]]:
    years = (pl.col("start").dt.year(), pl.col("end").dt.year())
    return table.select("ccode", *more, *years).iter_rows()

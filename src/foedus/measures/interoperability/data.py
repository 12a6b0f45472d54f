"""What the user's data say of pairs: exercises held together, and the kinds of weapons both have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from foedus.measures.interoperability.index import HALF_LIFE, HALVES, Known, decayed, saturated
from foedus.measures.stored import stored
from foedus.sources.extra import pl
from foedus.sources.raw import heading_key
from foedus.sources.registry import source
from foedus.sources.sets.rdmc_kinds import KINDS
from foedus.sources.store import Store

NumberPair = tuple[int, int]
"""Two state numbers, the lower first."""


@dataclass(frozen=True, slots=True)
class Exercises:
    """Exercises held together.

    Attributes
    ----------
    told : str
        The data with their version.
    years : tuple of int
        The first and last year that they cover.
    held : mapping
        The years of the exercises of each pair.
    """

    told: str
    years: tuple[int, int]
    held: Mapping[NumberPair, tuple[int, ...]]

    def part(self, pair: NumberPair, year: int, half_life: float = HALF_LIFE) -> Known:
        """Return the part of the index in a year: exercises up to it, each decayed by its age."""
        if not self.years[0] <= year <= self.years[1]:
            return Known(None, f"{self.told} covers {self.years[0]} to {self.years[1]}")
        years = [one for one in self.held.get(pair, ()) if self.years[0] <= one <= year]
        count = float(sum(decayed([year - one for one in years], half_life)))
        value = float(saturated(count, HALVES["exercises"]))
        return Known(value, f"{self.told}: {len(years)} since {self.years[0]}, worth {count:.2g} after decay")


@dataclass(frozen=True, slots=True)
class Equipment:
    """The kinds of weapons that states have.

    Attributes
    ----------
    held : mapping
        By state number and year, the kinds of which there is at least one piece.
    """

    told: str
    held: Mapping[tuple[int, int], frozenset[str]]

    def part(self, pair: NumberPair, year: int) -> Known:
        """Return the share of the kinds either state has that both have; kinds, not makes or models."""
        one, other = (self.held.get((number, year)) for number in pair)
        if one is None or other is None:
            return Known(None, f"{self.told} has no figures of both in {year}")
        either = one | other
        if not either:
            return Known(None, f"{self.told} has no weapons of either in {year}")
        return Known(
            len(one & other) / len(either), f"{self.told}: {len(one & other)} of {len(either)} kinds in common"
        )


@dataclass(frozen=True, slots=True)
class Data:
    """The user's data; each a reason instead where the store does not hold it."""

    exercises: Exercises | str
    equipment: Equipment | str


def read_data(store: Store, exercises: str = "mme") -> Data:
    """Return what the store holds.

    Parameters
    ----------
    exercises : {"mme", "jme"}
        Which list of exercises.
    """
    return Data(stored(lambda: read_exercises(store, exercises)), stored(lambda: read_equipment(store)))


def read_exercises(store: Store, name: str) -> Exercises:
    """Return the exercises of a list.

    Raises
    ------
    DataMissing
        If the store does not hold it.
    """
    table, entry = store.read_entry(name, "participants")
    version = source(name).version(entry.version) or source(name).latest
    return Exercises(f"{name} {entry.version}", version.years, years_of_pairs(table))


def years_of_pairs(participants: pl.DataFrame) -> dict[NumberPair, tuple[int, ...]]:
    """Return the years of the exercises of each pair, from the table of participants."""
    known = participants.drop_nulls(["ccode", "year"]).select("row", "year", "ccode").unique()
    met = known.join(known, on=["row", "year"], suffix="2").filter(pl.col("ccode") < pl.col("ccode2"))
    found: dict[NumberPair, list[int]] = defaultdict(list)
    for one, other, year in met.select("ccode", "ccode2", "year").sort("year").iter_rows():
        found[one, other].append(year)
    return {pair: tuple(years) for pair, years in found.items()}


def read_equipment(store: Store) -> Equipment:
    """Return the kinds of weapons of states, by rDMC.

    Raises
    ------
    DataMissing
        If the store does not hold ``rdmc``.
    """
    table, entry = store.read_entry("rdmc", "state_years")
    kinds = [heading_key(kind) for kind in KINDS]
    return Equipment(f"rdmc {entry.version}", kinds_of_states(table, kinds))


def kinds_of_states(table: pl.DataFrame, kinds: Iterable[str]) -> dict[tuple[int, int], frozenset[str]]:
    """Return the kinds of which each state has a piece, by its number and the year."""
    names = [name for name in kinds if name in table.columns]
    rows = table.select("ccode", "year", *names).drop_nulls(["ccode", "year"]).iter_rows(named=True)
    return {(row["ccode"], row["year"]): frozenset(name for name in names if (row[name] or 0) > 0) for row in rows}

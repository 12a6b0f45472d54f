"""States by the names and codes that publishers use: their numbers on the date, by the register, never by guess."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import TypeAlias

from foedus._base.dates import Day
from foedus._base.errors import AmbiguousName, BadInput
from foedus.domain.actor import Actor
from foedus.register.compiled import load_register
from foedus.sources.extra import pl

Derived: TypeAlias = "tuple[pl.DataFrame, tuple[str, ...]]"
"""A table with more columns, and what could not be worked out."""

Until = Mapping[str, tuple[str, int]]
"""Names that a publisher uses of another actor up to a year: the actor's id, and the year."""

MAX_LISTED = 30

_SPELLINGS: Mapping[str, str] = MappingProxyType(
    {
        "Congo, DR": "democratic-republic-of-the-congo",
        "Congo, Republic": "congo",
        "Yemen, North": "yemen-arab-republic",
        "Myanmar (Burma)": "myanmar",
        "Korea (ROK)": "south-korea",
        "St. Kitts & Nevis": "saint-kitts-and-nevis",
        "st. christopher": "saint-kitts-and-nevis",
        "St. Vincent & Grenadines": "saint-vincent-and-the-grenadines",
        "The former Yugoslav Republic of Macedonia": "north-macedonia",
    }
)
"""Spellings of publishers that nobody else uses, with the actors they mean."""


def _days(year: int) -> tuple[Day, Day]:
    """Return the days on which a name of the year is looked up: its last, else its first."""
    return Day.parse(f"{year:04d}-12-31"), Day.parse(f"{year:04d}-01-01")


@lru_cache(maxsize=100_000)
def actor_called(name: str, year: int) -> Actor | None:
    """Return the actor so called in a year; else the only one that was ever so called; else None.

    Publishers write the names of today for earlier years too. A number is no name.
    """
    actors = load_register().actors
    if name in _SPELLINGS:
        return actors.get(_SPELLINGS[name])
    if name.isdigit():
        return None
    for day in _days(year):
        try:
            return actors.find(name, day)
        except AmbiguousName:
            return None
        except BadInput:
            continue
    try:
        bearers = actors.ever_called(name)
    except BadInput:
        return None
    return actors.get(next(iter(bearers))) if len(bearers) == 1 else None


@cache
def _by_iso() -> Mapping[str, list[Actor]]:
    bearers: dict[str, list[Actor]] = defaultdict(list)
    for actor in load_register().actors:
        for code in dict.fromkeys(iso.code for iso in actor.iso3):
            bearers[code].append(actor)
    return dict(bearers)


@lru_cache(maxsize=100_000)
def actor_of_iso(code: str, year: int) -> Actor | None:
    """Return the actor with an ISO alpha-3 code in a year; else the only one that ever had it; else None."""
    bearers = _by_iso().get(code.upper(), [])
    for day in _days(year):
        now = [actor for actor in bearers if actor.iso3_on(day) == code.upper() and actor.existed_on(day)]
        if len(now) == 1:
            return now[0]
    return bearers[0] if len(bearers) == 1 else None


def number_in(actor: Actor | None, year: int, system: str = "cow") -> int | None:
    """Return the number of an actor in a state system for a year; None where it was no member."""
    if actor is None:
        return None
    return next((actor.number_on(system, day) for day in _days(year) if actor.in_system_on(day, system)), None)


def with_code(frame: pl.DataFrame, names: str, year: str, column: str, until: Until | None = None) -> Derived:
    """Add COW numbers for a column of names, and say which names have none.

    Parameters
    ----------
    frame : polars.DataFrame
        The checked table.
    names, year : str
        Its columns of names and years.
    column : str
        What to call the new one.
    until : mapping or None
        Names that the publisher uses of another actor up to a year.
    """
    special = until or {}

    def code(name: str, when: int) -> int | None:
        actor_id, last = special.get(name, ("", 0))
        if when <= last:
            return number_in(load_register().actors.get(actor_id), when)
        return number_in(actor_called(name, when), when)

    return _with(frame, (names, year), column, code)


def with_iso_code(frame: pl.DataFrame, codes: str, year: str, column: str) -> Derived:
    """Add COW numbers for a column of ISO alpha-3 codes, and say which codes have none."""
    return _with(frame, (codes, year), column, lambda code, when: number_in(actor_of_iso(code, when), when))


def _with(frame: pl.DataFrame, given: tuple[str, str], column: str, code: Callable[[str, int], int | None]) -> Derived:
    pairs = frame.select(pl.col(given[0]).alias("name"), pl.col(given[1]).alias("year")).unique().drop_nulls()
    found = [code(name, when) for name, when in pairs.iter_rows()]
    coded = pairs.with_columns(pl.Series(column, found, dtype=pl.Int64))
    joined = frame.join(coded, left_on=list(given), right_on=["name", "year"], how="left", maintain_order="left")
    return joined, (*_notes(coded, column), *_undated(frame, given, column))


def _undated(frame: pl.DataFrame, given: tuple[str, str], column: str) -> tuple[str, ...]:
    """Say how many rows have a name without a year on which it could be looked up."""
    count = frame.select((pl.col(given[0]).is_not_null() & pl.col(given[1]).is_null()).sum()).item()
    return (f"no {column} where the {given[1]} is missing: {count:,} rows",) if count else ()


def _notes(coded: pl.DataFrame, column: str) -> tuple[str, ...]:
    """Say which names have no number in any year, and which in some: most of these were not independent yet."""
    by_name = coded.group_by("name").agg(pl.col(column).is_null().all().alias("never"), pl.col(column).null_count())
    never = by_name.filter(pl.col("never"))["name"].sort().to_list()
    at_times = by_name.filter(~pl.col("never") & (pl.col(column) > 0))["name"].sort().to_list()
    said = ((f"no {column}", never), (f"no {column} in some years", at_times))
    return tuple(f"{what}: {_listed(names)}" for what, names in said if names)


def _listed(names: list[str]) -> str:
    more = f" and {len(names) - MAX_LISTED} more" if len(names) > MAX_LISTED else ""
    return ", ".join(names[:MAX_LISTED]) + more

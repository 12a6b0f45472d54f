"""States by the names that publishers use: their codes on the date, by the register, never by guess."""

from __future__ import annotations

from functools import lru_cache

from foedus._base.dates import Day
from foedus._base.errors import AmbiguousName, BadInput
from foedus.domain.actor import Actor
from foedus.register.compiled import load_register
from foedus.sources.extra import pl

Derived = tuple[pl.DataFrame, tuple[str, ...]]


@lru_cache(maxsize=100_000)
def actor_in(name: str, year: int) -> Actor | None:
    """Return the actor so called at the end of a year, else at its beginning; None where the register cannot tell."""
    actors = load_register().actors
    for day in (f"{year:04d}-12-31", f"{year:04d}-01-01"):
        try:
            return actors.find(name, Day.parse(day))
        except AmbiguousName:
            return None
        except BadInput:
            continue
    return None


@lru_cache(maxsize=100_000)
def code_in(name: str, year: int, system: str = "cow") -> int | None:
    """Return the number of a state in a system for a year, by its name; None where it was no member or is unknown."""
    actor = actor_in(name, year)
    if actor is None:
        return None
    days = (Day.parse(f"{year:04d}-12-31"), Day.parse(f"{year:04d}-01-01"))
    return next((actor.number_on(system, day) for day in days if actor.in_system_on(day, system)), None)


def with_code(frame: pl.DataFrame, names: str, year: str, column: str, system: str = "cow") -> Derived:
    """Add a column of state numbers for a column of names, and say which names were not found.

    Parameters
    ----------
    frame : polars.DataFrame
        The checked table.
    names, year : str
        Its columns of names and years.
    column : str
        What to call the new one.
    system : {"cow", "gw"}
        Whose numbers.
    """
    pairs = frame.select(pl.col(names).alias("name"), pl.col(year).alias("year")).unique().drop_nulls()
    found = [code_in(name, when, system) for name, when in pairs.iter_rows()]
    coded = pairs.with_columns(pl.Series(column, found, dtype=pl.Int64))
    lost = coded.filter(pl.col(column).is_null())["name"].unique().sort().to_list()
    joined = frame.join(coded, left_on=[names, year], right_on=["name", "year"], how="left", maintain_order="left")
    return joined, notes_on(lost, column)


def notes_on(lost: list[str], column: str) -> tuple[str, ...]:
    """Say which names have no code in some year."""
    if not lost:
        return ()
    listed = ", ".join(lost[:30]) + (f" and {len(lost) - 30} more" if len(lost) > 30 else "")
    return (f"no {column} for some or all years of: {listed}",)

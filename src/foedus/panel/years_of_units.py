"""Universes whose unit is no state: alliance-years, member-years, dispute-years; and state-days, kept as intervals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from foedus._base.dates import Day, Spell
from foedus.domain.treaty import Treaty
from foedus.panel.layout import Layout
from foedus.panel.membership import STILL, Codes, Membership
from foedus.panel.numbers import numbers_of
from foedus.panel.universes import number_name
from foedus.register.register import Register
from foedus.sources.extra import pl


def alliance_years(register: Register, membership: Membership) -> Layout:
    """Return a row for each treaty of the register and year in which it was law on some day."""
    rows = [
        (treaty.id, year)
        for treaty in register.treaties.values()
        if (life := life_of(treaty)) is not None
        for year in _years(life, membership)
    ]
    return _of_units("alliance-years", membership, {"treaty": [one for one, _ in rows]}, (), [y for _, y in rows])


def member_years(register: Register, membership: Membership) -> Layout:
    """Return a row for each treaty, party and year in which the treaty bound it on some day.

    Parties that were no members of the state system that year are left out: their treaties are in the alliance-years.
    """
    numbers = numbers_of(membership)
    found = {
        (treaty.id, number, year)
        for treaty in register.treaties.values()
        for party, spell in _bound(treaty)
        for year in _years(spell, membership)
        if (number := numbers.in_year(party, year)) is not None
    }
    rows = sorted(found)
    name = number_name(membership.system)
    states = np.array([number for _, number, _ in rows], np.int64)
    keys: dict[str, Sequence[str] | Codes] = {"treaty": [treaty for treaty, _, _ in rows], name: states}
    return _of_units("member-years", membership, keys, (membership.places(states),), [year for *_, year in rows])


def dispute_years(disputes: pl.DataFrame, membership: Membership) -> Layout:
    """Return a row for each militarized dispute and year in which it went on.

    Parameters
    ----------
    disputes : polars.DataFrame
        With the columns ``dispnum`` and ``year``; a dispute may have many rows a year.
    membership : Membership
        Whose years count.
    """
    held = pl.col("year").is_between(membership.first, membership.last)
    rows = disputes.filter(held).select("dispnum", "year").unique().sort("dispnum", "year")
    years = (rows["year"].to_numpy() - membership.first).tolist()
    return _of_units("dispute-years", membership, {"dispnum": rows["dispnum"].to_numpy()}, (), years)


def state_days(membership: Membership) -> pl.DataFrame:
    """Return the days of each state's membership as intervals: number, first day and last day, both included."""
    first, last = int(membership.new_years[0]), int(membership.new_years[-1]) - 1
    name = number_name(membership.system)
    rows = [
        (int(membership.numbers[spell.place]), max(spell.first, first), min(spell.last, last))
        for spell in membership.spells
    ]
    table = pl.DataFrame(rows, schema={name: pl.Int64, "start": pl.Int64, "end": pl.Int64}, orient="row")
    return table.with_columns(_as_date("start"), _as_date("end")).sort(name, "start")


UNIX_DAY_NUMBER = Day.parse("1970-01-01").first


def _as_date(name: str) -> pl.Expr:
    return (pl.col(name) - UNIX_DAY_NUMBER).cast(pl.Int32).cast(pl.Date)


def _of_units(
    universe: str,
    membership: Membership,
    units: Mapping[str, Sequence[str] | Codes],
    places: tuple[Codes, ...],
    years: list[int],
) -> Layout:
    year = np.array(years, np.int64)
    keys = {name: pl.Series(name, values) for name, values in units.items()}
    keys["year"] = pl.Series("year", year + membership.first)
    return _sorted(Layout(universe, membership, keys, places, year))


def _sorted(layout: Layout) -> Layout:
    order = layout.frame().select(pl.arg_sort_by(*layout.keys)).to_series().to_numpy()
    keys = {name: key.gather(order) for name, key in layout.keys.items()}
    places = tuple(place[order] for place in layout.places)
    return Layout(layout.universe, layout.membership, keys, places, layout.year[order])


def _bound(treaty: Treaty) -> list[tuple[str, Spell]]:
    """Return the parties with the time in which both they were bound and the treaty was law."""
    life = life_of(treaty)
    if life is None:
        return []
    return [(party.state, both) for party in treaty.parties if party.bound and (both := shared(party.bound, life))]


def life_of(treaty: Treaty) -> Spell | None:
    """Return the life of a treaty, which begins at the earliest with its signature; None if it never began."""
    if treaty.in_force is None:
        return None
    start = max(treaty.in_force, treaty.signed, key=lambda day: day.first)
    return Spell(start, treaty.ended)


def shared(one: Spell, other: Spell) -> Spell | None:
    """Return the time that two spells may share, at its widest; None if they share none."""
    starts = [spell.start for spell in (one, other) if spell.start]
    ends = [spell.end for spell in (one, other) if spell.end]
    start = max(starts, key=lambda day: day.first, default=None)
    end = min(ends, key=lambda day: day.last, default=None)
    return None if start and end and start.first > end.last else Spell(start, end)


def _years(spell: Spell, membership: Membership) -> range:
    """Return the places of the years that a spell may touch."""
    first = spell.start.first if spell.start else -STILL
    last = spell.end.last if spell.end else STILL
    if last < membership.new_years[0]:
        return range(0)
    touched = membership.years_of(first, last)
    return range(touched.start, touched.stop)

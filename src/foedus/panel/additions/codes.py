"""What each state is called in a year, its number in the other state system, and its ISO 3166 code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from foedus._base.dates import Day
from foedus.panel.addition import Added, Addition, Options, Shape
from foedus.panel.membership import Membership, System, membership
from foedus.panel.numbers import across
from foedus.panel.workspace import Workspace
from foedus.sources.extra import pl

_OTHER: Mapping[System, System] = {"cow": "gw", "gw": "cow"}
_NUMBER: Mapping[System, tuple[str, str]] = {"cow": ("ccode", "Correlates of War"), "gw": ("gwcode", "Gleditsch-Ward")}


def _columns(_: Options, shape: Shape) -> tuple[Added, ...]:
    number, system = _NUMBER[_OTHER[shape.system]]
    return (
        Added("name", "text", "its name on its first day in the system that year", is_of_each=True),
        Added(number, "integer", f"its {system} number that year", is_of_each=True),
        Added("iso_alpha", "text", "its ISO 3166 alpha-3 code on that day, if one was assigned", is_of_each=True),
    )


def _compute(work: Workspace, _: Options) -> Mapping[str, pl.Series]:
    """Return names and codes of whoever bore the row's number; missing where there is none in the year."""
    mine = work.membership
    system = _OTHER[mine.system]
    other = membership(work.register, system, mine.first, mine.last)
    places = across(mine, other).ravel()
    numbers = [int(other.numbers[place]) if place >= 0 else None for place in places.tolist()]
    names, isos = _names(work, mine)
    return {
        name: column
        for stem, values in (("name", names), (_NUMBER[system][0], numbers), ("iso_alpha", isos))
        for name, column in _on_rows(work, stem, values).items()
    }


def _names(work: Workspace, members: Membership) -> tuple[list[str | None], list[str | None]]:
    """Return the name and the ISO code for each cell of the grid; flat."""
    states, years = members.size
    names: list[str | None] = [None] * (states * years)
    isos: list[str | None] = [None] * (states * years)
    actors = {actor.id: actor for actor in work.register.actors}
    for spell in reversed(members.spells):  # of two who bore a number in a year, the first is written last
        touched = members.years_of(spell.first, spell.last)
        for year in range(touched.start, touched.stop):
            number = max(spell.first, int(members.new_years[year]))
            day = Day.from_number(number)
            cell = spell.place * years + year
            names[cell], isos[cell] = actors[spell.actor].name_on(day), actors[spell.actor].iso3_on(day)
    return names, isos


def _on_rows(work: Workspace, stem: str, values: Sequence[str | int | None]) -> dict[str, pl.Series]:
    padded = pl.Series([*values, None], dtype=pl.String if stem in {"name", "iso_alpha"} else pl.Int64)
    return {
        f"{stem}{suffix}": padded.gather(np.where(cells < 0, len(values), cells)).alias(f"{stem}{suffix}")
        for cells, suffix in zip(work.layout.cells, work.layout.suffixes, strict=True)
    }


CODES = Addition(
    name="codes",
    summary="Names of the states, their numbers in the other state system, and ISO 3166 codes (the register's own)",
    columns=_columns,
    compute=_compute,
)

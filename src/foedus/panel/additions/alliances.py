"""Alliances by the register: which pledges bind one state of a row to the other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, cast

import numpy as np
from numpy.typing import NDArray

from foedus.panel.addition import Added, Addition, Option, Options, Shape
from foedus.panel.columns import masked
from foedus.panel.membership import Stretch
from foedus.panel.pledge_years import pledge_years
from foedus.panel.pledges import PLEDGES, Pledge, Reading
from foedus.panel.workspace import Workspace
from foedus.sources.extra import pl

On = Literal["any", "jan1", "dec31"]
Grid = dict[Pledge, NDArray[np.bool_]]

ON = Option("on", "any", "which day of the year counts", ("any", "jan1", "dec31"))

_WORDS: Mapping[Pledge, str] = {
    "defense": "defence",
    "offense": "offence",
    "neutrality": "neutrality",
    "nonaggression": "non-aggression",
    "consultation": "consultation",
}


def _columns(_: Options, shape: Shape) -> tuple[Added, ...]:
    who = "the first state owes the second" if shape.is_directed else "either state owes the other"
    return tuple(
        Added(f"reg_{pledge}", "flag", f"whether {who} {_WORDS[pledge]} by a treaty of the register")
        for pledge in PLEDGES
    )


def _compute(work: Workspace, options: Options) -> Mapping[str, pl.Series]:
    """Return 1 where a treaty binds, 0 where the register covers the year and none may, and nothing where it is open.

    Open is a bond whose dates are not well enough known to place it in the year, and every year that the register does
    not cover unless a treaty it holds binds. A year that began before the cut-off counts as covered.
    """
    on = cast("On", options["on"])
    sure, maybe = (_pledged(work, reading, on) for reading in ("surely", "possibly"))
    one, other = (work.inhabited[cells] for cells in work.layout.cells)
    covered = _covered(work) & one & other
    found = {}
    for pledge in PLEDGES:
        held, open_ = _on_rows(work, sure[pledge]), _on_rows(work, maybe[pledge])
        known = held | (covered & ~open_)
        found[f"reg_{pledge}"] = masked(held.astype(np.int8), known, f"reg_{pledge}")
    return found


def _covered(work: Workspace) -> NDArray[np.bool_]:
    years = work.register.edition.covered_years
    return work.is_covered((years.start, years.stop - 1))


def _on_rows(work: Workspace, grid: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return a grid of ordered pairs and years on the rows: as it is where they are directed, else either way."""
    here: NDArray[np.bool_] = grid[work.layout.pairs]
    return here if work.layout.is_directed else here | grid[work.layout.mirrored]


def _pledged(work: Workspace, reading: Reading, on: On) -> Grid:
    """Return which ordered pair has which pledge in which year; flat."""
    states, years = work.membership.size
    grid: Grid = {pledge: np.zeros(states * states * years, np.bool_) for pledge in PLEDGES}
    held = pledge_years(work.register, work.numbers, reading, lambda days: _years(work, days, on))
    for pledge, one, other, year in held:
        grid[pledge][(one * states + other) * years + year] = True
    return grid


def _years(work: Workspace, days: Stretch, on: On) -> slice:
    """Return the years whose day lies in a stretch of days; with any day, those it touches."""
    if on == "any":
        touched = work.membership.years_of(*days)
        return touched if days[1] >= work.membership.new_years[0] else slice(0, 0)
    day = work.membership.new_years[:-1] if on == "jan1" else work.membership.new_years[1:] - 1
    start, stop = np.searchsorted(day, days[0], side="left"), np.searchsorted(day, days[1], side="right")
    return slice(int(start), int(stop))


ALLIANCES = Addition(
    name="alliances",
    summary="Alliances and their pledges (the register's own)",
    columns=_columns,
    compute=_compute,
    rows="dyads",
    options=(ON,),
)


def _ally_columns(_: Options, shape: Shape) -> tuple[Added, ...]:
    del shape
    return tuple(
        Added(f"reg_allies_{pledge}", "integer", f"states that owe it {_WORDS[pledge]}", "states", is_of_each=True)
        for pledge in PLEDGES
    )


def _allies(work: Workspace, options: Options) -> Mapping[str, pl.Series]:
    """Count the states that are bound to each state; missing where the year is not covered or a bond of its is open."""
    on = cast("On", options["on"])
    sure, maybe = (_pledged(work, reading, on) for reading in ("surely", "possibly"))
    covered = _covered(work)
    found = {}
    for suffix, cells in zip(work.layout.suffixes, work.layout.cells, strict=True):
        for pledge in PLEDGES:
            counts, is_open = _owed_to(work, sure[pledge]), _owed_to(work, maybe[pledge])
            at = np.where(cells < 0, 0, cells)
            known = covered & (cells >= 0) & work.inhabited[at] & (counts[at] == is_open[at])
            name = f"reg_allies_{pledge}{suffix}"
            found[name] = masked(counts[at], known, name)
    return found


def _owed_to(work: Workspace, grid: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return how many states owe each state in each year; flat."""
    states, years = work.membership.size
    counts: NDArray[np.int64] = np.count_nonzero(grid.reshape(states, states, years), axis=0).ravel()
    return counts


ALLIES = Addition(
    name="allies",
    summary="How many states owe each state what (the register's own alliances)",
    columns=_ally_columns,
    compute=_allies,
    options=(ON,),
)

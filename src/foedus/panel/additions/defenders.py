"""Who would owe a state defence against the other state of its row: adversary-aware, by the obligations engine."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from foedus._base.dates import Day
from foedus.obligations.compiled.truths import STATUSES
from foedus.obligations.guarantees import Guarantees, guarantees
from foedus.panel.addition import Added, Addition, Option, Options, Shape
from foedus.panel.columns import masked
from foedus.panel.membership import Codes
from foedus.panel.workspace import Workspace
from foedus.sources.extra import pl

ON = Option("on", "jan1", "on which day of each year the attack is supposed", ("jan1", "dec31"))


def _columns(_: Options, shape: Shape) -> tuple[Added, ...]:
    del shape
    return tuple(
        Added(
            f"reg_defenders{one}",
            "integer",
            f"states bound to defend state {one} if state {other} attacks its capital unprovoked",
        )
        for one, other in ((1, 2), (2, 1))
    )


def _compute(work: Workspace, options: Options) -> Mapping[str, pl.Series]:
    """Return how many states would owe each defence, due without more ado, if the other attacked its capital.

    Each year's attacks are resolved clause by clause, with conditions, places, adversaries and exceptions; missing
    outside the register's coverage, where one of the two is no state on the day, and where the capital of the attacked
    is not known.
    """
    states, years = work.membership.size
    owed = np.full((states, states, years), -1, np.int16)
    wanted = sorted(set(np.unique(work.layout.year).tolist()) & set(_covered_years(work)))
    for done, year in enumerate(wanted):
        day = "01-01" if options["on"] == "jan1" else "12-31"
        found = guarantees(work.register, Day.parse(f"{work.membership.first + year}-{day}"))
        _count(owed[:, :, year], found, _places(work, found, year))
        work.tell("guarantees", done + 1, len(wanted))
    one, other = work.layout.places
    counts = owed[one, other, work.layout.year], owed[other, one, work.layout.year]
    return {
        f"reg_defenders{place}": masked(count.astype(np.int64), count >= 0, f"reg_defenders{place}")
        for place, count in zip((1, 2), counts, strict=True)
    }


def _covered_years(work: Workspace) -> range:
    years, first = work.register.edition.covered_years, work.membership.first
    return range(max(years.start - first, 0), years.stop - first)


def _places(work: Workspace, found: Guarantees, year: int) -> Codes:
    """Return the place on the grid of each actor of the guarantees, -1 for none."""
    place = work.numbers.place
    return np.array([place[actor][year] if actor in place else -1 for actor in found.actors], np.int64)


def _count(owed: np.ndarray, found: Guarantees, places: Codes) -> None:
    """Fill in, for the attacked and the attacker, how many members of the system owe the attacked defence."""
    attacker, target = places[found.attacker], places[found.target]
    fits = (attacker >= 0) & (target >= 0)
    owed[target[fits], attacker[fits]] = 0
    held = found.only(["defend"]).statuses
    is_member = places[held.obligor] >= 0
    due = is_member & (held.status == STATUSES.index("due")) & (held.beneficiary == found.target[held.event])
    pairs = np.unique(np.column_stack([held.event[due], held.obligor[due]]), axis=0)
    event, counts = np.unique(pairs[:, 0], return_counts=True)
    sure = fits[event]
    owed[target[event[sure]], attacker[event[sure]]] = counts[sure]


DEFENDERS = Addition(
    name="defenders",
    summary="How many states are bound to defend each against the other, by the obligations engine",
    columns=_columns,
    compute=_compute,
    rows="dyads",
    options=(ON,),
)

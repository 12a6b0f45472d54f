"""Places in the networks of alliances as columns of panels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

import numpy as np
from numpy.typing import NDArray

from foedus.measures.influence.brokerage import constraint
from foedus.measures.influence.centrality import degree, eigenvector
from foedus.measures.influence.kernels import near_and_between
from foedus.panel.addition import Added, Addition, Option, Options, Shape
from foedus.panel.columns import masked
from foedus.panel.pledge_years import pledge_years
from foedus.panel.pledges import PLEDGES, Pledge
from foedus.panel.workspace import Workspace
from foedus.sources.extra import pl

Numbers = NDArray[np.float64]

PLEDGE = Option("pledge", "defense", "which pledge ties two states", PLEDGES)

_MEANING: Mapping[str, str] = {
    "net_degree": "states tied to it",
    "net_closeness": "closeness (Wasserman and Faust), over all members of the system",
    "net_betweenness": "share of shortest paths between two others that pass it",
    "net_eigenvector": "central vector of the network, of length 1",
    "net_constraint": "Burt's constraint; missing without ties",
}


def _columns(options: Options, _: Shape) -> tuple[Added, ...]:
    what = f"network of {options['pledge']} pledges"
    return tuple(
        Added(name, "integer" if name == "net_degree" else "number", f"{what}: {meaning}", is_of_each=True)
        for name, meaning in _MEANING.items()
    )


def _compute(work: Workspace, options: Options) -> Mapping[str, pl.Series]:
    """Return each state's place in the network of the year; missing outside the years that the register covers.

    Two members are tied if a pledge surely binds one of them to the other on some day of the year.
    """
    states, years = work.membership.size
    grids = {name: np.full((states, years), np.nan) for name in _MEANING}
    present = work.membership.present
    for year, ties in _networks(work, cast("Pledge", options["pledge"])):
        members = np.flatnonzero(present[:, year])
        for name, values in places(ties[np.ix_(members, members)]).items():
            grids[name][members, year] = values
    return {
        column: series for name, grid in grids.items() for column, series in _on_rows(work, name, grid.ravel()).items()
    }


def places(ties: NDArray[np.bool_]) -> dict[str, Numbers]:
    """Return the place of each state in a network of unweighted ties, by column, each of shape (n,)."""
    weights = ties.astype(np.float64)
    near, between = near_and_between(ties)
    return dict(zip(_MEANING, (degree(weights), near, between, eigenvector(weights), constraint(weights)), strict=True))


def _networks(work: Workspace, pledge: Pledge) -> Iterator[tuple[int, NDArray[np.bool_]]]:
    """Yield each covered year, as a place, with the ties between all states of the grid."""
    states, years = work.membership.size
    ties = np.zeros((years, states, states), np.bool_)
    for held, one, other, when in pledge_years(work.register, work.numbers, "surely"):
        if held == pledge:
            ties[when, one, other] = ties[when, other, one] = True
    ties[:, range(states), range(states)] = False
    for year in np.flatnonzero(np.isin(work.membership.years, work.register.edition.covered_years)):
        yield int(year), ties[year]


def _on_rows(work: Workspace, name: str, flat: Numbers) -> dict[str, pl.Series]:
    found = {}
    for cells, suffix in zip(work.layout.cells, work.layout.suffixes, strict=True):
        values = np.where(cells < 0, np.nan, flat[np.where(cells < 0, 0, cells)])
        column = f"{name}{suffix}"
        filled = np.nan_to_num(values).astype(np.int64) if name == "net_degree" else np.nan_to_num(values)
        found[column] = masked(filled, np.isfinite(values), column)
    return found


ALLIANCE_NETWORK = Addition(
    name="alliance-network",
    summary="Places in the network of the register's pledges: degree, closeness, betweenness, eigenvector, constraint",
    columns=_columns,
    compute=_compute,
    options=(PLEDGE,),
)

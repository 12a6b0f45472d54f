"""How strongly a state or an alliance is felt over the world, on a grid."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from foedus._base.errors import BadInput, Fault
from foedus.measures.projection.deliverable import nearest_distance
from foedus.measures.projection.geodesic import KM_A_MILE
from foedus.measures.projection.gradient import discounted
from foedus.measures.projection.places import Place

Numbers = NDArray[np.float64]


@dataclass(frozen=True, eq=False, slots=True)
class Grid:
    """Points over the world, by the middle of their cells.

    Attributes
    ----------
    lat, lon : array, shape (rows, columns)
        Degrees north and east, from north to south and from west to east.
    step : float
        Degrees between them.
    """

    lat: Numbers
    lon: Numbers
    step: float


def grid(step: float) -> Grid:
    """Return a grid over the world.

    Raises
    ------
    BadInput
        If 180 degrees are no whole number of steps, or the steps are below half a degree.
    """
    rows = 180 / step if step > 0 else 0.0
    if not 0.5 <= step <= 90 or abs(rows - round(rows)) > 1e-9:
        raise BadInput(Fault(f"a grid of {step:g} degrees", "--step", "0.5 to 90, of which 180 is a multiple"))
    middle = np.arange(round(rows)) * step + step / 2
    lon, lat = np.meshgrid(np.arange(round(2 * rows)) * step + step / 2 - 180, 90 - middle)
    return Grid(lat, lon, step)


def reach(capabilities: Mapping[str, float], starts: Mapping[str, Sequence[Place]], over: Grid, year: int) -> Numbers:
    """Return the strength of states together at each point: the sum of what is left of each after its way there.

    Parameters
    ----------
    capabilities : mapping of str to float
        Shares of the world's by state.
    starts : mapping of str to sequence of Place
        From where each may start; a state without a start brings nothing.
    year : int
        Whose miles a day hold in the discount.

    Returns
    -------
    array, shape of the grid
    """
    total = np.zeros(over.lat.shape)
    for state, capability in capabilities.items():
        if starts.get(state):
            miles = nearest_distance(starts[state], over.lat, over.lon) / KM_A_MILE
            total += discounted(capability, miles, year)
    return total


def share(one: Numbers, other: Numbers) -> Numbers:
    """Return one side's part of both sides' strength, from 0 to 1; NaN where neither has any."""
    both = one + other
    found: Numbers = np.divide(one, both, out=np.full_like(both, np.nan), where=both > 0)
    return found

"""How much of a state's capability is felt at a place: from home, and from the nearest ground it may start from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from foedus.measures.projection.geodesic import KM_A_MILE, great_circle
from foedus.measures.projection.gradient import discounted
from foedus.measures.projection.places import Place
from foedus.measures.projection.standing import FOOTINGS, Footing, Grounds, Standing

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Delivered:
    """What a state can bring to a place.

    Attributes
    ----------
    capability : float
        Its share of the world's.
    home_km, from_home : float
        The distance from its capital, and the capability felt at the place from there.
    nearest : Standing
        The ground that is nearest to the place.
    nearest_km, from_nearest : float
        The same from there.
    """

    state: str
    capability: float
    home_km: float
    from_home: float
    nearest: Standing
    nearest_km: float
    from_nearest: float


def nearest_distance(starts: Sequence[Place], lat: Numbers, lon: Numbers) -> Numbers:
    """Return how far each of many places is from the nearest of some starts, in kilometres, by the great circle.

    Parameters
    ----------
    starts : sequence of Place
        At least one.
    lat, lon : arrays of one shape
        Degrees north and east.

    Returns
    -------
    array of that shape
    """
    ways = [great_circle(start.lat, start.lon, lat, lon) for start in starts]
    least: Numbers = np.min(ways, axis=0)
    return least


def deliverable(
    place: Place,
    capabilities: Mapping[str, float],
    grounds: Grounds,
    year: int,
    footings: Iterable[Footing] = FOOTINGS,
) -> list[Delivered]:
    """Return what each state can bring to a place, the most first.

    Parameters
    ----------
    capabilities : mapping of str to float
        Shares of the world's by state; a state that is not in it is not reckoned.
    grounds : Grounds
        Where forces may stand on the day.
    year : int
        Whose miles a day hold in the discount.
    footings : iterable of str
        From what forces may start; home always counts.
    """
    allowed = {"home", *footings}
    found = []
    for state, capability in capabilities.items():
        standings = [one for one in grounds.standings(state) if one.footing in allowed]
        if standings and standings[0].footing == "home":
            found.append(_delivered(state, capability, standings, place, year))
    return sorted(found, key=lambda one: (-one.from_nearest, one.state))


def _delivered(state: str, capability: float, standings: list[Standing], place: Place, year: int) -> Delivered:
    ways = np.array([float(great_circle(one.place.lat, one.place.lon, place.lat, place.lon)) for one in standings])
    nearest = int(np.argmin(ways))
    felt = discounted(capability, np.array([ways[0], ways[nearest]]) / KM_A_MILE, year)
    return Delivered(
        state, capability, float(ways[0]), float(felt[0]), standings[nearest], float(ways[nearest]), float(felt[1])
    )

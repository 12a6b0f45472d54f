"""Distances by sea, along a network of shipping lanes whose straits and canals may be closed.

The network is that of the library searoute, which draws the lanes of Eurostat's SeaRoute and the Oak Ridge National
Laboratory's marnet; the shortest way along it is found by the library's own search. A place is taken to the nearest
point of the network, in a straight line that is told apart: an inland capital has no port of its own.
"""

from __future__ import annotations

import warnings
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from foedus._base.dates import Day
from foedus._base.errors import BadInput, Fault
from foedus.measures.extra import searoute
from foedus.measures.projection.geodesic import great_circle, way_length
from foedus.measures.projection.places import Place

PASSAGES = {
    "babalmandab": "Bab el-Mandeb",
    "bering": "the Bering Strait",
    "bosporus": "the Bosporus",
    "chili": "the Strait of Magellan and Cape Horn",
    "gibraltar": "the Strait of Gibraltar",
    "malacca": "the Strait of Malacca",
    "northwest": "the Northwest Passage",
    "ormuz": "the Strait of Hormuz",
    "panama": "the Panama Canal",
    "south_africa": "the Cape of Good Hope",
    "suez": "the Suez Canal",
    "sunda": "the Sunda Strait",
}
"""What may be closed, by the library's own names."""
CLOSED = frozenset({"northwest"})
"""What is closed unless one says otherwise: ice closes it to most ships."""
OPENED = {"suez": Day.parse("1869-11-17"), "panama": Day.parse("1914-08-15")}
"""When canals were opened; that one was closed for a time since is not known here."""


@dataclass(frozen=True, slots=True)
class SeaWay:
    """A way by sea.

    Attributes
    ----------
    km : float
        Along the lanes.
    to_sea, from_sea : float
        Kilometres in a straight line from the place of departure to the lanes, and from them to the other place.
    passages : tuple of str
        The straits and canals it goes through.
    points : tuple of (latitude, longitude)
        Where it turns.
    """

    km: float
    to_sea: float
    from_sea: float
    passages: tuple[str, ...]
    points: tuple[tuple[float, float], ...]


def closed_on(day: Day) -> frozenset[str]:
    """Return what is closed on a day unless one says otherwise: ice, and canals that were not there yet."""
    return CLOSED | {name for name, opened in OPENED.items() if day < opened}


def sea_way(one: Place, other: Place, closed: Collection[str] = CLOSED) -> SeaWay | None:
    """Return the shortest way by sea between two places; None where what is closed leaves none.

    Parameters
    ----------
    closed : collection of str
        Names from `PASSAGES`.

    Raises
    ------
    BadInput
        If something is to be closed that the network does not know.
    """
    unknown = sorted(set(closed) - set(PASSAGES))
    if unknown:
        what = f"no strait or canal of the network is called {', '.join(unknown)[:60]}"
        raise BadInput(Fault(what, "--close", ", ".join(PASSAGES)))
    feature = _route([one.lon, one.lat], [other.lon, other.lat], sorted(closed))
    points = tuple((float(lat), float(lon)) for lon, lat in feature.geometry.coordinates)
    if not points:
        return None
    return SeaWay(
        km=way_length(list(points)),
        to_sea=float(great_circle(one.lat, one.lon, *points[0])),
        from_sea=float(great_circle(*points[-1], other.lat, other.lon)),
        passages=tuple(sorted(feature.properties["traversed_passages"])),
        points=points,
    )


def _route(one: list[float], other: list[float], closed: list[str]) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # the library warns where there is no way; we return None
        return searoute.searoute(one, other, restrictions=closed, return_passages=True)

"""The Earth on a flat picture: the Equal Earth projection, and the view that holds some places.

Šavrič, Patterson and Jenny (2018), "The Equal Earth map projection", International Journal of Geographical Information
Science 33(3): 454-465, equations 1 to 6. Equal areas on the ground are equal areas on the map.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import sqrt

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_A = (1.340264, -0.081106, 0.000893, 0.003796)
_ROOT = sqrt(3) / 2
_NEWTON = 12
LEAST_SPAN = 0.16
"""Radians: no view is narrower, for the outlines of land are coarse."""


def equal_earth(lat: Floats, lon: Floats) -> tuple[Floats, Floats]:
    """Return x and y on the plane, radii of the globe, of places in degrees; the central meridian is 0."""
    theta = np.arcsin(_ROOT * np.sin(np.radians(lat)))
    a1, a2, a3, a4 = _A
    t2 = theta**2
    t6 = t2**3
    x = np.radians(lon) * np.cos(theta) / (_ROOT * (a1 + 3 * a2 * t2 + t6 * (7 * a3 + 9 * a4 * t2)))
    return x, theta * (a1 + a2 * t2 + t6 * (a3 + a4 * t2))


def from_equal_earth(x: Floats, y: Floats) -> tuple[Floats, Floats]:
    """Return latitude and longitude, degrees, of points on the plane; NaN off the map."""
    a1, a2, a3, a4 = _A
    theta = np.array(y, dtype=float)
    for _ in range(_NEWTON):
        t2 = theta**2
        t6 = t2**3
        slope = a1 + 3 * a2 * t2 + t6 * (7 * a3 + 9 * a4 * t2)
        theta = theta - (theta * (a1 + a2 * t2 + t6 * (a3 + a4 * t2)) - y) / slope
    t2 = theta**2
    slope = a1 + 3 * a2 * t2 + t2**3 * (7 * a3 + 9 * a4 * t2)
    sine = np.sin(theta) / _ROOT
    with np.errstate(invalid="ignore"):
        lat = np.degrees(np.arcsin(np.where(np.abs(sine) <= 1, sine, np.nan)))
        lon = np.degrees(x * _ROOT * slope / np.cos(theta))
    off = np.isnan(lat) | ~(np.abs(lon) <= 180)
    return np.where(off, np.nan, lat), np.where(off, np.nan, lon)


@dataclass(frozen=True, slots=True)
class View:
    """A window on the map.

    Attributes
    ----------
    meridian : float
        The central one, degrees east.
    scale : float
        Pixels to the radius of the globe.
    across, down : float
        Where the point on the equator at the central meridian lies, pixels.
    width, height : int
        Pixels.
    left, top : float
        The corner of the window in the picture, pixels.
    """

    meridian: float
    scale: float
    across: float
    down: float
    width: int
    height: int
    left: float = 0.0
    top: float = 0.0

    def place(self, lat: Floats | float, lon: Floats | float) -> tuple[Floats, Floats]:
        """Return the pixels of places in degrees; some may lie outside the window."""
        x, y = equal_earth(np.asarray(lat, dtype=float), _turned(np.asarray(lon, dtype=float) - self.meridian))
        return self.across + self.scale * x, self.down - self.scale * y

    def ground(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        """Return the latitude and longitude at pixels; NaN off the map."""
        lat, lon = from_equal_earth((x - self.across) / self.scale, (self.down - y) / self.scale)
        return lat, _turned(lon + self.meridian)

    def holds(self, x: float, y: float, margin: float = 0.0) -> bool:
        """Whether pixels lie in the window, less a margin."""
        x, y = x - self.left, y - self.top
        return margin <= x <= self.width - margin and margin <= y <= self.height - margin

    def moved(self, left: float, top: float) -> View:
        """Return the same window elsewhere in the picture."""
        aside, down = left - self.left, top - self.top
        return replace(self, across=self.across + aside, down=self.down + down, left=left, top=top)

    @property
    def projection(self) -> dict[str, object]:
        """The same view for Vega."""
        return {
            "type": "equalEarth",
            "rotate": [-self.meridian, 0, 0],
            "scale": self.scale,
            "translate": [self.across, self.down],
            "clipExtent": [[self.left, self.top], [self.left + self.width, self.top + self.height]],
        }


def world(width: int = 1000) -> View:
    """Return the view of the whole world without the far south, cut in the Pacific."""
    meridian = 11.0
    x, y = equal_earth(np.array([0.0, 84.0, -57.0]), np.array([180.0, 0.0, 0.0]))
    scale = width / (2 * float(x[0]))
    return View(meridian, scale, width / 2, scale * float(y[1]), width, round(scale * float(y[1] - y[2])))


def around(places: Sequence[tuple[float, float]], width: int = 900, margin: int = 46, most: float = 0.72) -> View:
    """Return the view that just holds some places (degrees north and east), turned to their middle.

    Where they go around the globe it is the whole world. The height is at most a share of the width.
    """
    meridian, span = _middle([lon for _, lon in places])
    if not places or span > 230:
        return world(width)
    lats, lons = (np.array(values) for values in zip(*places, strict=True))
    x, y = equal_earth(lats, _turned(lons - meridian))
    dx, dy = max(float(np.ptp(x)), LEAST_SPAN * 1.4), max(float(np.ptp(y)), LEAST_SPAN)
    room = width - 2 * margin
    scale = min(room / dx, (most * width - 2 * margin) / dy)
    height = round(max(dy * scale + 2 * margin, 0.36 * width))
    middle = (float(x.min() + x.max()) / 2, float(y.min() + y.max()) / 2)
    return View(meridian, scale, width / 2 - scale * middle[0], height / 2 + scale * middle[1], width, height)


def _middle(lons: Sequence[float]) -> tuple[float, float]:
    """Return the middle of the shortest arc that holds some longitudes, and its length in degrees."""
    if not lons:
        return 0.0, 0.0
    ring = sorted(lon % 360 for lon in lons)
    gaps = [(after - before) % 360 for before, after in zip(ring, [*ring[1:], ring[0] + 360], strict=True)]
    widest = max(range(len(ring)), key=lambda at: gaps[at])
    span = 0.0 if len(set(ring)) == 1 else 360 - gaps[widest]
    start = ring[(widest + 1) % len(ring)]
    middle = (start + span / 2) % 360
    return (middle - 360 if middle > 180 else middle), span


def _turned(lon: Floats) -> Floats:
    """Return longitudes from -180 up to 180."""
    return (lon + 180) % 360 - 180

"""Distances over the earth: on a sphere, as the field's tables have them, and on the ellipsoid.

The sphere has the mean radius of the ellipsoid (R1 of the International Union of Geodesy and Geophysics, 6371.0088 km);
its distances differ from the ellipsoid's by at most 0.6 per cent. The ellipsoid is that of the World Geodetic System
1984.

References
----------
Vincenty (1975), "Direct and Inverse Solutions of Geodesics on the Ellipsoid with Application of Nested Equations",
Survey Review 23 (176): equations 13 to 19 of the inverse problem, and the case of a sphere of its equation 17.
"""

from __future__ import annotations

from itertools import pairwise
from math import asin, atan, atan2, cos, degrees, hypot, inf, pi, radians, sin, tan

import numpy as np
from numpy.typing import ArrayLike, NDArray

from foedus.domain.area import EARTH_RADIUS_KM
from foedus.measures.extra import optimize

Kilometres = NDArray[np.float64]

KM_A_MILE = 1.609344
KM_A_NAUTICAL_MILE = 1.852

_A = 6378.137
"""The equatorial radius, in kilometres."""
_F = 1 / 298.257223563
_B = _A * (1 - _F)
_STILL = 1e-12
"""A change of longitude, in radians, below which the solution stands still: less than a hundredth of a millimetre."""
_TURNS = 200


def great_circle(lat1: ArrayLike, lon1: ArrayLike, lat2: ArrayLike, lon2: ArrayLike) -> Kilometres:
    """Return distances on the sphere.

    Parameters
    ----------
    lat1, lon1, lat2, lon2 : arrays that go together
        Degrees north and east.

    Returns
    -------
    array of their common shape
        Kilometres; accurate for places close together and opposite each other too.
    """
    phi1, lam1, phi2, lam2 = (np.radians(np.asarray(one, np.float64)) for one in (lat1, lon1, lat2, lon2))
    turned = lam2 - lam1
    across = np.hypot(
        np.cos(phi2) * np.sin(turned), np.cos(phi1) * np.sin(phi2) - np.sin(phi1) * np.cos(phi2) * np.cos(turned)
    )
    along = np.sin(phi1) * np.sin(phi2) + np.cos(phi1) * np.cos(phi2) * np.cos(turned)
    distances: Kilometres = EARTH_RADIUS_KM * np.arctan2(across, along)
    return distances


def geodesic(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Return the distance of two places on the ellipsoid, in kilometres, to a millimetre.

    Where Vincenty's equations come to no end (places nearly opposite each other), the shortest way is found as that of
    two legs which meet on the circle halfway: whichever way one goes, one crosses it.
    """
    found = _vincenty(lat1, lon1, lat2, lon2)
    return _by_way_of_the_middle(lat1, lon1, lat2, lon2) if found is None else found


def _vincenty(lat1: float, lon1: float, lat2: float, lon2: float) -> float | None:
    """Solve the inverse problem; None where it does not converge."""
    beta1, beta2 = (atan((1 - _F) * tan(radians(lat))) for lat in (lat1, lat2))
    turned = radians((lon2 - lon1 + 180) % 360 - 180)
    lam = turned
    for _ in range(_TURNS):
        sin_sigma, cos_sigma = _angle(beta1, beta2, lam)
        if sin_sigma < 1e-14:
            return 0.0 if cos_sigma > 0 else None
        sigma = atan2(sin_sigma, cos_sigma)
        sin_alpha = cos(beta1) * cos(beta2) * sin(lam) / sin_sigma
        cos2_alpha = 1 - sin_alpha**2
        middle = cos_sigma - 2 * sin(beta1) * sin(beta2) / cos2_alpha if cos2_alpha > _STILL else 0.0
        c = _F / 16 * cos2_alpha * (4 + _F * (4 - 3 * cos2_alpha))
        bent = sigma + c * sin_sigma * (middle + c * cos_sigma * (2 * middle**2 - 1))
        last, lam = lam, turned + (1 - c) * _F * sin_alpha * bent
        if abs(lam) > pi:
            return None
        if abs(lam - last) < _STILL:
            return _length(sigma, cos2_alpha, middle)
    return None


def _angle(beta1: float, beta2: float, lam: float) -> tuple[float, float]:
    """Return sine and cosine of the angle between two places on the auxiliary sphere."""
    across = hypot(cos(beta2) * sin(lam), cos(beta1) * sin(beta2) - sin(beta1) * cos(beta2) * cos(lam))
    return across, sin(beta1) * sin(beta2) + cos(beta1) * cos(beta2) * cos(lam)


def _length(sigma: float, cos2_alpha: float, middle: float) -> float:
    u2 = cos2_alpha * (_A**2 - _B**2) / _B**2
    a = 1 + u2 / 16384 * (4096 + u2 * (-768 + u2 * (320 - 175 * u2)))
    b = u2 / 1024 * (256 + u2 * (-128 + u2 * (74 - 47 * u2)))
    sine, cosine = sin(sigma), cos(sigma)
    last = b / 6 * middle * (4 * sine**2 - 3) * (4 * middle**2 - 3)
    return _B * a * (sigma - b * sine * (middle + b / 4 * (cosine * (2 * middle**2 - 1) - last)))


def _by_way_of_the_middle(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    def both_legs(bearing: float) -> float:
        lat, lon = _quarter_away(lat1, lon1, bearing)
        legs = _vincenty(lat1, lon1, lat, lon), _vincenty(lat, lon, lat2, lon2)
        return sum(inf if leg is None else leg for leg in legs)

    bearings = [step * pi / 90 for step in range(-1, 181)]
    lengths = [both_legs(bearing) for bearing in bearings]
    best = min(range(1, len(bearings) - 1), key=lengths.__getitem__)
    bounds = bearings[best - 1], bearings[best + 1]
    return float(optimize.minimize_scalar(both_legs, bounds=bounds, method="bounded", options={"xatol": 1e-9}).fun)


def _quarter_away(lat: float, lon: float, bearing: float) -> tuple[float, float]:
    """Return the place a quarter of the sphere away in a direction, which is given in radians."""
    phi = radians(lat)
    north = asin(max(-1.0, min(1.0, cos(phi) * cos(bearing))))
    east = atan2(sin(bearing) * cos(phi), -sin(phi) * sin(north)) if abs(lat) < 90 else pi - bearing
    return degrees(north), lon + degrees(east)


def way_length(points: list[tuple[float, float]]) -> float:
    """Return the length of a way through points, given as latitude and longitude, on the sphere in kilometres."""
    return float(sum(great_circle(*one, *other) for one, other in pairwise(points)))

"""What tested promises say of untested ones: alliances are tested only where deterrence failed.

If promises that would be kept deter better, those that come to the test are the weaker ones, and the share kept among
them understates how reliable alliances are. How much depends on two things no data show: which share of promises ever
comes to the test, and how strongly reliability and deterrence go together. Both are the user's to set.

References
----------
Smith (1995), "Alliance Formation and War", on the selection; the bivariate normal form is Heckman's (1979).
"""

from __future__ import annotations

from math import asin, copysign, inf, pi, sqrt

from foedus._base.errors import BadInput, Fault
from foedus.measures.extra import optimize, special


def reliability(tested_rate: float, tested_share: float, together: float) -> float:
    """Return the share of all promises that would be kept.

    Parameters
    ----------
    tested_rate : float
        The share kept among those tested.
    tested_share : float
        Which share comes to the test.
    together : float
        The correlation between being reliable and deterring, 0 to below 1. With 0 the tested are like the rest.

    Raises
    ------
    BadInput
        If a share lies outside 0 to 1, or the correlation outside 0 to below 1.
    """
    for name, value in {"tested_rate": tested_rate, "tested_share": tested_share}.items():
        if not 0 < value < 1:
            raise BadInput(Fault(f"{value} is no share", name, "between 0 and 1"))
    if not 0 <= together < 1:
        raise BadInput(Fault(f"{together} is no such correlation", "together", "0 to below 1"))
    if together == 0:
        return tested_rate
    test = float(special.ndtri(tested_share))

    def gap(threshold: float) -> float:
        return both_below(threshold, test, -together) - tested_rate * tested_share

    return float(special.ndtr(optimize.brentq(gap, -8, 8)))


def both_below(one: float, other: float, correlation: float) -> float:
    """Return the probability that two standard normal variables of a correlation lie below two bounds.

    Owen (1956), "Tables for Computing Bivariate Normal Probabilities", Annals of Mathematical Statistics 27(4),
    equation 2.1.
    """
    if one == 0 == other:
        return 0.25 + asin(correlation) / (2 * pi)
    apart = 0.0 if one * other > 0 or (one * other == 0 and one + other >= 0) else 0.5
    cut = _part(one, other, correlation) + _part(other, one, correlation)
    return float((special.ndtr(one) + special.ndtr(other)) / 2 - cut - apart)


def _part(one: float, other: float, correlation: float) -> float:
    slope = (other / one - correlation) / sqrt(1 - correlation**2) if one else copysign(inf, other)
    return float(special.owens_t(one, slope))

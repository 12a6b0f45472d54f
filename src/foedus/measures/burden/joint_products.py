"""Joint products: a unit of defence serves its owner and the alliance at once.

Sandler and Forbes (1980, Economic Inquiry 18: 425). Of each unit that a member pays for, a part is its own (border
police, a colonial garrison) and the rest protects all (deterrence). Here the two are one good to each member: it enjoys
its own units whole and of the others' units the common part,

    y_i = q_i + (1 - p) Σ_{j≠i} q_j,

with p the private part, and values w_i - q_i and y_i at (w_i - q_i)^(1-a) y_i^a. With p = 0 this is the free riding of
`foedus.measures.burden.free_riding`; with p = 1 nobody gains from another's defence.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from foedus._base.errors import BadInput, Fault
from foedus.measures.burden.free_riding import Contributions, checked_incomes, checked_weight
from foedus.measures.extra import optimize

Numbers = NDArray[np.float64]


def enjoyed(paid: Numbers, private: float) -> Numbers:
    """Return the defence each member enjoys, shape (n,)."""
    defence: Numbers = private * paid + (1 - private) * paid.sum()
    return defence


def nash(incomes: Any, weight: float, private: float) -> Contributions:
    """Return the Nash equilibrium.

    With k = a/(1-a) a contributor pays q_i = (k w_i - (1-p) Q) / (k + p), so that the n contributors S together pay
    Q = k Σ_S w / (k + p + n (1-p)); S is found from the richest down.

    Parameters
    ----------
    incomes : array, shape (n,)
        Above 0.
    weight : float
        a, the weight of defence, between 0 and 1.
    private : float
        p, the private part, from 0 to 1.

    Raises
    ------
    BadInput
        If one of them is out of its range.
    """
    w, k = checked_incomes(incomes), checked_weight(weight) / (1 - weight)
    shared = 1 - _checked_part(private)
    richest = np.sort(w)[::-1]
    totals = k * np.cumsum(richest) / (k + private + np.arange(1, len(w) + 1) * shared)
    pays = k * richest > shared * totals
    total = float(totals[np.count_nonzero(pays) - 1])
    paid = np.maximum((k * w - shared * total) / (k + private), 0.0)
    return Contributions(paid, float(paid.sum()))


def pareto(incomes: Any, weight: float, private: float) -> Contributions:
    """Return what members would pay at a point where nobody can gain without another's loss.

    Of the many such points the one at which the sum of the logarithms of utilities, each weighted by its member's
    income, is largest. Without a private part it is Lindahl's: each pays a times its income, so that nobody is asked
    for a gift. The sum is concave, so what SciPy's L-BFGS-B climbs to is the top.

    Parameters
    ----------
    incomes, weight, private
        As for `nash`.

    Raises
    ------
    BadInput
        If one of them is out of its range.
    """
    w, a = checked_incomes(incomes), checked_weight(weight)
    _checked_part(private)
    scale = w.mean()
    income = w / scale
    part, start = income / len(w), a * income

    def loss(paid: Numbers) -> tuple[float, Numbers]:
        own, common = income - paid, enjoyed(paid, private)
        value = -float(np.sum(part * ((1 - a) * np.log(own) + a * np.log(common))))
        slope = part * ((1 - a) / own - a * private / common) - a * (1 - private) * np.sum(part / common)
        return value, slope

    bounds = [(0.0, one * (1 - 1e-9)) for one in income]
    found = optimize.minimize(
        loss,
        start,
        jac=True,
        bounds=bounds,
        method="L-BFGS-B",
        options={"ftol": 1e-15, "gtol": 1e-11, "maxiter": 10_000},
    )
    paid = np.asarray(found.x, np.float64) * scale
    return Contributions(paid, float(paid.sum()))


def _checked_part(private: float) -> float:
    if not 0 <= private <= 1:
        raise BadInput(Fault(f"{private} is no part", "private", "from 0 to 1"))
    return private

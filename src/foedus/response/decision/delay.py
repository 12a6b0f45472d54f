"""The time until enough members have approved, each on its own and at its own pace.

Members approve after independent exponential times. The alliance has decided when the last of those it needs has
approved: all of them under consensus or unanimity, so many under a majority, one under a lead nation. The paces are
assumptions that the user sets; no data set tells them.

References
----------
Order statistics of exponential variables: Rényi (1953); of variables that are not alike, the tail of the number that
have approved is Poisson-binomial (Wang 1993).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from foedus._base.errors import BadInput, Fault

Floats = NDArray[np.float64]
QUANTILES = (0.1, 0.5, 0.9)
STEPS = 4000
"""Points of the integrals over time; by halving them the expected times of the tests change by less than 1e-6."""


@dataclass(frozen=True, slots=True)
class Delay:
    """How long a decision takes.

    Attributes
    ----------
    needed : int
        How many must approve.
    expected : float
        In the unit of the paces, days for instance.
    quantiles : tuple of float
        At `QUANTILES`.
    speeding : tuple of float, one a member
        By what share the expected time falls for each per cent by which the member's pace quickens, in per cent.
    """

    needed: int
    expected: float
    quantiles: tuple[float, ...]
    speeding: tuple[float, ...]


def expected_time(members: int, needed: int, pace: float) -> float:
    """Return the expected time until `needed` of `members` alike have approved.

    Parameters
    ----------
    pace : float
        Approvals of a member in a unit of time (the inverse of its mean time).

    Notes
    -----
    (H_n - H_(n-k)) / pace with H the harmonic numbers: Rényi (1953).
    """
    _check(np.full(members, pace), needed)
    return float(np.sum(1 / np.arange(members - needed + 1, members + 1)) / pace)


def approvals_by(times: Floats, paces: Floats) -> Floats:
    """Return the distribution of the number of members who have approved by each time.

    Parameters
    ----------
    times : array of float, shape (times,)
    paces : array of float, shape (members,)

    Returns
    -------
    array of float, shape (times, members + 1)
    """
    distribution = np.zeros((len(times), len(paces) + 1))
    distribution[:, 0] = 1
    for pace in paces:
        approved = -np.expm1(-pace * times)[:, None]
        shifted = np.pad(distribution[:, :-1], ((0, 0), (1, 0)))
        distribution = distribution * (1 - approved) + shifted * approved
    return distribution


def undecided_at(times: Floats, paces: Floats, needed: int, must: NDArray[np.bool_]) -> Floats:
    """Return the probability that fewer than `needed`, or not all who must, have approved by each time.

    Parameters
    ----------
    must : array of bool, shape (members,)

    Returns
    -------
    array of float, shape (times,)
    """
    all_who_must = np.prod(-np.expm1(-np.outer(times, paces[must])), axis=1)
    others = max(needed - int(must.sum()), 0)
    enough = approvals_by(times, paces[~must])[:, others:].sum(axis=1)
    left: Floats = 1 - all_who_must * enough
    return left


def delay(paces: Sequence[float], needed: int, *, vetoes: Collection[int] = ()) -> Delay:
    """Return how long it takes until `needed` of the members have approved.

    Parameters
    ----------
    paces : sequence of float
        Of each member: approvals in a unit of time.
    vetoes : collection of int
        The places of members without whom nothing is decided.

    Raises
    ------
    BadInput
        If a pace is not above 0, or more members are needed than there are.
    """
    rates = np.asarray(paces, float)
    _check(rates, needed)
    times = _times(rates)
    must = np.isin(np.arange(len(rates)), list(vetoes))
    left = undecided_at(times, rates, needed, must)
    expected = float(np.trapezoid(left, times))
    return Delay(
        needed,
        expected,
        tuple(float(np.interp(share, 1 - left, times)) for share in QUANTILES),
        tuple(100 * (1 - time / expected) for time in _quickened(rates, needed, must)),
    )


def _quickened(rates: Floats, needed: int, must: NDArray[np.bool_]) -> list[float]:
    """Return the expected time if each member in turn were a per cent quicker; members alike are worked out once."""
    alike: dict[tuple[float, bool], float] = {}
    for one, key in enumerate(zip(rates.tolist(), must.tolist(), strict=True)):
        if key not in alike:
            alike[key] = _expected(np.where(np.arange(len(rates)) == one, rates * 1.01, rates), needed, must)
    return [alike[key] for key in zip(rates.tolist(), must.tolist(), strict=True)]


def _expected(rates: Floats, needed: int, must: NDArray[np.bool_]) -> float:
    times = _times(rates)
    return float(np.trapezoid(undecided_at(times, rates, needed, must), times))


def _times(rates: Floats) -> Floats:
    """Return points of time, closer together at the start, up to where hardly anybody is still undecided."""
    end = (np.log(len(rates)) + 30) / rates.min()
    times: Floats = end * np.linspace(0, 1, STEPS) ** 3
    return times


def _check(rates: Floats, needed: int) -> None:
    if not len(rates) or not np.all(rates > 0) or not np.all(np.isfinite(rates)):
        raise BadInput(Fault("every member needs a pace", "paces", "numbers above 0"))
    if not 1 <= needed <= len(rates):
        raise BadInput(Fault(f"{needed} of {len(rates)} members cannot be needed", "needed", f"1 to {len(rates)}"))

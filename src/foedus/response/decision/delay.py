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
STEPS = 1000
"""Points of the integrals over time, evenly apart in its logarithm, where the rule of trapezoids is nearly exact."""
START = 1e-6
"""The first point, as a share of the time until the first approval: what lies before it hardly counts."""


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


@dataclass(frozen=True, eq=False)
class Quorum:
    """Who must have approved.

    Attributes
    ----------
    needed : int
        How many members.
    must : array of bool, shape (members,)
        Those without whom nothing is decided.
    is_one_out : bool
        Whether one of the others has no vote, each as likely.
    """

    needed: int
    must: NDArray[np.bool_]
    is_one_out: bool = False

    def undecided_at(self, times: Floats, paces: Floats) -> Floats:
        """Return the probability that too few have approved by each time, shape (times,)."""
        all_who_must = np.prod(-np.expm1(-np.outer(times, paces[self.must])), axis=1)
        others = max(self.needed - int(self.must.sum()), 0)
        left: Floats = 1 - all_who_must * (approvals_by(times, paces[~self.must]) @ self._enough(others))
        return left

    def expected(self, paces: Floats) -> float:
        """Return the expected time until enough have approved."""
        times = _times(paces)
        return _mean(times, self.undecided_at(times, paces))

    def _enough(self, others: int) -> Floats:
        """Return how likely each number of approvals is to be enough, shape (members who need not + 1,).

        Of just as many as are needed none may be the one without a vote; if there is one more, it does not matter.
        """
        free = int(np.sum(~self.must))
        enough: Floats = (np.arange(free + 1) >= others).astype(np.float64)
        if self.is_one_out:
            enough[others] = (free - others) / free
        return enough


def delay(paces: Sequence[float], needed: int, *, vetoes: Collection[int] = (), is_one_out: bool = False) -> Delay:
    """Return how long it takes until `needed` of the members have approved.

    Parameters
    ----------
    paces : sequence of float
        Of each member: approvals in a unit of time.
    vetoes : collection of int
        The places of members without whom nothing is decided.
    is_one_out : bool
        Whether one member of those without a veto has no vote, each as likely: the party concerned.

    Raises
    ------
    BadInput
        If a pace is not above 0, or more members are needed than can vote.
    """
    rates = np.asarray(paces, float)
    _check(rates, needed, out=int(is_one_out))
    quorum = Quorum(needed, np.isin(np.arange(len(rates)), list(vetoes)), is_one_out)
    times = _times(rates)
    left = quorum.undecided_at(times, rates)
    expected = _mean(times, left)
    return Delay(
        needed,
        expected,
        tuple(float(np.exp(np.interp(share, 1 - left, np.log(times)))) for share in QUANTILES),
        tuple(100 * (1 - time / expected) for time in _quickened(rates, quorum)),
    )


def _quickened(rates: Floats, quorum: Quorum) -> list[float]:
    """Return the expected time if each member in turn were a per cent quicker; members alike are worked out once."""
    held = list(zip(rates.tolist(), quorum.must.tolist(), strict=True))
    first = {one: place for place, one in reversed(list(enumerate(held)))}
    alike = {
        one: quorum.expected(np.where(np.arange(len(rates)) == place, rates * 1.01, rates))
        for one, place in first.items()
    }
    return [alike[one] for one in held]


def _mean(times: Floats, left: Floats) -> float:
    """Return the integral of what is left undecided, from 0; before the first point nothing is decided."""
    return float(times[0] + np.trapezoid(left * times, np.log(times)))


def _times(rates: Floats) -> Floats:
    """Return points of time, evenly apart in the logarithm, up to where hardly anybody is still undecided."""
    times: Floats = np.geomspace(START / rates.sum(), (np.log(len(rates)) + 30) / rates.min(), STEPS)
    return times


def _check(rates: Floats, needed: int, out: int = 0) -> None:
    if not len(rates) or not np.all(rates > 0) or not np.all(np.isfinite(rates)):
        raise BadInput(Fault("every member needs a pace", "paces", "numbers above 0"))
    most = len(rates) - out
    if not 1 <= needed <= most:
        raise BadInput(Fault(f"{needed} of {most} members cannot be needed", "needed", f"1 to {most}"))

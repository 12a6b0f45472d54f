"""Kleene's three values as arrays: what a test says now and later, for every row and obligor at once.

The twin of `foedus.obligations.logic`; see there for the meaning of *now* and *later*.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias, get_args

import numpy as np
import numpy.typing as npt

from foedus.domain.vocabulary import Status
from foedus.obligations.logic import MET, NOT_MET, UNKNOWN

Flags: TypeAlias = npt.NDArray[np.bool_]
Bytes: TypeAlias = npt.NDArray[np.uint8]
Codes: TypeAlias = npt.NDArray[np.int64]

STATUSES: tuple[Status, ...] = get_args(Status)
"""The statuses by code."""

DUE, CONTESTED, CONDITIONAL, UNDETERMINED, NOT_DUE = (
    STATUSES.index(status) for status in ("due", "contested", "conditional", "undetermined", "not_due")
)


@dataclass(frozen=True, slots=True)
class Truths:
    """Outcomes of one test: two arrays of truth values that broadcast against rows by obligors."""

    now: Bytes
    later: Bytes

    def __and__(self, other: Truths) -> Truths:
        """Return the conjunction."""
        return Truths(np.minimum(self.now, other.now), np.minimum(self.later, other.later))

    def __or__(self, other: Truths) -> Truths:
        """Return the disjunction."""
        return Truths(np.maximum(self.now, other.now), np.maximum(self.later, other.later))

    def __invert__(self) -> Truths:
        """Return the negation."""
        return Truths(MET - self.now, MET - self.later)

    def live(self) -> Flags:
        """Return, row by row, whether anything but *not met* is left for some obligor; shape (rows,)."""
        flags: Flags = ((self.now | self.later) != NOT_MET).any(axis=1)
        return flags

    def at(self, rows: Codes | Flags) -> Truths:
        """Return the outcomes of some rows; an outcome that is the same for every row stays as it is."""
        return self if self.now.shape[0] == 1 else Truths(self.now[rows], self.later[rows])


def everywhere(*, met: bool) -> Truths:
    """Return an outcome that is the same for every row and obligor."""
    value = np.full((1, 1), MET if met else NOT_MET, np.uint8)
    return Truths(value, value)


_UNKNOWN = np.full((1, 1), UNKNOWN, np.uint8)
UNSETTLED = Truths(_UNKNOWN, _UNKNOWN)
"""What nobody can tell."""


def decided(flags: Flags) -> Truths:
    """Return the outcome of a test whose facts are known."""
    value = np.where(flags, np.uint8(MET), np.uint8(NOT_MET))
    return Truths(value, value)


def status_codes(truths: Truths) -> Bytes:
    """Return the status that each outcome leads to, as its code in `STATUSES` (semantics 3.1 to 3.4)."""
    unsettled = (truths.now == UNKNOWN) | (truths.later == UNKNOWN)
    waits = np.where(truths.later == MET, np.uint8(CONDITIONAL), np.uint8(NOT_DUE))
    codes: Bytes = np.where(truths.now == MET, np.uint8(DUE), np.where(unsettled, np.uint8(UNDETERMINED), waits))
    return codes


def _joint_of(kinds: int) -> int:
    held = [code for code in range(len(STATUSES)) if kinds >> code & 1]
    if held == [DUE]:
        return DUE
    if DUE in held:
        return CONTESTED
    return next((code for code in (UNDETERMINED, CONDITIONAL) if code in held), NOT_DUE)


_JOINT = np.array([_joint_of(kinds) for kinds in range(1 << len(STATUSES))], np.uint8)


def joint(kinds: Bytes) -> Bytes:
    """Return the joint status of the statuses reached on every side of a dispute, given as bits (semantics 3.5)."""
    codes: Bytes = _JOINT[kinds]
    return codes

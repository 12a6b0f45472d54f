"""How the register is known, century by century: the numbers of the page on limits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from foedus.domain.vocabulary import Verified
from foedus.register.register import Register

GRADES: tuple[Verified, ...] = get_args(Verified)


@dataclass(frozen=True, slots=True)
class Coverage:
    """The treaties signed in a century, or all.

    Attributes
    ----------
    century : int or None
        20 for 1901 to 2000; 0 for the last one before year 1; None for all.
    grades : mapping of str to int
        Clauses by how they are known.
    checked_twice : int
        Clauses that two readers or more compared with their source.
    with_readings : int
        Clauses for which rival readings are on record.
    half_read : int
        Treaties with articles that nobody has read.
    """

    century: int | None
    treaties: int
    grades: Mapping[Verified, int]
    checked_twice: int
    with_readings: int
    half_read: int

    @property
    def clauses(self) -> int:
        """How many clauses there are."""
        return sum(self.grades.values())

    def share(self, grade: Verified) -> float:
        """Return the share of the clauses that are known so."""
        return self.grades[grade] / self.clauses if self.clauses else 0.0


def coverage(register: Register) -> list[Coverage]:
    """Return the coverage of each century, oldest first, and of all of them last."""
    century_of = {treaty.id: (treaty.signed.year - 1) // 100 + 1 for treaty in register.treaties.values()}
    centuries = [_coverage(register, century_of, century) for century in sorted(set(century_of.values()))]
    return [*centuries, _coverage(register, century_of, None)]


def _coverage(register: Register, century_of: Mapping[str, int], century: int | None) -> Coverage:
    ids = {treaty for treaty, when in century_of.items() if century in {when, None}}
    clauses = [clause for treaty, clause in register.clauses() if treaty.id in ids]
    counts = Counter(clause.evidence.verified for clause in clauses)
    return Coverage(
        century=century,
        treaties=len(ids),
        grades={grade: counts[grade] for grade in GRADES},
        checked_twice=sum(clause.evidence.readers > 1 for clause in clauses),
        with_readings=sum(bool(clause.readings) for clause in clauses),
        half_read=sum(bool(register.treaties[one].unread) for one in ids),
    )


def coverage_json(part: Coverage) -> dict[str, int | None]:
    """Return the coverage of a century as the documented JSON."""
    return {
        "century": part.century,
        "treaties": part.treaties,
        "clauses": part.clauses,
        **{grade: part.grades[grade] for grade in GRADES},
        "checked_twice": part.checked_twice,
        "with_readings": part.with_readings,
        "half_read": part.half_read,
    }

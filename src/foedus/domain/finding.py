"""Findings: who owes what to whom under which clause, the status of the duty, and the tests that led there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from foedus.domain.evidence import Evidence
from foedus.domain.treaty import Contingent
from foedus.domain.vocabulary import Effect, Obligation, Status, Strength, VitalityGrade

Result = Literal["met", "not_met", "unknown", "disputed", "open"]
"""``open``: not yet, but a further event would meet it."""

StepName = Literal[
    "in force",
    "roles",
    "act",
    "place",
    "adversary",
    "procedure",
    "exceptions",
    "result",
    "interaction",
]

STEPS: tuple[StepName, ...] = (
    "in force",
    "roles",
    "act",
    "place",
    "adversary",
    "procedure",
    "exceptions",
    "result",
    "interaction",
)
"""The order of evaluation."""

PermissionStatus = Literal["permitted", "conditional", "contested", "undetermined", "not_permitted", "unregulated"]


@dataclass(frozen=True, slots=True)
class TraceLine:
    """One test.

    Attributes
    ----------
    depth : int
        0 for a test of the step itself, more for one inside an ``any`` or ``not``.
    field : str
        The field of the contingency that would settle an unknown.
    """

    step: StepName
    test: str
    result: Result
    why: str
    article: str = ""
    field: str = ""
    depth: int = 0


@dataclass(frozen=True, slots=True)
class ReadingStatus:
    """What one reading, or one side of a disputed fact, leads to."""

    reading: str
    status: Status
    because: str


@dataclass(frozen=True, slots=True)
class Finding:
    """The answer for one obligor, clause and beneficiary.

    Attributes
    ----------
    obligor, beneficiary : str
        Actor ids.
    conditional_on : tuple of str
        What must yet happen for a dormant duty to be due.
    needs : tuple of str
        Fields of the contingency that would settle an undetermined duty.
    by_reading : tuple of ReadingStatus
        For a contested duty, each reading and where it leads.
    vitality : {"live", "dormant", "dead_letter"}
        How alive the treaty was in practice on that day, apart from the law.
    """

    event: str
    obligor: str
    beneficiary: str
    treaty: str
    clause: str
    obligation: Obligation
    strength: Strength
    status: Status
    because: str
    trace: tuple[TraceLine, ...]
    evidence: Evidence
    article: str = ""
    conditional_on: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    by_reading: tuple[ReadingStatus, ...] = ()
    contingent: Contingent | None = None
    effects: tuple[Effect, ...] = ()
    vitality: VitalityGrade = "live"


@dataclass(frozen=True, slots=True)
class Permission:
    """Whether a state may use force for another: the law on force beside the treaties."""

    event: str
    state: str
    beneficiary: str
    status: PermissionStatus
    because: str
    trace: tuple[TraceLine, ...]
    conditional_on: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()

"""The bodies that must find that a duty is due, or that direct the alliance, and how long they would take."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from foedus._base.errors import BadInput
from foedus.assessment.responses import KINDS, STATUSES
from foedus.assessment.unknown import Unknown
from foedus.domain.contingency import Event
from foedus.domain.finding import Finding
from foedus.domain.organ import Subject
from foedus.domain.vocabulary import FORCE
from foedus.register.arrangements import Arrangements
from foedus.register.register import Register
from foedus.response.decision import body

Part = Literal["finds", "directs"]
SUBJECTS: tuple[Subject, ...] = ("casus_foederis", "use_of_force", "measures", "operation")
"""What a body may decide that matters here; the first for which the alliance has a rule is taken."""


@dataclass(frozen=True, slots=True)
class Deciding:
    """A body that decides.

    Attributes
    ----------
    treaty : str
        Whose duties hang on it.
    part : {"finds", "directs"}
        Whether a duty waits for its finding, or it only directs what the alliance does.
    decision : Decision
        With the delay at the assumed pace.
    """

    treaty: str
    part: Part
    decision: body.Decision


@dataclass(frozen=True, slots=True)
class Decisions:
    """The bodies, those for whose finding a duty waits first; `days` is the assumed pace of a member."""

    held: tuple[Deciding, ...]
    days: float


def decisions(
    findings: Iterable[Finding], event: Event, days: float, within: tuple[Register, Arrangements]
) -> Decisions | Unknown:
    """Return the bodies that decide under the treaties with a live duty to fight.

    Parameters
    ----------
    days : float
        How long a member takes to approve, on average; an assumption.
    within : tuple of Register and Arrangements
        Where bodies and members are looked up.
    """
    mine = [one for one in findings if one.event == event.id and _matters(one)]
    held: list[Deciding] = []
    for treaty in sorted({one.treaty for one in mine}):
        clauses = {one.clause for one in mine if one.treaty == treaty}
        held.extend(_deciding(treaty, clauses, event, days, within))
    if not held:
        return Unknown("no body is on record that decides under a treaty with a live duty to fight")
    return Decisions(tuple(sorted(held, key=lambda one: (one.part != "finds", one.treaty))), days)


def _matters(finding: Finding) -> bool:
    is_open = finding.status in {*STATUSES, "undetermined"} and finding.vitality == "live"
    return is_open and finding.obligation in KINDS and finding.obligation in FORCE


def _deciding(
    treaty: str, clauses: set[str], event: Event, days: float, within: tuple[Register, Arrangements]
) -> Iterator[Deciding]:
    for subject in SUBJECTS:
        try:
            found = body.decisions(treaty, subject, event.date, body.Paces(days, {}), within)
        except BadInput:  # no body of this alliance has a rule for it
            continue
        for one in found:
            finds = any(link.treaty == treaty and link.clause in clauses for link in one.rule.needed_for)
            yield Deciding(treaty, "finds" if finds else "directs", one)
        return

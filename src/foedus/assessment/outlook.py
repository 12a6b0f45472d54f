"""What may come of an event, beside what is owed: likely responses."""

from __future__ import annotations

from dataclasses import dataclass

from foedus.assessment.assess import Assessment
from foedus.assessment.assumptions import Assumptions
from foedus.assessment.responses import Responses, responses
from foedus.assessment.unknown import Unknown
from foedus.domain.contingency import Event
from foedus.register.register import Register


@dataclass(frozen=True, slots=True)
class Outlook:
    """What may come of an event; a part that would be a guess is `Unknown`, with the reason."""

    event: Event
    assumptions: Assumptions
    responses: Responses | Unknown


def outlooks(register: Register, assessment: Assessment, assumptions: Assumptions | None = None) -> tuple[Outlook, ...]:
    """Return what may come of each event of an assessed contingency.

    Parameters
    ----------
    assumptions : Assumptions or None
        The project's own if None.
    """
    given = assumptions or Assumptions()
    return tuple(_outlook(register, assessment, event, given) for event in assessment.contingency.events)


def _outlook(register: Register, assessment: Assessment, event: Event, assumptions: Assumptions) -> Outlook:
    held = responses(register, assessment.findings, event, assumptions, assessment.law_on)
    return Outlook(event, assumptions, held)

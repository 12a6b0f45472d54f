"""Who would stand with whom: each state once, under its firmest duty to fight."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from foedus.assessment.responses import STATUSES, Response, Side
from foedus.domain.contingency import Event
from foedus.domain.vocabulary import Status


def owing(held: Iterable[Response], event: Event, side: Side) -> Mapping[Status, tuple[str, ...]]:
    """Return the states that owe a side a fight, by the firmest status of their duties.

    States that are at war in the event themselves are left out.
    """
    firmest: dict[str, Status] = {}
    for response in held:
        for duty in response.fighting_for(side):
            for state in duty.obligors:
                firmest[state] = min(firmest.get(state, duty.status), duty.status, key=STATUSES.index)
    for state in (*event.attackers, *event.targets):
        firmest.pop(state, None)
    return {status: tuple(sorted(s for s, of in firmest.items() if of == status)) for status in STATUSES}

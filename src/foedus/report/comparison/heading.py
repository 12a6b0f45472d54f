"""What each side is: the event, the law that was applied, and what is supposed."""

from __future__ import annotations

from collections.abc import Iterator

from foedus.assessment.comparison.compare import Assessed
from foedus.domain.contingency import Event
from foedus.report.outlook.told import Line, Namer
from foedus.report.wording import plain, supposed_words


def heading(side: Assessed, event: Event, namer: Namer) -> Iterator[Line]:
    """Yield who attacks whom, what is known of the event, the names of a disputed place, the law, the suppositions."""
    yield Line(f"{event.date}: {namer.states(event.attackers)} against {namer.states(event.targets)}", "head")
    facts = [event.place.name, *(plain(word) for word in (event.act.kind, event.act.gravity) if word)]
    if any(facts):
        yield Line("; ".join(dict.fromkeys(filter(None, facts))))
    for note in side.register.naming_notes(event.place.point, event.date):
        yield Line(note, "quiet")
    if side.assessment.law_on:
        yield Line(f"The law applied is that of {side.assessment.law_on}")
    if side.assessment.public_only:
        yield Line("Secret instruments were left out", "quiet")
    for one in supposed_words(side.register):
        yield Line(f"Supposing, against the facts: {one}", "warning")

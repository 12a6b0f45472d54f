"""The sections of a comparison in their order, each part of the outlook among them, and all of it in short."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from foedus.assessment.comparison.compare import Comparison, EventPair
from foedus.assessment.comparison.pair import Pair
from foedus.assessment.comparison.parts import Seen
from foedus.assessment.deterrence import Deterrence
from foedus.assessment.unknown import Unknown
from foedus.obligations.answer import Answers
from foedus.report.comparison.law import bound_told, counts, duties_told, permitted_told
from foedus.report.comparison.lines import line_by_line
from foedus.report.comparison.power import (
    balance_told,
    body_in_short,
    deciders_told,
    decisions_told,
    deterrence_told,
    needed_in_short,
    responses_told,
    times_told,
)
from foedus.report.comparison.rows import Names, Row, Section, row
from foedus.report.outlook.power import VERDICTS
from foedus.report.outlook.sections import sections as told_of
from foedus.report.outlook.told import Namer

SHORT = "In short"
TELLERS: Mapping[str, Callable[[EventPair, Names], Section]] = MappingProxyType(
    {
        "responses": responses_told,
        "balance": balance_told,
        "deterrence": deterrence_told,
        "decisions": decisions_told,
        "deciders": deciders_told,
    }
)
"""What tells a part row by row; any other part is told line by line."""


def names_of(comparison: Comparison, event: EventPair) -> Names:
    """Return the names of an event on either side."""
    namers = (
        Namer(side.register, Answers(side.register, side.assessment.contingency), one.id)
        for side, one in ((comparison.sides.a, event.event.a), (comparison.sides.b, event.event.b))
    )
    return Names(Pair(*namers))


def sections(comparison: Comparison, at: int) -> Iterator[Section]:
    """Yield the sections of an event: in short, the law, and every part of the outlook."""
    event = comparison.events[at]
    names = names_of(comparison, event)
    yield Section(SHORT, tuple(_short(event)), is_short=True)
    yield bound_told(event, names)
    yield duties_told(event, names)
    yield permitted_told(event, names)
    outlooks = comparison.sides.each(lambda side: side.outlooks[at])
    a, b = (
        {one.part: one for one in told_of(outlook, namer)}
        for outlook, namer in ((outlooks.a, names.sides.a), (outlooks.b, names.sides.b))
    )
    for part in dict.fromkeys((*a, *b)):
        tell = TELLERS.get(part)
        pair = event.parts.get(part, Pair(None, None))
        yield tell(event, names) if tell else line_by_line(Pair(a.get(part), b.get(part)), pair)


def _short(event: EventPair) -> Iterator[Row]:
    yield _counted("bound to fight for the targets", counts(event.standing, "targets"))
    yield _counted("bound to fight for the attackers", counts(event.standing, "attackers"))
    for lens in event.lenses[:1]:
        heading = next(one.heading for one in (lens.held.a, lens.held.b) if isinstance(one, Seen))
        label = f"{heading} of the targets and of all whose duty is due, the attackers' being 1"
        yield row(label, lens.held, lambda one: times_told(one, "with those who owe"))
    reckoned: Pair[Deterrence | Unknown] = event.parts["deterrence"]
    yield row("the challenger's calculation", reckoned, lambda one: VERDICTS[one.verdict])
    yield row("what it would take", reckoned, needed_in_short)
    bodies = event.parts["decisions"]
    yield row("bodies that decide", bodies, lambda one: "; ".join(map(body_in_short, one.held)))


def _counted(label: str, count: Pair[str]) -> Row:
    return row(label, count, str)

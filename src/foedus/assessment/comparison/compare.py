"""Two contingencies, or one under two set-ups of alliances, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from operator import attrgetter
from types import MappingProxyType
from typing import Any

from foedus._base.errors import BadInput, Fault
from foedus.assessment.assess import Assessment
from foedus.assessment.comparison.duties import DutyPair, StandingPair, duty_pairs, standing_pairs
from foedus.assessment.comparison.pair import Pair, matched
from foedus.assessment.comparison.parts import (
    BodyPair,
    LensPair,
    ResponsePair,
    body_pairs,
    dispute_pairs,
    fact_pairs,
    lens_pairs,
    response_pairs,
)
from foedus.assessment.deciders import Dispute, Fact
from foedus.assessment.outlook import Outlook
from foedus.assessment.unknown import Unknown
from foedus.domain.contingency import Event
from foedus.domain.finding import Finding, Permission
from foedus.register.register import Register

PARTS: tuple[str, ...] = tuple(field.name for field in fields(Outlook) if field.name not in {"event", "assumptions"})
"""The parts of an outlook, by the names of their fields."""


@dataclass(frozen=True, slots=True)
class Assessed:
    """One of two sides.

    Attributes
    ----------
    register : Register
        The law that was applied, with its edition and its suppositions.
    outlooks : tuple of Outlook
        One for each event of the assessment.
    """

    name: str
    register: Register
    assessment: Assessment
    outlooks: tuple[Outlook, ...]


@dataclass(frozen=True, slots=True)
class EventPair:
    """An event of A and the one at the same place in B.

    Attributes
    ----------
    duties : tuple of DutyPair
        By obligor, treaty, clause, obligation and beneficiary.
    permissions : tuple of Pair
        By state and beneficiary.
    standing : tuple of StandingPair
        Who is bound to fight, on a side at least.
    parts : mapping of str to Pair
        Every part of the outlook as it is, those told below too.
    """

    event: Pair[Event]
    duties: tuple[DutyPair, ...]
    permissions: tuple[Pair[Permission | None], ...]
    standing: tuple[StandingPair, ...]
    parts: Mapping[str, Pair[Any]]
    responses: tuple[ResponsePair, ...]
    lenses: tuple[LensPair, ...]
    bodies: tuple[BodyPair, ...]
    facts: tuple[Pair[Fact | Unknown | None], ...]
    disputes: tuple[Pair[Dispute | Unknown | None], ...]

    @property
    def differs(self) -> bool:
        """Whether any duty, any state bound to fight or any part of the outlook differs."""
        held = (*(one.held for one in self.standing), *self.parts.values())
        return any(one.how != "same" for one in self.duties) or any(one.differs for one in held)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two sides, and what differs in each of their events."""

    sides: Pair[Assessed]
    events: tuple[EventPair, ...]

    @property
    def differs(self) -> bool:
        """Whether anything differs."""
        return any(one.differs for one in self.events)


def compare(a: Assessed, b: Assessed) -> Comparison:
    """Return two assessments side by side, the events of each in their order.

    Raises
    ------
    BadInput
        If one contingency has more events than the other.
    """
    counts = [len(side.outlooks) for side in (a, b)]
    if counts[0] != counts[1]:
        what = f"{a.name} has {counts[0]} events and {b.name} {counts[1]}"
        remedy = "compare them event by event, each in a file of its own"
        raise BadInput(Fault(what, "A B", "contingencies of as many events", remedy))
    outlooks = zip(a.outlooks, b.outlooks, strict=True)
    return Comparison(Pair(a, b), tuple(_event(Pair(a, b), Pair(*one)) for one in outlooks))


def _event(sides: Pair[Assessed], outlooks: Pair[Outlook]) -> EventPair:
    findings = Pair(_findings(sides.a, outlooks.a), _findings(sides.b, outlooks.b))
    may = Pair(_permissions(sides.a, outlooks.a), _permissions(sides.b, outlooks.b))
    permissions = matched(may, lambda one: (one.state, one.beneficiary))
    parts = {name: outlooks.each(attrgetter(name)) for name in PARTS}
    return EventPair(
        outlooks.each(lambda one: one.event),
        duty_pairs(findings),
        permissions,
        standing_pairs(Pair((findings.a, outlooks.a), (findings.b, outlooks.b))),
        MappingProxyType(parts),
        response_pairs(parts["responses"]),
        lens_pairs(parts["balance"]),
        body_pairs(parts["decisions"]),
        fact_pairs(parts["deciders"]),
        dispute_pairs(parts["deciders"]),
    )


def _findings(side: Assessed, outlook: Outlook) -> tuple[Finding, ...]:
    return _of(side.assessment.findings, outlook)


def _permissions(side: Assessed, outlook: Outlook) -> tuple[Permission, ...]:
    return _of(side.assessment.permissions, outlook)


def _of(held: Iterable[Any], outlook: Outlook) -> tuple[Any, ...]:
    return tuple(one for one in held if one.event == outlook.event.id)

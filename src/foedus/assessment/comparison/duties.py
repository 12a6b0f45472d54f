"""What is owed on two sides: duties by duty, and the states that are bound to fight."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from foedus.assessment.balance import camps_of
from foedus.assessment.comparison.pair import How, Pair, matched
from foedus.assessment.fact_table import fights
from foedus.assessment.outlook import Outlook
from foedus.assessment.responses import Side
from foedus.domain.finding import Finding
from foedus.domain.vocabulary import Status

Aspect = Literal["status", "strength", "reason", "waits for", "readings", "practice"]
Standing = Status | Literal["attacks", "is attacked"]
"""How a state stands to a fight: by the firmest of its duties, or because it is in it anyway."""


@dataclass(frozen=True, slots=True)
class DutyPair:
    """One duty: the same obligor, treaty, clause, obligation and beneficiary on both sides."""

    held: Pair[Finding | None]

    @property
    def any(self) -> Finding:
        """The finding of a side that has one; both name the same duty."""
        found = self.held.a or self.held.b
        if found is None:
            message = "a duty stands on neither side"
            raise AssertionError(message)
        return found

    @property
    def differing(self) -> tuple[Aspect, ...]:
        """In what the sides differ; nothing if only one has the duty."""
        if self.held.a is None or self.held.b is None:
            return ()
        a, b = _aspects(self.held.a), _aspects(self.held.b)
        return tuple(aspect for aspect in a if a[aspect] != b[aspect])

    @property
    def how(self) -> How:
        """How the sides stand to each other; events, traces and evidence are not compared."""
        if self.held.a is None or self.held.b is None:
            return self.held.how
        return "differs" if self.differing else "same"

    @property
    def is_live(self) -> bool:
        """Whether it is more than a duty that is not due, on either side."""
        return any(one is not None and one.status != "not_due" for one in (self.held.a, self.held.b))


@dataclass(frozen=True, slots=True)
class StandingPair:
    """A state that is bound to fight for one of the parties, on a side at least; None where nothing binds it."""

    to: Side
    state: str
    held: Pair[Standing | None]


def duty_pairs(findings: Pair[Iterable[Finding]]) -> tuple[DutyPair, ...]:
    """Return the duties of two events, by obligor, treaty, clause, obligation and beneficiary."""
    held = matched(findings, _duty)
    return tuple(map(DutyPair, held))


def standing_pairs(sides: Pair[tuple[Iterable[Finding], Outlook]]) -> tuple[StandingPair, ...]:
    """Return the states that are bound to fight in two events, or may be, those for the targets first.

    Parameters
    ----------
    sides : Pair
        The findings of the event, and its outlook.
    """
    parties: tuple[Side, ...] = ("targets", "attackers")
    return tuple(one for to in parties for one in _standing_to(to, sides))


def _standing_to(to: Side, sides: Pair[tuple[Iterable[Finding], Outlook]]) -> Iterator[StandingPair]:
    bound = sides.each(lambda side: _bound(*side, to))
    for state in sorted({*bound.a, *bound.b}):
        a = _standing(state, bound.a, sides.a[1])
        b = _standing(state, bound.b, sides.b[1])
        yield StandingPair(to, state, Pair(a, b))


def _duty(finding: Finding) -> tuple[str, ...]:
    return (finding.obligor, finding.treaty, finding.clause, finding.obligation, finding.beneficiary)


def _aspects(finding: Finding) -> Mapping[Aspect, Any]:
    return {
        "status": finding.status,
        "strength": finding.strength,
        "reason": finding.because,
        "waits for": (finding.conditional_on, finding.needs),
        "readings": finding.by_reading,
        "practice": finding.vitality,
    }


def _bound(findings: Iterable[Finding], outlook: Outlook, to: Side) -> Mapping[str, Status]:
    """Return the states that owe a party a fight, and those of which a missing fact decides it."""
    event = outlook.event
    camps = camps_of(outlook.responses, event)
    owing = camps.owing if to == "targets" else camps.behind
    bound: dict[str, Status] = {state: status for status, states in owing.items() for state in states}
    for one in findings:
        side = "targets" if one.beneficiary in event.targets else "attackers"
        if one.status == "undetermined" and side == to and fights(one, event):
            bound.setdefault(one.obligor, one.status)
    return bound


def _standing(state: str, bound: Mapping[str, Status], outlook: Outlook) -> Standing | None:
    if state in outlook.event.attackers:
        return "attacks"
    return "is attacked" if state in outlook.event.targets else bound.get(state)

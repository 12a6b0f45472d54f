"""What decides it: facts that are asked for, readings that are disputed, the assumption that tells most."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from foedus.assessment.deterrence import Deterrence, Swing
from foedus.assessment.fact_bounds import FactBounds
from foedus.assessment.fact_worth import Worth
from foedus.assessment.unknown import Unknown
from foedus.domain.contingency import Event
from foedus.domain.finding import Finding, ReadingStatus
from foedus.domain.vocabulary import FORCE


@dataclass(frozen=True, slots=True)
class Fact:
    """A field of the contingency that is not given, and the treaties whose duties hang on it.

    Attributes
    ----------
    to_fight : bool
        Whether a duty to fight does.
    worth : Worth or None
        What knowing it would tell; None where no duty to fight hangs on it, or it is not varied.
    """

    field: str
    treaties: tuple[str, ...]
    to_fight: bool
    worth: Worth | None = None

    @property
    def turns(self) -> bool:
        """Whether it decides somebody's duty to fight in some scenario."""
        return self.worth is not None and self.worth.turns > 0


@dataclass(frozen=True, slots=True)
class Dispute:
    """A clause that is due on one reading and not on another."""

    treaty: str
    clause: str
    article: str
    obligors: tuple[str, ...]
    readings: tuple[ReadingStatus, ...]


@dataclass(frozen=True, slots=True)
class Deciders:
    """What decides it, in order: facts, disputes, an assumption.

    Attributes
    ----------
    swing : Swing or None
        Of the assumptions that change the verdict within their range the widest; the widest of all if none does.
    """

    facts: tuple[Fact, ...]
    disputes: tuple[Dispute, ...]
    swing: Swing | None


def deciders(
    findings: Iterable[Finding], event: Event, reckoned: Deterrence | Unknown, bounds: FactBounds | Unknown
) -> Deciders | Unknown:
    """Return what decides the answer to an event; unknown if nothing does.

    Facts that decide a duty to fight stand first, the one that is worth most before the others; then those on which
    one may hang, then those on which most treaties hang.
    """
    live = [one for one in findings if one.event == event.id and one.vitality == "live"]
    swing = None if isinstance(reckoned, Unknown) else _telling(reckoned.swings)
    facts, disputes = _facts(live, bounds), _disputes(live)
    if not (facts or disputes or swing):
        return Unknown("no fact is asked for, no reading is disputed, and no assumption was tried")
    return Deciders(facts, disputes, swing)


def _telling(swings: Sequence[Swing]) -> Swing | None:
    return next((one for one in swings if one.decides), next(iter(swings), None))


def _facts(live: Iterable[Finding], bounds: FactBounds | Unknown) -> tuple[Fact, ...]:
    asked: dict[str, list[Finding]] = {}
    for one in live:
        for field in one.needs if one.status == "undetermined" else ():
            asked.setdefault(field, []).append(one)
    hang = {} if isinstance(bounds, Unknown) else bounds.hang
    worths = {} if isinstance(bounds, Unknown) else {one.fact.field: one for one in bounds.worths}
    ranks = {field: rank for rank, field in enumerate(worths)}
    facts = [_fact(field, asked.get(field, ()), hang.get(field, ()), worths.get(field)) for field in {**asked, **hang}]
    return tuple(sorted(facts, key=lambda one: (not one.turns, ranks[one.field] if one.turns else 0, *_order(one))))


def _fact(field: str, on: Sequence[Finding], hang: Sequence[str], worth: Worth | None) -> Fact:
    """Return a fact with the treaties whose duties hang on it, those to fight first."""
    treaties = (*hang, *sorted({one.treaty for one in on}))
    return Fact(field, tuple(dict.fromkeys(treaties)), bool(hang) or any(one.obligation in FORCE for one in on), worth)


def _order(fact: Fact) -> tuple[bool, int, str]:
    return not fact.to_fight, -len(fact.treaties), fact.field


def _disputes(live: Iterable[Finding]) -> tuple[Dispute, ...]:
    gathered: dict[tuple[str, str, str, tuple[ReadingStatus, ...]], list[str]] = {}
    for one in sorted(live, key=lambda one: (one.obligation not in FORCE, one.treaty, one.clause)):
        if one.status == "contested":
            gathered.setdefault((one.treaty, one.clause, one.article, one.by_reading), []).append(one.obligor)
    return tuple(
        Dispute(treaty, clause, article, tuple(sorted(set(states))), readings)
        for (treaty, clause, article, readings), states in gathered.items()
    )

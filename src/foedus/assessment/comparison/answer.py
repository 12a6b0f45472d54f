"""A comparison as the documented JSON: what either side says, and both outlooks in full."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

from foedus.assessment.answer import OutlookAnswers
from foedus.assessment.answer_power import band_json
from foedus.assessment.band import Band
from foedus.assessment.comparison.compare import Assessed, Comparison, EventPair
from foedus.assessment.comparison.duties import DutyPair, StandingPair
from foedus.assessment.comparison.pair import Pair
from foedus.assessment.comparison.parts import BodyPair, LensPair, ResponsePair, Seen, shift
from foedus.assessment.deciders import Dispute, Fact
from foedus.assessment.decision import Deciding
from foedus.assessment.deterrence import Deterrence
from foedus.assessment.likelihood import Likelihood
from foedus.assessment.responses import Response
from foedus.assessment.unknown import Unknown
from foedus.domain.finding import Finding, Permission
from foedus.obligations.answer import Answers, law_json
from foedus.obligations.situation import LOCAL
from foedus.response.decision.delay import QUANTILES


def comparison_json(comparison: Comparison, contingencies: Pair[Mapping[str, Any]]) -> dict[str, Any]:
    """Return a comparison.

    Parameters
    ----------
    contingencies : Pair of mapping
        As they were read and checked.
    """
    sides = comparison.sides
    return {
        "sides": {"a": _side(sides.a, contingencies.a), "b": _side(sides.b, contingencies.b)},
        "differs": comparison.differs,
        "events": [_EventAnswers(comparison, at).whole() for at in range(len(comparison.events))],
    }


def _side(side: Assessed, contingency: Mapping[str, Any]) -> dict[str, Any]:
    found = side.assessment
    day = found.law_on.iso() if found.law_on else None
    return {
        "name": side.name,
        "contingency": contingency,
        "law": law_json(side.register, day, public_only=found.public_only),
        "naming": Answers(side.register, found.contingency).naming_notes(),
    }


class _EventAnswers:
    """Writes an event of a comparison."""

    def __init__(self, comparison: Comparison, at: int) -> None:
        self._event: EventPair = comparison.events[at]
        self._register = comparison.sides.a.register
        self._answers = comparison.sides.each(lambda side: Answers(side.register, side.assessment.contingency))
        self._outlooks = Pair(
            *(
                OutlookAnswers(side.register, answers).outlook(side.outlooks[at])
                for side, answers in (
                    (comparison.sides.a, self._answers.a),
                    (comparison.sides.b, self._answers.b),
                )
            )
        )

    def whole(self) -> dict[str, Any]:
        """Return the event."""
        event = self._event
        return {
            "event": {"a": event.event.a.id, "b": event.event.b.id},
            "differs": event.differs,
            "duties": list(map(self._duty, event.duties)),
            "permissions": list(map(self._permission, event.permissions)),
            "standing": list(map(self._standing, event.standing)),
            "responses": list(map(self._response, event.responses)),
            "balance": list(map(_lens, event.lenses)),
            "deterrence": _beside(event.parts["deterrence"], _reckoned),
            "decisions": list(map(self._body, event.bodies)),
            "what_decides": {
                "facts": [{"field": pair.known[0].field, **_beside(pair, _fact)} for pair in event.facts],
                "readings": list(map(self._dispute, event.disputes)),
            },
            "parts": [{"part": name, "how": pair.how} for name, pair in event.parts.items()],
            "outlook": {"a": self._outlooks.a, "b": self._outlooks.b},
        }

    def _duty(self, pair: DutyPair) -> dict[str, Any]:
        one = pair.any
        return {
            "obligor": self._actor(one.obligor),
            "beneficiary": self._actor(one.beneficiary),
            "treaty": self._treaty(one.treaty),
            "clause": one.clause,
            "article": one.article,
            "obligation": "nonaggression_breached" if one.obligation == "nonaggression" else one.obligation,
            "how": pair.how,
            "differing": list(pair.differing),
            "a": _finding(pair.held.a),
            "b": _finding(pair.held.b),
        }

    def _permission(self, pair: Pair[Permission | None]) -> dict[str, Any]:
        one = pair.known[0]
        return {
            "state": self._actor(one.state),
            "beneficiary": self._actor(one.beneficiary),
            "a": _permitted(pair.a),
            "b": _permitted(pair.b),
        }

    def _standing(self, pair: StandingPair) -> dict[str, Any]:
        return {"to": pair.to, "state": self._actor(pair.state), "a": pair.held.a, "b": pair.held.b}

    def _response(self, pair: ResponsePair) -> dict[str, Any]:
        return {"treaty": self._treaty(pair.treaty), "shift": _shift(pair), **_beside(pair.held, _bands)}

    def _body(self, pair: BodyPair) -> dict[str, Any]:
        organ = pair.held.known[0].decision.organ
        told = {"treaty": self._treaty(pair.treaty), "organ": {"id": organ.id, "name": organ.name}}
        return {**told, **_beside(pair.held, _deciding)}

    def _dispute(self, pair: Pair[Dispute | Unknown | None]) -> dict[str, Any]:
        one = pair.known[0]
        told = {"treaty": self._treaty(one.treaty), "clause": one.clause, "article": one.article}
        readings = [{"reading": each.reading, "status": each.status, "because": each.because} for each in one.readings]
        obligors = _beside(pair, lambda held: {"obligors": list(map(self._actor, held.obligors))})
        return {**told, "by_reading": readings, **obligors}

    def _treaty(self, treaty: str) -> dict[str, str]:
        return {"id": treaty, "name": self._register.treaties[treaty].name}

    def _actor(self, actor: str) -> dict[str, Any]:
        """Return an actor on the day of A; one that stands in the contingency of B alone has its name from there."""
        told = self._answers.a.actor(actor, self._event.event.a.id)
        is_bare = told["name"] == actor.removeprefix(LOCAL)
        return self._answers.b.actor(actor, self._event.event.b.id) if is_bare else told


def _beside(pair: Pair[Any], write: Callable[[Any], dict[str, Any]]) -> dict[str, Any]:
    """Return what either side says; null where it says nothing, with the reason where it does not know."""
    unknown = pair.each(lambda one: one.reason if isinstance(one, Unknown) else "")
    said = pair.each(lambda one: None if one is None or isinstance(one, Unknown) else write(one))
    return {"how": pair.how, "a": said.a, "b": said.b, "not_known": {"a": unknown.a, "b": unknown.b}}


def _finding(finding: Finding | None) -> dict[str, Any] | None:
    if finding is None:
        return None
    return {
        "status": finding.status,
        "strength": finding.strength,
        "because": finding.because,
        "conditional_on": list(finding.conditional_on),
        "needs": list(finding.needs),
        "vitality": finding.vitality,
    }


def _permitted(permission: Permission | None) -> dict[str, Any] | None:
    return None if permission is None else {"status": permission.status, "because": permission.because}


def _shift(pair: ResponsePair) -> str | None:
    a, b = pair.tested.a, pair.tested.b
    return shift(Pair(a, b)) if isinstance(a, Band) and isinstance(b, Band) else None


def _bands(response: Response) -> dict[str, Any]:
    held = response.likelihood
    if not isinstance(held, Likelihood):
        return {"tested": None, "untested": None, "reference": None, "reason": held.reason}
    untested = band_json(held.untested) if isinstance(held.untested, Band) else None
    return {"tested": band_json(held.band), "untested": untested, "reference": asdict(held.reference), "reason": ""}


def _lens(pair: LensPair) -> dict[str, Any]:
    return {"lens": pair.name, **_beside(pair.held, _seen)}


def _seen(seen: Seen) -> dict[str, Any]:
    return {
        "heading": seen.heading,
        "unit": seen.unit,
        "source": seen.source,
        "years": list(seen.years),
        "times_the_attackers": dict(seen.times),
    }


def _reckoned(held: Deterrence) -> dict[str, Any]:
    return {
        "verdict": held.verdict,
        "intervention_needed": {"low": held.needed.low, "high": held.needed.high},
        "lens": held.lens,
    }


def _deciding(held: Deciding) -> dict[str, Any]:
    found = held.decision
    return {
        "part": held.part,
        "rule": found.rule.rule,
        "seats": len(found.delay.speeding),
        "needed": found.needed,
        "days": {f"{level:g}": days for level, days in zip(QUANTILES, found.delay.quantiles, strict=True)},
    }


def _fact(held: Fact) -> dict[str, Any]:
    return {"to_fight": held.to_fight, "treaties": list(held.treaties)}

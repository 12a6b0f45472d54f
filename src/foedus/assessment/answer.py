"""Outlooks as the documented JSON; a part that is not known is null and stands under ``not_known`` with its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from typing import Any

from foedus.assessment.answer_power import (
    balance_json,
    band_json,
    deciders_json,
    decisions_json,
    deterrence_json,
    kind_json,
)
from foedus.assessment.ladder import Ladder
from foedus.assessment.likelihood import Likelihood
from foedus.assessment.outlook import Outlook
from foedus.assessment.responses import Below, Duty, Response, Responses
from foedus.assessment.unknown import Unknown
from foedus.domain.vocabulary import Rung
from foedus.obligations.answer import Answers
from foedus.register.register import Register


class OutlookAnswers:
    """Writes the outlooks of one contingency.

    Parameters
    ----------
    register : Register
        For the names of treaties.
    answers : Answers
        Of the same contingency, for the names and codes of actors.
    """

    def __init__(self, register: Register, answers: Answers) -> None:
        self._register = register
        self._answers = answers

    def outlook(self, outlook: Outlook) -> dict[str, Any]:
        """Return what may come of one event."""
        parts = self._parts(outlook)
        return {
            "event": outlook.event.id,
            "assumptions": asdict(outlook.assumptions),
            "not_known": [
                {"part": name, "reason": part.reason, "remedy": part.remedy}
                for name, (part, _) in parts.items()
                if isinstance(part, Unknown)
            ],
            "deterrence_kinds": self._kinds(outlook),
            **{name: None if isinstance(part, Unknown) else write(part) for name, (part, write) in parts.items()},
        }

    def _kinds(self, outlook: Outlook) -> list[dict[str, Any]]:
        event = outlook.event.id
        return [kind_json(one, lambda states: self._actors(states, event), self._treaty) for one in outlook.kinds]

    def _parts(self, outlook: Outlook) -> Mapping[str, tuple[Any, Callable[[Any], dict[str, Any]]]]:
        """Return the parts of an outlook, each with what writes it."""
        event, treaty = outlook.event.id, self._treaty

        def actors(states: Iterable[str]) -> list[dict[str, Any]]:
            return self._actors(states, event)

        return {
            "responses": (outlook.responses, lambda part: self._responses(part, event)),
            "balance": (outlook.balance, lambda part: balance_json(part, actors)),
            "deterrence": (outlook.deterrence, lambda part: deterrence_json(part, actors, treaty)),
            "decisions": (outlook.decisions, lambda part: decisions_json(part, treaty)),
            "what_decides": (outlook.deciders, lambda part: deciders_json(part, actors, treaty)),
        }

    def _responses(self, responses: Responses, event: str) -> dict[str, Any]:
        card = responses.card
        return {
            "rests_on": {
                "model": card.name,
                "data": card.sources,
                "cases": card.cases,
                "kept": card.happened,
                "wars": card.wars,
                "limits": list(card.limits),
            },
            "treaties": [self._response(one, responses.ladders[one.treaty], event) for one in responses.held],
            "not_modelled": [self._below(one, event) for one in responses.below],
            "dropped_by_practice": [self._treaty(one) for one in responses.dropped],
        }

    def _response(self, response: Response, ladder: Ladder, event: str) -> dict[str, Any]:
        return {
            "treaty": self._treaty(response.treaty),
            "duties": [self._duty(one, event) for one in response.duties],
            "pledges": list(response.terms.pledges),
            "parties": response.terms.parties,
            "major_power": response.terms.major_power,
            "ladder": _ladder(ladder),
            **_likelihood(response.likelihood),
        }

    def _duty(self, duty: Duty, event: str) -> dict[str, Any]:
        return {
            "obligation": duty.obligation,
            "status": duty.status,
            "to": duty.side,
            "obligors": self._actors(duty.obligors, event),
            "waits_for": list(duty.waits_for),
        }

    def _below(self, below: Below, event: str) -> dict[str, Any]:
        return {
            "treaty": self._treaty(below.treaty),
            "obligation": below.obligation,
            "strength": below.strength,
            "reaches": below.reaches,
            "obligors": self._actors(below.obligors, event),
        }

    def _treaty(self, treaty: str) -> dict[str, str]:
        return {"id": treaty, "name": self._register.treaties[treaty].name}

    def _actors(self, actors: Iterable[str], event: str) -> list[dict[str, Any]]:
        return [self._answers.actor(actor, event) for actor in actors]


def _ladder(held: Ladder) -> dict[str, list[Rung]]:
    named = ("named", "left_open", "provided", "estimated", "not_estimated")
    return {name: list(getattr(held, name)) for name in named}


def _likelihood(likelihood: Likelihood | Unknown) -> dict[str, Any]:
    if isinstance(likelihood, Unknown):
        return {"kept": None, "not_known": likelihood.reason}
    kept = {
        **band_json(likelihood.band),
        "reference": asdict(likelihood.reference),
        "closest": asdict(likelihood.closest) if likelihood.closest else None,
        "untested": None if isinstance(likelihood.untested, Unknown) else band_json(likelihood.untested),
        "would_change": [{"what": one.what, **band_json(one.band)} for one in likelihood.changes],
        "after_the_cases": likelihood.beyond,
    }
    reason = likelihood.untested.reason if isinstance(likelihood.untested, Unknown) else ""
    return {"kept": kept, "not_known": reason}

"""Findings as the documented JSON: stable, versioned, with every actor's codes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from foedus._base.dates import Day
from foedus.domain.contingency import Contingency
from foedus.domain.finding import Finding, Permission, TraceLine
from foedus.obligations.situation import LOCAL
from foedus.register.register import Register

SCHEMA = 1


def envelope(kind: str, register: Register, **parts: Any) -> dict[str, Any]:
    """Return the envelope of every JSON answer."""
    return {
        "schema": SCHEMA,
        "kind": kind,
        "register": {
            "version": register.edition.version,
            "hash": register.edition.content_hash,
            "cutoff": register.edition.cutoff,
        },
        **parts,
    }


def law_json(register: Register, law_on: str | None, *, public_only: bool) -> dict[str, Any]:
    """Return which law was applied, suppositions included."""
    return {"on": law_on, "public_only": public_only, "supposing": list(register.suppositions)}


class Answers:
    """Writes findings of one contingency.

    Parameters
    ----------
    register : Register
        For names and codes.
    contingency : Contingency
        For its dates and the actors that stand only in it.
    """

    def __init__(self, register: Register, contingency: Contingency) -> None:
        self._register = register
        self._contingency = contingency
        self._labels = dict(contingency.labels)
        self._days = {event.id: event.date for event in contingency.events}

    def actor(self, actor_id: str, event: str) -> dict[str, Any]:
        """Return an actor with its codes on the day of an event; a code it does not have is null."""
        return actor_json(self._register, actor_id, self._days[event], self._labels)

    def naming_notes(self) -> list[str]:
        """Return how disputed places of the contingency are called, held and claimed."""
        notes = (
            note
            for event in self._contingency.events
            for note in self._register.naming_notes(event.place.point, event.date)
        )
        return list(dict.fromkeys(notes))

    def finding(self, finding: Finding) -> dict[str, Any]:
        """Return one finding."""
        treaty = self._register.treaties[finding.treaty]
        kind = "nonaggression_breached" if finding.obligation == "nonaggression" else finding.obligation
        return {
            "event": finding.event,
            "obligor": self.actor(finding.obligor, finding.event),
            "beneficiary": self.actor(finding.beneficiary, finding.event),
            "treaty": {
                "id": treaty.id,
                "aliases": list(treaty.aliases),
                "name": treaty.name,
                "character": treaty.character,
            },
            "clause": finding.clause,
            "article": finding.article,
            "obligation": kind,
            "strength": finding.strength,
            "status": finding.status,
            "conditional_on": list(finding.conditional_on),
            "needs": list(finding.needs),
            "because": finding.because,
            "by_reading": [
                {"reading": one.reading, "status": one.status, "because": one.because} for one in finding.by_reading
            ],
            "contingent": {"men": finding.contingent.men, "note": finding.contingent.note}
            if finding.contingent
            else None,
            "effects": list(finding.effects),
            "vitality": finding.vitality,
            "evidence": {
                "verified": finding.evidence.verified,
                "source": finding.evidence.source,
                "locator": finding.evidence.locator,
                "readers": finding.evidence.readers,
            },
            "trace": trace_json(finding.trace),
        }

    def permission(self, permission: Permission) -> dict[str, Any]:
        """Return one permission."""
        return {
            "event": permission.event,
            "state": self.actor(permission.state, permission.event),
            "beneficiary": self.actor(permission.beneficiary, permission.event),
            "status": permission.status,
            "because": permission.because,
            "conditional_on": list(permission.conditional_on),
            "needs": list(permission.needs),
            "trace": trace_json(permission.trace),
        }


def actor_json(register: Register, actor_id: str, day: Day, labels: Mapping[str, str]) -> dict[str, Any]:
    """Return an actor with its name and codes on a day."""
    actor = register.actors.get(actor_id)
    if actor is None:
        name = labels.get(actor_id, actor_id.removeprefix(LOCAL))
        return {"id": actor_id, "name": name, "cow": None, "gw": None, "iso3": None}
    return {
        "id": actor.id,
        "name": actor.name_on(day),
        "cow": actor.number_on("cow", day),
        "gw": actor.number_on("gw", day),
        "iso3": actor.iso3_on(day),
    }


def trace_json(lines: Iterable[TraceLine]) -> list[dict[str, Any]]:
    """Return a trace; fields that say nothing are left out."""
    written = []
    for line in lines:
        entry: dict[str, Any] = {
            "step": line.step,
            "test": line.test,
            "result": line.result,
            "why": line.why,
        }
        if line.article:
            entry["article"] = line.article
        if line.field:
            entry["field"] = line.field
        if line.depth:
            entry["depth"] = line.depth
        written.append(entry)
    return written

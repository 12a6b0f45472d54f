"""Operations as the documented JSON, and how they are known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from foedus._base.dates import Day, Spell
from foedus.domain.evidence import Evidence
from foedus.domain.operation import Lead, Mandate, Operation, Participant, Size
from foedus.domain.vocabulary import Verified
from foedus.register.operations import Operations
from foedus.register.register import Register
from foedus.report.coverage import GRADES


@dataclass(frozen=True, slots=True)
class OperationCoverage:
    """How the operations are known: `grades` counts the groups of statements of all of them."""

    operations: int
    grades: Mapping[Verified, int]

    @property
    def groups(self) -> int:
        """How many groups of statements there are."""
        return sum(self.grades.values())

    def share(self, grade: Verified) -> float:
        """Return the share of the groups that are known so."""
        return self.grades[grade] / self.groups if self.groups else 0.0


def operation_coverage(operations: Operations) -> OperationCoverage:
    """Return how many operations there are, and how their groups of statements are known."""
    counts = Counter(known.verified for operation in operations.values() for known in operation.known.values())
    return OperationCoverage(len(operations), {grade: counts[grade] for grade in GRADES})


def operation_coverage_json(coverage: OperationCoverage) -> dict[str, int]:
    """Return the coverage of the operations as the documented JSON."""
    return {
        "operations": coverage.operations,
        "groups": coverage.groups,
        **{str(grade): coverage.grades[grade] for grade in GRADES},
    }


def name_in(spell: Spell, actor_id: str, register: Register) -> str:
    """Return what an actor was called when a spell began."""
    actor = register.actors[actor_id]
    if spell.start is None or spell.start.precision == "unknown":
        return actor.names[-1].text
    return actor.name_on(spell.start)


def lead_name(lead: Lead, register: Register) -> str:
    """Return what the one that led was called: an actor, or the treaty of an alliance."""
    return name_in(lead.spell, lead.actor, register) if lead.actor else register.treaty(lead.treaty).name


def operation_head(operation: Operation) -> dict[str, Any]:
    """Return an operation as it stands in a list."""
    return {
        "id": operation.id,
        "aliases": list(operation.aliases),
        "name": operation.name,
        "kind": operation.kind,
        "purposes": list(operation.purposes),
        **_spell(operation.spell),
    }


def operation_whole(operation: Operation, register: Register, day: Day | None = None) -> dict[str, Any]:
    """Return a whole operation; with a day, only what may have held on it."""

    def held(spell: Spell) -> bool:
        return day is None or spell.possibly(day)

    return {
        **operation_head(operation),
        "other_names": list(operation.other_names),
        "summary": operation.summary,
        "hosts": list(operation.hosts),
        "theatre": operation.theatre,
        "alliances": list(operation.alliances),
        "leads": [_lead(lead, register) for lead in operation.leads if held(lead.spell)],
        "participants": [_participant(part, register) for part in operation.participants if held(part.spell)],
        "opponents": [
            {
                "actor": one.actor or None,
                "name": name_in(one.spell, one.actor, register) if one.actor else one.name,
                **_spell(one.spell),
            }
            for one in operation.opponents
            if held(one.spell)
        ],
        "mandates": [_mandate(mandate) for mandate in operation.mandates],
        "commands": [
            {"arrangement": command.arrangement, "text": command.text, **_spell(command.spell)}
            for command in operation.commands
            if held(command.spell)
        ],
        "sizes": list(map(_size, operation.sizes)),
        "ending": _ending(operation),
        "known": {group: _evidence(known) for group, known in operation.known.items()},
        "sources": [
            {"id": source.id, "title": source.title, "kind": source.kind, "url": source.url or None}
            for source in operation.sources
        ],
        "note": operation.note or None,
    }


def _spell(spell: Spell) -> dict[str, str | None]:
    return {
        "from": spell.start.iso() if spell.start else None,
        "until": spell.end.iso() if spell.end else None,
    }


def _lead(lead: Lead, register: Register) -> dict[str, Any]:
    return {
        "actor": lead.actor or None,
        "treaty": lead.treaty or None,
        "name": lead_name(lead, register),
        **_spell(lead.spell),
        "note": lead.note or None,
    }


def _participant(part: Participant, register: Register) -> dict[str, Any]:
    return {
        "actor": part.state,
        "name": name_in(part.spell, part.state, register),
        "role": part.role,
        **_spell(part.spell),
        "dated": part.dated,
        "size": _size(part.size) if part.size else None,
        "caveats": part.caveats or None,
        "note": part.note or None,
    }


def _size(size: Size) -> dict[str, Any]:
    return {
        "personnel": size.personnel,
        "on": size.on.iso(),
        "source": size.source or None,
        "note": size.note or None,
    }


def _mandate(mandate: Mandate) -> dict[str, Any]:
    return {
        "basis": mandate.basis,
        "resolution": mandate.resolution or None,
        "date": mandate.date.iso() if mandate.date else None,
        "by": mandate.by or None,
        "note": mandate.note or None,
        "disputed": mandate.disputed or None,
    }


def _ending(operation: Operation) -> dict[str, Any] | None:
    if operation.ending is None:
        return None
    return {"how": operation.ending.how, "to": list(operation.ending.to), "note": operation.ending.note or None}


def _evidence(known: Evidence) -> dict[str, Any]:
    return {
        "verified": known.verified,
        "source": known.source,
        "locator": known.locator,
        "readers": known.readers,
    }

"""Organs, structures, nuclear arrangements and stationed forces on a day, as the documented JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from foedus._base.dates import Day, Spell
from foedus.domain.evidence import Evidence
from foedus.domain.membership import Heading, Membership, Parties
from foedus.domain.nuclear import FreeZone, NuclearStatus, Sharing, Umbrella
from foedus.domain.organ import DecisionRule, Organ
from foedus.domain.stationing import Presence, Size, abroad_on, on_soil_of
from foedus.domain.structure import Structure
from foedus.register.arrangements import Arrangements
from foedus.register.register import Register

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Teller:
    """What turns domain objects of a day into JSON: the names of the day, and whom treaties bind on it."""

    register: Register
    day: Day
    parties: Parties

    def name(self, state: str) -> str:
        """Return what an actor was called on the day."""
        return self.register.actors[state].name_on(self.day)

    def actor(self, state: str) -> Json:
        """Return an actor by id and name."""
        return {"id": state, "name": self.name(state)}

    def actors(self, states: Iterable[str]) -> list[Json]:
        """Return actors by id and name, by the order of their names."""
        return sorted((self.actor(state) for state in states), key=lambda one: str(one["name"]))

    def members(self, held: Mapping[str, Membership]) -> list[Json]:
        """Return members with the part each takes."""
        told = (
            {
                **self.actor(state),
                "part": one.part,
                **spell_json(one.spell),
                "note": one.note,
                **known_json(one.evidence),
            }
            for state, one in held.items()
        )
        return sorted(told, key=lambda one: str(one["name"]))


def spell_json(spell: Spell) -> Json:
    """Return a spell; an open end is null."""
    return {
        "from": spell.start.iso() if spell.start else None,
        "until": spell.end.iso() if spell.end else None,
    }


def known_json(evidence: Evidence) -> Json:
    """Return how a statement is known."""
    return {
        "evidence": {
            "verified": evidence.verified,
            "source": evidence.source,
            "locator": evidence.locator,
            "readers": evidence.readers,
        }
    }


def sources_json(headings: Iterable[Heading], parts: Iterable[Json]) -> list[Json]:
    """Return the sources that some told parts cite, each by the file that lists it and its id there."""
    cited: dict[str, list[Json]] = {}
    for part in parts:
        cited.setdefault(part["file"], []).extend(_evidence_in(part))
    return [
        {"file": heading.file, "id": one.id, "title": one.title, "kind": one.kind, "url": one.url or None}
        for heading in headings
        for one in heading.sources
        if any(one.id == known["source"] or one.id in known["locator"] for known in cited.get(heading.file, ()))
    ]


def _evidence_in(part: Any) -> Iterator[Json]:
    """Yield how each statement within a told part is known."""
    if isinstance(part, dict):
        for key, child in part.items():
            if key == "evidence":
                yield child
            else:
                yield from _evidence_in(child)
    elif isinstance(part, list):
        for child in part:
            yield from _evidence_in(child)


# --- organs and structures --------------------------------------------------------------------------------------------


def organ_json(organ: Organ, tell: Teller) -> Json:
    """Return a body with those who sit and the rules of the day."""
    return {
        "file": organ.heading.file,
        "id": organ.id,
        "name": organ.name,
        "article": organ.article or None,
        **spell_json(organ.spell),
        "roster": "partial" if organ.is_roster_partial else "whole",
        "seats": tell.members(organ.members_on(tell.day, tell.parties)),
        "rules": [_rule_json(rule, tell) for rule in organ.rules_on(tell.day)],
        "note": organ.note,
        **known_json(organ.evidence),
    }


def _rule_json(rule: DecisionRule, tell: Teller) -> Json:
    return {
        "id": rule.id,
        "subject": rule.subject,
        "rule": rule.rule,
        "failing": rule.failing,
        "majority": asdict(rule.majority) if rule.majority else None,
        "vetoes": tell.actors(rule.vetoes),
        "binds": rule.binds,
        "silence": asdict(rule.silence) if rule.silence else None,
        "invoked_by": list(rule.invoked_by),
        "quorum": rule.quorum,
        "needed_for": [asdict(link) for link in rule.needed_for],
        "article": rule.article or None,
        "summary": rule.summary,
        **spell_json(rule.spell),
        **known_json(rule.evidence),
    }


def structure_json(structure: Structure, tell: Teller) -> Json:
    """Return a structure with each state's part on the day."""
    return {
        "file": structure.heading.file,
        "id": structure.id,
        "name": structure.name,
        "kind": structure.kind,
        "seat": structure.seat,
        "summary": structure.summary,
        **spell_json(structure.spell),
        "parts": tell.members(structure.parts_on(tell.day, tell.parties)),
        "note": structure.note,
        **known_json(structure.evidence),
    }


# --- nuclear standing -------------------------------------------------------------------------------------------------


def status_json(status: NuclearStatus) -> Json:
    """Return a state's own weapons."""
    return {
        "file": status.heading.file,
        "standing": status.standing,
        "first_test": status.first_test.iso() if status.first_test else None,
        **spell_json(status.spell),
        "note": status.note,
        **known_json(status.evidence),
    }


def sharing_json(sharing: Sharing, tell: Teller) -> Json:
    """Return one state's weapons on another's soil."""
    return {
        "file": sharing.heading.file,
        "id": sharing.id,
        "owner": tell.actor(sharing.owner),
        "host": tell.actor(sharing.host),
        "custody": sharing.custody,
        "certainty": sharing.certainty,
        "treaty": sharing.treaty or None,
        "systems": sharing.systems,
        **spell_json(sharing.spell),
        "note": sharing.note,
        **known_json(sharing.evidence),
    }


def umbrella_json(umbrella: Umbrella, tell: Teller) -> Json:
    """Return an umbrella with those it covers on the day."""
    return {
        "file": umbrella.heading.file,
        "id": umbrella.id,
        "by": tell.actor(umbrella.by),
        "over": tell.actors(umbrella.covers_on(tell.day, tell.parties)),
        "ground": umbrella.ground,
        "treaty": umbrella.treaty or None,
        "instrument": umbrella.instrument,
        "certainty": umbrella.certainty,
        "summary": umbrella.summary,
        **spell_json(umbrella.spell),
        **known_json(umbrella.evidence),
    }


def zone_json(zone: FreeZone, tell: Teller) -> Json:
    """Return a zone without weapons, with its parties and the assurances that bound on the day."""
    return {
        "file": zone.heading.file,
        "id": zone.id,
        "name": zone.name,
        "treaty": zone.treaty or None,
        "summary": zone.summary,
        **spell_json(zone.spell),
        "parties": tell.actors(zone.parties_on(tell.day, tell.parties)),
        "assured_by": tell.actors(dict.fromkeys(one.state for one in zone.assured_on(tell.day))),
        **known_json(zone.evidence),
    }


# --- stationed forces -------------------------------------------------------------------------------------------------


def presence_json(presence: Presence, tell: Teller) -> Json:
    """Return forces on another state's soil, with the size known for the nearest year."""
    size = presence.size_on(tell.day)
    return {
        "file": presence.heading.file,
        "id": presence.id,
        "sender": tell.actor(presence.sender),
        "host": tell.actor(presence.host),
        "place": presence.place,
        "kind": presence.kind,
        "consent": presence.consent,
        "basis": [
            {"treaty": one.treaty or None, "agreement": one.agreement, **spell_json(one.spell)}
            for one in presence.bases
            if one.spell.possibly(tell.day)
        ],
        "contributors": tell.actors(presence.contributors),
        "size": _size_json(size) if size else None,
        **spell_json(presence.spell),
        "note": presence.note,
        **known_json(presence.evidence),
    }


def _size_json(size: Size) -> Json:
    return {"year": size.year, "order": size.order, "persons": size.persons, **known_json(size.evidence)}


# --- one state --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Standing:
    """What is on record of one state on a day: weapons, those of others, umbrellas, zones, and forces both ways."""

    status: NuclearStatus | None
    shared: tuple[Sharing, ...]
    umbrellas: tuple[Umbrella, ...]
    zones: tuple[FreeZone, ...]
    abroad: tuple[Presence, ...]
    on_its_soil: tuple[Presence, ...]


def standing_of(state: str, day: Day, held: Arrangements, parties: Parties) -> Standing:
    """Return what is on record of a state on a day."""
    nuclear = held.nuclear
    return Standing(
        status=nuclear.status_on(state, day),
        shared=(*nuclear.shared_on(day, owner=state), *nuclear.shared_on(day, host=state)),
        umbrellas=nuclear.umbrellas_over(state, day, parties),
        zones=nuclear.zones_of(state, day, parties),
        abroad=abroad_on(held.presences, state, day),
        on_its_soil=on_soil_of(held.presences, state, day),
    )


def standing_json(standing: Standing, tell: Teller) -> Json:
    """Return a state's standing as two parts: nuclear, and forces."""
    return {
        "nuclear": {
            "status": status_json(standing.status) if standing.status else None,
            "sharing": [sharing_json(one, tell) for one in standing.shared],
            "umbrellas": [umbrella_json(one, tell) for one in standing.umbrellas],
            "zones": [zone_json(one, tell) for one in standing.zones],
        },
        "forces": {
            "abroad": [presence_json(one, tell) for one in standing.abroad],
            "on_its_soil": [presence_json(one, tell) for one in standing.on_its_soil],
        },
    }

"""Treaties as the documented JSON."""

from __future__ import annotations

from typing import Any, get_args

from foedus._base.dates import Day, Spell
from foedus.domain.evidence import Evidence
from foedus.domain.group import Group
from foedus.domain.provision import Duration, Provision, Provisions
from foedus.domain.treaty import Party, Treaty
from foedus.domain.vocabulary import Obligation
from foedus.register.register import Register
from foedus.report.wording import plain


def party_name(party: Party, register: Register) -> str:
    """Return what a party was called when it was first bound."""
    start = party.bound.start if party.bound and party.bound.start else party.signed
    actor = register.actors[party.state]
    if start is None or start.precision == "unknown":
        return actor.names[-1].text
    return actor.name_on(start)


def last_day(treaty: Treaty, register: Register) -> Day:
    """Return the day on which a treaty ended, or the register's cut-off if it has not."""
    return treaty.ended or Day.parse(register.edition.cutoff)


def treaty_head(treaty: Treaty) -> dict[str, Any]:
    """Return a treaty as it stands in a list."""
    return {
        "id": treaty.id,
        "aliases": list(treaty.aliases),
        "name": treaty.name,
        "character": treaty.character,
        "signed": treaty.signed.iso(),
        "in_force": treaty.in_force.iso() if treaty.in_force else None,
        "ended": treaty.ended.iso() if treaty.ended else None,
    }


def _spell(spell: Spell) -> dict[str, str | None]:
    return {
        "from": spell.start.iso() if spell.start else None,
        "until": spell.end.iso() if spell.end else None,
    }


def _evidence(known: Evidence) -> dict[str, Any]:
    return {
        "verified": known.verified,
        "source": known.source,
        "locator": known.locator,
        "readers": known.readers,
    }


def _duration(rule: Duration) -> dict[str, Any]:
    return {
        "first_term": rule.first_term,
        "years": rule.years,
        "until": rule.until or None,
        "renewal": rule.renewal,
        "renewed_for": rule.renewed_for,
        "denunciation": rule.denunciation,
        "notice_months": rule.notice_months,
        "article": rule.article or None,
        "instrument": rule.instrument or None,
        "note": rule.note or None,
        "evidence": _evidence(rule.evidence),
    }


def _provisions(held: Provisions) -> dict[str, Any]:
    return {
        "complete": held.complete,
        "absent": sorted(held.absent),
        "items": [_provision(item) for item in held.items],
        "evidence": _evidence(held.evidence),
    }


def _provision(item: Provision) -> dict[str, Any]:
    return {
        "kind": item.kind,
        "article": item.article or None,
        "instrument": item.instrument or None,
        "summary": item.summary,
        "of": _group(item.of) if item.of else None,
        "to": _group(item.to) if item.to else None,
        **_spell(item.spell),
        "evidence": _evidence(item.evidence),
    }


def _group(group: Group) -> dict[str, Any]:
    return {
        "roles": list(group.roles),
        "states": list(group.states),
        "except": list(group.excepted),
        "anyone": group.anyone,
    }


def unread_told(treaty: Treaty) -> str:
    """Return what may stand in articles that nobody has read, in words; empty if all were read."""
    if not treaty.unread:
        return ""
    kinds = ", ".join(plain(kind) for kind in get_args(Obligation) if kind in treaty.unread)
    return f"Not all of its articles were read. They may also hold: {kinds}. Whether they do is not known."


def treaty_whole(treaty: Treaty, register: Register) -> dict[str, Any]:
    """Return a whole treaty: parties, suspensions, clauses and sources."""
    return {
        **treaty_head(treaty),
        "summary": treaty.summary,
        "term": treaty.term,
        "duration": _duration(treaty.duration) if treaty.duration else None,
        "parties": [
            {
                "actor": party.state,
                "name": party_name(party, register),
                "role": party.role,
                "bound": _spell(party.bound) if party.bound else None,
                "how_ended": party.how_ended or None,
            }
            for party in treaty.parties
        ],
        "suspensions": [
            {"between": [list(pause.one), list(pause.other)], **_spell(pause.spell)} for pause in treaty.suspensions
        ],
        "clauses": [
            {
                "id": clause.id,
                "article": clause.article,
                "instrument": clause.instrument,
                "obligation": clause.obligation,
                "strength": clause.strength,
                "owes": {
                    "roles": list(clause.owes.roles),
                    "states": list(clause.owes.states),
                    "except": list(clause.owes.excepted),
                },
                "to": {"roles": list(clause.to.roles), "states": list(clause.to.states), "anyone": clause.to.anyone},
                "beneficiary_is": list(clause.beneficiary_is),
                **_spell(clause.spell),
                "summary": clause.summary,
                "readings": [
                    {"id": one.id, "holders": list(one.holders), "summary": one.summary} for one in clause.readings
                ],
                "evidence": _evidence(clause.evidence),
            }
            for clause in treaty.clauses
        ],
        "unread": sorted(treaty.unread),
        "provisions": _provisions(treaty.provisions) if treaty.provisions else None,
        "sources": [
            {"id": source.id, "title": source.title, "kind": source.kind, "url": source.url or None}
            for source in treaty.sources
        ],
    }

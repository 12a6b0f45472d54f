"""Small registers and contingencies for tests, built through the same doors as real ones."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from foedus._base.documents import Document
from foedus._base.validation import check
from foedus.domain.contingency import Contingency
from foedus.domain.finding import Finding
from foedus.obligations.intake import read_contingency
from foedus.obligations.resolve import resolve
from foedus.register.decode import decode_actor, decode_area, decode_treaty
from foedus.register.gazetteer import Gazetteer
from foedus.register.register import Register
from foedus.register.schema import TreatyIn

STATES = ("Alba", "Brenn", "Corin", "Dorne", "Elun")


def actor(name: str, number: int = 0) -> dict[str, Any]:
    """Return a state that has always existed."""
    spells = [["1800-01-01", None]]
    return {
        "id": name.lower(),
        "kind": "state",
        "names": [{"name": name}],
        "cow": {"number": number or len(name), "abbreviation": name[:3].upper(), "spells": spells},
    }


def treaty(treaty_id: str = "pact", *clauses: Mapping[str, Any], **fields: Any) -> dict[str, Any]:
    """Return a treaty of Alba, Brenn and Corin in force from 1900-02-01, as its file would say it."""
    return {
        "id": treaty_id,
        "name": f"Treaty {treaty_id}",
        "character": "treaty",
        "summary": "a treaty made up for a test",
        "signed": "1900-01-01",
        "in_force": "1900-02-01",
        "sources": [{"id": "text", "title": "made up", "kind": "text"}],
        "dates_known": {"verified": "knowledge"},
        "instruments": [{"id": "main", "title": "Main text", "character": "treaty", "articles": {"1": "all of it"}}],
        "parties": [{"states": ["alba", "brenn", "corin"]}],
        "clauses": [dict(one) for one in clauses] or [clause()],
        **fields,
    }


def clause(**fields: Any) -> dict[str, Any]:
    """Return a clause by which each party defends the others against armed attack."""
    return {
        "id": "art-1",
        "article": "1",
        "instrument": "main",
        "obligation": "defend",
        "strength": "all_means",
        "summary": "each defends the others",
        "known": {"verified": "knowledge"},
        **fields,
    }


def register(*treaties: Mapping[str, Any], **parts: Any) -> Register:
    """Return a register of the five states and these treaties."""
    actors = parts.get("actors") or [actor(name, at + 1) for at, name in enumerate(STATES)]
    decoded = [decode_treaty(check(TreatyIn, Document("made up", dict(one)))) for one in treaties or (treaty(),)]
    return Register(
        actors=Gazetteer(map(decode_actor, actors)),
        treaties={one.id: one for one in decoded},
        classes=parts.get("classes", {}),
        areas={key: decode_area(key, area) for key, area in parts.get("areas", {}).items()},
    )


def facts(**fields: Any) -> dict[str, Any]:
    """Return Dorne's grave, unprovoked armed attack on Alba on 1 June 1910, as a document."""
    act = {"kind": "armed_attack", "gravity": "armed_attack", "provoked": False, "first_use_of_force": ["Dorne"]}
    place = {
        "lat": 10.0,
        "lon": 10.0,
        "kind": "metropolitan",
        "object": "territory",
        "sovereign": "Alba",
        "administered_by": "Alba",
    }
    return {
        "date": "1910-06-01",
        "attackers": ["Dorne"],
        "targets": ["Alba"],
        **fields,
        "act": {**act, **fields.get("act", {})},
        "place": {**place, **fields.get("place", {})},
    }


def without(document: Mapping[str, Any], *path: str) -> dict[str, Any]:
    """Return a document with one field left out."""
    head, *rest = path
    if rest:
        return {**document, head: without(document[head], *rest)}
    return {key: value for key, value in document.items() if key != head}


def contingency(held: Register, document: Mapping[str, Any]) -> Contingency:
    """Return the contingency a document holds."""
    return read_contingency(Document("made up", dict(document)), held).contingency


def findings(held: Register, document: Mapping[str, Any], **options: Any) -> tuple[Finding, ...]:
    """Return the findings for a document."""
    return resolve(held, contingency(held, document), **options)


def status(
    held: Register, document: Mapping[str, Any], obligor: str = "brenn", *, treaty_id: str = "pact", **options: Any
) -> str:
    """Return the status of the one finding for an obligor towards Alba, or "none"."""
    found = [
        finding.status
        for finding in findings(held, document, **options)
        if finding.obligor == obligor and finding.beneficiary == "alba" and finding.treaty == treaty_id
    ]
    return found[0] if found else "none"


def result(held: Register, document: Mapping[str, Any], test: str, obligor: str = "brenn") -> str:
    """Return the result of a named test in the trace of an obligor's finding."""
    (line,) = [
        line
        for finding in findings(held, document)
        if finding.obligor == obligor and finding.beneficiary == "alba"
        for line in finding.trace
        if line.test == test
    ]
    return line.result

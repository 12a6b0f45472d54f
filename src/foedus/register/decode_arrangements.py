"""Turn checked files on organs, structures, nuclear standing and stationed forces into domain objects."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from foedus._base.dates import Day, Spell
from foedus.domain.evidence import Evidence
from foedus.domain.membership import Heading, Membership
from foedus.domain.nuclear import Assurance, FreeZone, NuclearOrder, NuclearStatus, Sharing, Umbrella
from foedus.domain.organ import ClauseLink, DecisionRule, Majority, Organ, Silence
from foedus.domain.stationing import Basis, Presence, Size
from foedus.domain.structure import Structure
from foedus.domain.treaty import Source
from foedus.register.conditions_file import Checked, spell_of
from foedus.register.decode import decode_evidence


def _day(text: str | None) -> Day | None:
    return Day.parse(text) if text else None


def decode_heading(checked: Checked, kind: str) -> Heading:
    """Return what a file of a folder is about."""
    return Heading(
        id=checked["id"],
        name=checked["name"],
        kind=kind,
        treaties=tuple(checked.get("treaties", ())),
        agreement=checked.get("agreement", ""),
        sources=tuple(Source(**source) for source in checked.get("sources", ())),
        note=checked.get("note", ""),
    )


def _memberships(checked: Sequence[Checked], known: Evidence) -> tuple[Membership, ...]:
    return tuple(
        Membership(
            evidence=decode_evidence(part["known"]) if "known" in part else known,
            states=tuple(part.get("states", ())),
            parties_of=part.get("parties_of", ""),
            excepted=tuple(part.get("except", ())),
            part=part.get("part", "full"),
            spell=spell_of(part),
            note=part.get("note", ""),
        )
        for part in checked
    )


# --- organs and structures --------------------------------------------------------------------------------------------


def decode_organs(checked: Checked) -> tuple[Organ, ...]:
    """Return the bodies of a file."""
    heading = decode_heading(checked, "organs")
    return tuple(_organ(part, heading) for part in checked["organs"])


def _organ(checked: Checked, heading: Heading) -> Organ:
    known = decode_evidence(checked["known"])
    return Organ(
        heading=heading,
        id=checked["id"],
        name=checked["name"],
        seats=_memberships(checked["seats"], known),
        rules=tuple(map(_rule, checked["rules"])),
        evidence=known,
        spell=spell_of(checked),
        treaty=checked.get("treaty", ""),
        article=checked.get("article", ""),
        note=checked.get("note", ""),
        is_roster_partial=checked.get("roster") == "partial",
    )


def _rule(checked: Checked) -> DecisionRule:
    majority, silence = checked.get("majority"), checked.get("silence")
    return DecisionRule(
        id=checked["id"],
        subject=checked["subject"],
        rule=checked["rule"],
        summary=checked["summary"],
        evidence=decode_evidence(checked["known"]),
        spell=spell_of(checked),
        failing=checked.get("failing"),
        majority=None if majority is None else Majority(**majority),
        vetoes=tuple(checked.get("vetoes", ())),
        binds=checked.get("binds"),
        silence=None if silence is None else Silence(**silence),
        invoked_by=tuple(checked.get("invoked_by", ())),
        quorum=checked.get("quorum", ""),
        needed_for=tuple(ClauseLink(**link) for link in checked.get("needed_for", ())),
        article=checked.get("article", ""),
        note=checked.get("note", ""),
    )


def decode_structures(checked: Checked) -> tuple[Structure, ...]:
    """Return the standing structures of a file."""
    heading = decode_heading(checked, "structures")
    return tuple(_structure(part, heading) for part in checked["structures"])


def _structure(checked: Checked, heading: Heading) -> Structure:
    known = decode_evidence(checked["known"])
    return Structure(
        heading=heading,
        id=checked["id"],
        name=checked["name"],
        kind=checked["kind"],
        parts=_memberships(checked["parts"], known),
        evidence=known,
        spell=spell_of(checked),
        seat=checked.get("seat", ""),
        summary=checked["summary"],
        note=checked.get("note", ""),
    )


# --- nuclear standing -------------------------------------------------------------------------------------------------


def decode_nuclear(files: Iterable[Checked]) -> NuclearOrder:
    """Return what all files say about nuclear weapons."""
    read = [(checked, decode_heading(checked, "nuclear")) for checked in files]

    def all_of(key: str, decode: Any) -> tuple[Any, ...]:
        return tuple(decode(part, heading) for checked, heading in read for part in checked.get(key, ()))

    return NuclearOrder(
        all_of("status", _status), all_of("sharing", _sharing), all_of("umbrellas", _umbrella), all_of("zones", _zone)
    )


def _status(checked: Checked, heading: Heading) -> NuclearStatus:
    return NuclearStatus(
        heading=heading,
        state=checked["state"],
        standing=checked["standing"],
        spell=spell_of(checked),
        evidence=decode_evidence(checked["known"]),
        first_test=_day(checked.get("first_test")),
        note=checked.get("note", ""),
    )


def _sharing(checked: Checked, heading: Heading) -> Sharing:
    return Sharing(
        heading=heading,
        id=checked["id"],
        owner=checked["owner"],
        host=checked["host"],
        custody=checked["custody"],
        certainty=checked["certainty"],
        spell=spell_of(checked),
        evidence=decode_evidence(checked["known"]),
        treaty=checked.get("treaty", ""),
        systems=checked.get("systems", ""),
        note=checked.get("note", ""),
    )


def _umbrella(checked: Checked, heading: Heading) -> Umbrella:
    known = decode_evidence(checked["known"])
    return Umbrella(
        heading=heading,
        id=checked["id"],
        by=checked["by"],
        over=_memberships(checked["over"], known),
        ground=checked["ground"],
        summary=checked["summary"],
        evidence=known,
        spell=spell_of(checked),
        treaty=checked.get("treaty", ""),
        instrument=checked.get("instrument", ""),
        certainty=checked.get("certainty", "documented"),
        note=checked.get("note", ""),
    )


def _zone(checked: Checked, heading: Heading) -> FreeZone:
    known = decode_evidence(checked["known"])
    return FreeZone(
        heading=heading,
        id=checked["id"],
        name=checked["name"],
        summary=checked["summary"],
        evidence=known,
        parties=_memberships(checked["parties"], known),
        assurances=tuple(_assurance(part, known) for part in checked.get("assurances", ())),
        signed=_day(checked.get("signed")),
        spell=spell_of(checked),
        treaty=checked.get("treaty", ""),
        note=checked.get("note", ""),
    )


def _assurance(checked: Checked, known: Evidence) -> Assurance:
    start = checked["from"]
    return Assurance(
        state=checked["state"],
        evidence=decode_evidence(checked["known"]) if "known" in checked else known,
        protocol=checked.get("protocol", ""),
        signed=_day(checked.get("signed")),
        bound=None if start == "never" else Spell(Day.parse(start), _day(checked.get("until"))),
        note=checked.get("note", ""),
    )


# --- stationed forces -------------------------------------------------------------------------------------------------


def decode_stationed(checked: Checked) -> tuple[Presence, ...]:
    """Return the forces a file places on others' soil."""
    heading = decode_heading(checked, "stationed")
    return tuple(_presence(part, checked["sender"], heading) for part in checked["presences"])


def _presence(checked: Checked, sender: str, heading: Heading) -> Presence:
    spell = spell_of(checked)
    return Presence(
        heading=heading,
        id=checked["id"],
        sender=sender,
        host=checked["host"],
        kind=checked["kind"],
        consent=checked.get("consent", "agreed"),
        evidence=decode_evidence(checked["known"]),
        spell=spell,
        bases=tuple(_basis(part, spell) for part in checked.get("basis", ())),
        sizes=tuple(
            Size(part["year"], part["order"], decode_evidence(part["known"]), part.get("persons"))
            for part in checked.get("sizes", ())
        ),
        contributors=tuple(checked.get("contributors", ())),
        place=checked.get("place", ""),
        note=checked.get("note", ""),
    )


def _basis(checked: Checked, spell: Spell) -> Basis:
    own = spell_of(checked)
    within = Spell(own.start or spell.start, own.end or spell.end)
    return Basis(checked.get("treaty", ""), checked.get("agreement", ""), within)

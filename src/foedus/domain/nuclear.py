"""Nuclear standing: who had weapons, where others' lay, whom they cover, and where none may be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from foedus._base.dates import ALWAYS, Day, Spell
from foedus.domain.evidence import Evidence
from foedus.domain.membership import Heading, Membership, Parties, present_on

NuclearStanding = Literal["acknowledged", "undeclared", "inherited"]
"""Weapons admitted to; weapons not admitted to at the time; a former common state's, left on one's soil."""

Custody = Literal["dual_key", "owner"]
"""Whether the host's forces would deliver the weapons (the owner keeps custody), or the owner alone."""

Certainty = Literal["documented", "reported", "announced", "disputed"]
"""Papers released or the owner's word; what research says; declared and not seen; said by some and denied by others."""

UmbrellaGround = Literal["treaty", "declaration", "practice"]


@dataclass(frozen=True, slots=True)
class NuclearStatus:
    """A state's weapons for one spell."""

    heading: Heading
    state: str
    standing: NuclearStanding
    spell: Spell
    evidence: Evidence
    first_test: Day | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Sharing:
    """One state's nuclear weapons on another's soil for one spell."""

    heading: Heading
    id: str
    owner: str
    host: str
    custody: Custody
    certainty: Certainty
    spell: Spell
    evidence: Evidence
    treaty: str = ""
    systems: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Umbrella:
    """Extended deterrence: whose weapons cover whom, and on what word.

    Attributes
    ----------
    treaty, instrument : str
        The treaty of the register read so, or the name of the declaration or paper.
    """

    heading: Heading
    id: str
    by: str
    over: tuple[Membership, ...]
    ground: UmbrellaGround
    summary: str
    evidence: Evidence
    spell: Spell = ALWAYS
    treaty: str = ""
    instrument: str = ""
    certainty: Certainty = "documented"
    note: str = ""

    def covers_on(self, day: Day, parties: Parties) -> dict[str, Membership]:
        """Return whom it covers on a day; never the one who holds it."""
        if not self.spell.possibly(day):
            return {}
        return {state: one for state, one in present_on(self.over, day, parties).items() if state != self.by}


@dataclass(frozen=True, slots=True)
class Assurance:
    """A nuclear-weapon state's protocol to a zone: it will not use the weapons against the zone.

    Attributes
    ----------
    bound : Spell or None
        None for one that has signed and not ratified, or not signed.
    """

    state: str
    evidence: Evidence
    protocol: str = ""
    signed: Day | None = None
    bound: Spell | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class FreeZone:
    """A zone free of nuclear weapons."""

    heading: Heading
    id: str
    name: str
    summary: str
    evidence: Evidence
    parties: tuple[Membership, ...]
    assurances: tuple[Assurance, ...]
    signed: Day | None = None
    spell: Spell = ALWAYS
    treaty: str = ""
    note: str = ""

    def parties_on(self, day: Day, parties: Parties) -> dict[str, Membership]:
        """Return who belongs to it on a day."""
        return present_on(self.parties, day, parties) if self.spell.possibly(day) else {}

    def assured_on(self, day: Day) -> tuple[Assurance, ...]:
        """Return the assurances that bound on a day."""
        return tuple(one for one in self.assurances if one.bound is not None and one.bound.possibly(day))


@dataclass(frozen=True, slots=True)
class NuclearOrder:
    """All that the register holds about nuclear weapons."""

    statuses: tuple[NuclearStatus, ...] = ()
    sharing: tuple[Sharing, ...] = ()
    umbrellas: tuple[Umbrella, ...] = ()
    zones: tuple[FreeZone, ...] = ()

    def status_on(self, state: str, day: Day) -> NuclearStatus | None:
        """Return what weapons a state had on a day; None where none are on record."""
        held = [one for one in self.statuses if one.state == state and one.spell.possibly(day)]
        return max(held, key=lambda one: one.spell.surely(day)) if held else None

    def armed_on(self, day: Day) -> dict[str, NuclearStatus]:
        """Return every state that had weapons on a day."""
        states = dict.fromkeys(one.state for one in self.statuses)
        return {state: status for state in states if (status := self.status_on(state, day))}

    def shared_on(self, day: Day, *, owner: str = "", host: str = "", treaty: str = "") -> tuple[Sharing, ...]:
        """Return the sharing of a day, of one owner, on one soil or under one treaty."""
        return tuple(
            one
            for one in self.sharing
            if one.spell.possibly(day)
            and owner in {"", one.owner}
            and host in {"", one.host}
            and treaty in {"", one.treaty}
        )

    def umbrellas_over(self, state: str, day: Day, parties: Parties) -> tuple[Umbrella, ...]:
        """Return the umbrellas that cover a state on a day."""
        return tuple(one for one in self.umbrellas if state in one.covers_on(day, parties))

    def zones_of(self, state: str, day: Day, parties: Parties) -> tuple[FreeZone, ...]:
        """Return the zones a state belongs to on a day."""
        return tuple(zone for zone in self.zones if state in zone.parties_on(day, parties))

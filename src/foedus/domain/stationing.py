"""Forces that stand on another state's soil: whose, where, since when, on what footing, and of what order of size."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from foedus._base.dates import ALWAYS, Day, Spell
from foedus.domain.evidence import Evidence
from foedus.domain.membership import Heading

PresenceKind = Literal["base", "garrison", "battlegroup", "rotational", "facility", "mission", "expedition"]
"""A base others are let use; forces quartered; a multinational unit in place; forces that take turns; a station for
listening, supply or repair; trainers and advisers; forces sent to fight there by agreement."""

Consent = Literal["agreed", "contested", "occupation"]
"""Whether the host agreed; ``contested`` where it is disputed whose word counts, or whether it was given."""

SizeOrder = Literal["tens", "hundreds", "thousands", "tens_of_thousands", "hundreds_of_thousands"]


@dataclass(frozen=True, slots=True)
class Basis:
    """What a presence rests on for one spell: a treaty of the register, or an agreement by its name."""

    treaty: str = ""
    agreement: str = ""
    spell: Spell = ALWAYS


@dataclass(frozen=True, slots=True)
class Size:
    """The order of size in a year; `persons` only where a source gives a figure."""

    year: int
    order: SizeOrder
    evidence: Evidence
    persons: int | None = None


@dataclass(frozen=True, slots=True)
class Presence:
    """Forces of one state on the soil of another for one spell.

    Attributes
    ----------
    contributors : tuple of str
        Others who take part under the sender as framework nation.
    """

    heading: Heading
    id: str
    sender: str
    host: str
    kind: PresenceKind
    consent: Consent
    evidence: Evidence
    spell: Spell = ALWAYS
    bases: tuple[Basis, ...] = ()
    sizes: tuple[Size, ...] = ()
    contributors: tuple[str, ...] = ()
    place: str = ""
    note: str = ""

    def rests_on(self, treaty: str, day: Day) -> bool:
        """Whether it may rest on a treaty on a day."""
        return self.spell.possibly(day) and any(one.treaty == treaty and one.spell.possibly(day) for one in self.bases)

    def size_on(self, day: Day) -> Size | None:
        """Return the size known for the year nearest to a day, the earlier of two as near; its year says how near."""
        return min(self.sizes, key=lambda one: (abs(one.year - day.year), one.year), default=None)


def abroad_on(presences: tuple[Presence, ...], state: str, day: Day) -> tuple[Presence, ...]:
    """Return a state's forces on others' soil on a day, those it only contributes to among them."""
    return tuple(one for one in presences if one.spell.possibly(day) and state in {one.sender, *one.contributors})


def on_soil_of(presences: tuple[Presence, ...], state: str, day: Day) -> tuple[Presence, ...]:
    """Return others' forces on a state's soil on a day."""
    return tuple(one for one in presences if one.spell.possibly(day) and one.host == state)

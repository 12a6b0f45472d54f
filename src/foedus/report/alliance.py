"""An alliance on a day: its parties, its organs and their rules, its structures, and what rests on it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

from foedus._base.dates import Day
from foedus._base.errors import Fault, UnknownName
from foedus.domain.membership import Heading
from foedus.domain.nuclear import FreeZone, Sharing, Umbrella
from foedus.domain.organ import Organ
from foedus.domain.stationing import Presence
from foedus.domain.structure import Structure
from foedus.register.arrangements import Arrangements, BoundBy, belongs_to
from foedus.register.register import Register
from foedus.report.arrangements import (
    Json,
    Teller,
    organ_json,
    presence_json,
    sharing_json,
    sources_json,
    structure_json,
    umbrella_json,
    zone_json,
)


@dataclass(frozen=True, slots=True)
class AllianceOn:
    """What an alliance was made of on a day.

    Attributes
    ----------
    treaties : tuple of str
        The treaties of the register it rests on.
    parties : tuple of str
        The states they bind on the day.
    """

    id: str
    name: str
    treaties: tuple[str, ...]
    agreement: str
    parties: tuple[str, ...]
    organs: tuple[Organ, ...]
    structures: tuple[Structure, ...]
    umbrellas: tuple[Umbrella, ...]
    sharing: tuple[Sharing, ...]
    zones: tuple[FreeZone, ...]
    presences: tuple[Presence, ...]

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The files that were read for it."""
        headings = [
            *(organ.heading for organ in self.organs),
            *(structure.heading for structure in self.structures),
            *(umbrella.heading for umbrella in self.umbrellas),
            *(sharing.heading for sharing in self.sharing),
            *(zone.heading for zone in self.zones),
            *(presence.heading for presence in self.presences),
        ]
        return tuple({heading.file: heading for heading in headings}.values())


def alliance_on(name: str, day: Day, register: Register, held: Arrangements) -> AllianceOn:
    """Return an alliance on a day.

    Parameters
    ----------
    name : str
        The id or an alias of a treaty, or the id of a file on organs or structures.

    Raises
    ------
    UnknownName
        If neither is so called.
    """
    heading = _heading(name, register, held)
    nuclear = held.nuclear
    rests = set(heading.treaties)
    bound = dict.fromkeys(state for treaty in heading.treaties for state in BoundBy(register)(treaty, day))
    return AllianceOn(
        id=heading.id,
        name=heading.name,
        treaties=heading.treaties,
        agreement=heading.agreement,
        parties=tuple(sorted(bound)),
        organs=tuple(one for one in held.organs if _shares(one.heading, heading) and one.sits_on(day)),
        structures=tuple(one for one in held.structures if _shares(one.heading, heading) and one.stands_on(day)),
        umbrellas=tuple(one for one in nuclear.umbrellas if one.treaty in rests and one.spell.possibly(day)),
        sharing=tuple(one for one in nuclear.shared_on(day) if one.treaty in rests),
        zones=tuple(zone for zone in nuclear.zones if zone.treaty in rests and zone.spell.possibly(day)),
        presences=tuple(one for one in held.presences if any(one.rests_on(treaty, day) for treaty in rests)),
    )


def _shares(one: Heading, other: Heading) -> bool:
    """Whether a file is about the same alliance, by its id or by a treaty."""
    return any(belongs_to(one, name) for name in (other.id, *other.treaties))


def _heading(name: str, register: Register, held: Arrangements) -> Heading:
    """Return what is asked for: the alliance of that name, or a treaty by itself."""
    if name.lower() in held.alliances:
        return held.alliances[name.lower()]
    try:
        treaty = register.treaty(name)
    except UnknownName as error:
        known = ", ".join(sorted(held.alliances))
        more = Fault(error.faults[0].what, allowed=f"a treaty, or one of {known}", remedy=error.faults[0].remedy)
        raise UnknownName(more) from error
    return Heading(treaty.id, treaty.name, treaties=(treaty.id,))


def alliance_json(alliance: AllianceOn, tell: Teller) -> Json:
    """Return an alliance on a day as the documented JSON."""
    parts = {
        "organs": [organ_json(one, tell) for one in alliance.organs],
        "structures": [structure_json(one, tell) for one in alliance.structures],
        "umbrellas": [umbrella_json(one, tell) for one in alliance.umbrellas],
        "sharing": [sharing_json(one, tell) for one in alliance.sharing],
        "zones": [zone_json(one, tell) for one in alliance.zones],
        "stationed": [presence_json(one, tell) for one in alliance.presences],
    }
    return {
        "id": alliance.id,
        "name": alliance.name,
        "treaties": list(alliance.treaties),
        "agreement": alliance.agreement or None,
        "parties": tell.actors(alliance.parties),
        **parts,
        "sources": sources_json(alliance.headings, chain.from_iterable(parts.values())),
    }

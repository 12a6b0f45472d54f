"""States, earlier polities, organisations and non-state actors, each with its dated names and codes."""

from __future__ import annotations

from dataclasses import dataclass

from foedus._base.dates import ALWAYS, Day, Spell, any_possibly, any_surely
from foedus.domain.vocabulary import ActorKind


@dataclass(frozen=True, slots=True)
class Name:
    """A name and the time it was borne; `formal` is the long form."""

    text: str
    spell: Spell = ALWAYS
    formal: str = ""


@dataclass(frozen=True, slots=True)
class SystemMembership:
    """Membership of a state system: Correlates of War or Gleditsch–Ward."""

    number: int
    abbreviation: str
    spells: tuple[Spell, ...]


@dataclass(frozen=True, slots=True)
class IsoCode:
    """An ISO 3166 alpha-3 code and the time it was assigned to this actor."""

    code: str
    spell: Spell = ALWAYS


@dataclass(frozen=True, slots=True)
class Capital:
    """A seat of government; degrees north and east."""

    name: str
    lat: float
    lon: float
    spell: Spell = ALWAYS


@dataclass(frozen=True, slots=True)
class Succession:
    """A link to a predecessor or successor."""

    actor: str
    how: str
    date: Day | None = None


@dataclass(frozen=True, slots=True)
class StateClass:
    """A shared class of states, such as the Great Powers, each member with its spell."""

    id: str
    name: str
    members: tuple[tuple[str, Spell], ...]

    def members_on(self, day: Day) -> frozenset[str]:
        """Return who belonged to the class on a day."""
        return frozenset(state for state, spell in self.members if spell.possibly(day))


@dataclass(frozen=True, slots=True)
class Actor:
    """A state, polity, organisation or non-state actor.

    Attributes
    ----------
    exists : tuple of Spell
        Its own life, which may be longer than its membership of a state system.
    disputed : str
        What is disputed about its statehood or territory, empty if nothing.
    """

    id: str
    kind: ActorKind
    names: tuple[Name, ...]
    aliases: tuple[Name, ...] = ()
    cow: SystemMembership | None = None
    gw: tuple[SystemMembership, ...] = ()
    iso3: tuple[IsoCode, ...] = ()
    exists: tuple[Spell, ...] = ()
    capitals: tuple[Capital, ...] = ()
    predecessors: tuple[Succession, ...] = ()
    successors: tuple[Succession, ...] = ()
    note: str = ""
    disputed: str = ""

    def name_on(self, day: Day) -> str:
        """Return the name borne on a day; outside every spell, the latest."""
        held = [name.text for name in self.names if name.spell.possibly(day)]
        return held[-1] if held else self.names[-1].text

    def iso3_on(self, day: Day) -> str | None:
        """Return the ISO alpha-3 code of that day, if one was assigned."""
        return next((iso.code for iso in self.iso3 if iso.spell.possibly(day)), None)

    def capital_on(self, day: Day) -> Capital | None:
        """Return the seat of government on a day, if known."""
        return next((seat for seat in self.capitals if seat.spell.possibly(day)), None)

    def existed_on(self, day: Day) -> bool:
        """Whether it may have existed on that day; an actor without dates always may."""
        return not self.exists or any_possibly(self.exists, day)

    def in_system_on(self, day: Day, system: str = "cow") -> bool:
        """Whether it was a member of the ``cow`` or ``gw`` state system on that day."""
        return any(any_surely(member.spells, day) for member in self.memberships(system))

    def memberships(self, system: str) -> tuple[SystemMembership, ...]:
        """Return its memberships of a system; Gleditsch and Ward give some states two numbers in turn."""
        return self.gw if system == "gw" else (self.cow,) if self.cow else ()

    def number_on(self, system: str, day: Day) -> int | None:
        """Return its number in a system on a day; outside every spell, the latest it had."""
        memberships = self.memberships(system)
        held = [member for member in memberships if any_possibly(member.spells, day)]
        chosen = (*held, *memberships[-1:])[:1]
        return chosen[0].number if chosen else None

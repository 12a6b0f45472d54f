"""Operations and the coalitions that carried them: who led, who took part, by what mandate, under whose command.

An operation is a fact, not law: a state that takes part in one owes nothing by it. What an alliance promises stands in
its treaty; what its members did together stands here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from foedus._base.dates import Day, Spell
from foedus.domain.evidence import Evidence
from foedus.domain.treaty import Source
from foedus.domain.vocabulary import (
    CommandArrangement,
    MandateBasis,
    OperationEnd,
    OperationKind,
    OperationPurpose,
    OperationRole,
    StatementGroup,
)


@dataclass(frozen=True, slots=True)
class Size:
    """How many people, on a date, by a source; `personnel` as the source rounds it."""

    personnel: int
    on: Day
    source: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Lead:
    """Who led for one spell: a state or organisation, or the alliance of a treaty."""

    spell: Spell
    actor: str = ""
    treaty: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Participant:
    """One state's part in an operation for one spell.

    Attributes
    ----------
    spell : Spell
        When it took part; that of the operation where no other is recorded.
    dated : bool
        Whether its dates are recorded. Without them it took part at some time, and not surely all of it.
    caveats : str
        What it reserved: tasks, places or means it kept out of, empty where none is documented.
    """

    state: str
    role: OperationRole
    spell: Spell
    dated: bool = False
    size: Size | None = None
    caveats: str = ""
    note: str = ""

    def surely_on(self, day: Day) -> bool:
        """Whether it is on record that it took part on a day."""
        return self.dated and self.spell.surely(day)


@dataclass(frozen=True, slots=True)
class Opponent:
    """Whom an operation fought for one spell: an actor of the register, or a group known by name only."""

    spell: Spell
    actor: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Mandate:
    """What an operation was founded on.

    Attributes
    ----------
    resolution : str
        The number of a resolution, where the basis is one.
    by : str
        The organisation or state that decided or consented.
    disputed : str
        Who disputed it and why, empty where it stood unquestioned.
    """

    basis: MandateBasis
    date: Day | None = None
    resolution: str = ""
    by: str = ""
    note: str = ""
    disputed: str = ""


@dataclass(frozen=True, slots=True)
class Command:
    """Who commanded whom for one spell."""

    arrangement: CommandArrangement
    text: str
    spell: Spell


@dataclass(frozen=True, slots=True)
class OperationEnding:
    """How an operation ended, and the operations that took its work over."""

    how: OperationEnd
    to: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation, and the coalition that carried it.

    Attributes
    ----------
    spell : Spell
        From the first deployment or decision to the last withdrawal; open while it lasts.
    hosts : tuple of str
        The states on whose territory it took place.
    theatre : str
        The place in words: a sea, a province, an airspace.
    alliances : tuple of str
        Ids of the treaties whose alliance ran it, or within which it took place.
    sizes : tuple of Size
        The whole force on dates for which a count is documented.
    known : mapping of str to Evidence
        How each group of statements is known.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    other_names: tuple[str, ...]
    kind: OperationKind
    purposes: tuple[OperationPurpose, ...]
    summary: str
    spell: Spell
    hosts: tuple[str, ...]
    theatre: str
    leads: tuple[Lead, ...]
    participants: tuple[Participant, ...]
    mandates: tuple[Mandate, ...]
    commands: tuple[Command, ...]
    sources: tuple[Source, ...]
    known: Mapping[StatementGroup, Evidence]
    ending: OperationEnding | None = None
    alliances: tuple[str, ...] = ()
    opponents: tuple[Opponent, ...] = ()
    sizes: tuple[Size, ...] = ()
    note: str = ""

    def participants_on(self, day: Day) -> tuple[Participant, ...]:
        """Return who may have taken part on a day."""
        return tuple(part for part in self.participants if part.spell.possibly(day))

    def leads_on(self, day: Day) -> tuple[Lead, ...]:
        """Return who may have led on a day."""
        return tuple(lead for lead in self.leads if lead.spell.possibly(day))

    def opponents_on(self, day: Day) -> tuple[Opponent, ...]:
        """Return whom it may have fought on a day."""
        return tuple(opponent for opponent in self.opponents if opponent.spell.possibly(day))

    def commands_on(self, day: Day) -> tuple[Command, ...]:
        """Return the command arrangements that may have held on a day."""
        return tuple(command for command in self.commands if command.spell.possibly(day))

    def parts_of(self, state: str) -> tuple[Participant, ...]:
        """Return the parts a state had, in the order of the file."""
        return tuple(part for part in self.participants if part.state == state)

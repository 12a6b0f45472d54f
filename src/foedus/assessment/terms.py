"""What the model of fulfilment asks of an alliance: its pledges, its parties, its time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from foedus._base.dates import Day
from foedus.domain.actor import StateClass
from foedus.domain.treaty import Clause, Treaty
from foedus.panel.pledges import Pledge, pledge_of

CALLED: Mapping[Pledge, str] = MappingProxyType(
    {"defense": "defence", "offense": "offence", "neutrality": "neutrality", "nonaggression": "non-aggression"}
)
"""Our pledges by the words of the published cases; consultation is none of theirs."""


@dataclass(frozen=True, slots=True)
class Terms:
    """An alliance on a day.

    Attributes
    ----------
    pledges : tuple of str
        In the words of the published cases, the chief one first.
    parties : int
        How many states it may bind on the day.
    major_power : bool
        Whether a major power is among them.
    """

    pledges: tuple[str, ...]
    parties: int
    since_1945: bool
    major_power: bool

    @property
    def multilateral(self) -> bool:
        """Whether it has more than two parties."""
        return self.parties > 2


def terms_of(treaty: Treaty, day: Day, majors: StateClass) -> Terms:
    """Return the terms of a treaty on a day, by the clauses that may be law on it.

    Parameters
    ----------
    majors : StateClass
        The major powers.
    """
    pledges = {pledge_of(clause) for clause in treaty.clauses if _may_be_law(treaty, clause, day)}
    parties = {party.state for party in treaty.parties if party.may_be_bound_on(day)}
    held = tuple(word for pledge, word in CALLED.items() if pledge in pledges)
    return Terms(held, len(parties), day.year >= 1945, not parties.isdisjoint(majors.members_on(day)))


def _may_be_law(treaty: Treaty, clause: Clause, day: Day) -> bool:
    instrument = treaty.instrument_of[clause.instrument]
    return instrument.in_force and instrument.spell.possibly(day) and clause.spell.possibly(day)

"""A treaty as it stood on a day: the parties bound then, and the clauses that were law."""

from __future__ import annotations

from dataclasses import replace

from foedus._base.dates import Day
from foedus._base.errors import BadInput, Fault
from foedus.domain.treaty import Clause, Treaty


def as_on(treaty: Treaty, day: Day) -> Treaty:
    """Return the treaty with only the parties and clauses that may have held on a day.

    Raises
    ------
    BadInput
        If the treaty was not in force on the day.
    """
    if treaty.life is None or not treaty.life.possibly(day):
        life = "it never came into force" if treaty.life is None else f"it was in force {treaty.life}"
        raise BadInput(Fault(f"{treaty.id} was not in force on {day.iso()}", "--on", life, "leave --on out"))
    parties = tuple(party for party in treaty.parties if party.may_be_bound_on(day))
    clauses = tuple(clause for clause in treaty.clauses if _holds(treaty, clause, day))
    return replace(treaty, parties=parties, clauses=clauses)


def _holds(treaty: Treaty, clause: Clause, day: Day) -> bool:
    instrument = treaty.instrument_of[clause.instrument]
    return instrument.in_force and instrument.spell.possibly(day) and clause.spell.possibly(day)


def members(treaty: Treaty) -> tuple[str, ...]:
    """Return the states that a treaty ever bound, in the order of the file."""
    return tuple(dict.fromkeys(party.state for party in treaty.parties if party.bound))


def joined(treaty: Treaty) -> dict[str, Day]:
    """Return the day on which each member was first bound, at the earliest the day the treaty was signed."""
    days: dict[str, Day] = {}
    for party in treaty.parties:
        if party.bound:
            start = party.bound.start or treaty.signed
            days.setdefault(party.state, max(start, treaty.signed, key=lambda day: day.first))
    return days

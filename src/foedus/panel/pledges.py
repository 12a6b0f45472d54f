"""Who is bound to whom by the treaties of the register, pledge by pledge, as stretches of days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from types import MappingProxyType
from typing import Literal, TypeAlias

from foedus._base.dates import Spell
from foedus.domain.group import Group
from foedus.domain.treaty import Clause, Treaty
from foedus.domain.vocabulary import NO_HELP_IN_ARMS, Obligation
from foedus.panel.membership import STILL, Stretch
from foedus.register.register import Register

Pledge = Literal["defense", "offense", "neutrality", "nonaggression", "consultation"]

PLEDGE_OF: Mapping[Obligation, Pledge] = MappingProxyType(
    {
        "defend": "defense",
        "offense": "offense",
        "neutrality": "neutrality",
        "nonaggression": "nonaggression",
        "consult": "consultation",
    }
)
"""The pledge that a clause holds; a right to act (`discretionary_action`) is none."""

PLEDGES: tuple[Pledge, ...] = ("defense", "offense", "neutrality", "nonaggression", "consultation")

Standing: TypeAlias = tuple[str, Stretch]
"""A state and the days on which it is bound."""

ALL_TIME: Stretch = (-STILL, STILL)

Reading: TypeAlias = Literal["surely", "possibly"]
"""Days on which something holds by every reading of its dates, or by some."""


@dataclass(frozen=True, slots=True)
class Bond:
    """One state's pledge to another for a time.

    Attributes
    ----------
    first, last : int
        Day numbers, both included.
    """

    debtor: str
    creditor: str
    pledge: Pledge
    treaty: str
    first: int
    last: int


def bonds(
    register: Register, reading: Reading, within: Stretch, *, pledge: Pledge | None = None, state: str | None = None
) -> Iterator[Bond]:
    """Yield every bond of the register that touches a stretch of days.

    A pledge counts whatever its conditions are; whom it is owed to is read from the clause, and a pledge to all the
    world counts towards the other parties. What may stand in articles that nobody has read (`Treaty.unread`) possibly
    binds every party to every other. Suspensions between parties are left out of the time, but they do not touch
    a duty owed to all the world. Instruments without legal duties (declarations, domestic law, drafts) are left out.

    Parameters
    ----------
    register : Register
        Whose treaties.
    reading : {"surely", "possibly"}
        Where dates are known only roughly: the days within every reading of them, or within some.
    within : tuple of int
        The first and the last day that matter, as day numbers.
    pledge : str, optional
        Only bonds of this pledge.
    state : str, optional
        Only bonds that this actor owes or is owed.
    """
    for treaty in register.treaties.values():
        if treaty.binds:
            for clause in treaty.clauses:
                held = pledge_of(clause)
                if held is None or (pledge is not None and held != pledge):
                    continue
                law = _overlap(_law(treaty, clause, reading), within)
                if law is not None:
                    yield from _of_the_clause(treaty, clause, held, reading, law, state)
            if reading == "possibly":
                yield from _of_the_unread(treaty, within, pledge, state)


def pledge_of(clause: Clause) -> Pledge | None:
    """Return the pledge that a clause holds, or None: help that is limited to facilities or sanctions is no defence."""
    pledge = PLEDGE_OF.get(clause.obligation)
    return None if pledge == "defense" and clause.strength in NO_HELP_IN_ARMS else pledge


def _of_the_clause(
    treaty: Treaty, clause: Clause, pledge: Pledge, reading: Reading, law: Stretch, state: str | None
) -> Iterator[Bond]:
    debtors = [one for one in _standing(treaty, clause.owes, reading) if _overlap(one[1], law)]
    owed_to = (*_standing(treaty, clause.to, reading), *_named(treaty, clause.to))
    creditors = [one for one in owed_to if _overlap(one[1], law)]
    paused = None if clause.to.anyone else reading
    for debtor, creditor, (first, last) in _shared(treaty, _pairs(debtors, creditors, state), law, paused):
        yield Bond(debtor, creditor, pledge, treaty.id, first, last)


def _of_the_unread(treaty: Treaty, within: Stretch, pledge: Pledge | None, state: str | None) -> Iterator[Bond]:
    days = _days(treaty.life, "possibly") if treaty.life else None
    law = _overlap(_overlap((treaty.signed.first, STILL), days), within)
    bound = [(party.state, _days(party.bound, "possibly")) for party in treaty.parties if party.bound]
    kinds = [held for kind, held in PLEDGE_OF.items() if kind in treaty.unread and pledge in (None, held)]
    if kinds and law is not None:
        for debtor, creditor, (first, last) in _shared(treaty, _pairs(bound, bound, state), law, "possibly"):
            for held in kinds:
                yield Bond(debtor, creditor, held, treaty.id, first, last)


def _shared(
    treaty: Treaty, pairs: Iterable[tuple[Standing, Standing]], law: Stretch, paused: Reading | None
) -> Iterator[tuple[str, str, Stretch]]:
    """Yield the days that debtor and creditor share while the law holds, without its pauses by a reading if any."""
    for (debtor, owing), (creditor, owed) in pairs:
        both = _overlap(_overlap(owing, owed), law)
        if debtor != creditor and both is not None:
            for days in _without(both, _pauses(treaty, debtor, creditor, paused) if paused else []):
                yield debtor, creditor, days


def _pairs(
    debtors: list[Standing], creditors: list[Standing], state: str | None
) -> Iterator[tuple[Standing, Standing]]:
    """Yield debtors with creditors; of a state if one is given, so that of a large treaty not every pair is made."""
    if state is None:
        yield from product(debtors, creditors)
        return
    yield from product([one for one in debtors if one[0] == state], creditors)
    yield from product([one for one in debtors if one[0] != state], [one for one in creditors if one[0] == state])


def _law(treaty: Treaty, clause: Clause, reading: Reading) -> Stretch | None:
    """Return the days on which the clause is law."""
    instrument = treaty.instrument_of[clause.instrument]
    if treaty.life is None or not instrument.in_force:
        return None
    days: Stretch | None = (treaty.signed.first if reading == "possibly" else treaty.signed.last, STILL)
    for spell in (treaty.life, instrument.spell, clause.spell):
        days = _overlap(days, _days(spell, reading))
    return days


def _standing(treaty: Treaty, group: Group, reading: Reading) -> list[Standing]:
    """Return the parties of a group with the days on which each is bound."""
    return [
        (party.state, _days(party.bound, reading))
        for party in treaty.parties
        if party.bound and group.holds(party.state, party.role)
    ]


def _named(treaty: Treaty, group: Group) -> list[Standing]:
    """Return the states that a clause names without their being parties."""
    return [(state, (-STILL, STILL)) for state in group.states if not treaty.places_of(state)]


def _days(spell: Spell, reading: Reading) -> Stretch:
    if reading == "possibly":
        return spell.start.first if spell.start else -STILL, spell.end.last if spell.end else STILL
    return spell.start.last if spell.start else -STILL, spell.end.first if spell.end else STILL


def _pauses(treaty: Treaty, one: str, other: str, reading: Reading) -> list[Stretch]:
    """Return the days to take out: what surely holds is free of possible suspensions, what may hold of sure ones."""
    other_reading: Reading = "possibly" if reading == "surely" else "surely"
    days = (_days(pause.spell, other_reading) for pause in treaty.suspensions if pause.between(one, other))
    return sorted((first, last) for first, last in days if first <= last)


def _without(days: Stretch, pauses: list[Stretch]) -> Iterator[Stretch]:
    """Yield what is left of a stretch of days when others are taken out of it."""
    first, last = days
    for start, end in pauses:
        if start > first and start <= last:
            yield first, start - 1
        if start <= last and end >= first:
            first = end + 1
    if first <= last:
        yield first, last


def _overlap(one: Stretch | None, other: Stretch | None) -> Stretch | None:
    if one is None or other is None:
        return None
    first, last = max(one[0], other[0]), min(one[1], other[1])
    return (first, last) if first <= last else None

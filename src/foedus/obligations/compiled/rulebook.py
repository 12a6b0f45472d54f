"""The law of a day as codes: which clauses may be law, who may owe them and to whom."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

import numpy as np

from foedus._base.dates import Day
from foedus.domain.group import Group
from foedus.domain.treaty import Clause, Treaty
from foedus.domain.vocabulary import Obligation
from foedus.obligations.compiled.truths import Bytes, Codes, Flags
from foedus.obligations.in_force import clause_may_live, place_held
from foedus.obligations.logic import NOT_MET
from foedus.obligations.situation import Law
from foedus.register.register import Register

OBLIGATIONS: tuple[Obligation, ...] = get_args(Obligation)


@dataclass(frozen=True, slots=True)
class Places:
    """Who has a place in a treaty, and whether it binds on the day.

    Attributes
    ----------
    held : array of bool, shape (actors,)
        Whether the actor ever had a place.
    bound : array of truth values, shape (actors,)
        Whether a place binds it on the day.
    """

    held: Flags
    bound: Bytes


@dataclass(frozen=True, slots=True)
class Rule:
    """A clause that may be law.

    Attributes
    ----------
    places : Places
        Who has a place in its treaty.
    obligors : array of int, shape (obligors,)
        Who may owe it, by the order of their ids.
    covered : array of bool, shape (actors,)
        The parties to whom it may be owed.
    named : array of bool, shape (actors,)
        Those outside the treaty to whom it may be owed once they are targets.
    protected : array of bool, shape (actors,)
        Those who belong to the group to which it is owed, by any place that they ever had.
    """

    treaty: Treaty
    clause: Clause
    places: Places
    obligors: Codes
    covered: Flags
    named: Flags
    protected: Flags


def rules(
    register: Register, law: Law, actors: Sequence[str], of: Collection[Obligation] = OBLIGATIONS
) -> Iterator[Rule]:
    """Yield every clause of some obligations that may be law on the day, treaty by treaty; `actors` gives the codes."""
    yield from rules_of(register.treaties_on(law.day), law, actors, of)


def rules_of(
    treaties: Iterable[Treaty], law: Law, actors: Sequence[str], of: Collection[Obligation] = OBLIGATIONS
) -> Iterator[Rule]:
    """Yield every clause of some treaties, and of some obligations, that may be law on the day."""
    code = {actor: number for number, actor in enumerate(actors)}
    for treaty in treaties:
        if not any(clause.obligation in of for clause in treaty.clauses):
            continue
        standing = [(party.state, party.role) for party in treaty.parties if party.may_be_bound_on(law.day)]
        ever = [(party.state, party.role) for party in treaty.parties]
        places = _places(treaty, law.day, code)
        for clause in treaty.clauses:
            if clause.obligation in of and clause_may_live(treaty, clause, law):
                owing = sorted({state for state, role in standing if clause.owes.holds(state, role)})
                outside = _outsiders(clause.to, code)
                yield Rule(
                    treaty=treaty,
                    clause=clause,
                    places=places,
                    obligors=np.array([code[state] for state in owing], np.int64),
                    covered=_mask((state for state, role in standing if clause.to.holds(state, role)), code),
                    named=outside & ~_mask((state for state, _ in standing), code),
                    protected=_mask((state for state, role in ever if clause.to.holds(state, role)), code)
                    | (outside & ~places.held),
                )


def _mask(states: Iterable[str], code: Mapping[str, int]) -> Flags:
    flags = np.zeros(len(code), np.bool_)
    flags[[code[state] for state in states if state in code]] = True
    return flags


def _outsiders(group: Group, code: Mapping[str, int]) -> Flags:
    """Return who belongs to a group without a role in the treaty."""
    held = np.ones(len(code), np.bool_) if group.anyone else _mask(group.states, code)
    return held & ~_mask(group.excepted, code)


def _places(treaty: Treaty, day: Day, code: Mapping[str, int]) -> Places:
    held, bound = np.zeros(len(code), np.bool_), np.full(len(code), NOT_MET, np.uint8)
    for party in treaty.parties:
        at = code[party.state]
        held[at] = True
        bound[at] = max(bound[at], place_held(party.state, party, day).now)
    return Places(held, bound)

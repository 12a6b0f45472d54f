"""The law of a day as codes: which clauses may be law, who may owe them and to whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from foedus.domain.treaty import Clause, Treaty
from foedus.obligations.compiled.truths import Codes, Flags
from foedus.obligations.in_force import clause_may_live
from foedus.obligations.situation import Law
from foedus.register.register import Register


@dataclass(frozen=True, slots=True)
class Rule:
    """A clause that may be law.

    Attributes
    ----------
    obligors : array of int, shape (obligors,)
        Who may owe it, by the order of their ids.
    covered : array of bool, shape (actors,)
        The parties to whom it may be owed.
    named : array of bool, shape (actors,)
        Those outside the treaty to whom it may be owed once they are targets.
    """

    treaty: Treaty
    clause: Clause
    obligors: Codes
    covered: Flags
    named: Flags


def rules(register: Register, law: Law, actors: Sequence[str]) -> Iterator[Rule]:
    """Yield every clause that may be law on the day, treaty by treaty; `actors` gives the codes."""
    code = {actor: number for number, actor in enumerate(actors)}
    for treaty in register.treaties_on(law.day):
        standing = [(party.state, party.role) for party in treaty.parties if party.may_be_bound_on(law.day)]
        parties = {state for state, _ in standing}
        for clause in treaty.clauses:
            if clause_may_live(treaty, clause, law):
                owing = sorted({state for state, role in standing if clause.owes.holds(state, role)})
                covered = {state for state, role in standing if clause.to.holds(state, role)}
                yield Rule(
                    treaty,
                    clause,
                    np.array([code[state] for state in owing], np.int64),
                    np.array([actor in covered for actor in actors], np.bool_),
                    np.array([actor not in parties and clause.to.holds(actor, "") for actor in actors], np.bool_),
                )

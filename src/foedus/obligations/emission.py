"""Who is asked about: for each clause in force, the pairs of states that an event concerns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from foedus._base.dates import Day
from foedus.domain.treaty import Clause, Treaty
from foedus.obligations.in_force import clause_may_live
from foedus.obligations.situation import Scene, Situation


def situations(scene: Scene) -> Iterator[Situation]:
    """Yield every clause that may be law on the day, for each pair of states it is asked about."""
    for treaty in scene.register.treaties_on(scene.law.day):
        for clause in treaty.clauses:
            if clause_may_live(treaty, clause, scene.law):
                for obligor, beneficiary in pairs(scene, treaty, clause):
                    yield Situation(scene, treaty, clause, obligor, beneficiary)


def pairs(scene: Scene, treaty: Treaty, clause: Clause) -> Iterator[tuple[str, str]]:
    """Yield the pairs a clause is asked about: a target or attacker as beneficiary, or an attacker in breach."""
    event = scene.event
    standing = _standing(treaty, scene.law.day)
    obligors = sorted({state for state, role in standing if clause.owes.holds(state, role)})
    if clause.obligation == "nonaggression":
        yield from product((state for state in obligors if state in event.attackers), event.targets)
        return
    parties = {state for state, _ in standing}
    covered = {state for state, role in standing if clause.to.holds(state, role)}
    concerned = dict.fromkeys((*event.targets, *event.attackers, *_callers(scene, treaty, clause)))
    for beneficiary in concerned:
        named = beneficiary not in parties and clause.to.holds(beneficiary, "")
        if beneficiary in covered or (named and beneficiary in event.targets):
            yield from ((obligor, beneficiary) for obligor in obligors if obligor != beneficiary)
    if "partner" in clause.beneficiary_is:
        others = sorted(covered - set(concerned))
        yield from product((state for state in obligors if state in event.targets), others)


def _standing(treaty: Treaty, day: Day) -> list[tuple[str, str]]:
    return [(party.state, party.role) for party in treaty.parties if party.may_be_bound_on(day)]


def _callers(scene: Scene, treaty: Treaty, clause: Clause) -> Iterable[str]:
    if "requester" not in clause.beneficiary_is:
        return ()
    return (call.by for call in scene.contingency.requests if call.to_treaty == treaty.id and scene.happened(call.date))

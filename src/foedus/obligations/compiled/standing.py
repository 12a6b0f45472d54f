"""Steps 1 and 2 over arrays: who is bound and covered, and where the two stand in the event."""

from __future__ import annotations

from functools import reduce

import numpy as np

from foedus._base.dates import Day
from foedus.domain.treaty import Suspension
from foedus.domain.vocabulary import Standing
from foedus.obligations.compiled.block import Block
from foedus.obligations.compiled.evaluate import asked
from foedus.obligations.compiled.looks import Look
from foedus.obligations.compiled.truths import UNSETTLED, Codes, Truths, decided, everywhere
from foedus.obligations.in_force import clause_alive, pauses
from foedus.obligations.logic import NOT_MET
from foedus.obligations.roles import STANDINGS, TO_ACT

_WARRING = frozenset({Look.ACT, Look.WARS, Look.BENEFICIARY, Look.STANDING})
_CALLING = frozenset({Look.REQUESTS, Look.BENEFICIARY, Look.OBLIGOR})


def in_force(block: Block) -> Truths:
    """Return whether the clause binds each obligor towards each beneficiary on the day (semantics 4)."""
    rule, law = block.rule, block.batch.law
    truths = asked(block, frozenset(), lambda _: clause_alive(rule.treaty, rule.clause, law))
    owes, to = rule.clause.owes, rule.clause.to
    truths &= _bound(block, block.obligor, owes.states, anyone=False)
    truths &= _bound(block, block.beneficiary[:, None], to.states, anyone=to.anyone)
    for pause in pauses(rule.treaty, rule.clause, law.day):
        truths &= ~_suspended(block, pause, law.day)
    return truths


def _bound(block: Block, actors: Codes, named: tuple[str, ...], *, anyone: bool) -> Truths:
    """Return whether actors stand in the treaty on the day, as parties or as named by the clause."""
    places, batch = block.rule.places, block.batch
    outside = decided(batch.holds(named) | anyone).now
    truth = outside if anyone else np.where(places.held, places.bound, outside)
    stands = np.where(batch.exists, truth, np.uint8(NOT_MET))[actors]
    return Truths(stands, stands)


def _suspended(block: Block, pause: Suspension, day: Day) -> Truths:
    """Return between whom a suspension stands: surely, or perhaps where its dates are known only roughly."""
    one, other = (block.batch.holds(states) for states in (pause.one, pause.other))
    owing, owed = block.obligor, block.beneficiary[:, None]
    between = decided((one[owing] & other[owed]) | (other[owing] & one[owed]))
    return between if pause.spell.surely(day) else between & UNSETTLED


def roles(block: Block) -> Truths:
    """Return whether obligor and beneficiary stand as the clause asks (semantics 5)."""
    clause = block.rule.clause
    if clause.obligation == "nonaggression":
        protected = decided(block.rule.protected | clause.to.anyone)
        return Truths(*(truth[block.beneficiary][:, None] for truth in (protected.now, protected.later)))
    stands = reduce(Truths.__or__, (_stands(block, standing) for standing in clause.beneficiary_is))
    return stands & ~_on_the_other_side(block) if clause.obligation in TO_ACT else stands


def _stands(block: Block, standing: Standing) -> Truths:
    match standing:
        case "target":
            return decided(block.is_target[:, None])
        case "attacker":
            return decided(block.is_attacker[:, None])
        case "partner":
            return decided(block.obligor_is_target)
        case "at_war":
            return asked(block, _WARRING, STANDINGS[standing])
        case "requester":
            if Look.REQUESTS in block.batch.silent:
                return everywhere(met=False)
            return asked(block, _CALLING, STANDINGS[standing])


def _on_the_other_side(block: Block) -> Truths:
    faces = block.faces_targets[:, None]
    return decided(np.where(faces, block.obligor_is_target, block.obligor_is_attacker))

"""Step 5 over arrays: the conditions on adversaries that sets answer, without asking for each row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from foedus.domain.condition import AdversaryIs, AdversaryIsParty
from foedus.obligations.adversary import are_allied
from foedus.obligations.compiled.block import Block
from foedus.obligations.compiled.truths import Codes, Flags, Truths, decided


def adversary_is(condition: AdversaryIs, block: Block) -> Truths:
    """Whether one of the adversaries, or each, belongs to the set."""
    wanted, scene = condition.adversary, block.batch.scene(int(block.world[0]))
    classes = (scene.register.classes[name].members_on(scene.event.date) for name in wanted.classes)
    states = frozenset(wanted.states).union(*classes)
    meant = block.batch.holds(states)
    row, adversary = block.opposed
    if wanted.or_allies:
        meant |= _allied(block, np.unique(adversary), states)
    matching, everyone = (np.bincount(rows, minlength=len(block.world)) for rows in (row[meant[adversary]], row))
    return decided(((matching > 0) & ((matching == everyone) | (not wanted.each)))[:, None])


def _allied(block: Block, candidates: Codes, states: frozenset[str]) -> Flags:
    """Return which candidates are bound to fight for one of these states, or one of them for it."""
    batch, flags = block.batch, np.zeros(len(block.batch.actors), np.bool_)
    register = batch.scene(int(block.world[0])).register
    for code in candidates.tolist():
        flags[code] = any(are_allied(register, batch.actors[code], other, batch.law.day) for other in sorted(states))
    return flags


def adversary_is_party(condition: AdversaryIsParty, block: Block) -> Truths:
    """Whether an adversary is itself bound by the treaty."""
    treaty, day = block.rule.treaty, block.batch.law.day
    bound = block.batch.holds(party.state for party in treaty.parties if party.may_be_bound_on(day))
    row, adversary = block.opposed
    found = np.bincount(row[bound[adversary]], minlength=len(block.world)) > 0
    return decided((found == condition.adversary_is_party)[:, None])


BY_SETS: Mapping[type, Callable[[Any, Block], Truths]] = {
    AdversaryIs: adversary_is,
    AdversaryIsParty: adversary_is_party,
}
"""Conditions whose outcome is found for all rows at once."""

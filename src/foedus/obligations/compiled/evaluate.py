"""Evaluate tests for a block: once for each distinct combination of what a test looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import reduce

import numpy as np

from foedus.domain.condition import AllOf, AnyOf, Bound, Leaf, Not, Tree
from foedus.domain.finding import StepName
from foedus.obligations.compiled.adversaries import BY_SETS
from foedus.obligations.compiled.block import Block
from foedus.obligations.compiled.looks import Look, Looks, looks_at
from foedus.obligations.compiled.truths import Codes, Truths, everywhere
from foedus.obligations.evaluate import EVALUATORS, Evaluator, is_left_out
from foedus.obligations.judgement import chained
from foedus.obligations.logic import Outcome
from foedus.obligations.situation import Situation

_EVALUATORS: Mapping[type, Evaluator] = {**EVALUATORS, Bound: chained}


def tested(tree: Tree, block: Block, step: StepName) -> Truths:
    """Return the outcome of a tree of conditions for every row and obligor of a block."""
    law, treaty = block.batch.law, block.rule.treaty
    if not len(block.world):
        return everywhere(met=False)
    if tree.instrument and is_left_out(tree.instrument, treaty, law):
        return everywhere(met=step != "exceptions")
    if not tree.spell.possibly(law.day):
        return everywhere(met=False)
    match tree:
        case Leaf(condition) if type(condition) in BY_SETS:
            return BY_SETS[type(condition)](condition, block)
        case Leaf(condition):
            evaluator = _EVALUATORS[type(condition)]
            return asked(
                block, looks_at(condition, block.batch.silent), lambda situation: evaluator(condition, situation)
            )
        case Not(branch):
            return ~tested(branch, block, step)
        case AllOf(branches):
            return reduce(Truths.__and__, _each(branches, block, step), everywhere(met=True))
        case AnyOf(branches):
            return reduce(Truths.__or__, _each(branches, block, step), everywhere(met=False))


def _each(branches: Iterable[Tree], block: Block, step: StepName) -> Iterable[Truths]:
    return (tested(branch, block, step) for branch in branches)


def asked(block: Block, looks: Looks, test: Callable[[Situation], Outcome]) -> Truths:
    """Return the outcomes of a test that looks at these things only."""
    if not len(block.world):
        return everywhere(met=False)
    first, kind = _kinds_of_rows(block, looks)
    columns = range(block.obligor.shape[1] if Look.OBLIGOR in looks else 1)
    found = [[test(block.situation(int(row), column)) for column in columns] for row in first]
    now, later = (
        np.array([[getattr(one, when) for one in line] for line in found], np.uint8) for when in ("now", "later")
    )
    return Truths(now, later) if len(first) == 1 else Truths(now[kind], later[kind])


def _kinds_of_rows(block: Block, looks: Looks) -> tuple[Codes, Codes]:
    """Return a row of each kind, and the kind of each row."""
    codes = [_column(block, look) for look in Look if look in looks and look is not Look.OBLIGOR]
    if Look.OBLIGOR in looks and block.obligor.shape[0] > 1:
        codes.append(block.obligor[:, 0])
    if not codes:
        return np.zeros(1, np.int64), np.zeros(len(block.world), np.int64)
    kind = codes[0]
    for code in codes[1:]:
        _, kind = np.unique(kind, return_inverse=True)
        kind = kind * (int(code.max(initial=0)) + 1) + code
    _, first, kind = np.unique(kind, return_index=True, return_inverse=True)
    return first, kind


def _column(block: Block, look: Look) -> Codes:
    match look:
        case Look.ADVERSARIES:
            return block.adversaries
        case Look.FIRST_USER:
            return block.first_user
        case Look.STANDING:
            return 2 * block.is_target + block.is_attacker
        case Look.BENEFICIARY:
            return block.beneficiary
        case _:
            return block.batch.seen[look][block.world]

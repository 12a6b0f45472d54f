"""What changed between two answers: two days, or the register and a supposition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from foedus.domain.vocabulary import Obligation, Status
from foedus.obligations.compiled.batch import Vocabulary
from foedus.obligations.compiled.truths import STATUSES, Bytes, Codes
from foedus.obligations.guarantees import Guarantees

_MOST_DUTIES = 100_000
"""More clauses than any register holds; keys of findings stay within 64 bits for up to 3,000 actors."""


@dataclass(frozen=True, slots=True)
class Change:
    """What one finding was and is; None where it was or is not due.

    Attributes
    ----------
    treaty, clause, obligation : str
        The duty.
    """

    attacker: str
    target: str
    obligor: str
    beneficiary: str
    treaty: str
    clause: str
    obligation: Obligation
    before: Status | None
    after: Status | None


def changes(before: Guarantees, after: Guarantees) -> list[Change]:
    """Return every finding that differs between two days or two registers with the same actors, in order."""
    duties = Vocabulary()
    old, was = _sorted(before, duties)
    new, now = _sorted(after, duties)
    both, in_old, in_new = np.intersect1d(old, new, assume_unique=True, return_indices=True)
    moved = both[was[in_old] != now[in_new]]
    differing = np.sort(
        np.concatenate([np.setdiff1d(old, new, assume_unique=True), np.setdiff1d(new, old, assume_unique=True), moved])
    )
    statuses = zip(_looked_up(differing, old, was), _looked_up(differing, new, now), strict=True)
    named, listed = duties.values(), before.actors
    return [_change(key, named, listed, *pair) for key, pair in zip(differing.tolist(), statuses, strict=True)]


def _sorted(held: Guarantees, duties: Vocabulary) -> tuple[Codes, Bytes]:
    """Return the keys of the findings in order, and their statuses."""
    keys = _keys(held, duties)
    order = np.argsort(keys)
    return keys[order], held.statuses.status[order]


def _looked_up(wanted: Codes, keys: Codes, statuses: Bytes) -> list[Status | None]:
    """Return the status of each key, None for one that is not there."""
    at = np.searchsorted(keys, wanted)
    at[at == len(keys)] = 0
    held = keys[at] == wanted if len(keys) else np.zeros(len(wanted), np.bool_)
    return [
        STATUSES[statuses[place]] if found else None for place, found in zip(at.tolist(), held.tolist(), strict=True)
    ]


def _keys(held: Guarantees, duties: Vocabulary) -> Codes:
    """Return a number for each finding that is the same in both answers."""
    found, base = held.statuses, len(held.actors)
    named = [duties.code((treaty.id, clause.id, clause.obligation)) for treaty, clause in found.clauses]
    duty = np.array(named, np.int64)[found.clause] if named else found.clause
    sides = (held.attacker[found.event] * base + held.target[found.event]) * _MOST_DUTIES + duty
    return (sides * base + found.obligor) * base + found.beneficiary


def _change(
    key: int,
    duties: Sequence[tuple[str, str, Obligation]],
    actors: Sequence[str],
    before: Status | None,
    after: Status | None,
) -> Change:
    rest, beneficiary = divmod(key, len(actors))
    rest, obligor = divmod(rest, len(actors))
    sides, duty = divmod(rest, _MOST_DUTIES)
    attacker, target = divmod(sides, len(actors))
    treaty, clause, obligation = duties[duty]
    return Change(
        attacker=actors[attacker],
        target=actors[target],
        obligor=actors[obligor],
        beneficiary=actors[beneficiary],
        treaty=treaty,
        clause=clause,
        obligation=obligation,
        before=before,
        after=after,
    )

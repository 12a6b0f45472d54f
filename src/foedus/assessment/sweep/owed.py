"""What is owed in each of many attacks: the columns of the compiled engine, gathered by treaty as `responses` wants."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from foedus._base.dates import Day
from foedus.assessment.responses import Keeping, Response, in_order, is_in_arms, response
from foedus.domain.contingency import Event
from foedus.domain.treaty import Treaty
from foedus.domain.vocabulary import Obligation, Status
from foedus.obligations.compiled.statuses import Statuses
from foedus.obligations.compiled.truths import STATUSES, UNDETERMINED

Codes = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Owing:
    """A finding without its reasons."""

    treaty: str
    obligor: str
    beneficiary: str
    obligation: Obligation
    status: Status
    conditional_on: tuple[str, ...] = ()


class Ledger:
    """What is owed in the attacks of a part.

    What a treaty brings is found once for all attacks in which the same states owe the same under it.

    Parameters
    ----------
    found : Statuses
        Of attacks by one state on another.
    target : array of int, shape (attacks,)
        Who is attacked, by code.
    """

    def __init__(self, found: Statuses, target: Codes, day: Day, keeping: Keeping) -> None:
        self._keeping = keeping
        wanted = [
            is_in_arms(clause.obligation, clause.strength) and treaty.vitality_on(day) == "live"
            for treaty, clause in found.clauses
        ]
        found = found.at(np.array(wanted, np.bool_)[found.clause])
        is_open = found.status == UNDETERMINED
        self._open = _Groups(found.at(is_open), target)
        self._held = _Groups(found.at(~is_open), target)
        self._known: dict[tuple[int, bytes], Response] = {}

    def responses(self, attack: int, event: Event) -> tuple[Response, ...]:
        """Return what may come of each treaty in an attack."""
        return in_order(self._response(one, event) for one in self._held.of(attack))

    def undetermined(self, attack: int, event: Event) -> set[str]:
        """Return who would owe the attacked a fight if facts that are not given were so."""
        owing = (one for group in self._open.of(attack) for one in self._open.owing(group))
        return {one.obligor for one in owing if one.beneficiary in event.targets and one.obligation != "neutrality"}

    def _response(self, group: slice, event: Event) -> Response:
        key = self._held.key(group)
        if key not in self._known:
            owing = list(self._held.owing(group))
            self._known[key] = response(self._held.treaty(group), owing, event, self._keeping)
        return self._known[key]


class _Groups:
    """Findings by attack and treaty."""

    def __init__(self, found: Statuses, target: Codes) -> None:
        ids: dict[str, int] = {}
        numbers = np.array([ids.setdefault(treaty.id, len(ids)) for treaty, _ in found.clauses], np.int64)
        treaty = numbers[found.clause]
        side = (found.beneficiary != target[found.event]).astype(np.int64)
        told = ((found.clause * len(found.actors) + found.obligor) * 2 + side) * len(STATUSES) + found.status
        order = np.lexsort((found.beneficiary, told, treaty, found.event))
        self._found = found.at(order)
        self._treaty, self._told = treaty[order], told[order]
        self._edges = self._cut()
        self._first = np.searchsorted(self._found.event[self._edges[:-1]], np.arange(len(target) + 1)).tolist()
        self._edges_list: list[int] = self._edges.tolist()

    def _cut(self) -> Codes:
        """Return where a group begins, and at last where all end."""
        event, treaty = self._found.event, self._treaty
        changes = np.flatnonzero((np.diff(event) != 0) | (np.diff(treaty) != 0)) + 1
        return np.concatenate([np.zeros(min(1, len(event)), np.int64), changes, [len(event)]]).astype(np.int64)

    def of(self, attack: int) -> Iterator[slice]:
        """Yield the groups of an attack."""
        for number in range(self._first[attack], self._first[attack + 1]):
            yield slice(self._edges_list[number], self._edges_list[number + 1])

    def key(self, group: slice) -> tuple[int, bytes]:
        """Return what is equal where the same states owe the same to the same side under the same treaty."""
        return int(self._treaty[group.start]), self._told[group].tobytes()

    def treaty(self, group: slice) -> Treaty:
        """Return the treaty of a group."""
        return self._found.clauses[int(self._found.clause[group.start])][0]

    def owing(self, group: slice) -> Iterator[Owing]:
        """Yield the findings of a group."""
        held = self._found
        for at in range(group.start, group.stop):
            treaty, clause = held.clauses[int(held.clause[at])]
            states = held.actors[int(held.obligor[at])], held.actors[int(held.beneficiary[at])]
            yield Owing(treaty.id, *states, clause.obligation, STATUSES[int(held.status[at])])

"""Who is bound to fight, and for which side, in every scenario of the unknown facts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from foedus.assessment.responses import Side
from foedus.domain.contingency import Event
from foedus.domain.finding import Finding
from foedus.domain.vocabulary import asks_to_fight
from foedus.obligations.fact_scenarios import Scenarios
from foedus.obligations.unknown_facts import UnknownFact

Flags = NDArray[np.bool_]
Counts = NDArray[np.int64]
Who = tuple[str, Side]


@dataclass(frozen=True, eq=False)
class FactTable:
    """Duties to fight by scenario, each state once for each side to which it may owe one.

    Attributes
    ----------
    facts : tuple of UnknownFact
        Those that are varied; an axis each.
    who : tuple of (str, Side)
        The states and to whom they owe it; the last axis.
    due : array of bool, shape (values of each fact ..., states)
        Whether a duty of the state is due.
    may : array of bool, same shape
        Whether it is, or a fact that is not varied may make it so.
    """

    facts: tuple[UnknownFact, ...]
    who: tuple[Who, ...]
    due: Flags
    may: Flags

    @property
    def scenarios(self) -> int:
        """How many there are."""
        return int(np.prod(self.due.shape[:-1], dtype=int))

    def counts(self, side: Side | None = None) -> tuple[Counts, Counts]:
        """Return how many are bound at least and at most, for a side or both; shape (values of each fact ...)."""
        chosen = np.array([side in (None, owed) for _, owed in self.who], np.bool_)
        return self.due[..., chosen].sum(-1), self.may[..., chosen].sum(-1)


def fights(finding: Finding, event: Event) -> bool:
    """Whether a finding is of a duty to fight, in a living treaty, of a state that is not part of the event itself."""
    return (
        finding.event == event.id
        and asks_to_fight(finding.obligation, finding.strength)
        and finding.vitality == "live"
        and finding.obligor not in (*event.attackers, *event.targets)
    )


def fact_table(findings: Iterable[Finding], held: Scenarios, event: Event) -> FactTable:
    """Return who is bound in every scenario.

    Parameters
    ----------
    findings : iterable of Finding
        As resolved, the facts being unknown.
    held : Scenarios
        Of those that hang on unknown facts.
    """
    live = [one for one in findings if fights(one, event) and one.status != "not_due"]
    who = tuple(sorted({_who(one, event) for one in live}))
    column = {one: number for number, one in enumerate(who)}
    settled = np.zeros(len(who), np.bool_)
    settled[[column[_who(one, event)] for one in live if one.status == "due"]] = True
    owing = [column[_who(duty.finding, event)] for duty in held.duties]
    shape = (*held.shape, len(who))
    return FactTable(
        held.facts,
        who,
        _any_duty(held.is_due, owing, settled).reshape(shape),
        _any_duty(held.may_be_due, owing, settled).reshape(shape),
    )


def _any_duty(flags: Flags, owing: Sequence[int], settled: Flags) -> Flags:
    """Return whether any duty of each state is flagged; shape (scenarios, states)."""
    found = np.tile(settled, (len(flags), 1))
    for duty, state in enumerate(owing):
        found[:, state] |= flags[:, duty]
    return found


def _who(finding: Finding, event: Event) -> Who:
    return finding.obligor, "targets" if finding.beneficiary in event.targets else "attackers"

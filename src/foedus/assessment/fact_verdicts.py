"""Balance and verdict of deterrence in every scenario of the unknown facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from foedus._base.dates import Day
from foedus.assessment.assumptions import Assumptions
from foedus.assessment.balance import balance, camps_of
from foedus.assessment.deterrence import Verdict, reckoning
from foedus.assessment.lens import Lens, summed
from foedus.assessment.responses import Responses, responses
from foedus.assessment.unknown import Unknown
from foedus.domain.contingency import Event
from foedus.domain.finding import Finding
from foedus.domain.vocabulary import Status
from foedus.measures.capability.reading import Tables
from foedus.obligations.compiled.truths import STATUSES
from foedus.obligations.fact_scenarios import Scenarios
from foedus.register.register import Register

VERDICTS: tuple[Verdict, ...] = get_args(Verdict)


@dataclass(frozen=True, slots=True)
class Share:
    """What targets and all whose duty is due have through a lens, the attackers having 1: the least and the most."""

    lens: Lens
    least: float
    most: float


@dataclass(frozen=True, eq=False)
class Verdicts:
    """Balance and verdict by scenario.

    Attributes
    ----------
    shares : tuple of Share
        One a lens.
    codes : array of int or Unknown, shape (scenarios, 2)
        The verdict by its place in `VERDICTS`, if of the duties still open none is due, and if all are.
    """

    shares: tuple[Share, ...]
    codes: NDArray[np.int64] | Unknown


@dataclass(frozen=True, slots=True)
class _Asker:
    """What is asked again for each scenario."""

    register: Register
    event: Event
    assumptions: Assumptions
    law_on: Day | None
    settled: tuple[Finding, ...]
    open: tuple[Finding, ...]

    def responses(self, statuses: Sequence[Status]) -> Responses | Unknown:
        """Return the responses when the open duties have these statuses."""
        found = (replace(one, status=status) for one, status in zip(self.open, statuses, strict=True))
        return responses(self.register, (*self.settled, *found), self.event, self.assumptions, self.law_on)


def verdicts(
    register: Register,
    findings: Sequence[Finding],
    held: Scenarios,
    event: Event,
    given: tuple[Assumptions, Tables, Day | None],
) -> Verdicts | Unknown:
    """Return balance and verdict in every scenario; unknown where no lens shows the attackers and targets.

    Parameters
    ----------
    given : (Assumptions, Tables, Day or None)
        What is assumed, where capabilities are read, and the day whose law is applied.
    """
    assumptions, tables, law_on = given
    hanging = {id(duty.finding) for duty in held.duties}
    settled = tuple(one for one in findings if id(one) not in hanging)
    asker = _Asker(register, event, assumptions, law_on, settled, tuple(duty.finding for duty in held.duties))
    everybody = balance(register, asker.responses(["due"] * len(held.duties)), event, tables)
    if isinstance(everybody, Unknown):
        return everybody
    few = held.status
    many = np.where(held.may_be_due, STATUSES.index("due"), held.status)
    rows, kind = np.unique(np.concatenate([few, many]), axis=0, return_inverse=True)
    reached = [asker.responses([STATUSES[code] for code in row]) for row in rows.tolist()]
    return Verdicts(
        tuple(_share(lens, reached, event) for lens in everybody.lenses),
        _codes(reached, everybody.whole, asker, kind.reshape(2, -1).T),
    )


def _share(lens: Lens, reached: Sequence[Responses | Unknown], event: Event) -> Share:
    seen = (summed(lens, camps_of(one, event)) for one in reached)
    times = [one.times([one.targets, one.owing["due"]]) for one in seen]
    return Share(lens, min(times), max(times))


def _codes(
    reached: Sequence[Responses | Unknown], lenses: Sequence[Lens], asker: _Asker, kind: NDArray[np.intp]
) -> NDArray[np.int64] | Unknown:
    if not lenses:
        return Unknown("no lens shows capability as a whole")
    found = []
    for one in reached:
        held = () if isinstance(one, Unknown) else one.held
        reckoned = reckoning(held, summed(lenses[0], camps_of(one, asker.event)), asker.assumptions)
        if isinstance(reckoned, Unknown):
            return reckoned
        found.append(VERDICTS.index(reckoned.verdict))
    return np.array(found, np.int64)[kind]

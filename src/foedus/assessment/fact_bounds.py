"""Bounds over the facts that are left out: what is so whatever they are, and what each would decide.

Every combination of their values is resolved. Where they are too many, those that matter most are varied and the others
stay unknown; a duty that a fact still unknown may make due counts among the most and not among the least, so that the
bounds hold all the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from foedus.assessment.assess import Assessment
from foedus.assessment.assumptions import Assumptions
from foedus.assessment.deterrence import Verdict
from foedus.assessment.fact_choice import facts_to_vary
from foedus.assessment.fact_table import FactTable, fact_table, fights
from foedus.assessment.fact_verdicts import VERDICTS, Share, Verdicts, verdicts
from foedus.assessment.fact_worth import Weights, Worth, chances, worths
from foedus.assessment.prior import Prior, on_values
from foedus.assessment.responses import Side
from foedus.assessment.unknown import Unknown
from foedus.domain.contingency import Event
from foedus.measures.capability.reading import Tables
from foedus.obligations.fact_scenarios import scenarios
from foedus.obligations.fact_values import Unvaried
from foedus.obligations.resolve import scenes
from foedus.obligations.unknown_facts import OpenDuty, UnknownFact, open_duties
from foedus.register.register import Register

SIDES: tuple[Side, ...] = ("targets", "attackers")
When = Literal["all", "some", "none"]


@dataclass(frozen=True, slots=True)
class Bound:
    """How far a state is bound to fight for a side.

    Attributes
    ----------
    due, may : int
        In how many scenarios a duty is due, and in how many it is or a fact still unknown may make it so.
    scenarios : int
        How many there are.
    chance : (float, float) or None
        The least and the most probability under the priors; None without any.
    """

    state: str
    side: Side
    due: int
    may: int
    scenarios: int
    chance: tuple[float, float] | None

    @property
    def when(self) -> When:
        """In which scenarios a duty is due."""
        if self.due == self.scenarios:
            return "all"
        return "some" if self.may else "none"


@dataclass(frozen=True, slots=True)
class FactBounds:
    """What is so whatever the unknown facts are.

    Attributes
    ----------
    worths : tuple of Worth
        The facts that are varied, the one that matters most first.
    unvaried : tuple of Unvaried
        Those that stay unknown in every scenario.
    states : tuple of Bound
        Every state with a live duty to fight.
    counts : mapping of Side to (int, int)
        How many states are bound, at least and at most.
    shares : tuple of Share
        The balance, one a lens; none where there is no balance.
    verdicts : mapping of Verdict to int, or Unknown
        In how many scenarios each may be reached.
    hang : mapping of str to tuple of str
        The treaties whose duties to fight hang on each field.
    priors : tuple of Prior
        Those by which scenarios were weighted.
    """

    worths: tuple[Worth, ...]
    unvaried: tuple[Unvaried, ...]
    scenarios: int
    states: tuple[Bound, ...]
    counts: Mapping[Side, tuple[int, int]]
    shares: tuple[Share, ...]
    verdicts: Mapping[Verdict, int] | Unknown
    hang: Mapping[str, tuple[str, ...]]
    priors: tuple[Prior, ...]


def fact_bounds(
    register: Register,
    assessment: Assessment,
    event: Event,
    given: tuple[Assumptions, Tables],
    priors: Sequence[Prior] = (),
) -> FactBounds | Unknown:
    """Return the bounds over the unknown facts of an event; unknown if no duty to fight hangs on any.

    Raises
    ------
    BadInput
        If a prior names a word that is no value of its fact.
    """
    held = scenes(register, assessment.contingency, law_on=assessment.law_on, public_only=assessment.public_only)
    scene = next(one for one in held if one.event.id == event.id)
    duties = open_duties(scene, (one for one in assessment.findings if fights(one, event)))
    if not duties:
        return Unknown("no duty to fight hangs on a fact that is left out")
    facts, unvaried = facts_to_vary(scene, assessment.findings, duties, frozenset(prior.field for prior in priors))
    tried = scenarios(scene, duties, facts)
    table = fact_table(assessment.findings, tried, event)
    weights = _weights(facts, priors)
    found = verdicts(register, assessment.findings, tried, event, (*given, assessment.law_on))
    codes = _codes(found, tried.shape)
    return FactBounds(
        worths(table, None if isinstance(codes, Unknown) else codes, weights),
        unvaried,
        table.scenarios,
        _states(table, weights),
        {side: _ends(table, side) for side in SIDES},
        () if isinstance(found, Unknown) else found.shares,
        codes if isinstance(codes, Unknown) else _counted(codes),
        _hang(duties),
        tuple(one for one in priors if one.field in weights),
    )


def _hang(duties: Sequence[OpenDuty]) -> Mapping[str, tuple[str, ...]]:
    gathered: dict[str, set[str]] = {}
    for duty in duties:
        for field in duty.fields:
            gathered.setdefault(field, set()).add(duty.finding.treaty)
    return {field: tuple(sorted(treaties)) for field, treaties in gathered.items()}


def _weights(facts: Sequence[UnknownFact], priors: Sequence[Prior]) -> Weights:
    of = {fact.field: fact for fact in facts}
    return {prior.field: on_values(prior, of[prior.field]) for prior in priors if prior.field in of}


def _states(table: FactTable, weights: Weights) -> tuple[Bound, ...]:
    due, may = (flags.reshape(table.scenarios, -1).sum(0).tolist() for flags in (table.due, table.may))
    low, high = (ends.tolist() for ends in chances(table, weights))
    return tuple(
        Bound(state, side, due[at], may[at], table.scenarios, (float(low[at]), float(high[at])) if weights else None)
        for at, (state, side) in enumerate(table.who)
    )


def _ends(table: FactTable, side: Side) -> tuple[int, int]:
    least, most = table.counts(side)
    return int(least.min()), int(most.max())


def _codes(found: Verdicts | Unknown, shape: tuple[int, ...]) -> NDArray[np.int64] | Unknown:
    """Return the verdicts laid out by fact; shape (values of each fact ..., 2)."""
    codes = found if isinstance(found, Unknown) else found.codes
    return codes if isinstance(codes, Unknown) else codes.reshape(*shape, 2)


def _counted(codes: NDArray[np.int64]) -> Mapping[Verdict, int]:
    """Return in how many scenarios each verdict may be reached, those that are in none left out."""
    reached = Counter(code for pair in codes.reshape(-1, 2).tolist() for code in set(pair))
    return {verdict: reached[code] for code, verdict in enumerate(VERDICTS) if reached[code]}


def varied_fields(held: Iterable[FactBounds | Unknown]) -> Iterator[str]:
    """Yield the fields that are varied in some event."""
    for one in held:
        if isinstance(one, FactBounds):
            yield from (worth.fact.field for worth in one.worths)

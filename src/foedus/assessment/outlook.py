"""What may come of an event, beside what is owed: responses, balance, coalitions, deterrence and the rest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from foedus.assessment.alliances import Within, alliances
from foedus.assessment.assess import Assessment
from foedus.assessment.assumptions import Assumptions
from foedus.assessment.balance import Balance, balance, lenses_on
from foedus.assessment.coalitions import Coalitions, Drawing, coalitions
from foedus.assessment.deciders import Deciders, deciders
from foedus.assessment.decision import Decisions, decisions
from foedus.assessment.deterrence import Deterrence, deterrence
from foedus.assessment.deterrence_kinds import Named, deterrence_kinds
from foedus.assessment.escalation import Escalation, escalation
from foedus.assessment.fact_bounds import FactBounds, fact_bounds, varied_fields
from foedus.assessment.prior import Prior, refuse_unused
from foedus.assessment.responses import Responses, responses
from foedus.assessment.unknown import Unknown
from foedus.domain.contingency import Event
from foedus.domain.finding import Finding
from foedus.measures.capability.reading import Tables
from foedus.register.arrangements import load_arrangements
from foedus.register.register import Register
from foedus.sources.store import Store


@dataclass(frozen=True, slots=True)
class Outlook:
    """What may come of an event; a part that would be a guess is `Unknown`, with the reason."""

    event: Event
    assumptions: Assumptions
    responses: Responses | Unknown
    balance: Balance | Unknown
    coalitions: Coalitions | Unknown
    escalation: Escalation | Unknown
    deterrence: Deterrence | Unknown
    kinds: tuple[Named, ...]
    decisions: Decisions | Unknown
    unknown_facts: FactBounds | Unknown
    deciders: Deciders | Unknown


def outlooks(
    register: Register,
    assessment: Assessment,
    assumptions: Assumptions | None = None,
    tables: Tables | None = None,
    drawing: Drawing | None = None,
    priors: Sequence[Prior] = (),
) -> tuple[Outlook, ...]:
    """Return what may come of each event of an assessed contingency.

    Parameters
    ----------
    assumptions : Assumptions or None
        The project's own if None.
    tables : Tables or None
        Where capabilities are read before the project's own figures; the user's store if None.
    drawing : Drawing or None
        How coalitions are drawn; 10,000 times in this process if None.
    priors : sequence of Prior
        By which scenarios of the unknown facts are weighted; without any, none is.

    Raises
    ------
    BadInput
        If a prior is of a fact on which no duty to fight hangs, or names a word that is no value of it.
    """
    given = _Given(assumptions or Assumptions(), tables or Tables(Store.default()), drawing or Drawing(), tuple(priors))
    found = tuple(_outlook(register, assessment, event, given) for event in assessment.contingency.events)
    refuse_unused(priors, varied_fields(one.unknown_facts for one in found))
    return found


@dataclass(frozen=True, slots=True)
class _Given:
    """What every outlook is made with."""

    assumptions: Assumptions
    tables: Tables
    drawing: Drawing
    priors: tuple[Prior, ...]


def _outlook(register: Register, assessment: Assessment, event: Event, given: _Given) -> Outlook:
    assumptions, findings = given.assumptions, assessment.findings
    arrangements = load_arrangements()
    held = responses(register, findings, event, assumptions, assessment.law_on)
    at_hand = balance(register, held, event, given.tables)
    reckoned = deterrence(held, at_hand, assumptions)
    as_it_stood = assessment.law_on is None and not assessment.public_only
    ahead = escalation(register, assessment.contingency, event, arrangements.nuclear, as_it_stood=as_it_stood)
    bounds = fact_bounds(register, assessment, event, (assumptions, given.tables), given.priors)
    within = Within(register, event, assumptions, assessment.law_on)
    return Outlook(
        event,
        assumptions,
        held,
        at_hand,
        _together(held, at_hand, ahead, findings, within, given),
        ahead,
        reckoned,
        deterrence_kinds(event, held, (at_hand, reckoned), (register, arrangements)),
        decisions(findings, event, assumptions.days, (register, arrangements)),
        bounds,
        deciders(findings, event, reckoned, bounds),
    )


def _together(
    held: Responses | Unknown,
    at_hand: Balance | Unknown,
    ahead: Escalation | Unknown,
    findings: Iterable[Finding],
    within: Within,
    given: _Given,
) -> Coalitions | Unknown:
    if isinstance(held, Unknown):
        return Unknown("nobody is bound to fight")
    gathered = alliances(held, findings, ahead, within)
    lenses = lenses_on(gathered.camps(within.event), at_hand, within.event, (within.register, given.tables))
    return coalitions(gathered, held.card, lenses, given.assumptions, given.drawing)

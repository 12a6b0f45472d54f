"""What may come of an event, beside what is owed: responses, balance, deterrence, decision, and what decides it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from foedus.assessment.assess import Assessment
from foedus.assessment.assumptions import Assumptions
from foedus.assessment.balance import Balance, balance
from foedus.assessment.deciders import Deciders, deciders
from foedus.assessment.decision import Decisions, decisions
from foedus.assessment.deterrence import Deterrence, deterrence
from foedus.assessment.fact_bounds import FactBounds, fact_bounds, varied_fields
from foedus.assessment.prior import Prior, refuse_unused
from foedus.assessment.responses import Responses, responses
from foedus.assessment.unknown import Unknown
from foedus.domain.contingency import Event
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
    deterrence: Deterrence | Unknown
    decisions: Decisions | Unknown
    unknown_facts: FactBounds | Unknown
    deciders: Deciders | Unknown


def outlooks(
    register: Register,
    assessment: Assessment,
    assumptions: Assumptions | None = None,
    tables: Tables | None = None,
    priors: Sequence[Prior] = (),
) -> tuple[Outlook, ...]:
    """Return what may come of each event of an assessed contingency.

    Parameters
    ----------
    assumptions : Assumptions or None
        The project's own if None.
    tables : Tables or None
        Where capabilities are read before the project's own figures; the user's store if None.
    priors : sequence of Prior
        By which scenarios of the unknown facts are weighted; without any, none is.

    Raises
    ------
    BadInput
        If a prior is of a fact on which no duty to fight hangs, or names a word that is no value of it.
    """
    given, read = assumptions or Assumptions(), tables or Tables(Store.default())
    found = tuple(
        _outlook(register, assessment, event, (given, read, priors)) for event in assessment.contingency.events
    )
    refuse_unused(priors, varied_fields(one.unknown_facts for one in found))
    return found


def _outlook(
    register: Register,
    assessment: Assessment,
    event: Event,
    given: tuple[Assumptions, Tables, Sequence[Prior]],
) -> Outlook:
    assumptions, tables, priors = given
    findings = assessment.findings
    held = responses(register, findings, event, assumptions, assessment.law_on)
    at_hand = balance(register, held, event, tables)
    reckoned = deterrence(held, at_hand, assumptions)
    bodies = decisions(findings, event, assumptions.days, (register, load_arrangements()))
    bounds = fact_bounds(register, assessment, event, (assumptions, tables), priors)
    decide = deciders(findings, event, reckoned, bounds)
    return Outlook(event, assumptions, held, at_hand, reckoned, bodies, bounds, decide)

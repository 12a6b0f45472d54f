"""What may come of an event, beside what is owed: responses, balance, deterrence, decision, and what decides it."""

from __future__ import annotations

from dataclasses import dataclass

from foedus.assessment.assess import Assessment
from foedus.assessment.assumptions import Assumptions
from foedus.assessment.balance import Balance, balance
from foedus.assessment.deciders import Deciders, deciders
from foedus.assessment.decision import Decisions, decisions
from foedus.assessment.deterrence import Deterrence, deterrence
from foedus.assessment.deterrence_kinds import Named, deterrence_kinds
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
    kinds: tuple[Named, ...]
    decisions: Decisions | Unknown
    deciders: Deciders | Unknown


def outlooks(
    register: Register, assessment: Assessment, assumptions: Assumptions | None = None, tables: Tables | None = None
) -> tuple[Outlook, ...]:
    """Return what may come of each event of an assessed contingency.

    Parameters
    ----------
    assumptions : Assumptions or None
        The project's own if None.
    tables : Tables or None
        Where capabilities are read before the project's own figures; the user's store if None.
    """
    given, read = assumptions or Assumptions(), tables or Tables(Store.default())
    return tuple(_outlook(register, assessment, event, (given, read)) for event in assessment.contingency.events)


def _outlook(register: Register, assessment: Assessment, event: Event, given: tuple[Assumptions, Tables]) -> Outlook:
    assumptions, tables = given
    findings = assessment.findings
    held = responses(register, findings, event, assumptions, assessment.law_on)
    at_hand = balance(register, held, event, tables)
    reckoned = deterrence(held, at_hand, assumptions)
    beside = register, load_arrangements()
    kinds = deterrence_kinds(event, held, (at_hand, reckoned), beside)
    bodies = decisions(findings, event, assumptions.days, beside)
    return Outlook(event, assumptions, held, at_hand, reckoned, kinds, bodies, deciders(findings, event, reckoned))

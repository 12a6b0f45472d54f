"""The sections of an outlook, in their order, each told or said not to be known."""

from __future__ import annotations

from foedus.assessment.outlook import Outlook
from foedus.assessment.unknown import Unknown
from foedus.report.outlook.kinds import kinds_told
from foedus.report.outlook.power import (
    BALANCE,
    DECIDERS,
    DETERRENCE,
    balance_told,
    deciders_told,
    decisions_title,
    decisions_told,
    deterrence_told,
)
from foedus.report.outlook.responses import TITLE, responses_told
from foedus.report.outlook.told import Line, Namer, Told, why


def sections(outlook: Outlook, namer: Namer) -> tuple[Told, ...]:
    """Return the sections of an outlook."""
    return (_responses(outlook, namer), _balance(outlook, namer), _deterrence(outlook, namer), *_rest(outlook, namer))


def _responses(outlook: Outlook, namer: Namer) -> Told:
    held = outlook.responses
    lines = (_unknown(held),) if isinstance(held, Unknown) else tuple(responses_told(held, outlook, namer))
    return Told("responses", TITLE, lines)


def _balance(outlook: Outlook, namer: Namer) -> Told:
    if isinstance(outlook.balance, Unknown):
        return Told("balance", BALANCE, (_unknown(outlook.balance),))
    lines, grid = balance_told(outlook.balance, namer)
    return Told("balance", BALANCE, tuple(lines), grid)


def _deterrence(outlook: Outlook, namer: Namer) -> Told:
    held = outlook.deterrence
    if isinstance(outlook.balance, Unknown):
        lines: tuple[Line, ...] = (Line("not known: there is no balance to reckon with", "unknown"),)
    else:
        lines = (_unknown(held),) if isinstance(held, Unknown) else tuple(deterrence_told(held))
    return Told("deterrence", DETERRENCE, (*lines, *kinds_told(outlook.kinds, namer)))


def _rest(outlook: Outlook, namer: Namer) -> tuple[Told, Told]:
    bodies, deciding = outlook.decisions, outlook.deciders
    told = (_unknown(bodies),) if isinstance(bodies, Unknown) else tuple(decisions_told(bodies))
    last = (_unknown(deciding),) if isinstance(deciding, Unknown) else tuple(deciders_told(deciding, namer))
    title = decisions_title(outlook.assumptions.days)
    return Told("decisions", title, told), Told("deciders", DECIDERS, last)


def _unknown(held: Unknown) -> Line:
    return Line(f"not known: {why(held)}", "unknown")

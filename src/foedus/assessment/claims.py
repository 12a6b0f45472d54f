"""What treaties ask of which states in the first and the second round, and who must have come first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from foedus.assessment.escalation import OTHER, Escalation, sides_of
from foedus.assessment.responses import Responses, Side
from foedus.assessment.unknown import Unknown
from foedus.domain.cascade import Branch
from foedus.domain.condition import AllOf, Entry, EntryMade, Leaf, Tree
from foedus.domain.contingency import Event
from foedus.domain.finding import Finding
from foedus.domain.treaty import Clause
from foedus.domain.vocabulary import FORCE, NO_HELP_IN_ARMS
from foedus.register.register import Register

Calls = frozenset[tuple[str, Side]]
"""States of whom one must come first, each with the side on which."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What a treaty asks of some states; `calls` are the states of whom one must come first, and on which side."""

    treaty: str
    side: Side
    states: tuple[str, ...]
    due: bool
    second: bool
    calls: Calls = frozenset()


# --- of the first round -----------------------------------------------------------------------------------------------


def first_round(held: Responses, findings: Iterable[Finding], register: Register, event: Event) -> Iterator[Claim]:
    """Yield the claims of the event's own duties, the states of a treaty together that wait for the same.

    Parameters
    ----------
    findings : iterable of Finding
        Of the whole contingency, for what their clauses wait for.
    """
    waits = _entries(findings, register, event)
    gathered: dict[tuple[str, Side, bool, Calls], dict[str, None]] = {}
    for response in held.held:
        for duty in response.duties:
            for state in duty.obligors if duty.obligation != "neutrality" else ():
                entries = waits.get((response.treaty, state), ()) if duty.status == "conditional" else ()
                key = response.treaty, duty.side, duty.status == "due", _calls(entries, duty.side)
                gathered.setdefault(key, {})[state] = None
    for (treaty, side, due, calls), states in gathered.items():
        yield Claim(treaty, side, tuple(states), due, second=False, calls=calls)


def _calls(entries: Iterable[EntryMade], side: Side) -> Calls:
    of: Mapping[str, tuple[Side, ...]] = {"beneficiary": (side,), "adversary": (OTHER[side],)}
    return frozenset(
        (state, one) for entry in entries for state in entry.states for one in of.get(str(entry.beside), tuple(OTHER))
    )


def _entries(
    findings: Iterable[Finding], register: Register, event: Event
) -> dict[tuple[str, str], tuple[EntryMade, ...]]:
    """Return the entries for which conditional duties wait, by treaty and obligor; none where one waits for less."""
    waits: dict[tuple[str, str], list[tuple[EntryMade, ...]]] = {}
    for one in findings:
        if one.event == event.id and one.status == "conditional" and one.obligation in FORCE:
            clause = register.treaties[one.treaty].clause_of[one.clause]
            waits.setdefault((one.treaty, one.obligor), []).append(tuple(entries_of(clause)))
    return {key: tuple(one for entries in held for one in entries) for key, held in waits.items() if all(held)}


def entries_of(clause: Clause) -> Iterator[EntryMade]:
    """Yield the entries without which a clause cannot be due: those under no alternative."""
    for tree in (clause.steps.act, clause.steps.adversary, clause.steps.procedure):
        if tree is not None:
            yield from _entries_in(tree)


def _entries_in(tree: Tree) -> Iterator[EntryMade]:
    if isinstance(tree, Leaf) and isinstance(tree.condition, Entry):
        yield tree.condition.entry
    elif isinstance(tree, AllOf):
        for branch in tree.branches:
            yield from _entries_in(branch)


# --- of the second ----------------------------------------------------------------------------------------------------


def second_round(ahead: Escalation | Unknown, event: Event) -> list[Claim]:
    """Return the claims of those whom the first round's coming binds; none where the second round is unknown."""
    if isinstance(ahead, Unknown):
        return []
    gathered: dict[tuple[str, Side], list[tuple[bool, str, Calls]]] = {}
    for chain, is_letter in zip(ahead.chains, (True, False), strict=True):
        for branch in chain.branches:
            for duty, calls, side in _called_in(branch, event):
                gathered.setdefault((duty.treaty, side), []).append((is_letter, duty.obligor, calls))
    return [claim for (treaty, side), owed in gathered.items() for claim in _claims(treaty, side, owed)]


def _claims(treaty: str, side: Side, owed: Sequence[tuple[bool, str, Calls]]) -> Iterator[Claim]:
    """Yield the claims of a treaty: of those whom the letter binds, then of those whom only all pledges do."""
    by_letter = {state for is_letter, state, _ in owed if is_letter}
    for due in (True, False):
        states = {state for _, state, _ in owed if (state in by_letter) is due}
        calls = frozenset(call for _, state, calls in owed if state in states for call in calls)
        if states:
            yield Claim(treaty, side, tuple(sorted(states)), due, second=True, calls=calls)


def _called_in(branch: Branch, event: Event) -> Iterator[tuple[Finding, Calls, Side]]:
    """Yield the duties of the second round, each with those whose coming called it up, and its side."""
    sides = sides_of(branch, event)
    for finished in branch.rounds[1:2]:
        events = {one.id: one for one in finished.events}
        for move in finished.moves:
            for duty in move.duties:
                if duty.vitality == "live" and duty.strength not in NO_HELP_IN_ARMS and duty.beneficiary in sides:
                    of = events[duty.event]
                    called = (duty.beneficiary,) if duty.beneficiary in of.attackers else of.attackers
                    calls = frozenset((state, sides[state]) for state in called if state in sides)
                    yield duty, calls, sides[duty.beneficiary]

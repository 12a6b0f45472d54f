"""The alliances that may come to either side: of the first round, and of the second once their trigger has come.

An alliance comes as one or not at all, for the published cases tell nothing of its members; a state bound by several
counts under one, those that are due before those that may come due, the likeliest to be kept first. A duty that waits
for the entry of another state, and one that arises only because another has come in, can be kept only after that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from foedus._base.dates import Day
from foedus.assessment.assumptions import Assumptions
from foedus.assessment.escalation import OTHER, Escalation, sides_of
from foedus.assessment.lens import Camps
from foedus.assessment.likelihood import Likelihood
from foedus.assessment.responses import KINDS, Responses, Side, kept
from foedus.assessment.terms import Terms, terms_of
from foedus.assessment.unknown import Unknown
from foedus.domain.cascade import Branch
from foedus.domain.condition import AllOf, Entry, EntryMade, Leaf, Tree
from foedus.domain.contingency import Event
from foedus.domain.finding import Finding
from foedus.domain.treaty import Clause
from foedus.domain.vocabulary import NO_HELP_IN_ARMS
from foedus.register.register import Register
from foedus.response.rate import Rate

UNCALLED = Unknown("it waits for the entry of states of whose coming nothing is known")
"""Why an alliance is left out whose trigger is no alliance that could be drawn."""


@dataclass(frozen=True, slots=True)
class Alliance:
    """Allies that come as one or not at all.

    Attributes
    ----------
    side : {"targets", "attackers"}
        To whom.
    due : bool
        Whether the duty is due, in the second round by the letter; otherwise it may come due.
    second : bool
        Whether it is bound only once another has come in.
    after : tuple of int
        Numbers of the alliances of which one must have come before; empty if it waits for none.
    reference : Rate
        Tested alliances of the same era with the same chief pledge.
    """

    treaty: str
    side: Side
    states: tuple[str, ...]
    due: bool
    second: bool
    after: tuple[int, ...]
    terms: Terms
    reference: Rate


@dataclass(frozen=True, slots=True)
class Gathered:
    """The alliances, each after all those for which it waits; and those left out, with the reason."""

    held: tuple[Alliance, ...]
    left_out: tuple[tuple[str, Unknown], ...]

    def camps(self, event: Event) -> Camps:
        """Return who stands where if all of them come."""
        ours, theirs = (tuple(state for one in self.held if one.side == side for state in one.states) for side in OTHER)
        return Camps(event.attackers, event.targets, {"due": ours}, {"due": theirs})


@dataclass(frozen=True, slots=True)
class _Claim:
    """What a treaty asks of some states; `calls` are the states of whom one must come first, and on which side."""

    treaty: str
    side: Side
    states: tuple[str, ...]
    due: bool
    second: bool
    calls: frozenset[tuple[str, Side]] = frozenset()


@dataclass(frozen=True, slots=True)
class Within:
    """Where claims are judged: the law, the event, what is assumed, and the day whose law it is."""

    register: Register
    event: Event
    assumptions: Assumptions
    law_on: Day | None = None


def alliances(held: Responses, findings: Iterable[Finding], ahead: Escalation | Unknown, within: Within) -> Gathered:
    """Return the alliances that may come.

    Parameters
    ----------
    findings : iterable of Finding
        Of the whole contingency, for what their clauses wait for.
    ahead : Escalation or Unknown
        The second round.
    """
    claims = [*_first(held, _entries(findings, within)), *_second(ahead, within.event)]
    known = {treaty: _known(treaty, held, within) for treaty in {one.treaty for one in claims}}
    left_out = {treaty: of for treaty, of in known.items() if isinstance(of, Unknown)}
    sure = {treaty: of for treaty, of in known.items() if not isinstance(of, Unknown)}
    parted = _each_state_once([one for one in claims if one.treaty in sure], sure, within.event)
    found: list[Alliance] = []
    for claim in sorted(parted, key=lambda one: (one.second, bool(one.calls))):
        after = _after(claim, found)
        if claim.calls and not after:
            left_out[claim.treaty] = UNCALLED
        else:
            terms, likelihood = sure[claim.treaty]
            found.append(
                Alliance(
                    claim.treaty, claim.side, claim.states, claim.due, claim.second, after, terms, likelihood.reference
                )
            )
    return Gathered(tuple(found), tuple(sorted(left_out.items())))


def _known(treaty: str, held: Responses, within: Within) -> tuple[Terms, Likelihood] | Unknown:
    """Return the terms of a treaty and how likely it is to be kept; unknown where that is."""
    of = within.register.treaties[treaty]
    terms = terms_of(of, within.law_on or within.event.date)
    found = kept(of, held.card, terms, within.event.date.year, within.assumptions)
    return found if isinstance(found, Unknown) else (terms, found)


def _each_state_once(
    claims: Iterable[_Claim], sure: Mapping[str, tuple[Terms, Likelihood]], event: Event
) -> Iterator[_Claim]:
    taken = {*event.attackers, *event.targets}

    def order(one: _Claim) -> tuple[bool, bool, bool, float, str]:
        return not one.due, one.second, bool(one.calls), -sure[one.treaty][1].band.high, one.treaty

    for claim in sorted(claims, key=order):
        states = tuple(state for state in claim.states if state not in taken)
        taken.update(states)
        if states:
            yield replace(claim, states=states)


def _after(claim: _Claim, found: Sequence[Alliance]) -> tuple[int, ...]:
    return tuple(
        number
        for number, one in enumerate(found)
        if any(side == one.side and state in one.states for state, side in claim.calls)
    )


# --- of the first round -----------------------------------------------------------------------------------------------


def _first(held: Responses, waits: Mapping[tuple[str, str], EntryMade]) -> Iterator[_Claim]:
    """Yield the claims of the event's own duties, the states of a treaty together that wait for the same."""
    gathered: dict[tuple[str, Side, bool, frozenset[tuple[str, Side]]], dict[str, None]] = {}
    for response in held.held:
        for duty in response.duties:
            for state in duty.obligors if duty.obligation != "neutrality" else ():
                entry = waits.get((response.treaty, state)) if duty.status == "conditional" else None
                key = response.treaty, duty.side, duty.status == "due", _calls(entry, duty.side)
                gathered.setdefault(key, {})[state] = None
    for (treaty, side, due, calls), states in gathered.items():
        yield _Claim(treaty, side, tuple(states), due, second=False, calls=calls)


def _calls(entry: EntryMade | None, side: Side) -> frozenset[tuple[str, Side]]:
    if entry is None:
        return frozenset()
    sides = {"beneficiary": (side,), "adversary": (OTHER[side],)}.get(str(entry.beside), tuple(OTHER))
    return frozenset((state, one) for state in entry.states for one in sides)


def _entries(findings: Iterable[Finding], within: Within) -> dict[tuple[str, str], EntryMade]:
    """Return the entry for which each conditional duty waits, by treaty and obligor."""
    waits = {}
    for one in findings:
        if one.event == within.event.id and one.status == "conditional" and one.obligation in KINDS:
            clause = next(each for each in within.register.treaties[one.treaty].clauses if each.id == one.clause)
            for entry in entries_of(clause):
                waits[one.treaty, one.obligor] = entry
    return waits


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


def _second(ahead: Escalation | Unknown, event: Event) -> list[_Claim]:
    if isinstance(ahead, Unknown):
        return []
    gathered: dict[tuple[str, Side], list[tuple[bool, str, frozenset[tuple[str, Side]]]]] = {}
    for chain, is_letter in zip(ahead.chains, (True, False), strict=True):
        for branch in chain.branches:
            for duty, calls, side in _called_in(branch, event):
                gathered.setdefault((duty.treaty, side), []).append((is_letter, duty.obligor, calls))
    return [claim for (treaty, side), owed in gathered.items() for claim in _claims(treaty, side, owed)]


def _claims(treaty: str, side: Side, owed: Sequence[tuple[bool, str, frozenset[tuple[str, Side]]]]) -> Iterator[_Claim]:
    """Yield the claims of a treaty: of those whom the letter binds, then of those whom only all pledges do."""
    by_letter = {state for is_letter, state, _ in owed if is_letter}
    for due in (True, False):
        states = {state for _, state, _ in owed if (state in by_letter) is due}
        calls = frozenset(call for _, state, calls in owed if state in states for call in calls)
        if states:
            yield _Claim(treaty, side, tuple(sorted(states)), due, second=True, calls=calls)


def _called_in(branch: Branch, event: Event) -> Iterator[tuple[Finding, frozenset[tuple[str, Side]], Side]]:
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

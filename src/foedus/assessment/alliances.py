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
from foedus.assessment.claims import Claim, first_round, second_round
from foedus.assessment.escalation import OTHER, Escalation
from foedus.assessment.lens import Camps
from foedus.assessment.likelihood import Likelihood
from foedus.assessment.responses import Responses, Side, kept, majors_of
from foedus.assessment.terms import Terms, terms_of
from foedus.assessment.unknown import Unknown
from foedus.domain.contingency import Event
from foedus.domain.finding import Finding
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
    claims = [*first_round(held, findings, within.register, within.event), *second_round(ahead, within.event)]
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
    terms = terms_of(of, within.law_on or within.event.date, majors_of(within.register))
    found = kept(of, held.card, terms, within.event.date.year, within.assumptions)
    return found if isinstance(found, Unknown) else (terms, found)


def _each_state_once(
    claims: Iterable[Claim], sure: Mapping[str, tuple[Terms, Likelihood]], event: Event
) -> Iterator[Claim]:
    taken = {*event.attackers, *event.targets}

    def order(one: Claim) -> tuple[bool, bool, bool, float, str]:
        return not one.due, one.second, bool(one.calls), -sure[one.treaty][1].band.high, one.treaty

    for claim in sorted(claims, key=order):
        states = tuple(state for state in claim.states if state not in taken)
        taken.update(states)
        if states:
            yield replace(claim, states=states)


def _after(claim: Claim, found: Sequence[Alliance]) -> tuple[int, ...]:
    return tuple(
        number
        for number, one in enumerate(found)
        if any(side == one.side and state in one.states for state, side in claim.calls)
    )

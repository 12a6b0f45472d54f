"""The second round: whom the treaties bind next, once those who owe a fight have come in.

It is the first two rounds of the cascade, by the letter and with all pledges: a legal bound, not a forecast. The first
round is the event's own duties, the second what follows from their being kept. What follows from that in turn is not
looked at here; ``foedus cascade`` follows it to its end.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from foedus.assessment.responses import Side
from foedus.assessment.unknown import Unknown
from foedus.domain.cascade import Branch, Cascade, Move, Round
from foedus.domain.contingency import Contingency, Event
from foedus.domain.nuclear import NuclearOrder
from foedus.domain.vocabulary import NO_HELP_IN_ARMS
from foedus.obligations.cascade import chain
from foedus.register.register import Register

ROUNDS = 2
OTHER: Mapping[Side, Side] = {"targets": "attackers", "attackers": "targets"}


@dataclass(frozen=True, slots=True)
class Joining:
    """States that become bound together.

    Attributes
    ----------
    side : {"targets", "attackers"}
        Whose.
    beside : tuple of str
        To whom they owe it.
    treaties : tuple of str
    live : bool
        Whether one of the duties is under a treaty that practice has not dropped.
    in_arms : bool
        Whether one of them goes beyond bases and economic measures.
    """

    states: tuple[str, ...]
    side: Side
    beside: tuple[str, ...]
    treaties: tuple[str, ...]
    live: bool
    in_arms: bool


@dataclass(frozen=True, slots=True)
class Course:
    """One course of two rounds; more than one where a state is bound to both sides.

    Attributes
    ----------
    choices : tuple of str
        What states with conflicting duties did in it, in words.
    rounds : tuple of tuple of Joining
        Who joins in each round; a state that has joined before is not named again.
    torn : tuple of str
        States whose duties would set them on both sides, in words.
    sides : mapping of side to states
        Who would be at war, those of the event included.
    pairs : int
        Pairs of states at war with each other.
    nuclear : tuple of str
        Those at war that have nuclear weapons, admitted to or not.
    """

    choices: tuple[str, ...]
    rounds: tuple[tuple[Joining, ...], ...]
    torn: tuple[str, ...]
    sides: Mapping[Side, tuple[str, ...]]
    pairs: int
    nuclear: tuple[str, ...]

    @property
    def next(self) -> tuple[Joining, ...]:
        """Who joins in the second round."""
        return self.rounds[1] if len(self.rounds) > 1 else ()


@dataclass(frozen=True, slots=True)
class Escalation:
    """The second round by the letter, and with all pledges.

    Attributes
    ----------
    chains : tuple of Cascade
        What the courses were read from, in the same order.
    """

    letter: tuple[Course, ...]
    all_pledges: tuple[Course, ...]
    chains: tuple[Cascade, Cascade]

    @property
    def adds(self) -> bool:
        """Whether the second round binds anybody, or tears anybody between two sides."""
        return any(course.next or course.torn for course in (*self.letter, *self.all_pledges))

    @property
    def label(self) -> str:
        """What the answer is and is not."""
        return self.chains[0].label


def escalation(
    register: Register, contingency: Contingency, event: Event, order: NuclearOrder, *, as_it_stood: bool = True
) -> Escalation | Unknown:
    """Return the second round of an event.

    Parameters
    ----------
    order : NuclearOrder
        Who has nuclear weapons.
    as_it_stood : bool
        Whether the law is that of the event's own day, secret instruments included; the chain is followed under no
        other.
    """
    if not as_it_stood:
        return Unknown("the chain is followed only under the law of the event's own day, secret instruments included")
    alone = replace(contingency, events=(event,))
    letter, pledges = chain(register, alone, "letter", ROUNDS), chain(register, alone, "all-pledges", ROUNDS)
    courses = (
        tuple(_course(branch, contingency, event, order) for branch in chain.branches) for chain in (letter, pledges)
    )
    return Escalation(next(courses), next(courses), (letter, pledges))


def sides_of(branch: Branch, event: Event) -> dict[str, Side]:
    """Return on whose side every state at war in a course stands, by whom it came in for."""
    sides: dict[str, Side] = dict.fromkeys(event.attackers, "attackers")
    sides |= dict.fromkeys(event.targets, "targets")
    for finished in branch.rounds:
        sides |= {
            move.state: sides[ally]
            for move in finished.moves
            if move.state not in sides
            for ally in move.beside
            if ally in sides
        }
    return sides


def _course(branch: Branch, contingency: Contingency, event: Event, order: NuclearOrder) -> Course:
    sides = sides_of(branch, event)
    before = {
        frozenset((one, other)) for war in contingency.belligerents for one in war.side_a for other in war.side_b
    } - {frozenset((one, other)) for one in event.attackers for other in event.targets}
    at_war: dict[Side, tuple[str, ...]] = {
        side: tuple(sorted(state for state, of in sides.items() if of == side)) for side in OTHER
    }
    return Course(
        branch.choices,
        tuple(_joinings(branch, sides)),
        tuple(dict.fromkeys(words for finished in branch.rounds for words in finished.torn)),
        at_war,
        len({frozenset(pair) for pair in branch.belligerents} - before),
        tuple(sorted(state for state in sides if _has_weapons(state, event, order))),
    )


def _joinings(branch: Branch, sides: Mapping[str, Side]) -> Iterator[tuple[Joining, ...]]:
    seen: set[str] = set()
    for finished in branch.rounds:
        yield tuple(_gathered(finished, seen, sides))
        seen |= {move.state for move in finished.moves}


def _gathered(finished: Round, seen: set[str], sides: Mapping[str, Side]) -> Iterator[Joining]:
    """Yield the states that are new in a round, those that say the same together."""
    alike: dict[tuple[Side, tuple[str, ...], tuple[str, ...]], list[Move]] = {}
    for move in finished.moves:
        if move.state not in seen and move.state in sides:
            treaties = tuple(sorted({duty.treaty for duty in move.duties}))
            alike.setdefault((sides[move.state], move.beside, treaties), []).append(move)
    for (side, beside, treaties), moves in alike.items():
        duties = [duty for move in moves for duty in move.duties]
        live = any(duty.vitality == "live" for duty in duties)
        in_arms = any(duty.strength not in NO_HELP_IN_ARMS for duty in duties)
        yield Joining(tuple(move.state for move in moves), side, beside, treaties, live, in_arms)


def _has_weapons(state: str, event: Event, order: NuclearOrder) -> bool:
    status = order.status_on(state, event.date)
    return status is not None and status.standing != "inherited"

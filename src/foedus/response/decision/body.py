"""How long the bodies of an alliance take, by their own rules on a day and by paces that the user sets."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from math import ceil

from foedus._base.dates import Day
from foedus._base.errors import BadInput, Fault
from foedus.domain.organ import DecisionRule, Majority, Organ, Subject
from foedus.register.arrangements import Arrangements, BoundBy
from foedus.register.register import Register
from foedus.response.decision.delay import Delay, delay

SELF_JUDGING = "each member judges for itself: the alliance decides nothing, and each comes when it has decided"


@dataclass(frozen=True, slots=True)
class Decision:
    """How a body decides on a day, and how long that takes at given paces.

    Attributes
    ----------
    members : tuple of str
        Those whose seat the register holds, by id; there may be more seats.
    needed : int
        How many of them must approve.
    vetoes : tuple of str
        Those without whom nothing is decided.
    delay : Delay
        Its `speeding` is in the order of `members`.
    note : str
        What the number does not say.
    """

    organ: Organ
    rule: DecisionRule
    members: tuple[str, ...]
    needed: int
    vetoes: tuple[str, ...]
    delay: Delay
    note: str


@dataclass(frozen=True, slots=True)
class Paces:
    """How long members take to approve, on average; an assumption.

    Attributes
    ----------
    days : float
        Each member, unless said otherwise.
    own : mapping of str to float
        Days of single members, by id.
    """

    days: float
    own: Mapping[str, float]

    def of(self, member: str) -> float:
        """Return approvals of a member a day."""
        days = self.own.get(member, self.days)
        if not days > 0:
            raise BadInput(Fault(f"{days} days", member, "above 0"))
        return 1 / days


def decisions(
    alliance: str, subject: Subject, day: Day, paces: Paces, within: tuple[Register, Arrangements]
) -> tuple[Decision, ...]:
    """Return how each body of an alliance that has a rule for a subject decides on it.

    Parameters
    ----------
    alliance : str
        The id of a file on organs.
    subject : str
        What is to be decided.
    within : tuple of Register and Arrangements
        Where bodies and members are looked up.

    Raises
    ------
    BadInput
        If no body of the alliance on the day has a rule for it, or a pace is given for a state that has no seat.
    """
    found = tuple(_decisions(alliance, subject, day, paces, within))
    seated = {member for one in found for member in one.members}
    strangers = sorted(set(paces.own) - seated)
    if not found:
        what = f"no body of {alliance} is on record on {day} with a rule for {subject}"
        raise BadInput(Fault(what, "ALLIANCE", remedy=f"foedus alliance show {alliance} --on {day}"))
    if strangers:
        raise BadInput(Fault(f"{', '.join(strangers)} had no seat on {day}", "--pace", ", ".join(sorted(seated))))
    return found


def _decisions(
    alliance: str, subject: Subject, day: Day, paces: Paces, within: tuple[Register, Arrangements]
) -> Iterator[Decision]:
    register, held = within
    for organ in held.organs_of(alliance):
        rule = organ.rule_on(subject, day)
        members = tuple(sorted(organ.members_on(day, BoundBy(register))))
        if rule is None or not members:
            continue
        seats = _seats(rule, members)
        wanted = needed(rule, seats)
        vetoes = tuple(one for one in members if one in rule.vetoes)
        if wanted is None:
            continue
        rates = [*map(paces.of, members), *[1 / paces.days] * (seats - len(members))]
        found = delay(rates, wanted, vetoes=[members.index(one) for one in vetoes])
        yield Decision(organ, rule, members, wanted, vetoes, found, _note(organ, rule))


def needed(rule: DecisionRule, members: int) -> int | None:
    """Return how many members must approve; None where the register does not hold the number that the rule asks for."""
    match rule.rule:
        case "consensus" | "unanimity":
            return members
        case "unanimity_less_party_concerned":
            return max(members - 1, 1)
        case "two_thirds":
            return ceil(2 * members / 3)
        case "simple_majority":
            return members // 2 + 1
        case "lead_nation" | "self_judging":
            return 1
        case "qualified_majority":
            return _qualified(rule.majority, members)


def _qualified(majority: Majority | None, members: int) -> int | None:
    if majority is None:
        return None
    if majority.votes is not None:
        return majority.votes
    return None if majority.members is None else ceil(majority.members * members)


def _seats(rule: DecisionRule, members: Collection[str]) -> int:
    """Return how many sit: those the register holds, and others where the rule counts the votes of more."""
    return max(len(members), (rule.majority and rule.majority.of) or 0)


def _note(organ: Organ, rule: DecisionRule) -> str:
    notes = []
    if rule.rule == "self_judging":
        notes.append(SELF_JUDGING)
    if rule.majority is not None and rule.majority.population is not None:
        notes.append("the share of the population that the rule asks for as well is not counted")
    if organ.is_roster_partial:
        notes.append("seats that the register does not hold, such as those of elected members, have the common pace")
    return "; ".join(notes)

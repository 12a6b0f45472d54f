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

SELF_JUDGING = "each member judges for itself and needs nobody's leave: the times are those of the first"
CONCERNED = "the party concerned has no vote: which that is the rule cannot tell, so that each is as likely"
ABSTAINING = "those who can stop it must approve here; that an abstention stops nothing is not counted"
POPULATION = "the share of the population that the rule asks for as well is not counted"
OTHERS_AT_PACE = "seats that the register does not hold, such as those of elected members, have the common pace"
OTHERS_LEFT_OUT = "seats that the register does not hold, such as those of elected members, are left out"
LEAST_DAYS, MOST_DAYS = 0.001, 100_000.0
"""Between which numbers of days a pace makes sense."""


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
        Those without whom nothing is decided; of a lead nation, who leads.
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

    Raises
    ------
    BadInput
        If a number of days lies outside `LEAST_DAYS` to `MOST_DAYS`.
    """

    days: float
    own: Mapping[str, float]

    def __post_init__(self) -> None:
        """Check the numbers."""
        given = [("--days", "", self.days), *(("--pace", f" for {member}", days) for member, days in self.own.items())]
        allowed = f"{LEAST_DAYS:g} to {MOST_DAYS:,.0f} days"
        faults = [
            Fault(f"{days:g} days{whose}", option, allowed)
            for option, whose, days in given
            if not LEAST_DAYS <= days <= MOST_DAYS
        ]
        if faults:
            raise BadInput(faults)

    def of(self, member: str) -> float:
        """Return approvals of a member a day."""
        return 1 / self.own.get(member, self.days)


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
    organs = within[1].organs_of(alliance)
    found = tuple(one for organ in organs for one in _decision(organ, subject, day, paces, within[0]))
    if not found:
        what = f"no body of {alliance} is on record on {day} with a rule for {subject}"
        known = ", ".join(sorted({rule.subject for organ in organs for rule in organ.rules_on(day)}))
        raise BadInput(Fault(what, "--for", known, f"foedus alliance show {alliance} --on {day}"))
    seated = {member for one in found for member in one.members}
    strangers = sorted(set(paces.own) - seated)
    if strangers:
        raise BadInput(Fault(f"{', '.join(strangers)} had no seat on {day}", "--pace", ", ".join(sorted(seated))))
    return found


def _decision(organ: Organ, subject: Subject, day: Day, paces: Paces, register: Register) -> Iterator[Decision]:
    """Yield how a body decides, if it has a rule for the subject and the register holds who and how many it takes."""
    rule, seated = organ.rule_on(subject, day), organ.members_on(day, BoundBy(register))
    if rule is None or not seated:
        return
    members = tuple(sorted(seated))
    leads = {state for state, seat in seated.items() if seat.part == "lead"}
    seats = _seats(rule, members)
    wanted = needed(rule, seats)
    if wanted is None or (rule.rule == "lead_nation" and not leads):
        return
    vetoes = tuple(one for one in members if one in (leads if rule.rule == "lead_nation" else rule.vetoes))
    rates = [*map(paces.of, members), *[1 / paces.days] * (seats - len(members))]
    is_one_out = rule.rule == "unanimity_less_party_concerned" and seats > 1
    found = delay(rates, wanted, vetoes=[members.index(one) for one in vetoes], is_one_out=is_one_out)
    yield Decision(organ, rule, members, wanted, vetoes, found, "; ".join(_notes(organ, rule, seats - len(members))))


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
    return None if majority.members is None else ceil(round(majority.members * members, 6))


def _seats(rule: DecisionRule, members: Collection[str]) -> int:
    """Return how many sit: those the register holds, and others where the rule counts the votes of more."""
    return max(len(members), (rule.majority and rule.majority.of) or 0)


def _notes(organ: Organ, rule: DecisionRule, others: int) -> Iterator[str]:
    """Yield what the number does not say; `others` is the number of seats whose holders the register does not have."""
    if rule.rule == "self_judging":
        yield SELF_JUDGING
    if rule.rule == "unanimity_less_party_concerned":
        yield CONCERNED
    if rule.rule == "qualified_majority" and rule.vetoes:
        yield ABSTAINING
    if rule.rule == "qualified_majority" and rule.majority is not None and rule.majority.population is not None:
        yield POPULATION
    if rule.failing is not None:
        yield f"if that leads to nothing, {rule.failing.replace('_', ' ')} decides: not counted"
    if others or organ.is_roster_partial:
        yield OTHERS_AT_PACE if others else OTHERS_LEFT_OUT

"""Bodies that decide for an alliance: who sits, what they decide, and by which rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from foedus._base.dates import ALWAYS, Day, Spell
from foedus.domain.evidence import Evidence
from foedus.domain.membership import Heading, Membership, Parties, present_on

Subject = Literal[
    "casus_foederis",
    "consultation",
    "measures",
    "sanctions",
    "use_of_force",
    "operation",
    "peacekeeping",
    "command",
    "planning",
    "nuclear",
    "accession",
    "suspension",
    "settlement",
    "all",
]
"""What a body decides; ``all`` is everything that no other rule of the body takes out."""

Rule = Literal[
    "consensus",
    "unanimity",
    "unanimity_less_party_concerned",
    "two_thirds",
    "simple_majority",
    "qualified_majority",
    "lead_nation",
    "self_judging",
]
"""Consensus is the absence of an objection; unanimity asks for every vote."""

Binds = Literal["all", "concurring", "none"]
"""Whom a decision binds: every member, those who voted for it, or nobody (a recommendation)."""

Invoker = Literal["any_party", "victim", "party_concerned", "chair", "secretary_general", "organ", "members", "lead"]


@dataclass(frozen=True, slots=True)
class Majority:
    """The numbers of a qualified majority; None where the rule has no such number.

    Attributes
    ----------
    votes, of : int or None
        So many votes of so many.
    members, population : float or None
        The share of members, and of the population they hold.
    """

    votes: int | None = None
    of: int | None = None
    members: float | None = None
    population: float | None = None


@dataclass(frozen=True, slots=True)
class Silence:
    """A draft is adopted unless somebody objects within a time; `hours` is None where none is fixed."""

    hours: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ClauseLink:
    """A clause of a treaty of the register."""

    treaty: str
    clause: str


@dataclass(frozen=True, slots=True)
class DecisionRule:
    """How a body decides one kind of thing for one spell.

    Attributes
    ----------
    rule, failing : Rule
        The rule, and the one that follows when it leads to nothing.
    vetoes : tuple of str
        States whose vote against suffices to stop it.
    invoked_by : tuple of Invoker
        Who may convene the body or put the matter to it; empty where not known.
    needed_for : tuple of ClauseLink
        Duties that do not mature before the body has found that they do.
    """

    id: str
    subject: Subject
    rule: Rule
    summary: str
    evidence: Evidence
    spell: Spell = ALWAYS
    failing: Rule | None = None
    majority: Majority | None = None
    vetoes: tuple[str, ...] = ()
    binds: Binds | None = None
    silence: Silence | None = None
    invoked_by: tuple[Invoker, ...] = ()
    quorum: str = ""
    needed_for: tuple[ClauseLink, ...] = ()
    article: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Organ:
    """A body that decides.

    Attributes
    ----------
    is_roster_partial : bool
        Whether some who sat, such as elected members, are not held.
    """

    heading: Heading
    id: str
    name: str
    seats: tuple[Membership, ...]
    rules: tuple[DecisionRule, ...]
    evidence: Evidence
    spell: Spell = ALWAYS
    treaty: str = ""
    article: str = ""
    note: str = ""
    is_roster_partial: bool = False

    def sits_on(self, day: Day) -> bool:
        """Whether the body may have existed on a day."""
        return self.spell.possibly(day)

    def members_on(self, day: Day, parties: Parties) -> dict[str, Membership]:
        """Return who sits on a day, each with the statement that says so."""
        return present_on(self.seats, day, parties) if self.sits_on(day) else {}

    def rules_on(self, day: Day) -> tuple[DecisionRule, ...]:
        """Return the rules of a day."""
        return tuple(rule for rule in self.rules if self.sits_on(day) and rule.spell.possibly(day))

    def rule_on(self, subject: Subject, day: Day) -> DecisionRule | None:
        """Return the rule for a subject on a day: its own, or that for everything else; None if none is known."""
        held = self.rules_on(day)
        own = [rule for rule in held if rule.subject == subject]
        rest = [rule for rule in held if rule.subject == "all"]
        found = own or rest
        return found[-1] if found else None

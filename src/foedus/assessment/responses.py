"""Likely responses: for each treaty under which a state is bound to fight or to stay out, how often such are kept.

The unit of the published cases is an alliance in a war, not a member: who of several comes is not told. What lies below
full combat (sanctions, arms, bases, a mere right to act) was not counted in the cases, and is named, not estimated.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from foedus._base.dates import Day
from foedus.assessment.assumptions import Assumptions
from foedus.assessment.ladder import Ladder, ladder, rung_of
from foedus.assessment.likelihood import Likelihood, likelihood
from foedus.assessment.terms import Terms, terms_of
from foedus.assessment.unknown import Unknown
from foedus.domain.actor import StateClass
from foedus.domain.contingency import Event
from foedus.domain.finding import Finding
from foedus.domain.treaty import Treaty
from foedus.domain.vocabulary import NO_HELP_IN_ARMS, Character, Obligation, Rung, Status, Strength
from foedus.register.register import Register
from foedus.response.model_card import ModelCard, read_card

Side = Literal["targets", "attackers"]
KINDS: tuple[Obligation, ...] = ("defend", "offense", "neutrality")
"""The duties whose keeping is estimated."""
STATUSES: tuple[Status, ...] = ("due", "contested", "conditional")
UNCOUNTED = {"covenant": "the published cases leave the League of Nations out: it was no alliance"}
"""Treaties of collective security that bind nearly everybody."""
MAJOR_POWERS = "great_power"
"""The class of the register that holds the major powers, from 1816 on those of the Correlates of War list."""
ALLIANCES: frozenset[Character] = frozenset(
    {"treaty", "exchange_of_notes", "executive_agreement", "military_convention"}
)
"""What the published cases count: agreements between states, no resolutions, and no declarations."""


class Owed(Protocol):
    """What is asked of a finding."""

    @property
    def treaty(self) -> str:
        """Under which it is owed."""

    @property
    def obligor(self) -> str:
        """Who owes."""

    @property
    def beneficiary(self) -> str:
        """To whom."""

    @property
    def obligation(self) -> Obligation:
        """What."""

    @property
    def status(self) -> Status:
        """Whether it is due."""

    @property
    def conditional_on(self) -> tuple[str, ...]:
        """What it waits for."""


@dataclass(frozen=True, slots=True)
class Duty:
    """What several states owe under a treaty.

    Attributes
    ----------
    side : {"targets", "attackers"}
        To whom.
    waits_for : tuple of str
        What a conditional duty waits for.
    """

    obligation: Obligation
    status: Status
    side: Side
    obligors: tuple[str, ...]
    waits_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Response:
    """What may come of a treaty.

    Attributes
    ----------
    duties : tuple of Duty
        The duties to fight first, those that are due first.
    terms : Terms
        What the estimate is of.
    """

    treaty: str
    duties: tuple[Duty, ...]
    terms: Terms
    likelihood: Likelihood | Unknown

    @property
    def fights(self) -> bool:
        """Whether it holds a duty to fight, not only one to stay out."""
        return any(duty.obligation != "neutrality" for duty in self.duties)

    def fighting_for(self, side: Side) -> tuple[Duty, ...]:
        """Return the duties to fight that are owed to a side."""
        return tuple(duty for duty in self.duties if duty.side == side and duty.obligation != "neutrality")


@dataclass(frozen=True, slots=True)
class Below:
    """A duty or a right below full combat, of which nothing is estimated; it goes as far as `reaches`."""

    treaty: str
    strength: Strength
    obligation: Obligation
    obligors: tuple[str, ...]

    @property
    def reaches(self) -> Rung:
        """The rung that it names."""
        return rung_of(self.obligation, self.strength).rung


@dataclass(frozen=True, slots=True)
class Responses:
    """What may come of all treaties.

    Attributes
    ----------
    held : tuple of Response
        One a treaty, those with a duty to fight first.
    below : tuple of Below
    dropped : tuple of str
        Treaties left out because practice has dropped them.
    card : ModelCard
        What the bands rest on.
    ladders : mapping of str to Ladder
        By treaty: how far it goes by its text, and how far the data tell.
    """

    held: tuple[Response, ...]
    below: tuple[Below, ...]
    dropped: tuple[str, ...]
    card: ModelCard
    ladders: Mapping[str, Ladder]


def responses(
    register: Register, findings: Iterable[Finding], event: Event, assumptions: Assumptions, law_on: Day | None = None
) -> Responses | Unknown:
    """Return the likely responses to an event.

    Parameters
    ----------
    findings : iterable of Finding
        Of the whole contingency.
    law_on : Day or None
        The day on which pledges and parties are read; that of the event if None.
    """
    live = [one for one in findings if one.event == event.id and one.status in STATUSES]
    dropped = tuple(sorted({one.treaty for one in live if one.vitality != "live" and one.obligation in KINDS}))
    live = [one for one in live if one.vitality == "live"]
    fighting = [one for one in live if is_in_arms(one.obligation, one.strength)]
    below = tuple(_below([one for one in live if _is_below(one)]))
    if not fighting:
        return Unknown("no treaty in force has a duty to fight or to stay out that is due, contested or conditional")
    majors = majors_of(register)
    keeping = Keeping(read_card("fulfilment"), law_on or event.date, event.date.year, assumptions, majors)
    held = []
    for treaty in sorted({one.treaty for one in fighting}):
        owed = [each for each in fighting if each.treaty == treaty]
        held.append(response(register.treaties[treaty], owed, event, keeping))
    ladders = dict(_ladders(register, held, live, law_on or event.date))
    return Responses(in_order(held), below, dropped, keeping.card, ladders)


def majors_of(register: Register) -> StateClass:
    """Return the major powers; nobody where a register names none."""
    return register.classes.get(MAJOR_POWERS) or StateClass(MAJOR_POWERS, "", ())


def _ladders(
    register: Register, held: Iterable[Response], live: Sequence[Finding], day: Day
) -> Iterator[tuple[str, Ladder]]:
    for one in held:
        owed = [each for each in live if each.treaty == one.treaty]
        yield one.treaty, ladder(register.treaties[one.treaty], owed, day, one.likelihood)


def is_in_arms(obligation: Obligation, strength: Strength) -> bool:
    """Say whether a duty is one of those whose keeping is estimated, and asks for no less than help in arms."""
    return obligation in KINDS and strength not in NO_HELP_IN_ARMS


class Keeping:
    """How likely treaties are to be kept, each found once.

    Parameters
    ----------
    card : ModelCard
        Of the model of fulfilment.
    law : Day
        On which pledges and parties are read.
    year : int
        Of the contingency.
    majors : StateClass
        The major powers.
    """

    def __init__(self, card: ModelCard, law: Day, year: int, assumptions: Assumptions, majors: StateClass) -> None:
        self.card = card
        self._majors = majors
        self._law, self._year, self._assumptions = law, year, assumptions
        self._held: dict[str, tuple[Terms, Likelihood | Unknown]] = {}

    def of(self, treaty: Treaty) -> tuple[Terms, Likelihood | Unknown]:
        """Return the terms of a treaty and how likely it is to be kept."""
        if treaty.id not in self._held:
            terms = terms_of(treaty, self._law, self._majors)
            found = kept(treaty, self.card, terms, self._year, self._assumptions)
            self._held[treaty.id] = terms, found
        return self._held[treaty.id]


def response(treaty: Treaty, owed: Sequence[Owed], event: Event, keeping: Keeping) -> Response:
    """Return what may come of a treaty under which something is owed."""
    return Response(treaty.id, tuple(_duties(owed, event)), *keeping.of(treaty))


def in_order(held: Iterable[Response]) -> tuple[Response, ...]:
    """Return responses with a duty to fight first, then those that are due."""
    return tuple(sorted(held, key=_order))


def kept(treaty: Treaty, card: ModelCard, terms: Terms, year: int, assumptions: Assumptions) -> Likelihood | Unknown:
    """Return how likely a treaty is to be kept; unknown where the published cases tell nothing of such instruments."""
    return _uncounted(treaty) or likelihood(card, terms, year, assumptions)


def _uncounted(treaty: Treaty) -> Unknown | None:
    """Return why the published cases tell nothing of instruments such as this; None if they do."""
    if treaty.id in UNCOUNTED:
        return Unknown(UNCOUNTED[treaty.id])
    if treaty.character not in ALLIANCES:
        return Unknown(f"the published cases hold no {treaty.character.replace('_', ' ')}, only agreements of states")
    return None


def _is_below(finding: Finding) -> bool:
    limited = finding.obligation in KINDS and finding.strength in NO_HELP_IN_ARMS
    return limited or finding.obligation == "discretionary_action"


def _duties(findings: Sequence[Owed], event: Event) -> list[Duty]:
    """Return the duties of one treaty, states with the same one together, each state with its firmest."""
    gathered: dict[tuple[Obligation, Side], dict[str, Owed]] = {}
    for one in sorted(findings, key=lambda one: STATUSES.index(one.status)):
        side: Side = "targets" if one.beneficiary in event.targets else "attackers"
        gathered.setdefault((one.obligation, side), {}).setdefault(one.obligor, one)
    duties = []
    for (obligation, side), firmest in gathered.items():
        for status in STATUSES:
            chosen = {state: one for state, one in firmest.items() if one.status == status}
            waits = dict.fromkeys(word for one in chosen.values() for word in one.conditional_on)
            if chosen:
                duties.append(Duty(obligation, status, side, tuple(sorted(chosen)), tuple(waits)))
    return sorted(duties, key=lambda duty: (KINDS.index(duty.obligation), STATUSES.index(duty.status), duty.side))


def _below(findings: Iterable[Finding]) -> list[Below]:
    gathered: dict[tuple[str, Strength, Obligation], set[str]] = {}
    for one in findings:
        gathered.setdefault((one.treaty, one.strength, one.obligation), set()).add(one.obligor)
    return [Below(*key, tuple(sorted(states))) for key, states in sorted(gathered.items())]


def _order(response: Response) -> tuple[int, int, str]:
    first = response.duties[0]
    return KINDS.index(first.obligation), STATUSES.index(first.status), response.treaty

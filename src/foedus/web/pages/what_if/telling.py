"""An answer laid out for the page: in short, by status with every step, the parts of the outlook, the chain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from foedus.assessment.outlook import Outlook
from foedus.domain.cascade import Cascade, Mode, Round
from foedus.domain.contingency import Event
from foedus.domain.finding import Finding
from foedus.domain.vocabulary import FORCE
from foedus.obligations.cascade import MAX_ROUNDS, cascade
from foedus.report.cascade import MoveGroup, grouped_moves, left_open_told, nobody_told
from foedus.report.outlook.law import Entry, Heading, law_told, permitted_told
from foedus.report.outlook.pictures import has_picture
from foedus.report.outlook.sections import sections
from foedus.report.outlook.short import Short, in_short
from foedus.report.outlook.steps import Step, steps
from foedus.report.outlook.told import Namer, Told
from foedus.report.wording import plain
from foedus.web.pages.what_if.asked import Pairs
from foedus.web.pages.what_if.case import Case, case_of
from foedus.web.pages.what_if.document import LISTS
from foedus.web.pages.what_if.fields import FIELDS

PICTURES: Mapping[str, str] = {
    "responses": "responses",
    "balance": "balance",
    "coalitions": "coalitions",
    "deterrence": "tornado",
}
"""The picture of a part, as its address calls it."""
FIRST_ROUNDS = 2
"""The page follows the chain so far; all of it has a page of its own."""


@dataclass(frozen=True, slots=True)
class Reasoning:
    """How a finding follows; `number` is its place among the findings."""

    number: int
    duty: str
    status: str
    steps: tuple[Step, ...]
    finding: Finding


@dataclass(frozen=True, slots=True)
class Owed:
    """An entry with the reasoning of its clauses, and where that of each other state is.

    Attributes
    ----------
    others : tuple of (name, number)
        The findings that say the same of other states.
    """

    entry: Entry
    reasoning: tuple[Reasoning, ...]
    others: tuple[tuple[str, int], ...]
    fights: bool


@dataclass(frozen=True, slots=True)
class Status:
    """The entries of a status: duties to fight, then the rest."""

    heading: Heading
    fights: tuple[Owed, ...]
    rest: tuple[Owed, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """States that come in together."""

    states: tuple[str, ...]
    beside: tuple[str, ...]
    against: tuple[str, ...]
    under: tuple[str, ...]
    in_the_way: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChainRound:
    """A round of the chain in words."""

    number: int
    torn: tuple[str, ...]
    moves: tuple[Moved, ...]
    not_come: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """One course of the chain."""

    choices: str
    rounds: tuple[ChainRound, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """The chain in words.

    Attributes
    ----------
    nobody : str
        What a course without rounds says.
    left_open : tuple of str and tuple of str, or None
        Words for the duties that no course follows, and the states whose they are.
    """

    label: str
    mode: Mode
    courses: tuple[Course, ...]
    is_cut: bool
    nobody: str
    left_open: tuple[str, tuple[str, ...]] | None


@dataclass(frozen=True, slots=True)
class Answered:
    """The answer to an event.

    Attributes
    ----------
    asks : tuple of (label, id, count)
        The fields that are not filled and would settle duties, with how many.
    """

    number: int
    title: str
    facts: str
    notes: tuple[str, ...]
    short: tuple[Short, ...]
    asks: tuple[tuple[str, str, int], ...]
    statuses: tuple[Status, ...]
    permitted: tuple[str, ...]
    parts: tuple[tuple[Told, str], ...]
    has_findings: bool


def title_of(event: Event, namer: Namer) -> str:
    """Return what happened, in a line."""
    return f"{event.date}: {namer.states(event.attackers)} against {namer.states(event.targets)}"


def answered(case: Case, outlook: Outlook, number: int) -> Answered:
    """Return the answer to an event, laid out; `number` is its place among the events."""
    event = outlook.event
    namer = case.namer(event.id)
    findings = [one for one in case.assessment.findings if one.event == event.id]
    facts = [event.place.name, *(plain(word) for word in (event.act.kind, event.act.gravity) if word)]
    return Answered(
        number,
        title_of(event, namer),
        "; ".join(dict.fromkeys(filter(None, facts))),
        tuple(case.register.naming_notes(event.place.point, event.date)),
        in_short(findings, event, namer),
        tuple(_asks(findings)),
        tuple(_statuses(case, findings, namer)),
        tuple(permitted_told(case.assessment.permissions, namer)),
        tuple((told, _picture(told, outlook)) for told in sections(outlook, namer)),
        bool(findings),
    )


def _picture(told: Told, outlook: Outlook) -> str:
    return PICTURES.get(told.part, "") if has_picture(told.part, outlook) else ""


def _asks(findings: Iterable[Finding]) -> Iterator[tuple[str, str, int]]:
    """Yield the fields that would settle duties to act or to stay out, those that settle most first."""
    needed = Counter(_field(path) for one in findings if one.status == "undetermined" for path in set(one.needs))
    for name, count in needed.most_common():
        if name:
            yield FIELDS[name].label, FIELDS[name].id, count


def _field(path: str) -> str:
    head = path.partition("[")[0]
    return head if head in FIELDS else "more" if head in LISTS else ""


def _statuses(case: Case, findings: Sequence[Finding], namer: Namer) -> Iterator[Status]:
    numbers = {_key(one): at for at, one in enumerate(case.assessment.findings) if one.event == namer.event}
    for heading in law_told(findings, namer):
        owed = [_owed(entry, numbers, namer) for entry in heading.entries]
        yield Status(heading, tuple(one for one in owed if one.fights), tuple(one for one in owed if not one.fights))


def _owed(entry: Entry, numbers: Mapping[tuple[str, ...], int], namer: Namer) -> Owed:
    held = entry.group.findings
    lead = held[0]
    others = sorted(
        (namer.state(state), numbers[key])
        for state in entry.group.obligors
        for beneficiary in entry.group.beneficiaries
        if (key := (lead.treaty, lead.clause, state, beneficiary)) in numbers
        and (state, beneficiary) != (lead.obligor, lead.beneficiary)
    )
    reasoning = tuple(reasoned(one, numbers[_key(one)], duty) for one, duty in zip(held, _duties(entry), strict=False))
    return Owed(entry, reasoning, tuple(others), any(one.obligation in FORCE for one in held))


def _duties(entry: Entry) -> list[str]:
    """Return a name for the duty of each finding; clauses told alike share one."""
    names = list(entry.duties)
    return names + [names[-1]] * (len(entry.group.findings) - len(names))


def reasoned(finding: Finding, number: int, duty: str) -> Reasoning:
    """Return how a finding follows."""
    return Reasoning(number, duty, finding.status, steps(finding.trace), finding)


def _key(finding: Finding) -> tuple[str, ...]:
    return (finding.treaty, finding.clause, finding.obligor, finding.beneficiary)


# --- the chain ----------------------------------------------------------------------------------------------------


@lru_cache(maxsize=4)
def chain_of(pairs: Pairs, stamp: str, mode: Mode, rounds: int = MAX_ROUNDS) -> Cascade:
    """Return the chain that a question sets off; cut after so many rounds, or whole."""
    case = case_of(pairs, stamp)
    return cascade(case.register, case.intake.contingency, mode, rounds)


def chain_told(held: Cascade, namer: Namer) -> Chain:
    """Return a chain in words."""
    courses = tuple(
        Course("; ".join(branch.choices), tuple(_round(one, namer) for one in branch.rounds))
        for branch in held.branches
    )
    return Chain(held.label, held.mode, courses, held.is_cut, nobody_told(held), left_open_told(held, namer.state))


def _round(finished: Round, namer: Namer) -> ChainRound:
    moves = tuple(_moved(group, namer) for group in grouped_moves(finished))
    late = dict.fromkeys((duty.obligor, duty.beneficiary) for duty in finished.uncalled)
    not_come = tuple(f"{namer.state(one)} for {namer.state(other)}" for one, other in late)
    return ChainRound(finished.number, finished.torn, moves, not_come)


def _moved(group: MoveGroup, namer: Namer) -> Moved:
    def names(states: Iterable[str]) -> tuple[str, ...]:
        return tuple(map(namer.state, states))

    in_the_way = group.in_the_way if len(group.states) == 1 else ()
    under = tuple(map(namer.treaty, group.under))
    return Moved(names(group.states), names(group.beside), names(group.against), under, in_the_way)

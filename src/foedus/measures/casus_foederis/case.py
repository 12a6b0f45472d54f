"""Whether a war was a case for an alliance: the engine's answers about its pledges, drawn together for the war."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from foedus.domain.finding import Finding
from foedus.domain.treaty import Treaty
from foedus.domain.vocabulary import Obligation, Status
from foedus.measures.casus_foederis.wars import Question
from foedus.measures.concordance.coding import pledged
from foedus.obligations.resolve import resolve
from foedus.register.register import Register

Answer = Literal["met", "not_met", "undetermined"]
PLEDGES = ("defense", "offense", "neutrality", "nonaggression")
"""The pledges that a war of a member puts to the test; the last is met by its breach."""
WHO_ATTACKED = "who attacked whom"
_ANSWERS: dict[Status, Answer] = {"due": "met", "not_due": "not_met"}


@dataclass(frozen=True, slots=True)
class Found:
    """The findings in a question, for each of the ways in which it may have happened."""

    question: Question
    by_way: tuple[tuple[Finding, ...], ...]


@dataclass(frozen=True, slots=True)
class Case:
    """What the engine says of an alliance in a war.

    Attributes
    ----------
    open_questions : tuple of str
        What would settle it, where it is undetermined.
    kinds : tuple of str
        The obligations met, or left open where none is.
    """

    answer: Answer
    open_questions: tuple[str, ...] = ()
    kinds: tuple[Obligation, ...] = ()


def found_in(register: Register, asked: Iterable[Question]) -> tuple[Found, ...]:
    """Return what the engine finds in each question of a war, under every treaty of a register."""
    return tuple(Found(question, tuple(resolve(register, way) for way in question.ways)) for question in asked)


def case(found: Iterable[Found], treaties: Iterable[Treaty]) -> Case:
    """Return whether a war was a case for an alliance.

    Parameters
    ----------
    found : iterable of Found
        The war's questions with their findings.
    treaties : iterable of Treaty
        The alliance: its phases, or the treaties of the register that it corresponds to.

    Notes
    -----
    Met if a pledge of defence, offence or neutrality is due in some question whichever way it happened, or one of
    non-aggression is broken; undetermined if none is, and in some question one may be; else not met. A duty that is
    contested, or that waits for a request or another event of which the data say nothing, is undetermined.
    """
    pledges = {(treaty.id, clause.id) for treaty in treaties for name in PLEDGES for clause in pledged(treaty, name)}
    duties = [duty for one in found for duty in _duties(one, pledges)]
    for wanted in ("met", "undetermined"):
        chosen = [duty for duty in duties if duty.answer == wanted]
        if chosen:
            return Case(chosen[0].answer, _unique(chosen, "open_questions"), _unique(chosen, "kinds"))
    return Case("not_met")


def _duties(found: Found, pledges: set[tuple[str, str]]) -> Iterator[Case]:
    """Yield the answer for each duty in a question, over the ways in which it may have happened."""
    held: dict[tuple[Hashable, ...], list[Finding]] = defaultdict(list)
    for way in found.by_way:
        for finding in way:
            if (finding.treaty, finding.clause) in pledges and _concerns(finding, found.question):
                held[_duty_of(finding)].append(finding)
    for findings in held.values():
        yield _duty(findings, len(found.by_way))


def _concerns(finding: Finding, question: Question) -> bool:
    asked = question.concerned
    return finding.beneficiary in asked or (finding.obligation == "nonaggression" and finding.obligor in asked)


def _duty_of(finding: Finding) -> tuple[Hashable, ...]:
    """Return what makes a duty the same in two ways of a question: whoever attacked, the peace of the two is broken."""
    if finding.obligation == "nonaggression":
        return finding.treaty, frozenset({finding.obligor, finding.beneficiary})
    return finding.treaty, finding.clause, finding.obligor, finding.beneficiary


def _duty(findings: list[Finding], ways: int) -> Case:
    answers = {_ANSWERS.get(finding.status, "undetermined") for finding in findings}
    if len(findings) < ways:  # in the other way nothing was owed
        answers.add("not_met")
    kinds = (findings[0].obligation,)
    if len(answers) == 1 and "undetermined" not in answers:
        return Case(answers.pop(), kinds=kinds)
    needs = dict.fromkeys(need for finding in findings for need in (*finding.needs, *finding.conditional_on))
    return Case("undetermined", tuple(needs) or (WHO_ATTACKED,), kinds)


def _unique(cases: list[Case], what: Literal["open_questions", "kinds"]) -> tuple[Any, ...]:
    return tuple(dict.fromkeys(item for one in cases for item in getattr(one, what)))

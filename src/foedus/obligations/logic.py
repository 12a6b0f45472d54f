"""Three-valued logic (Kleene 1952, strong tables) for tests that also may be dormant or disputed.

An outcome holds two truth values: `now`, with every open event taken as not yet happened, and `later`, with all of
them taken as happened. A disputed fact is unknown and carries the question on which accounts or readings part.
Combining outcomes keeps only what still matters: a test decided by one branch drops the questions of the others.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import TypeVar

from foedus.domain.finding import Result


class Truth(IntEnum):
    """Kleene's three values, ordered so that *and* is the least and *or* the greatest."""

    NOT_MET = 0
    UNKNOWN = 1
    MET = 2


T = TypeVar("T")
MET, NOT_MET, UNKNOWN = Truth.MET, Truth.NOT_MET, Truth.UNKNOWN


@dataclass(frozen=True, slots=True)
class Question:
    """A fact or a text on which reputable accounts part.

    Attributes
    ----------
    topic : str
        What is disputed, as a field path or the name of a doctrine.
    views : tuple of (str, str)
        Each view as a key and in words.
    """

    topic: str
    views: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of a test.

    Attributes
    ----------
    now, later : Truth
        Without and with the events that are still open.
    why : str
        What decided, in words.
    fields : tuple of str
        Fields of the contingency that would settle an unknown.
    awaits : tuple of str
        Open events that would meet the test.
    questions : tuple of Question
        Disputes on which it depends.
    """

    now: Truth
    later: Truth
    why: str
    fields: tuple[str, ...] = ()
    awaits: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()

    @property
    def result(self) -> Result:
        """The word a trace shows."""
        if self.now is MET:
            return "met"
        if self.questions:
            return "disputed"
        if self.now is UNKNOWN:
            return "unknown"
        return "not_met" if self.later is NOT_MET else "open"


def decided(holds: bool, why: str) -> Outcome:
    """Return the outcome of a test whose facts are known."""
    value = MET if holds else NOT_MET
    return Outcome(value, value, why)


def unknown(field: str, why: str) -> Outcome:
    """Return the outcome of a test that lacks a fact."""
    return Outcome(UNKNOWN, UNKNOWN, why, fields=(field,))


def awaiting(event: str, why: str) -> Outcome:
    """Return the outcome of a test that a further event would meet."""
    return Outcome(NOT_MET, MET, why, awaits=(event,))


def disputed(question: Question, why: str) -> Outcome:
    """Return the outcome of a test on which accounts part."""
    return Outcome(UNKNOWN, UNKNOWN, why, questions=(question,))


def all_of(outcomes: Iterable[Outcome]) -> Outcome:
    """Return the conjunction; of nothing, met. The first test that fails is its reason."""
    parts = tuple(outcomes)
    now = min((part.now for part in parts), default=MET)
    later = min((part.later for part in parts), default=MET)
    return _combined(parts, now, later, most=1 if now is NOT_MET else len(parts))


def any_of(outcomes: Iterable[Outcome]) -> Outcome:
    """Return the disjunction; of nothing, not met. Of several open events one is enough."""
    parts = tuple(outcomes)
    now = max((part.now for part in parts), default=NOT_MET)
    later = max((part.later for part in parts), default=NOT_MET)
    joint = _combined(parts, now, later, most=3)
    return replace(joint, awaits=(", or ".join(joint.awaits),)) if joint.awaits else joint


def negated(outcome: Outcome) -> Outcome:
    """Return the negation. What is awaited would then undo it, and is no longer a condition."""
    now, later = Truth(2 - outcome.now), Truth(2 - outcome.later)
    return Outcome(now, later, outcome.why, outcome.fields, (), outcome.questions)


def _combined(parts: tuple[Outcome, ...], now: Truth, later: Truth, *, most: int) -> Outcome:
    """Combine what the parts say; at most so many reasons are told, all of them stand in the trace."""
    reasons = _unique(part.why for part in parts if part.now is now)
    is_settled = now is not UNKNOWN and later is not UNKNOWN
    unsettled = [part for part in parts if UNKNOWN in (part.now, part.later)]
    waiting = [part for part in parts if now is not MET and later is not NOT_MET]
    return Outcome(
        now,
        later,
        "; ".join(reasons[:most]),
        () if is_settled else _unique(field for part in unsettled for field in part.fields),
        _unique(event for part in waiting for event in part.awaits),
        () if is_settled else _unique(ask for part in unsettled for ask in part.questions),
    )


def _unique(items: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(items))

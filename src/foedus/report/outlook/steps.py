"""A trace in words, as a tree: step by step, the tests of each, and within a test those it consists of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from foedus.domain.finding import Result, TraceLine
from foedus.report.wording import dated

RESULTS: dict[Result, str] = {
    "met": "met",
    "not_met": "not met",
    "unknown": "not known",
    "disputed": "disputed",
    "open": "not yet",
}


@dataclass(frozen=True, slots=True)
class Check:
    """A test, with those it consists of.

    Attributes
    ----------
    asks : str
        The field of the contingency that would settle it, where it is not settled.
    """

    name: str
    result: Result
    outcome: str
    why: str
    article: str
    asks: str
    within: tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the reasoning."""

    name: str
    tests: tuple[Check, ...]


def steps(trace: Iterable[TraceLine]) -> tuple[Step, ...]:
    """Return the steps of a trace in their order."""
    return tuple(Step(name, _checks(list(lines), 0)) for name, lines in groupby(trace, key=lambda line: line.step))


def _checks(lines: Sequence[TraceLine], depth: int) -> tuple[Check, ...]:
    """Return the tests at a depth; what is deeper belongs to the one before it."""
    heads = [at for at, line in enumerate(lines) if at == 0 or line.depth <= depth]
    ends = [*heads[1:], len(lines)]
    return tuple(_check(lines[at], lines[at + 1 : end], depth) for at, end in zip(heads, ends, strict=False))


def _check(line: TraceLine, within: Sequence[TraceLine], depth: int) -> Check:
    asks = line.field if line.result in {"unknown", "open"} else ""
    inner = _checks(within, depth + 1)
    return Check(line.test, line.result, RESULTS[line.result], dated(line.why), line.article, asks, inner)

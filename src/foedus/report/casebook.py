"""Worked cases beside the engine's answers, as the documented JSON; and the casebook that comes with the project."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from foedus._base.documents import Document, read_file
from foedus._base.validation import check
from foedus.obligations.answer import Answers, actor_json
from foedus.obligations.casebook import (
    CasebookIn,
    CaseResult,
    Disagreements,
    Verdict,
    read_disagreements,
    run_casebook,
)
from foedus.register.register import Register

BUNDLED = Path(__file__).parent.parent / "casebook"
CASES = BUNDLED / "cases.yaml"


@lru_cache(maxsize=1)
def bundled_cases() -> Document:
    """Return the document of the bundled cases; it is read once."""
    return read_file(CASES)


@lru_cache(maxsize=1)
def written_cases() -> tuple[Mapping[str, Any], ...]:
    """Return the bundled cases as they are written, checked and not resolved."""
    return tuple(check(CasebookIn, bundled_cases())["cases"])


def parts_of(case: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield what a case expects of states, then whom it holds free of a duty."""
    for kind in ("expected", "not_obliged"):
        yield from case.get(kind, ())


@lru_cache(maxsize=1)
def argued_lines() -> Disagreements:
    """Return the lines that the register argues with, each with its reason."""
    return read_disagreements(read_file(BUNDLED / "disagreements.yaml"))


def bundled_results(register: Register, only: Iterable[str] = ()) -> tuple[CaseResult, ...]:
    """Return what the engine says to the bundled cases, or to some of them.

    Raises
    ------
    BadInput
        If no case has an id that was asked for.
    """
    return tuple(run_casebook(bundled_cases(), register, only, argued_lines()))


def cases_json(results: Iterable[CaseResult], register: Register) -> list[dict[str, Any]]:
    """Return cases line by line; findings are given where a line disagrees."""
    return [
        {
            "id": result.id,
            "title": result.title,
            "lines": [_line(verdict, result, register) for verdict in result.verdicts],
            "unscored": list(result.unscored),
        }
        for result in results
    ]


def _line(verdict: Verdict, result: CaseResult, register: Register) -> dict[str, Any]:
    answers = Answers(register, result.contingency)
    day = result.contingency.events[0].date
    return {
        "state": actor_json(register, verdict.line.state, day, dict(result.contingency.labels)),
        "treaty": verdict.line.treaty or None,
        "expected": verdict.line.obligation or None,
        "agrees": verdict.agrees,
        "argued": verdict.argued or None,
        "findings": [] if verdict.agrees else [answers.finding(finding) for finding in verdict.found],
    }

"""The answer in short: who must fight, who may or may have to, and why the others need not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from foedus.domain.contingency import Event
from foedus.domain.finding import Finding
from foedus.domain.vocabulary import asks_to_fight
from foedus.report.groups import section_of
from foedus.report.outlook.told import Namer

MUST, MAY, NOT = "Must fight", "May act, or may have to", "Bound by treaty, yet not to fight here"
NOBODY = {
    MUST: "Nobody is bound to fight by what the register holds.",
    MAY: "Nobody else has a right or an open duty.",
    NOT: "No other duty to fight was looked at.",
}
_OPEN = {
    "contested": "on one reading, not on another",
    "conditional": "once something further happens",
    "undetermined": "not settled: a fact is missing",
}


@dataclass(frozen=True, slots=True)
class Who:
    """States of which the same is told, and what."""

    states: tuple[str, ...]
    told: str


@dataclass(frozen=True, slots=True)
class Short:
    """A part of the answer in short; `nobody` is what is said where it is empty."""

    title: str
    held: tuple[Who, ...]
    nobody: str


def in_short(findings: Iterable[Finding], event: Event, namer: Namer) -> tuple[Short, Short, Short]:
    """Return the answer to an event in short; each state stands in the first part that fits it, on either side.

    Duties of treaties that practice has dropped are left to the whole answer, and so is help that is not in arms.
    """
    held = [one for one in findings if one.event == event.id and section_of(one) != "dead_letter"]
    fights = [one for one in held if asks_to_fight(one.obligation, one.strength)]
    due = [one for one in fights if one.status == "due"]
    seen = {(one.obligor, one.beneficiary) for one in due}
    loose = [one for one in fights if one.status in _OPEN and (one.obligor, one.beneficiary) not in seen]
    rights = [
        one
        for one in held
        if one.obligation == "discretionary_action"
        and one.status == "due"
        and (one.obligor, one.beneficiary) not in seen
    ]
    seen |= {(one.obligor, one.beneficiary) for one in (*loose, *rights)}
    others = [one for one in fights if one.status == "not_due" and (one.obligor, one.beneficiary) not in seen]
    return (
        Short(MUST, tuple(_by(due, namer, lambda _: "")), NOBODY[MUST]),
        Short(
            MAY,
            (
                *_by(loose, namer, lambda one: _OPEN[one.status]),
                *_by(rights, namer, lambda _: "a right to act, no duty"),
            ),
            NOBODY[MAY],
        ),
        Short(NOT, tuple(_reasons(others, event, namer)), NOBODY[NOT]),
    )


def _by(findings: Sequence[Finding], namer: Namer, how: Callable[[Finding], str]) -> Iterator[Who]:
    gathered: dict[tuple[str, str, str], dict[str, None]] = {}
    for one in findings:
        gathered.setdefault((one.beneficiary, one.treaty, how(one)), {})[one.obligor] = None
    for (beneficiary, treaty, words), obligors in gathered.items():
        told = f"for {namer.state(beneficiary)}: {namer.treaty(treaty)}"
        yield Who(_names(obligors, namer), f"{told} ({words})" if words else told)


def _reasons(findings: Sequence[Finding], event: Event, namer: Namer) -> Iterator[Who]:
    """Yield why duties to fight are not due: those towards the targets first, then by how many they bind."""
    gathered: dict[tuple[str, str], tuple[dict[str, None], dict[str, None]]] = {}
    for one in _nearest(findings):
        obligors, treaties = gathered.setdefault((one.beneficiary, one.because), ({}, {}))
        obligors[one.obligor] = None
        treaties[one.treaty] = None
    for (beneficiary, because), (obligors, treaties) in sorted(
        gathered.items(), key=lambda item: (item[0][0] not in event.targets, -len(item[1][0]))
    ):
        first, *others = treaties
        under = f"{len(treaties)} treaties" if others else namer.treaty(first)
        yield Who(_names(obligors, namer), f"for {namer.state(beneficiary)}, {under}: {because}")


def _nearest(findings: Iterable[Finding]) -> Iterable[Finding]:
    """Return one finding for each obligor, beneficiary and treaty: the one that fails the fewest steps."""
    held: dict[tuple[str, str, str], Finding] = {}
    for one in findings:
        key = (one.obligor, one.beneficiary, one.treaty)
        if key not in held or _failed(one) < _failed(held[key]):
            held[key] = one
    return held.values()


def _failed(finding: Finding) -> int:
    return sum(line.result == "not_met" and line.depth == 0 for line in finding.trace)


def _names(actors: Iterable[str], namer: Namer) -> tuple[str, ...]:
    return tuple(sorted(map(namer.state, actors)))

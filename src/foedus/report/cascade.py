"""A cascade for readers and programs: moves that say the same together, as JSON, and as a graph in the DOT language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from foedus._base.dates import Day
from foedus.domain.cascade import Cascade, Move, Round
from foedus.domain.contingency import Contingency
from foedus.domain.finding import Finding
from foedus.obligations.answer import actor_json
from foedus.register.register import Register

Namer = Callable[[str], str]
Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MoveGroup:
    """States that come in beside the same, against the same, under the same treaties."""

    states: tuple[str, ...]
    beside: tuple[str, ...]
    against: tuple[str, ...]
    under: tuple[str, ...]
    in_the_way: tuple[str, ...]


def grouped_moves(finished: Round) -> list[MoveGroup]:
    """Return the moves of a round, those that say the same gathered."""
    gathered: dict[tuple[Names, Names, Names], list[Move]] = {}
    for move in finished.moves:
        gathered.setdefault((move.beside, move.against, treaties_of(move.duties)), []).append(move)
    return [
        MoveGroup(
            tuple(move.state for move in moves),
            beside,
            against,
            under,
            tuple(dict.fromkeys(words for move in moves for words in move.in_the_way)),
        )
        for (beside, against, under), moves in gathered.items()
    ]


def treaties_of(duties: tuple[Finding, ...]) -> tuple[str, ...]:
    """Return the treaties of some findings, each once."""
    return tuple(dict.fromkeys(duty.treaty for duty in duties))


def left_open_told(cascade: Cascade, name: Namer) -> tuple[str, tuple[str, ...]] | None:
    """Return words for the duties that no course follows, and the states whose they are; None if there are none."""
    if not cascade.left_open:
        return None
    return "Whether these are bound is undetermined, and is not followed", tuple(map(name, cascade.left_open))


def nobody_told(cascade: Cascade) -> str:
    """Return what a course without rounds says."""
    return "Nobody else is bound beyond doubt." if cascade.left_open else "Nobody else comes in."


def cascade_json(cascade: Cascade, register: Register, contingency: Contingency) -> dict[str, Any]:
    """Return a cascade as the documented JSON."""
    labels = dict(contingency.labels)
    days = {event.id: event.date for event in contingency.events}
    return {
        "label": cascade.label,
        "mode": cascade.mode,
        "is_cut": cascade.is_cut,
        "branches": [
            {
                "choices": list(branch.choices),
                "rounds": [_round_json(finished, register, labels) for finished in branch.rounds],
            }
            for branch in cascade.branches
        ],
        "undetermined": [_owed_json(duty, days[duty.event], register, labels) for duty in cascade.undetermined],
    }


def _round_json(finished: Round, register: Register, labels: dict[str, str]) -> dict[str, Any]:
    day = max(event.date for event in finished.events)

    def actors(ids: tuple[str, ...]) -> list[dict[str, Any]]:
        return [actor_json(register, actor_id, day, labels) for actor_id in ids]

    return {
        "number": finished.number,
        "events": [
            {
                "id": event.id,
                "date": event.date.iso(),
                "attackers": actors(event.attackers),
                "targets": actors(event.targets),
            }
            for event in finished.events
        ],
        "moves": [
            {
                "state": actors((move.state,))[0],
                "beside": actors(move.beside),
                "against": actors(move.against),
                "duties": [_duty_json(duty) for duty in move.duties],
                "in_the_way": list(move.in_the_way),
            }
            for move in finished.moves
        ],
        "torn": list(finished.torn),
        "not_come_in": [_owed_json(duty, day, register, labels) for duty in finished.uncalled],
    }


def _owed_json(duty: Finding, day: Day, register: Register, labels: dict[str, str]) -> dict[str, Any]:
    state, beneficiary = (actor_json(register, one, day, labels) for one in (duty.obligor, duty.beneficiary))
    return {"state": state, "beneficiary": beneficiary, **_duty_json(duty)}


def _duty_json(duty: Finding) -> dict[str, str]:
    return {
        "treaty": duty.treaty,
        "clause": duty.clause,
        "article": duty.article,
        "obligation": duty.obligation,
        "status": duty.status,
    }


def cascade_dot(cascade: Cascade, name: Namer) -> str:
    """Return the first course as a directed graph: who attacks whom, and who comes in for whom under what."""
    branch = cascade.branches[0]
    lines = ["digraph cascade {", f"  label={_quoted(cascade.label)};", "  node [shape=box];"]
    for event in branch.rounds[0].events if branch.rounds else ():
        lines += [
            f"  {_quoted(name(one))} -> {_quoted(name(other))} [style=bold, label=attacks];"
            for one in event.attackers
            for other in event.targets
        ]
    for finished in branch.rounds:
        for move in finished.moves:
            under = ", ".join(treaties_of(move.duties)) or "no duty"
            label = _quoted(f"{finished.number}: {under}")
            lines += [
                f"  {_quoted(name(move.state))} -> {_quoted(name(ally))} [style=dashed, label={label}];"
                for ally in move.beside
            ]
    return "\n".join([*lines, "}"]) + "\n"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'

"""Judge one situation: evaluate the clause under every reading and every side of a dispute, and draw the finding."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from foedus._base.dates import Day
from foedus.domain.condition import Bound
from foedus.domain.finding import Finding, ReadingStatus, Result, TraceLine
from foedus.domain.treaty import CarveOut, Clause, Reading
from foedus.domain.vocabulary import Status
from foedus.obligations.emission import pairs
from foedus.obligations.evaluate import Evaluated, Evaluation
from foedus.obligations.in_force import clause_may_live, in_force
from foedus.obligations.logic import (
    MET,
    NOT_MET,
    UNKNOWN,
    Outcome,
    Question,
    all_of,
    any_of,
    awaiting,
    decided,
    negated,
)
from foedus.obligations.roles import roles
from foedus.obligations.situation import Situation

TEXT = "text"
"""The id of the clause as written, beside its rival readings."""

_PRECEDENCE: tuple[Status, ...] = ("undetermined", "conditional", "not_due")


@dataclass(frozen=True, slots=True)
class _World:
    """One reading of the clause under one view of every disputed fact."""

    label: str
    outcome: Outcome
    status: Status
    because: str


def judge(situation: Situation) -> Finding:
    """Return the finding for one clause, obligor and beneficiary."""
    clause = situation.clause
    as_written = _evaluate(situation, None)
    rivals = rival_readings(clause, situation.scene.law.day)
    worlds = list(_worlds(situation, None, ("as written",) if rivals else (), as_written))
    for reading in rivals:
        worlds.extend(_worlds(situation, reading, (_label(reading),), _evaluate(situation, reading)))
    status = _joint_status(worlds)
    leading = next((world for world in worlds if world.status == status), worlds[0])
    return Finding(
        event=situation.scene.event.id,
        obligor=situation.obligor,
        beneficiary=situation.beneficiary,
        treaty=situation.treaty.id,
        clause=clause.id,
        article=clause.article,
        obligation=clause.obligation,
        strength=clause.strength,
        status=status,
        because=_contest(worlds) if status == "contested" else leading.because,
        trace=(*as_written[1], _result_line(status, clause)),
        evidence=clause.evidence,
        conditional_on=_unique(worlds, "awaits") if status != "not_due" else (),
        needs=_unique(worlds, "fields") if status in {"undetermined", "contested"} else (),
        by_reading=_by_reading(worlds),
        contingent=clause.contingent,
        effects=clause.effects,
        vitality=situation.treaty.vitality_on(situation.scene.law.day),
    )


def rival_readings(clause: Clause, day: Day) -> list[Reading]:
    """Return the readings held on a day beside the clause as written."""
    return [reading for reading in clause.readings if reading.id != TEXT and reading.spell.possibly(day)]


def _label(reading: Reading) -> str:
    return f"{reading.summary or reading.id} ({', '.join(reading.holders)})"


def _worlds(
    situation: Situation, reading: Reading | None, labels: tuple[str, ...], evaluated: Evaluated
) -> Iterator[_World]:
    """Yield the outcome under each side of every question on which it still depends."""
    outcome, lines = evaluated
    if not outcome.questions:
        yield _World("; ".join(labels), outcome, _status(outcome), _because(outcome, lines, situation))
        return
    question: Question = outcome.questions[0]
    for view, words in question.views:
        sided = situation.under(question, view)
        yield from _worlds(sided, reading, (*labels, words), _evaluate(sided, reading))


def _evaluate(situation: Situation, reading: Reading | None) -> Evaluated:
    """Evaluate steps 1 to 7; where the instrument is not alive the rest is not asked."""
    alive, lines = in_force(situation)
    if alive.now is NOT_MET:
        return alive, lines
    stands, role_lines = roles(situation)
    evaluation = Evaluation(situation, chained)
    steps = reading.steps if reading else situation.clause.steps
    parts: list[Evaluated] = [
        (alive, lines),
        (stands, role_lines),
        evaluation.step("act", steps.act),
        evaluation.step("place", steps.place),
        evaluation.step("adversary", steps.adversary),
        evaluation.step("procedure", steps.procedure),
        *(_carve_out(carve_out, evaluation, situation) for carve_out in situation.clause.exceptions),
    ]
    if reading is not None and not reading.duty:
        parts.append((decided(False, "under this reading there is no such duty"), ()))
    return all_of(outcome for outcome, _ in parts), tuple(line for _, part in parts for line in part)


def _carve_out(carve_out: CarveOut, evaluation: Evaluation, situation: Situation) -> Evaluated:
    if carve_out.by and situation.obligor not in carve_out.by:
        return all_of(()), ()
    met, lines = evaluation.step("exceptions", carve_out.when)
    outcome = negated(met)
    why = f"{'carved out' if met.now is MET else 'carve-out'}: {carve_out.summary}"
    shown = Outcome(outcome.now, outcome.later, why, outcome.fields, (), outcome.questions)
    head = TraceLine("exceptions", "no carve-out", shown.result, why, article=carve_out.article)
    return shown, (head, *(_deeper(line) for line in lines))


def _deeper(line: TraceLine) -> TraceLine:
    return TraceLine(line.step, line.test, line.result, line.why, line.article, line.field, line.depth + 1)


def chained(condition: Bound, situation: Situation) -> Outcome:
    """Whether another state's duty under another treaty is due in the same event."""
    scene, wanted = situation.scene, condition.bound
    treaty = scene.register.treaty(wanted.treaty)
    words = f"a duty of {scene.name(wanted.state)} under {treaty.name}"
    chain = (*situation.chain, situation.treaty.id)
    if treaty.id in chain:
        return decided(False, f"{words} leads back to this treaty")
    outcomes = [
        _evaluate(Situation(scene, treaty, clause, wanted.state, beneficiary, situation.views, chain), None)[0]
        for clause in treaty.clauses
        if clause.obligation in wanted.obligation and clause_may_live(treaty, clause, scene.law)
        for obligor, beneficiary in pairs(scene, treaty, clause)
        if obligor == wanted.state
    ]
    joint = any_of(outcomes)
    if joint.later is NOT_MET:
        return decided(False, f"no {words.removeprefix('a ')} is due")
    if joint.now is NOT_MET and joint.later is MET:
        return awaiting(f"{words} becoming due", f"{words} is dormant")
    why = f"{words} is due" if joint.now is MET else f"{words} is not settled"
    return Outcome(joint.now, joint.later, why, joint.fields, joint.awaits, joint.questions)


def _status(outcome: Outcome) -> Status:
    if outcome.now is MET:
        return "due"
    if outcome.now is UNKNOWN or outcome.later is UNKNOWN:
        return "undetermined"
    return "conditional" if outcome.later is MET else "not_due"


def _joint_status(worlds: list[_World]) -> Status:
    statuses = {world.status for world in worlds}
    if statuses == {"due"}:
        return "due"
    if "due" in statuses:
        return "contested"
    return next(status for status in _PRECEDENCE if status in statuses)


def _because(outcome: Outcome, lines: tuple[TraceLine, ...], situation: Situation) -> str:
    match _status(outcome):
        case "due":
            return situation.clause.summary
        case "conditional":
            return f"dormant: it waits for {' and '.join(outcome.awaits)}"
        case "undetermined":
            return f"not settled: it depends on {', '.join(outcome.fields)}"
        case _:
            failed = (line for line in lines if line.depth == 0 and line.result == "not_met")
            line = next(failed, None)
            if line is None:
                return outcome.why
            return f"{line.why} (article {line.article})" if line.article else line.why


def _contest(worlds: list[_World]) -> str:
    due = [world.label for world in worlds if world.status == "due"]
    others = [_told(world) for world in worlds if world.status != "due"]
    return f"due if {' / '.join(due)}; not if {' / '.join(others)}"


def _told(world: _World) -> str:
    """Return a view with its reason, unless the view is the reason."""
    return world.label if world.label.endswith(world.because) else f"{world.label} ({world.because})"


def _by_reading(worlds: list[_World]) -> tuple[ReadingStatus, ...]:
    if len(worlds) == 1:
        return ()
    return tuple(ReadingStatus(world.label, world.status, world.because) for world in worlds)


def _unique(worlds: list[_World], what: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for world in worlds for item in getattr(world.outcome, what)))


_RESULTS: Mapping[Status, Result] = {
    "due": "met",
    "contested": "disputed",
    "conditional": "open",
    "undetermined": "unknown",
    "not_due": "not_met",
}


def _result_line(status: Status, clause: Clause) -> TraceLine:
    kind = "nonaggression breached" if clause.obligation == "nonaggression" else clause.obligation
    words = f"{kind.replace('_', ' ')}, {clause.strength.replace('_', ' ')}: {status.replace('_', ' ')}"
    return TraceLine("result", "duty", _RESULTS[status], words, article=clause.article)

"""Resolve a contingency: for each clause in force, who owes what to whom, and why not the others.

The semantics are set out paragraph by paragraph in ``docs/semantics.md``; the tests cite them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from foedus._base.dates import Day
from foedus.domain.condition import Bound
from foedus.domain.contingency import Contingency
from foedus.domain.finding import Finding, ReadingStatus, Result, TraceLine
from foedus.domain.treaty import CarveOut, Clause, Reading, Treaty
from foedus.domain.vocabulary import Status
from foedus.obligations.evaluate import Evaluated, Evaluation
from foedus.obligations.in_force import clause_may_live, in_force
from foedus.obligations.interaction import with_interactions
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
from foedus.obligations.situation import Law, Scene, Situation
from foedus.register.register import Register

TEXT = "text"
"""The id of the clause as written, beside its rival readings."""

_PRECEDENCE: tuple[Status, ...] = ("undetermined", "conditional", "not_due")


def resolve(
    register: Register,
    contingency: Contingency,
    *,
    law_on: Day | None = None,
    public_only: bool = False,
) -> tuple[Finding, ...]:
    """Return every finding of a contingency, event by event, sorted by treaty, clause and states.

    Parameters
    ----------
    register : Register
        The law.
    contingency : Contingency
        What happened.
    law_on : Day, optional
        Apply the law as it stood on this day instead of the day of each event.
    public_only : bool
        Leave out what was secret and not yet published: the law as a well-informed contemporary knew it.
    """
    findings: list[Finding] = []
    for scene in scenes(register, contingency, law_on=law_on, public_only=public_only):
        found = [_finding(situation) for situation in _situations(scene)]
        findings.extend(with_interactions(found, scene))
    return tuple(findings)


def scenes(
    register: Register,
    contingency: Contingency,
    *,
    law_on: Day | None = None,
    public_only: bool = False,
) -> Iterator[Scene]:
    """Yield each event of the contingency with the law that applies to it."""
    for event in contingency.events:
        yield Scene(register, contingency, event, Law(law_on or event.date, public_only))


def explain(scene: Scene, state: str, treaty: Treaty) -> tuple[Finding, ...]:
    """Return a finding for every clause of a treaty under which a state might owe something, in force or not."""
    event = scene.event
    concerned = [other for other in dict.fromkeys((*event.targets, *event.attackers)) if other != state]
    found = [
        _finding(Situation(scene, treaty, clause, state, other))
        for clause in treaty.clauses
        for other in _covered(treaty, clause, concerned) or concerned
    ]
    return tuple(with_interactions(found, scene))


def _covered(treaty: Treaty, clause: Clause, concerned: list[str]) -> list[str]:
    """Return those to whom a clause has ever been owed, if any is concerned."""
    return [
        other
        for other in concerned
        if other in clause.to.states or any(clause.to.holds(p.state, p.role) for p in treaty.places_of(other))
    ]


# --- who is asked about ---------------------------------------------------------------------------------------------


def _situations(scene: Scene) -> Iterator[Situation]:
    for treaty_id in sorted(scene.register.treaties):
        treaty = scene.register.treaties[treaty_id]
        for clause in treaty.clauses:
            if clause_may_live(treaty, clause, scene.law):
                for obligor, beneficiary in _pairs(scene, treaty, clause):
                    yield Situation(scene, treaty, clause, obligor, beneficiary)


def _pairs(scene: Scene, treaty: Treaty, clause: Clause) -> Iterator[tuple[str, str]]:
    """Yield the pairs a clause is asked about: a target or attacker as beneficiary, or an attacker in breach."""
    event = scene.event
    standing = _standing(treaty, scene.law.day)
    obligors = sorted({state for state, role in standing if clause.owes.holds(state, role)})
    if clause.obligation == "nonaggression":
        yield from product((state for state in obligors if state in event.attackers), event.targets)
        return
    parties = {state for state, _ in standing}
    covered = {state for state, role in standing if clause.to.holds(state, role)}
    concerned = dict.fromkeys((*event.targets, *event.attackers, *_callers(scene, treaty, clause)))
    for beneficiary in concerned:
        named = beneficiary not in parties and clause.to.holds(beneficiary, "")
        if beneficiary in covered or (named and beneficiary in event.targets):
            yield from ((obligor, beneficiary) for obligor in obligors if obligor != beneficiary)
    if "partner" in clause.beneficiary_is:
        others = sorted(covered - set(concerned))
        yield from product((state for state in obligors if state in event.targets), others)


def _standing(treaty: Treaty, day: Day) -> list[tuple[str, str]]:
    return [
        (party.state, party.role) for party in treaty.parties if party.bound is not None and party.bound.possibly(day)
    ]


def _callers(scene: Scene, treaty: Treaty, clause: Clause) -> Iterable[str]:
    if "requester" not in clause.beneficiary_is:
        return ()
    return (call.by for call in scene.contingency.requests if call.to_treaty == treaty.id and scene.happened(call.date))


# --- one finding ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _World:
    """One reading of the clause under one view of every disputed fact."""

    label: str
    outcome: Outcome
    status: Status
    because: str


def _finding(situation: Situation) -> Finding:
    clause = situation.clause
    _, lines = _evaluate(situation, None)
    worlds = [
        world for reading in _readings(situation) for world in _worlds(situation, reading, (_reading_label(reading),))
    ]
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
        trace=(*lines, _result_line(status, clause)),
        evidence=clause.evidence,
        conditional_on=_unique(worlds, "awaits") if status != "not_due" else (),
        needs=_unique(worlds, "fields") if status in {"undetermined", "contested"} else (),
        by_reading=_by_reading(worlds),
        contingent=clause.contingent,
        effects=clause.effects,
    )


def _readings(situation: Situation) -> list[Reading | None]:
    """Return the readings held on the day of the law; None stands for the clause as written."""
    day = situation.scene.law.day
    held = [reading for reading in situation.clause.readings if reading.id != TEXT and reading.spell.possibly(day)]
    return [None, *held]


def _reading_label(reading: Reading | None) -> str:
    if reading is None:
        return "as written"
    return f"{reading.summary or reading.id} ({', '.join(reading.holders)})"


def _worlds(situation: Situation, reading: Reading | None, labels: tuple[str, ...]) -> Iterator[_World]:
    """Yield the outcome under each side of every question on which it still depends."""
    outcome, lines = _evaluate(situation, reading)
    if not outcome.questions:
        yield _World("; ".join(labels), outcome, _status(outcome), _because(outcome, lines, situation))
        return
    question: Question = outcome.questions[0]
    for view, words in question.views:
        yield from _worlds(situation.under(question, view), reading, (*labels, words))


def _evaluate(situation: Situation, reading: Reading | None) -> Evaluated:
    """Evaluate steps 1 to 7; where the instrument is not alive the rest is not asked."""
    alive, lines = in_force(situation)
    if alive.now is NOT_MET:
        return alive, lines
    stands, role_lines = roles(situation)
    evaluation = Evaluation(situation, _chained)
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


def _chained(condition: Bound, situation: Situation) -> Outcome:
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
        for obligor, beneficiary in _pairs(scene, treaty, clause)
        if obligor == wanted.state
    ]
    joint = any_of(outcomes)
    if joint.later is NOT_MET:
        return decided(False, f"no {words.removeprefix('a ')} is due")
    if joint.now is NOT_MET:
        return awaiting(f"{words} becoming due", f"{words} is dormant")
    why = f"{words} is due" if joint.now is MET else f"{words} is not settled"
    return Outcome(joint.now, joint.later, why, joint.fields, joint.awaits, joint.questions)


# --- from outcomes to a status --------------------------------------------------------------------------------------


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
    others = [f"{world.label} ({world.because})" for world in worlds if world.status != "due"]
    return f"due if {' / '.join(due)}; not if {' / '.join(others)}"


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
